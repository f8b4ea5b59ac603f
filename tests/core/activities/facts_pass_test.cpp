// A pass over many organisations: shared by threads, stopped, or over a few of them only.

#include "core/activities/facts_pass.h"

#include "tests/core/activities/meetings.h"

#include <sqlite3.h>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);
constexpr Op kGrow{"test.grow", "添加支部"};

/// The small town with as many branches more; what they held differs from one to the next.
struct WideTown : Town {
    QList<Id<Organisation>> branches;
    Person somebody; ///< like the secretary of each branch

    explicit WideTown(int count) {
        somebody = settle(*this, xidang.id, 4).last();
        EXPECT_TRUE(
            ok(store->run({kGrow}, [&](Session& session) { return grow(session, count); })));
    }

private:
    Result<void> grow(Session& session, int count) {
        for (int i = 0; i < count; ++i) {
            Organisation branch = xidang;
            branch.id = session.newId<Organisation>();
            branch.name = branch.shortName = u"第%1支部"_s.arg(i);
            branch.position = i;
            branches.append(branch.id);
            if (const auto done = session.add(branch); !done) return done;
            if (const auto done = addSecretary(session, branch.id); !done) return done;
            for (int month = 1; month <= i % 11; ++month)
                if (const auto done = session.add(meeting(session, branch.id, month)); !done)
                    return done;
        }
        return {};
    }
    Result<void> addSecretary(Session& session, Id<Organisation> branch) const {
        Person person = somebody;
        person.id = session.newId<Person>();
        person.branchId = branch;
        if (const auto done = session.add(person); !done) return done;
        Post post;
        post.id = session.newId<Post>();
        post.personId = person.id;
        post.organisationId = branch;
        post.kind = u"secretary"_s;
        return session.add(post);
    }
    static Activity meeting(Session& session, Id<Organisation> branch, int month) {
        Activity held;
        held.id = session.newId<Activity>();
        held.kind = u"party-day"_s;
        held.organisationId = branch;
        held.startsAt = QDateTime(QDate(2026, month, 5), QTime(9, 0));
        held.state = u"final"_s;
        held.recordedOn = QDate(2026, month, 6);
        return held;
    }
};

/// What a connection is asked while it lives.
struct Meter {
    int statements = 0;
    int rows = 0; ///< that were answered
    int steps = 0; ///< of SQLite's machine, so also through rows that were passed over

    explicit Meter(const Reader& reader)
        : m_handle(reader.connection().handle()) {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_STMT | SQLITE_TRACE_ROW, &Meter::note, this);
        sqlite3_progress_handler(m_handle, 1, &Meter::step, this);
    }
    ~Meter() {
        sqlite3_trace_v2(m_handle, 0, nullptr, nullptr);
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
    }
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;

private:
    static int note(unsigned event, void* meter, void*, void*) {
        ++(event == SQLITE_TRACE_ROW ? static_cast<Meter*>(meter)->rows
                                     : static_cast<Meter*>(meter)->statements);
        return 0;
    }
    static int step(void* meter) {
        ++static_cast<Meter*>(meter)->steps;
        return 0;
    }
    sqlite3* m_handle;
};
}

TEST(CheckInParts, findsTheSameOnAnyNumberOfThreads) {
    const WideTown town(3 * int(kPartSize) + 5);
    const auto alone = check(town.reader(), {}, kToday, {{}, 1});
    ASSERT_TRUE(ok(alone));
    ASSERT_GT(alone->size(), 1000);
    for (const int threads : {2, 4}) {
        const auto shared = check(town.reader(), {}, kToday, {{}, threads});
        ASSERT_TRUE(ok(shared));
        EXPECT_TRUE(*shared == *alone);
    }
}

