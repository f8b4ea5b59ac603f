#include "core/base/normal_text.h"
#include "core/store/history.h"
#include "tests/core/store/toys.h"

#include <chrono>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr Op kOp{"toy.session", "试"};

// Rare characters (an extension B surname character), emoji, quotes, line ends, a NUL, %1.
const QString kRare
    = QString::fromUcs4(U"𠮷野𬱖 👩‍🌾 'x'; --\r\n\t“%1”") + QChar(0) + u'·';
}

TEST(Session, roundTripsEveryType) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    Player full = toys.player(normalLine(kRare), club.id); // the form in which it is kept
    full.number = u"32999919900101000X"_s;
    full.height = 9'007'199'254'740'993; // not a double
    full.isLost = true;
    full.hand = Hand::Left;
    full.joinedOn = QDate(2024, 2, 29);
    full.seenAt = QDateTime(QDate(2026, 11, 23), QTime(8, 40, 11), Qt::UTC);
    full.trainsAt = QDateTime(QDate(2026, 11, 23), QTime(19, 30));
    full.picture = QByteArray("\0\xff\x80 SQLite", 10);
    toys.save(full);
    EXPECT_EQ(toys.saved(full), full);
    toys.reopen();
    const auto again = toys.saved(full);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, full);
    EXPECT_EQ(again->trainsAt.timeSpec(), Qt::LocalTime);
    EXPECT_EQ(again->seenAt.timeSpec(), Qt::UTC);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, roundTripsNothing) {
    ToyStore toys;
    Player bare = toys.player({});
    EXPECT_TRUE(bare.name.isNull());
    toys.save(bare);
    const auto again = toys.saved(bare);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, bare);
    EXPECT_TRUE(again->clubId.isNull());
    EXPECT_FALSE(again->number);
    EXPECT_FALSE(again->joinedOn.isValid());
    EXPECT_EQ(toys.count("SELECT count(*) FROM player WHERE name = '' AND number IS NULL"
                         " AND picture IS NULL AND seen_at IS NULL AND height = 0"),
              1);
    // An empty text that may be missing is not the same as a missing one.
    bare.number = u""_s;
    toys.save(bare);
    EXPECT_EQ(toys.saved(bare)->number, std::optional(u""_s));
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, putWritesOnlyCellsThatDiffer) {
    ToyStore toys;
    Player player = toys.player(u"张三"_s);
    player.height = 170;
    toys.save(player);
    player.height = 171;
    player.isLost = true;
    toys.save(player);
    const auto newest = operations(toys->reader(), {.limit = 1}).value().first();
    EXPECT_EQ(newest.lines, 1);
    QByteArray before;
    ASSERT_TRUE(ok(toys->reader().each("SELECT before FROM journal WHERE seq = :seq",
                                       {{":seq", newest.seq}},
                                       [&](const Row& row) { before = row.bytes(0); })));
    EXPECT_EQ(decodeCells(before).value(),
              (Cells{{"height", Value{qint64(170)}}, {"is_lost", Value{qint64(0)}}}));
}

TEST(Session, puttingTheSameAgainLeavesNoTrace) {
    ToyStore toys;
    const Player player = toys.save(toys.player(u"张三"_s));
    const qint64 operationsBefore = toys.count("SELECT count(*) FROM operation");
    int signals_ = 0;
    QObject::connect(toys.store.get(), &Store::changed, [&] { ++signals_; });
    const auto put = toys->run({kOp}, [&](Session& s) { return s.put(player); });
    ASSERT_TRUE(ok(put));
    EXPECT_FALSE(*put);
    EXPECT_EQ(signals_, 0);
    EXPECT_EQ(toys.count("SELECT count(*) FROM operation"), operationsBefore);
}

