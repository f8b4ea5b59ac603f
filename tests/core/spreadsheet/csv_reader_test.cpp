#include "tests/core/spreadsheet/sheet_rows.h"

#include <QStringEncoder>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

SheetRows csv(const QByteArray& bytes) {
    const TempFolder folder;
    spill(folder.path(u"a.csv"_s), bytes);
    return mustRead(folder.path(u"a.csv"_s));
}

Result<SheetRows> tryCsv(const QByteArray& bytes) {
    const TempFolder folder;
    spill(folder.path(u"a.csv"_s), bytes);
    return rowsOf(folder.path(u"a.csv"_s));
}

Cell one(const QByteArray& bytes) {
    return csv(bytes).cell(1, 0);
}

}

TEST(CsvReader, findsTheEncoding) {
    const QString text = u"姓名,王䶮㛃𬭚镕\r\n二,三\r\n"_s;
    const QStringList expected = {u"姓名"_s, u"王䶮㛃𬭚镕"_s};
    EXPECT_EQ(csv(text.toUtf8()).texts(1), expected);
    EXPECT_EQ(csv("\xEF\xBB\xBF" + text.toUtf8()).texts(1), expected);
    QStringEncoder little("UTF-16LE", QStringConverter::Flag::WriteBom);
    EXPECT_EQ(csv(little(text)).texts(1), expected);
    QStringEncoder big("UTF-16BE", QStringConverter::Flag::WriteBom);
    EXPECT_EQ(csv(big(text)).texts(1), expected);
}

TEST(CsvReader, readsGb18030) {
    const SheetRows sheet = csv(QByteArray::fromHex("D0D5C3FB2CCDF5FE9F8230B7319933AA34E9460D0A"));
    EXPECT_EQ(sheet.texts(1), (QStringList{u"姓名"_s, u"王䶮㛃𬭚镕"_s}));
}

TEST(CsvReader, readsGbkAcrossTheEdgesOfItsPieces) {
    const QString line = u"马骉,329999199001010012,示范镇柘沟村党支部\n"_s;
    const QByteArray gbk = QByteArray::fromHex(
        "C2EDF3542C3332393939393139393030313031303031322CCABEB7B6D5F2E8CFB9B5B4E5B5B3D6A7B2BF0A");
    const QByteArray bytes = "x" + gbk.repeated(20'000);
    const SheetRows sheet = csv(bytes);
    ASSERT_EQ(sheet.rows.size(), 20'000);
    for (int row = 2; row <= 20'000; ++row)
        ASSERT_EQ(sheet.texts(row).join(u','), line.chopped(1)) << row;
}

TEST(CsvReader, refusesBytesOfNoEncodingAndBinaries) {
    EXPECT_FALSE(tryCsv("abc,\xFF\xFF,d\n"));
    EXPECT_FALSE(tryCsv(QByteArray("a\0b", 3)));
    EXPECT_FALSE(tryCsv("%PDF-1.4\n"));
    const Result<SheetRows> page = tryCsv("  <HTML><table><tr><td>1</td></tr></table>");
    ASSERT_FALSE(page);
    EXPECT_TRUE(page.error().what.contains(u"网页"_s));
}

TEST(CsvReader, findsTheSeparator) {
    EXPECT_EQ(csv("a;b;\"c,d,e,f\"\n").texts(1), (QStringList{u"a"_s, u"b"_s, u"c,d,e,f"_s}));
    EXPECT_EQ(csv("a\tb,c\td\n").texts(1), (QStringList{u"a"_s, u"b,c"_s, u"d"_s}));
    EXPECT_EQ(csv("abc\ndef").texts(2), QStringList{u"def"_s});
    EXPECT_EQ(csv("sep=;\r\na,b,c;d\r\n").texts(1), (QStringList{u"a,b,c"_s, u"d"_s}));
}

TEST(CsvReader, keepsTheRowNumbersOfTheSheet) {
    const SheetRows sheet = csv("a\r\n\r\n,,\n\"x\r\ny\"\"z\",2\rlast");
    EXPECT_EQ(sheet.rows.keys(), (QList<int>{1, 4, 5}));
    EXPECT_EQ(sheet.texts(4), (QStringList{u"x\ny\"z"_s, u"2"_s}));
    EXPECT_EQ(sheet.texts(5), QStringList{u"last"_s});
}

TEST(CsvReader, takesGuardsOffText) {
    EXPECT_EQ(one("=\"0123\""), textCell(u"0123"_s));
    EXPECT_EQ(one("\"=\"\"0123\"\"\""), textCell(u"0123"_s));
    EXPECT_EQ(one("'0123"), textCell(u"0123"_s));
    EXPECT_EQ(one("'=1+2"), textCell(u"=1+2"_s));
    EXPECT_EQ(one("\t329999196709286298\t\n,,"), textCell(u"329999196709286298"_s));
    EXPECT_EQ(one("=1+2"), textCell(u"=1+2"_s));
    EXPECT_EQ(one("  x "), textCell(u"  x "_s));
}

TEST(CsvReader, noticesNumbersThatExcelRounded) {
    EXPECT_EQ(one("3.29999E+17"), (Cell{CellType::Number, true, u"3.29999E+17"_s}));
    EXPECT_EQ(one("3.29999196709286E+17"),
              (Cell{CellType::Number, true, u"3.29999196709286E+17"_s}));
    EXPECT_EQ(one("1.37422E+10"), (Cell{CellType::Number, true, u"1.37422E+10"_s}));
    EXPECT_EQ(one("1E+15"), (Cell{CellType::Number, true, u"1E+15"_s}));
    EXPECT_EQ(one("1.3742180967E+10"), (Cell{CellType::Number, false, u"13742180967"_s}));
    EXPECT_EQ(one("329999196709286298"), textCell(u"329999196709286298"_s));
    for (const char* text : {"3E5", "E+17", "1.E+17", "12.3E+17", "1.2E+1x", "1.2E+", "1.2E+1"})
        EXPECT_EQ(one(text).type, CellType::Text) << text;
}

TEST(CsvReader, refusesAQuoteThatNeverEnds) {
    const Result<SheetRows> open = tryCsv("a,b\n\"c,d\ne,f\n");
    ASSERT_FALSE(open);
    EXPECT_TRUE(open.error().what.contains(u"第 2 行"_s));
}

TEST(CsvReader, refusesMoreColumnsThanASheetHas) {
    EXPECT_EQ(csv(QByteArray(kMaxSheetColumns - 1, ',') + "x").texts(1).size(), kMaxSheetColumns);
    EXPECT_FALSE(tryCsv(QByteArray(kMaxSheetColumns, ',') + "x"));
}

TEST(CsvReader, readsColumnsBetweenBars) {
    const SheetRows rows = csv("姓名|支部|备注\r\n王强|西荡村|甲,乙\r\n");
    EXPECT_EQ(rows.text(2, 0), u"王强"_s);
    EXPECT_EQ(rows.text(2, 2), u"甲,乙"_s);
}

} // namespace baolei
