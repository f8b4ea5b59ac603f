#include "core/store/journal.h"

#include "core/store/history.h"
#include "core/store/setting.h"
#include "tests/core/store/toys.h"

#include <random>

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(Journal, cellsSurviveTheirEncoding) {
    const Cells cells{{"a", Value{}},
                      {"b", Value{qint64(-1)}},
                      {"c", Value{std::numeric_limits<qint64>::max()}},
                      {"d", Value{std::numeric_limits<qint64>::min()}},
                      {"e", Value{u""_s}},
                      {"f", Value{QString::fromUcs4(U"𠮷👩‍🌾")}},
                      {"g_2", Value{QByteArray("\0\x01\xff", 3)}}};
    EXPECT_EQ(decodeCells(encodeCells(cells)).value(), cells);
    EXPECT_EQ(decodeCells(encodeCells({})).value(), Cells());
}

TEST(Journal, refusesNamesThatAreNoColumns) {
    for (const QByteArray name : {"", "a b", "a;", "名", "A", "a'"})
        EXPECT_FALSE(decodeCells(encodeCells({{name, Value{}}}))) << name.toStdString();
}

TEST(Journal, damagedBytesAreRefusedOrReadButNeverCrash) {
    const QByteArray good
        = encodeCells({{"name", Value{u"张三"_s}}, {"height", Value{qint64(170)}}});
    for (qsizetype length = 0; length < good.size(); ++length)
        EXPECT_FALSE(decodeCells(good.first(length))) << length;
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bad = good;
        for (int flips = 0; flips < 3; ++flips)
            bad[qsizetype(random() % size_t(bad.size()))] = char(random());
        (void)decodeCells(bad);
    }
}

TEST(Journal, isAppendOnly) {
    ToyStore toys;
    toys.save(toys.club(u"东风"_s));
    toys.store.reset();
    const auto connection = Connection::open(toys.path, Connection::Mode::ReadWrite);
    for (const QByteArray sql :
         {"UPDATE operation SET label = 'x'", "DELETE FROM operation", "DELETE FROM journal",
          "UPDATE journal SET before = NULL", "UPDATE operation SET hash = zeroblob(32)"})
        EXPECT_FALSE((*connection)->execute(sql)) << sql.toStdString();
}

TEST(Journal, theClockGrowsThoughTheWallTimeGoesBack) {
    ToyStore toys;
    toys.save(toys.club(u"一"_s));
    toys.clock.set(QDate(2020, 1, 1));
    toys.save(toys.club(u"二"_s));
    toys.reopen();
    toys.save(toys.club(u"三"_s));
    const auto all = operations(toys->reader()).value();
    ASSERT_EQ(all.size(), 4);
    for (qsizetype i = 1; i < all.size(); ++i) {
        EXPECT_EQ(all[i - 1].clock, all[i].clock + 1);
        EXPECT_EQ(all[i - 1].seq, all[i].seq + 1);
        EXPECT_GT(all[i - 1].id, all[i].id);
    }
    EXPECT_EQ(all.first().wallTime, QDateTime(QDate(2020, 1, 1), QTime(9, 0), Qt::UTC));
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Journal, namesWhoDidWhatWhere) {
    ToyStore toys;
    toys->setActor(u"老周"_s);
    toys.save(toys.club(u"东风"_s), u"东风"_s);
    const auto newest = operations(toys->reader(), {.limit = 1}).value().first();
    EXPECT_EQ(newest.actor, u"老周"_s);
    EXPECT_EQ(newest.key, QByteArray("toy.draw"));
    EXPECT_EQ(newest.label, u"登记:东风"_s);
    EXPECT_EQ(newest.replica, toys->replica());
    EXPECT_GT(newest.schema, 0);
    EXPECT_TRUE(newest.reverts.isNull());
    EXPECT_FALSE(newest.isReverted);
}

TEST(Journal, labelsTakeArgumentsAsTheyAre) {
    EXPECT_EQ((Operation{kMove, {u"%2队"_s, u"%1部"_s}}.label()), u"把%2队移到%1部"_s);
    EXPECT_EQ((Operation{kMove, {u"甲"_s}}.label()), u"把甲移到%2"_s);
    EXPECT_EQ((Operation{kDraw, {}}.label()), u"登记:%1"_s);
    EXPECT_EQ((Operation{kDraw, {u""_s}}.label()), u"登记:"_s);
}

TEST(Journal, theHashCoversTheHeadTheChainAndEveryCell) {
    OperationInfo head;
    head.id = newUuid(1);
    head.key = "k";
    head.label = u"标签"_s;
    head.wallTime = QDateTime(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC);
    const Uuid row = newUuid(2);
    const auto hashOf = [&](const QByteArray& previous, const OperationInfo& it, const Cells& cells,
                            const QByteArray& table = "club") {
        ChainHash hash(previous, it);
        hash.addLine(table, row, cells);
        return hash.result();
    };
    const Cells cells{{"name", Value{u"甲"_s}}};
    const QByteArray base = hashOf("p", head, cells);
    EXPECT_EQ(base.size(), 32);
    EXPECT_EQ(base, hashOf("p", head, cells));
    EXPECT_NE(base, hashOf("q", head, cells));
    EXPECT_NE(base, hashOf("p", head, {{"name", Value{u"乙"_s}}}));
    EXPECT_NE(base, hashOf("p", head, {{"name", Value{u"甲"_s.toUtf8()}}}));
    EXPECT_NE(base, hashOf("p", head, {{"note", Value{u"甲"_s}}}));
    EXPECT_NE(base, hashOf("p", head, {}));
    EXPECT_NE(base, hashOf("p", head, cells, "player"));
    OperationInfo other = head;
    other.label = u"别的"_s;
    EXPECT_NE(base, hashOf("p", other, cells));
    other = head;
    other.actor = u"别人"_s;
    EXPECT_NE(base, hashOf("p", other, cells));
    other = head;
    other.clock = 9;
    EXPECT_NE(base, hashOf("p", other, cells));
    other = head;
    other.reverts = row;
    EXPECT_NE(base, hashOf("p", other, cells));
}