TEST(Session, erasesAndBringsBack) {
    ToyStore toys;
    Player player = toys.save(toys.player(u"张三"_s));
    toys.erase(player);
    EXPECT_EQ(toys.saved(player), std::nullopt);
    EXPECT_EQ(toys.count("SELECT count(*) FROM player WHERE deleted_at = '2026-11-23T09:00:00Z'"),
              1);
    const auto find = toys->run({kOp}, [&](Session& s) { return s.find(player.id); });
    ASSERT_FALSE(find);
    EXPECT_EQ(find.error().code, ErrorCode::NotFound);
    const auto twice = toys->run({kOp}, [&](Session& s) { return s.erase(player.id); });
    EXPECT_FALSE(twice);
    player.height = 180;
    toys.save(player);
    EXPECT_EQ(toys.saved(player), player);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, anOperationThatFailsInsideLeavesNothing) {
    ToyStore toys;
    Club kept = toys.save(toys.club(u"东风"_s));
    const qint64 journal = toys.count("SELECT count(*) FROM journal");
    const auto failed = toys->run({kOp}, [&](Session& s) -> Result<void> {
        Club changed = kept;
        changed.name = u"西风"_s;
        if (const auto put = s.put(changed); !put) return fail(put.error());
        if (const auto put = s.put(toys.club(u"新的"_s)); !put) return fail(put.error());
        return fail(ErrorCode::Refused, u"不行"_s);
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().what, u"不行"_s);
    EXPECT_EQ(toys.saved(kept), kept);
    EXPECT_EQ(toys.count("SELECT count(*) FROM club"), 1);
    EXPECT_EQ(toys.count("SELECT count(*) FROM journal"), journal);
    toys.save(toys.club(u"照常"_s));
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, anExceptionLeavesNothing) {
    ToyStore toys;
    EXPECT_THROW((void)toys->run({kOp},
                                 [&](Session& s) -> Result<void> {
                                     (void)s.put(toys.club(u"半"_s));
                                     throw std::bad_alloc();
                                 }),
                 std::bad_alloc);
    EXPECT_EQ(toys.count("SELECT count(*) FROM club"), 0);
    toys.save(toys.club(u"照常"_s));
}

TEST(Session, aRefusedCellUndoesOnlyItselfAndTheCommandMayGoOn) {
    ToyStore toys;
    Player first = toys.player(u"张三"_s);
    first.number = u"329999199001010011"_s;
    toys.save(first);
    const auto imported = toys->run({kOp}, [&](Session& s) -> Result<int> {
        int skipped = 0;
        for (const QString& number : {*first.number, u"2"_s, u"3"_s}) {
            Player next = toys.player(u"李四"_s);
            next.number = number;
            if (!s.put(next)) ++skipped;
        }
        return skipped;
    });
    ASSERT_TRUE(ok(imported));
    EXPECT_EQ(*imported, 1);
    EXPECT_EQ(toys.count("SELECT count(*) FROM player"), 3);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, errorsNameNoPrivateValue) {
    ToyStore toys;
    Player first = toys.player(u"张三"_s);
    first.number = u"329999199001010011"_s;
    toys.save(first);
    Player second = toys.player(u"李四"_s);
    second.number = first.number;
    const auto refused = toys->run({kOp}, [&](Session& s) { return s.put(second); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_FALSE(refused.error().text().contains(*first.number));
    EXPECT_FALSE(refused.error().text().contains(u"李四"_s));
}

TEST(Session, checksReferencesWhenTheOperationEnds) {
    ToyStore toys;
    const Club late = toys.club(u"后写的上级"_s);
    const auto inAnyOrder = toys->run({kOp}, [&](Session& s) -> Result<void> {
        if (const auto put = s.put(toys.club(u"先写的下级"_s, late.id)); !put)
            return fail(put.error());
        return s.add(late);
    });
    EXPECT_TRUE(ok(inAnyOrder));
    const auto dangling = toys->run(
        {kOp}, [&](Session& s) { return s.put(toys.player(u"王五"_s, Id<Club>{newUuid(1)})); });
    ASSERT_FALSE(dangling);
    EXPECT_EQ(dangling.error().code, ErrorCode::Refused);
    EXPECT_EQ(toys.count("SELECT count(*) FROM player"), 0);
    toys.save(toys.player(u"王五"_s, late.id));
}

// A full disk makes SQLite end the transaction by itself. A command that overlooks the error and
// goes on must not save the rest on its own, outside any operation.
TEST(Session, afterAFullDiskNothingMoreIsWrittenThoughTheCommandGoesOn) {
    ToyStore toys;
    const Club before = toys.save(toys.club(u"早先"_s));
    int written = 0;
    const auto full = toys->run({kOp}, [&](Session& s) -> Result<void> {
        Connection& connection = s.reader().connection();
        const qint64 pages = connection.integer("PRAGMA page_count").value();
        EXPECT_TRUE(ok(connection.execute("PRAGMA max_page_count = " + QByteArray::number(pages))));
        for (int i = 0; i < 2000; ++i)
            if (s.put(toys.club(u"很长的名字"_s.repeated(40)))) ++written;
        EXPECT_TRUE(ok(connection.execute("PRAGMA max_page_count = 1000000")));
        if (s.put(toys.club(u"空间又有了"_s))) ++written;
        return {};
    });
    EXPECT_LT(written, 2000);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::Io) << full.error().text().toStdString();
    EXPECT_EQ(toys.count("SELECT count(*) FROM club"), 1);
    EXPECT_EQ(toys.saved(before), before);
    toys.save(toys.club(u"照常"_s));
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, anOperationInsideAnotherIsRefusedNotWaitedFor) {
    ToyStore toys;
    ErrorCode inner{};
    const auto outer = toys->run({kOp}, [&](Session& s) -> Result<bool> {
        const auto nested = toys->run({kOp}, [&](Session& t) { return t.put(toys.club(u"内"_s)); });
        if (!nested) inner = nested.error().code;
        return s.put(toys.club(u"外"_s));
    });
    EXPECT_TRUE(ok(outer));
    EXPECT_EQ(inner, ErrorCode::Broken);
    EXPECT_EQ(toys.count("SELECT count(*) FROM club"), 1);
    toys.save(toys.club(u"照常"_s));
}

TEST(Session, sameRecordTwiceInOneOperation) {
    ToyStore toys;
    Club club = toys.club(u"一"_s);
    ASSERT_TRUE(ok(toys->run({kOp}, [&](Session& s) -> Result<void> {
        for (const QString& name : {u"一"_s, u"二"_s, u"三"_s}) {
            club.name = name;
            if (const auto put = s.put(club); !put) return fail(put.error());
        }
        return s.erase(club.id);
    })));
    EXPECT_EQ(toys.saved(club), std::nullopt);
    EXPECT_EQ(toys.count("SELECT lines FROM operation ORDER BY seq DESC LIMIT 1"), 4);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Session, addRefusesAKeyThatIsThereAndPutRefusesNoKey) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    EXPECT_FALSE(toys->run({kOp}, [&](Session& s) { return s.add(club); }));
    EXPECT_FALSE(toys->run({kOp}, [&](Session& s) { return s.put(Club{}); }));
    EXPECT_EQ(toys.count("SELECT count(*) FROM club"), 1);
}

TEST(Session, writesNoCellsUnderNamesThatAreNoNames) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    const QList<std::pair<QByteArray, Cells>> hostile{
        {"club", {{"name = 'x', position", Value{u"y"_s}}}},
        {"club SET name = 'x' --", {{"name", Value{u"y"_s}}}},
        {"club", {}},
        {"nowhere", {{"name", Value{u"y"_s}}}}};
    for (const auto& each : hostile)
        EXPECT_FALSE(toys->run({kOp}, [&](Session& s) {
            return s.writeCells(each.first, club.id.value, each.second);
        })) << each.first.toStdString();
    EXPECT_EQ(toys.saved(club), club);
}

// An import must not search all that refer to a table for each record that it adds to it.
TEST(Session, addsManyToATableThatOthersReferTo) {
    ToyStore toys;
    const auto add = [&](int count) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_TRUE(ok(toys->run({kOp}, [&](Session& s) -> Result<void> {
            for (int i = 0; i < count; ++i)
                if (const auto done = s.add(toys.club(u"名"_s)); !done) return done;
            return {};
        })));
        return std::chrono::steady_clock::now() - start;
    };
    add(1000); // warm
    const auto few = add(2000);
    const auto many = add(20'000);
    EXPECT_LT(many, 40 * few) << "grows with the square of the records";
}
