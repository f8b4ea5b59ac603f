// Random operations against a model in memory: after each step the tables must equal the model,
// and at the end of each run the journal must lead back to nothing.

#include "core/store/history.h"
#include "tests/core/store/toys.h"

#include <random>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct World {
    QHash<Uuid, Club> clubs;
    QHash<Uuid, Player> players;
    bool operator==(const World&) const = default;
};

class Play {
public:
    explicit Play(unsigned seed)
        : m_random(seed) { }
    void steps(int count);
    ToyStore& toys() { return m_toys; }

private:
    qsizetype below(qsizetype limit) { return qsizetype(m_random() % size_t(limit)); }
    World stored() const;
    void act();
    void change(Session& s, World& next);
    void changeClub(Session& s, World& next);
    void changePlayer(Session& s, World& next);
    void undo();
    void redo();

    std::mt19937 m_random;
    ToyStore m_toys;
    World m_now;
    QList<World> m_past; ///< what each undo leads to
    QList<World> m_future; ///< what each redo leads to
};

World Play::stored() const {
    World world;
    const auto clubs = m_toys->reader().all<Club>("ORDER BY r.id");
    for (const Club& club : clubs.value())
        world.clubs.insert(club.id.value, club);
    const auto players = m_toys->reader().all<Player>("ORDER BY r.id");
    for (const Player& player : players.value())
        world.players.insert(player.id.value, player);
    return world;
}

void Play::changeClub(Session& s, World& next) {
    QList<Club> all = next.clubs.values();
    if (all.size() < 3 || below(4) == 0) all.append(m_toys.club(u"新"_s));
    Club club = all[below(all.size())];
    const auto refers = [&](const auto& record) { return record.clubId == club.id; };
    const bool isUsed = std::any_of(next.players.begin(), next.players.end(), refers);
    if (next.clubs.contains(club.id.value) && !isUsed && below(3) == 0) {
        ASSERT_TRUE(ok(s.erase(club.id)));
        next.clubs.remove(club.id.value);
        return;
    }
    if (below(2) == 0) club.name = u"名%1"_s.arg(below(5));
    if (below(2) == 0) club.position = int(below(3));
    if (below(3) == 0) club.foundedOn = below(2) == 0 ? PartialDate() : PartialDate::ofYear(2000);
    ASSERT_TRUE(ok(s.put(club)));
    next.clubs.insert(club.id.value, club);
}

void Play::changePlayer(Session& s, World& next) {
    QList<Player> all = next.players.values();
    if (all.size() < 5 || below(3) == 0) all.append(m_toys.player(u"新"_s));
    Player player = all[below(all.size())];
    if (next.players.contains(player.id.value) && below(4) == 0) {
        ASSERT_TRUE(ok(s.erase(player.id)));
        next.players.remove(player.id.value);
        return;
    }
    const QList<Uuid> clubs = next.clubs.keys();
    if (below(2) == 0)
        player.clubId = clubs.isEmpty() ? Id<Club>{} : Id<Club>{clubs[below(clubs.size())]};
    if (below(2) == 0) player.name = u"人%1"_s.arg(below(6));
    if (below(3) == 0) player.height = below(3);
    if (below(3) == 0) player.picture = QByteArray(int(below(3)), 'x');
    if (below(4) == 0) player.isLost = !player.isLost;
    ASSERT_TRUE(ok(s.put(player)));
    next.players.insert(player.id.value, player);
}

void Play::change(Session& s, World& next) {
    const qsizetype parts = 1 + below(4);
    for (qsizetype i = 0; i < parts; ++i)
        below(3) == 0 ? changeClub(s, next) : changePlayer(s, next);
}

void Play::act() {
    World next = m_now;
    const bool fails = below(8) == 0;
    const qint64 before = m_toys.count("SELECT max(seq) FROM operation");
    const auto done = m_toys->run({kDraw, {u"随机"_s}}, [&](Session& s) -> Result<void> {
        change(s, next);
        if (fails) return fail(ErrorCode::Refused, u"故意"_s);
        return {};
    });
    EXPECT_EQ(done.has_value(), !fails);
    // An operation that wrote nothing leaves no trace, so there is nothing to undo either.
    if (fails || m_toys.count("SELECT max(seq) FROM operation") == before) return;
    m_past.append(m_now);
    m_future.clear();
    m_now = next;
}

void Play::undo() {
    const auto done = m_toys->undo();
    ASSERT_EQ(done.has_value(), !m_past.isEmpty())
        << (done ? "" : done.error().text().toStdString());
    if (!done) return;
    m_future.append(m_now);
    m_now = m_past.takeLast();
}

void Play::redo() {
    const auto done = m_toys->redo();
    ASSERT_EQ(done.has_value(), !m_future.isEmpty())
        << (done ? "" : done.error().text().toStdString());
    if (!done) return;
    m_past.append(m_now);
    m_now = m_future.takeLast();
}

void Play::steps(int count) {
    for (int i = 0; i < count && !testing::Test::HasFatalFailure(); ++i) {
        switch (below(10)) {
        case 0:
        case 1:
        case 2:
            undo();
            break;
        case 3:
        case 4:
            redo();
            break;
        case 5:
            if (below(6) == 0) m_toys.reopen();
            break;
        default:
            act();
        }
        ASSERT_EQ(stored(), m_now) << "step " << i;
        ASSERT_EQ(m_toys.problems(), QStringList()) << "step " << i;
    }
}
}

class RandomOperations : public testing::TestWithParam<unsigned> { };

TEST_P(RandomOperations, tablesEqualTheModelAndTheJournalLeadsBack) {
    Play run(GetParam());
    run.steps(120);
    while (run.toys()->undo()) { }
    EXPECT_EQ(run.toys().count("SELECT count(*) FROM live_club"), 0);
    EXPECT_EQ(run.toys().count("SELECT count(*) FROM live_player"), 0);
    EXPECT_EQ(run.toys().problems(), QStringList());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomOperations, testing::Range(1U, 9U));
