#include "core/base/data_files.h"
#include "core/base/id.h"
#include "core/base/partial_date.h"
#include "core/base/period.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(Uuid, growsWithTimeAndWhenTheClockGoesBack) {
    Uuid last = newUuid(1'700'000'000'000);
    for (int i = 0; i < 20'000; ++i) {
        const Uuid next = newUuid(1'700'000'000'000 - i);
        ASSERT_LT(last, next);
        last = next;
    }
    EXPECT_EQ(last.bytes[6] >> 4, 7);
    EXPECT_EQ(last.bytes[8] >> 6, 2);
}

TEST(Uuid, readsItsOwnTextAndRefusesOther) {
    const Uuid id = newUuid(1'800'000'000'000);
    EXPECT_EQ(Uuid::fromText(id.toText()), id);
    EXPECT_EQ(Uuid::fromBytes(id.toBytes()), id);
    EXPECT_TRUE(Uuid::fromText(u"xyz"_s).isNull());
    EXPECT_TRUE(Uuid::fromText(id.toText().chopped(1)).isNull());
    EXPECT_TRUE(Uuid::fromBytes("123").isNull());
}

TEST(PartialDate, keepsWhatIsKnown) {
    EXPECT_EQ(PartialDate(2001, 7).text(), u"2001-07"_s);
    EXPECT_EQ(PartialDate(2001, 7).latest(), QDate(2001, 7, 31));
    EXPECT_EQ(PartialDate::ofYear(2001).latest(), QDate(2001, 12, 31));
    EXPECT_EQ(PartialDate(2001, 7, 9).chinese(), u"2001年7月9日"_s);
    EXPECT_EQ(PartialDate(2001, 7).chinese(), u"2001年7月"_s);
    EXPECT_LT(PartialDate(2001, 7), PartialDate(2001, 7, 1));
}

TEST(PartialDate, refusesImpossibleDays) {
    EXPECT_TRUE(PartialDate(2001, 2, 29).isNull());
    EXPECT_FALSE(PartialDate(2000, 2, 29).isNull());
    EXPECT_TRUE(PartialDate(2001, 13).isNull());
    for (const auto& bad : {u"2001-7"_s, u"2001-07-"_s, u"20010709"_s, u"2001-07-32"_s, u"٢٠٠١"_s})
        EXPECT_TRUE(PartialDate::fromText(bad).isNull()) << bad.toStdString();
}

TEST(Period, readsAndSplits) {
    EXPECT_EQ(Period::parse(u"2026-11"_s).value(), Period::ofMonth(2026, 11));
    EXPECT_EQ(Period::parse(u"2026-q3"_s).value(), Period::ofQuarter(2026, 3));
    EXPECT_EQ(Period::ofQuarter(2026, 3).first(), QDate(2026, 7, 1));
    EXPECT_EQ(Period::ofQuarter(2026, 3).last(), QDate(2026, 9, 30));
    EXPECT_EQ(Period::ofYear(2026).split(Period::Unit::Quarter).size(), 4);
    EXPECT_EQ(Period::ofMonth(2026, 2).split(Period::Unit::Year).size(), 0);
    EXPECT_EQ(Period::ofMonth(2026, 12).next(), Period::ofMonth(2027, 1));
    EXPECT_EQ(Period::ofQuarter(2026, 1).previous(), Period::ofQuarter(2025, 4));
    for (const auto& bad : {u"2026-13"_s, u"2026-Q5"_s, u"26"_s, u""_s, u"2026-11-01"_s})
        EXPECT_FALSE(Period::parse(bad)) << bad.toStdString();
}

TEST(DataFiles, theUsersCopyComesFirst) {
    const TempFolder folder;
    ASSERT_TRUE(QDir(folder.path()).mkpath(u"rules"_s));
    QFile own(folder.path(u"rules/own.json"_s));
    ASSERT_TRUE(own.open(QIODevice::WriteOnly));
    own.write("{}");
    own.close();
    EXPECT_FALSE(readDataFile(u"rules/own.json"_s));
    setUserDataFolder(folder.path());
    EXPECT_EQ(readDataFile(u"rules/own.json"_s).value(), QByteArray("{}"));
    EXPECT_TRUE(dataFiles(u"rules"_s, u".json"_s).contains(u"rules/own.json"_s));
    setUserDataFolder({});
}