TEST(CheckInParts, saysHowFarItIsAndStops) {
    const WideTown town(2 * int(kPartSize));
    const auto all = check(town.reader(), {}, kToday);
    ASSERT_TRUE(ok(all));
    for (const int threads : {1, 2}) {
        QList<qsizetype> seen;
        CheckCourse course;
        course.threads = threads;
        course.goOn = [&](const PassState& state) {
            EXPECT_EQ(state.total, 2 * kPartSize + 3);
            seen.append(state.done);
            return false;
        };
        const auto begun = check(town.reader(), {}, kToday, course);
        ASSERT_TRUE(ok(begun));
        EXPECT_EQ(seen, QList<qsizetype>{kPartSize});
        EXPECT_GT(begun->size(), 0);
        EXPECT_LT(begun->size(), all->size());
    }
}

TEST(FactsPass, overAFewSaysWhatThePassOverAllSays) {
    WideTown town(40);
    const Organisation group = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    Person member = town.member(u"王强"_s, town.xidang.id);
    member.groupId = group.id;
    ASSERT_TRUE(ok(savePerson(*town.store, member)));
    hold(town, u"group-meeting"_s, group.id, QDate(2026, 6, 8));
    const auto rules = townRules(town.reader());
    ASSERT_TRUE(ok(rules));
    const MatrixYear matrix(2026, kToday);
    QHash<Uuid, QList<Obligation>> all;
    ASSERT_TRUE(ok(
        forEachFacts(town.reader(), *rules, {}, matrix.days(), [&](const OrganisationFacts& facts) {
            if (const auto row = matrix.rowOf(facts, rules->book))
                all.insert(facts.id, row->obligations);
            return true;
        })));
    const QList<Id<Organisation>> few{town.branches[7], town.xidang.id};
    const auto pass = FactsPass::overThese(town.reader(), *rules, few, matrix.days());
    ASSERT_TRUE(ok(pass));
    ASSERT_EQ(pass->size(), few.size());
    int seen = 0;
    ASSERT_TRUE(ok(pass->read(town.reader(), 0, pass->size(), [&](const OrganisationFacts& facts) {
        EXPECT_EQ(facts.id, few[seen++].value);
        const auto row = matrix.rowOf(facts, rules->book);
        EXPECT_TRUE(row.has_value());
        const QList<Obligation> expected = all.value(facts.id);
        EXPECT_EQ(row->obligations.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(row->obligations[i].rule, expected[i].rule);
            EXPECT_EQ(row->obligations[i].have, expected[i].have);
            EXPECT_EQ(row->obligations[i].state, expected[i].state);
        }
        return true;
    })));
    EXPECT_EQ(seen, 2);
}

TEST(FactsPass, overAFewCostsTheSameInAnyStore) {
    const auto costIn = [](int branches) {
        const WideTown town(branches);
        const auto rules = townRules(town.reader());
        EXPECT_TRUE(ok(rules));
        const Meter meter(town.reader());
        const auto pass = FactsPass::overThese(town.reader(), *rules, town.branches.first(33),
                                               MatrixYear(2026, kToday).days());
        EXPECT_TRUE(ok(pass));
        EXPECT_TRUE(
            ok(pass->read(town.reader(), 0, pass->size(), [](const auto&) { return true; })));
        return std::tuple(meter.statements, meter.rows, meter.steps);
    };
    const auto small = costIn(40);
    EXPECT_EQ(costIn(600), small);
    const auto [statements, rows, steps] = small;
    EXPECT_GT(statements, 33);
    EXPECT_GT(rows, 100);
    EXPECT_GT(steps, rows);
}

TEST(FactsPass, overAFewLeavesOutWhatIsDissolved) {
    WideTown town(3);
    Organisation gone = town.reader().find(town.branches[1]).value().value();
    gone.dissolvedOn = PartialDate(2026, 3, 1);
    ASSERT_TRUE(ok(saveOrganisation(*town.store, gone)));
    const auto rules = townRules(town.reader());
    const auto pass = FactsPass::overThese(town.reader(), *rules, town.branches,
                                           MatrixYear(2026, kToday).days());
    ASSERT_TRUE(ok(pass));
    EXPECT_EQ(pass->size(), 2);
}
