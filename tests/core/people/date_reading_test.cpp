#include "core/people/date_reading.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(DateReading, readsEverySpellingOfADay) {
    for (const QString& cell : {u"20010701"_s,
                                u"2001.07.01"_s,
                                u"2001.07.01 "_s,
                                u"2001.7.1"_s,
                                u"2001-7-1"_s,
                                u"2001-07-01"_s,
                                u"2001/7/1"_s,
                                u"2001/07/01"_s,
                                u"2001年7月1日"_s,
                                u"2001年07月01日"_s,
                                u"二〇〇一年七月一日"_s,
                                u"二零零一年七月一日"_s,
                                u"二○○一年七月一日"_s,
                                u"2001-07-01 00:00:00"_s,
                                u"2001-07-01T00:00:00"_s,
                                u"2001-07-01T00:00:00.000Z"_s,
                                u"2001/7/1 0:00"_s,
                                u"２００１年７月１日"_s,
                                u"２００１．０７．０１"_s,
                                u"2001 年 7 月 1 日"_s,
                                u"2001. 07. 01"_s,
                                u"2001 7 1"_s,
                                u"'2001-07-01"_s,
                                u"\u30002001.07.01\u00a0"_s,
                                u"2001。7。1"_s,
                                u"2001、7、1"_s,
                                u"2001—07—01"_s,
                                u"2001.07.01."_s,
                                u"2001年7月1号"_s,
                                u"2001-07-01\n"_s,
                                u"2001\\7\\1"_s,
                                u"2001-07-01 14:30"_s}) {
        EXPECT_EQ(readDate(cell).date.text(), u"2001-07-01"_s) << cell.toStdString();
        EXPECT_EQ(readDate(cell).fault, DateFault::None) << cell.toStdString();
    }
    EXPECT_EQ(readDate(u"一九九九年十二月三十一日").date.text(), u"1999-12-31"_s);
    EXPECT_EQ(readDate(u"二〇一〇年十月二十日").date.text(), u"2010-10-20"_s);
    EXPECT_EQ(readDate(u"二〇一〇年十一月十一日").date.text(), u"2010-11-11"_s);
}

TEST(DateReading, keepsWhatIsNotKnownUnknown) {
    for (const QString& cell :
         {u"200107"_s, u"2001.07"_s, u"2001.7"_s, u"2001年7月"_s, u"2001-07"_s, u"2001/7"_s,
          u"二〇〇一年七月"_s, u"20010700"_s, u"2001.07.00"_s})
        EXPECT_EQ(readDate(cell).date.text(), u"2001-07"_s) << cell.toStdString();
    for (const QString& cell : {u"2001"_s, u"2001年"_s, u"二〇〇一年"_s, u"20010000"_s})
        EXPECT_EQ(readDate(cell).date.text(), u"2001"_s) << cell.toStdString();
}

TEST(DateReading, refusesDaysThatDoNotExist) {
    for (const QString& cell : {u"20010230"_s, u"2001.02.29"_s, u"2001-13-01"_s, u"2001年7月32日"_s,
                                u"2001.00.05"_s, u"200113"_s, u"2001-04-31"_s}) {
        EXPECT_EQ(readDate(cell).fault, DateFault::Impossible) << cell.toStdString();
        EXPECT_TRUE(readDate(cell).date.isNull());
    }
    EXPECT_EQ(readDate(u"2000.02.29").fault, DateFault::None);
}

TEST(DateReading, refusesYearsOutOfRangeAndKeepsThem) {
    EXPECT_EQ(readDate(u"1900.01.01").fault, DateFault::None);
    EXPECT_EQ(readDate(u"2100-12-31").fault, DateFault::None);
    EXPECT_EQ(readDate(u"1899-12-31").fault, DateFault::OutOfRange);
    EXPECT_EQ(readDate(u"2101-01-01").fault, DateFault::OutOfRange);
    // The row is refused for what the date says, so it must be known.
    EXPECT_EQ(readDate(u"1890.01.01").date.text(), u"1890-01-01"_s);
}

TEST(DateReading, refusesWhatCanBeReadInTwoWays) {
    for (const QString& cell :
         {u"01.7.1"_s, u"99-12-31"_s, u"64年10月"_s, u"64.10"_s, u"'85.3"_s, u"7/1/01"_s})
        EXPECT_EQ(readDate(cell).fault, DateFault::TwoDigitYear) << cell.toStdString();
    for (const QString& cell :
         {u"不详"_s, u"7/1/2001"_s, u"010701"_s, u"37073"_s, u"2001-07-01至今"_s,
          u"2001.07.01(农历)"_s, u"约2001年"_s, u"20010"_s, u"2001070"_s, u"200107011"_s,
          u"3.7E+04"_s, u"0001-01-01"_s}) {
        EXPECT_EQ(readDate(cell).fault, DateFault::Unreadable) << cell.toStdString();
        EXPECT_TRUE(readDate(cell).date.isNull());
    }
}

TEST(DateReading, tellsNothingFromUnreadable) {
    for (const QString& cell : {u""_s, u" "_s, u"无"_s, u"/"_s, u"—"_s, u"\u3000"_s})
        EXPECT_EQ(readDate(cell).fault, DateFault::Missing);
}

TEST(DateReading, readsNumbersOfDaysOnlyFromNumberCells) {
    EXPECT_EQ(readDateNumber(u"37073").date.text(), u"2001-07-01"_s);
    EXPECT_EQ(readDateNumber(u"37073.5").date.text(), u"2001-07-01"_s);
    EXPECT_EQ(readDateNumber(u"35611", true).date.text(), u"2001-07-01"_s);
    EXPECT_EQ(readDateNumber(u"20010701").date.text(), u"2001-07-01"_s);
    EXPECT_EQ(readDateNumber(u"200107").date.text(), u"2001-07"_s);
    EXPECT_EQ(readDateNumber(u"2001").date.text(), u"2001"_s);
    EXPECT_EQ(readDateNumber(u"2100").date.text(), u"2100"_s);
    EXPECT_EQ(readDateNumber(u"2001.07").date.text(), u"2001-07"_s);
    EXPECT_EQ(readDateNumber(u"2001.12").date.text(), u"2001-12"_s);
    EXPECT_EQ(readDateNumber(u"2001.1").fault, DateFault::Unreadable); // January or October
    EXPECT_EQ(readDateNumber(u"12").fault, DateFault::Unreadable);
    EXPECT_EQ(readDateNumber(u"99999").fault, DateFault::Unreadable);
    EXPECT_EQ(readDateNumber(u"").fault, DateFault::Missing);
    EXPECT_EQ(readDateNumber(u"73415").date.text(), u"2100-12-31"_s);
}
