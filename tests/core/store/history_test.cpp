#include "core/store/history.h"

#include "tests/core/store/toys.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
qint64 newestSeq(const ToyStore& toys) {
    return operations(toys->reader(), {.limit = 1}).value().first().seq;
}

QString changesText(const ToyStore& toys, qint64 seq) {
    QStringList parts;
    const auto changes = changesOf(toys->reader(), seq);
    for (const CellChange& change : changes.value())
        parts.append(QString::fromLatin1(change.column) + u':' + textIn(change.before) + u'>'
                     + textIn(change.after));
    return parts.join(u' ');
}
}

TEST(History, tellsBeforeAndAfterOverManyEdits) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"名0"_s));
    const qint64 first = newestSeq(toys);
    for (int i = 1; i <= 30; ++i) {
        if (i % 3 == 0)
            club.foundedOn = PartialDate(2000 + i, 1);
        else
            club.name = u"名%1"_s.arg(i);
        toys.save(club);
    }
    EXPECT_EQ(changesText(toys, first), u":>"_s);
    EXPECT_EQ(changesText(toys, first + 1), u"name:名0>名1"_s);
    EXPECT_EQ(changesText(toys, first + 3), u"founded_on:>2003-01"_s);
    EXPECT_EQ(changesText(toys, first + 4), u"name:名2>名4"_s);
    EXPECT_EQ(changesText(toys, first + 6), u"founded_on:2003-01>2006-01"_s);
    EXPECT_EQ(changesText(toys, first + 29), u"name:名28>名29"_s);
    EXPECT_EQ(changesText(toys, first + 30), u"founded_on:2027-01>2030-01"_s);
}

TEST(History, tellsEachStepOfARecordChangedTwiceInOneOperation) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"甲"_s));
    ASSERT_TRUE(ok(toys->run({kDraw, {u"两次"_s}}, [&](Session& s) -> Result<bool> {
        club.name = u"乙"_s;
        if (const auto put = s.put(club); !put) return put;
        club.name = u"丙"_s;
        return s.put(club);
    })));
    const qint64 seq = newestSeq(toys);
    EXPECT_EQ(changesText(toys, seq), u"name:甲>乙 name:乙>丙"_s);
    club.name = u"丁"_s;
    toys.save(club);
    EXPECT_EQ(changesText(toys, seq), u"name:甲>乙 name:乙>丙"_s);
}

TEST(History, tellsDeletionAndReturn) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"甲"_s));
    toys.erase(club);
    const qint64 erased = newestSeq(toys);
    EXPECT_EQ(changesText(toys, erased), u"deleted_at:>2026-11-23T09:00:00Z"_s);
    ASSERT_TRUE(ok(toys->undo()));
    EXPECT_EQ(changesText(toys, erased), u"deleted_at:>2026-11-23T09:00:00Z"_s);
    EXPECT_EQ(changesText(toys, erased + 1), u"deleted_at:2026-11-23T09:00:00Z>"_s);
}

TEST(History, filtersByRecordAndPages) {
    ToyStore toys;
    Club one = toys.save(toys.club(u"一"_s));
    const Club two = toys.save(toys.club(u"二"_s));
    for (int i = 0; i < 5; ++i) {
        one.position = i + 1;
        toys.save(one);
    }
    const auto ofOne = operations(toys->reader(), {.row = one.id.value}).value();
    EXPECT_EQ(ofOne.size(), 6);
    EXPECT_EQ(operations(toys->reader(), {.row = two.id.value}).value().size(), 1);
    EXPECT_EQ(operations(toys->reader()).value().size(), 8);
    const auto page
        = operations(toys->reader(), {.row = one.id.value, .before = ofOne[1].seq, .limit = 2});
    ASSERT_EQ(page.value().size(), 2);
    EXPECT_EQ(page.value()[0].seq, ofOne[2].seq);
    EXPECT_EQ(page.value()[1].seq, ofOne[3].seq);
}

TEST(History, limitsTheRecordsOfALargeOperation) {
    ToyStore toys;
    ASSERT_TRUE(ok(toys->run({kDraw, {u"多"_s}}, [&](Session& s) -> Result<void> {
        for (int i = 0; i < 600; ++i)
            if (const auto put = s.add(toys.club(QString::number(i))); !put) return put;
        return {};
    })));
    EXPECT_EQ(changesOf(toys->reader(), newestSeq(toys)).value().size(), 500);
    EXPECT_EQ(changesOf(toys->reader(), newestSeq(toys), 7).value().size(), 7);
    EXPECT_EQ(changesOf(toys->reader(), 999).value().size(), 0);
}

TEST(History, marksWhatWasTakenBack) {
    ToyStore toys;
    toys.save(toys.club(u"一"_s));
    ASSERT_TRUE(ok(toys->undo()));
    const auto all = operations(toys->reader()).value();
    EXPECT_FALSE(all[0].isReverted);
    EXPECT_TRUE(all[1].isReverted);
    EXPECT_EQ(all[0].reverts, all[1].id);
    EXPECT_EQ(all[0].label, u"撤销：登记:甲"_s);
}
