#include "core/spreadsheet/number_text.h"

#include <gtest/gtest.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

Cell number(std::string_view raw, NumberFormat format = {}, bool from1904 = false) {
    Cell cell;
    setNumber(cell, raw, format, from1904);
    return cell;
}

std::string text(std::string_view raw) {
    return number(raw).text.toStdString();
}

}

TEST(NumberText, writesNumbersWithoutExponent) {
    EXPECT_EQ(text("13742180967"), "13742180967");
    EXPECT_EQ(text("1.3742180967E10"), "13742180967");
    EXPECT_EQ(text("1.3742180967e+10"), "13742180967");
    EXPECT_EQ(text("0"), "0");
    EXPECT_EQ(text("-0"), "0");
    EXPECT_EQ(text("-12.50"), "-12.5");
    EXPECT_EQ(text("0.30000000000000004"), "0.3");
    EXPECT_EQ(text("1E-7"), "0.0000001");
    EXPECT_EQ(text("100"), "100");
    EXPECT_EQ(text("1e2"), "100");
    EXPECT_EQ(text("1e300"), "1E+300");
    EXPECT_EQ(text("1.5e-30"), "1.5E-30");
}

TEST(NumberText, flagsLostDigitsFromTheSixteenthOn) {
    EXPECT_FALSE(number("999999999999999").lostPrecision);
    EXPECT_TRUE(number("1000000000000000").lostPrecision);
    const Cell lost = number("3.2999919670928602E+17");
    EXPECT_TRUE(lost.lostPrecision);
    EXPECT_EQ(lost.text, u"329999196709286000"_s);
    EXPECT_EQ(number("329999196709286298"), lost);
    EXPECT_FALSE(number("0.1234567890123456").lostPrecision);
}

TEST(NumberText, leavesWhatIsNoNumberAsText) {
    EXPECT_EQ(number("abc").type, CellType::Text);
    EXPECT_EQ(number("nan").type, CellType::Text);
    EXPECT_EQ(number("inf").type, CellType::Text);
    EXPECT_EQ(number("1 2").type, CellType::Text);
    EXPECT_EQ(number("").type, CellType::Empty);
}

TEST(NumberText, knowsDateFormats) {
    using enum NumberFormat::Kind;
    for (int id : {14, 22, 27, 31, 36, 45, 47, 50, 57, 58})
        EXPECT_EQ(builtinNumberFormat(id).kind, Date) << id;
    for (int id : {0, 1, 2, 13, 23, 37, 44, 48, 49, 59})
        EXPECT_EQ(builtinNumberFormat(id).kind, General) << id;
    for (const QString& code : {u"yyyy\"年\"m\"月\""_s, u"[$-804]yyyy-mm-dd;@"_s, u"m/d"_s,
                                u"[DBNum1]yyyy年m月d日"_s, u"hh:mm AM/PM"_s, u"d"_s})
        EXPECT_EQ(numberFormatOf(code).kind, Date) << code.toStdString();
    for (const QString& code :
         {u"General"_s, u"0.00\"day\""_s, u"[Red]0"_s, u"0.0_m"_s, u"0\\d"_s, u"0;\"y\"yy"_s,
          u"@"_s, u"\"open"_s, u"[open"_s, u"0.00E+00"_s, u""_s})
        EXPECT_EQ(numberFormatOf(code).kind, General) << code.toStdString();
    EXPECT_EQ(numberFormatOf(u"[h]:mm").kind, Elapsed);
    EXPECT_EQ(numberFormatOf(u"000000"), (NumberFormat{Zeros, 6}));
}

TEST(NumberText, countsDaysAsExcelDoes) {
    EXPECT_EQ(dateOfSerial(1, false), u"1900-01-01"_s);
    EXPECT_EQ(dateOfSerial(59, false), u"1900-02-28"_s);
    EXPECT_EQ(dateOfSerial(60, false), u"1900-02-29"_s);
    EXPECT_EQ(dateOfSerial(61, false), u"1900-03-01"_s);
    EXPECT_EQ(dateOfSerial(37081, false), u"2001-07-09"_s);
    EXPECT_EQ(dateOfSerial(2958465, false), u"9999-12-31"_s);
    EXPECT_EQ(dateOfSerial(2958466, false), QString());
    EXPECT_EQ(dateOfSerial(-1, false), QString());
    EXPECT_EQ(dateOfSerial(0, true), u"1904-01-01"_s);
    EXPECT_EQ(dateOfSerial(35619, true), u"2001-07-09"_s);
    EXPECT_EQ(dateOfSerial(2957003, true), u"9999-12-31"_s);
    EXPECT_EQ(dateOfSerial(2957004, true), QString());
    EXPECT_EQ(dateOfSerial(0.5, false), u"12:00"_s);
    EXPECT_EQ(dateOfSerial(37081.604166666664, false), u"2001-07-09 14:30"_s);
    EXPECT_EQ(dateOfSerial(37080.9999999, false), u"2001-07-09"_s);
}

} // namespace baolei
