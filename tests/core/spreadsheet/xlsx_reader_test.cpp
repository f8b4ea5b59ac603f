#include "tests/core/spreadsheet/sheet_rows.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
SheetRows features() {
    return mustRead(testData(u"spreadsheet/features.xlsx"_s));
}
}

TEST(XlsxReader, followsOddPartNamesAndListsSheets) {
    const auto reader = openSpreadsheet(testData(u"spreadsheet/features.xlsx"_s));
    ASSERT_TRUE(ok(reader));
    EXPECT_EQ((*reader)->kind(), SpreadsheetKind::Xlsx);
    EXPECT_EQ((*reader)->sheets(),
              (QList<SheetInfo>{{u"名册"_s, false}, {u"隐藏"_s, true}})); // the chart is no sheet
    EXPECT_TRUE(ok((*reader)->read(1, [](const SheetRow&) { return true; })));
    EXPECT_FALSE((*reader)->read(2, [](const SheetRow&) { return true; }));
    EXPECT_FALSE((*reader)->read(-1, [](const SheetRow&) { return true; }));
}

TEST(XlsxReader, readsSharedAndRichStrings) {
    const QStringList expected
        = {u"姓名"_s, u"王 䶮"_s, QString(), u"两边空白"_s, u" 留着 "_s, u"一行\n二行_x000D_"_s,
           QString(), u"<&😀龙"_s};
    EXPECT_EQ(features().texts(1), expected);
    EXPECT_EQ(features().cell(1, 2).type, CellType::Empty);
}

TEST(XlsxReader, readsInlineFormulaBooleanAndErrorCells) {
    const SheetRows sheet = features();
    EXPECT_EQ(sheet.texts(3),
              (QStringList{u"内"_s, u"联串"_s, u"公式文字"_s, u"2"_s, u"TRUE"_s, u"#N/A"_s}));
    EXPECT_EQ(sheet.cell(3, 2).type, CellType::Text);
    EXPECT_EQ(sheet.cell(3, 3).type, CellType::Number);
    EXPECT_EQ(sheet.cell(3, 4).type, CellType::Boolean);
    EXPECT_EQ(sheet.cell(3, 5).type, CellType::Error);
    EXPECT_EQ(sheet.hidden, QList<int>{3});
}

TEST(XlsxReader, readsNumbersAsAPersonWould) {
    const SheetRows sheet = features();
    EXPECT_EQ(
        sheet.texts(4),
        (QStringList{u"13742180967"_s, u"13742180967"_s, u"329999196709286000"_s, u"0.3"_s,
                     u"999999999999999"_s, u"1000000000000000"_s, u"-12.5"_s, u"0.0000001"_s}));
    QList<bool> lost;
    for (int column = 0; column < 8; ++column)
        lost.append(sheet.cell(4, column).lostPrecision);
    EXPECT_EQ(lost, (QList<bool>{false, false, true, false, false, true, false, false}));
}

TEST(XlsxReader, readsDatesByTheirFormat) {
    const SheetRows sheet = features();
    EXPECT_EQ(sheet.texts(5),
              (QStringList{u"2001-07-09"_s, u"1900-02-28"_s, u"1900-02-29"_s, u"1900-03-01"_s,
                           u"2"_s, u"001234"_s, u"3"_s, u"36:00"_s, u"2001-07-09 14:30"_s,
                           u"20010709"_s, u"2001-07-09"_s, u"9999-12-31"_s, u"12:00"_s}));
    EXPECT_EQ(sheet.cell(5, 0).type, CellType::Date);
    EXPECT_EQ(sheet.cell(5, 4).type, CellType::Number);
    EXPECT_EQ(sheet.cell(5, 9).type, CellType::Number); // 20010709 is no day's number
    EXPECT_EQ(sheet.cell(5, 10).type, CellType::Date);
    EXPECT_EQ(mustRead(testData(u"spreadsheet/date1904.xlsx"_s)).texts(1),
              (QStringList{u"1904-01-01"_s, u"2001-07-09"_s}));
}

TEST(XlsxReader, countsOnWhereNumbersAreMissing) {
    const SheetRows sheet = features();
    EXPECT_EQ(sheet.texts(6), (QStringList{u"无号"_s, u"7"_s}));
    EXPECT_EQ(sheet.texts(7), (QStringList{QString(), QString(), u"8"_s, u"9"_s}));
}

TEST(XlsxReader, reachesTheLastCellAndReportsMergedRanges) {
    const SheetRows sheet = features();
    EXPECT_EQ(sheet.text(kMaxSheetRows, kMaxSheetColumns - 1), u"1"_s);
    EXPECT_FALSE(sheet.rows.contains(2));
    EXPECT_EQ(sheet.merged, (QList<CellRange>{{1, 0, 2, 2}, {3, 3, 9, 3}}));
}

TEST(XlsxReader, readsStrictFilesWithOtherPrefixes) {
    const SheetRows sheet = mustRead(testData(u"spreadsheet/strict.xlsx"_s));
    EXPECT_EQ(sheet.texts(2), (QStringList{QString(), u"严格"_s, u"2001-07-09"_s}));
}

TEST(XlsxReader, stopsWhenTheHandlerHasEnoughAndReadsAgain) {
    const auto reader = openSpreadsheet(testData(u"spreadsheet/features.xlsx"_s));
    ASSERT_TRUE(ok(reader));
    for (int pass = 0; pass < 2; ++pass) {
        QList<int> seen;
        EXPECT_TRUE(ok((*reader)->read(0, [&seen](const SheetRow& row) {
            seen.append(row.number);
            return seen.size() < 2;
        })));
        EXPECT_EQ(seen, (QList<int>{1, 3}));
    }
}

} // namespace baolei
