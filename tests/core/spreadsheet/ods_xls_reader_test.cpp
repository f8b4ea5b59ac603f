#include "tests/core/spreadsheet/sheet_rows.h"

namespace baolei {

using namespace Qt::StringLiterals;

TEST(OdsReader, readsTextWithBlanksLinesAndNotes) {
    const SheetRows sheet = mustRead(testData(u"spreadsheet/features.ods"_s));
    EXPECT_EQ(sheet.texts(1), QStringList{u"甲乙  丙\t丁\n二行"_s}); // no note, nothing covered
    EXPECT_EQ(sheet.merged, (QList<CellRange>{{1, 0, 2, 1}}));
}

TEST(OdsReader, readsValuesNotTheirDisplay) {
    const SheetRows sheet = mustRead(testData(u"spreadsheet/features.ods"_s));
    const QStringList expected
        = {u"13742180967"_s, u"13742180967"_s,      u"0.5"_s,   u"TRUE"_s,
           u"2001-07-09"_s,  u"2001-07-09 14:30"_s, u"09:30"_s, u"329999196709286000"_s};
    EXPECT_EQ(sheet.texts(5), expected);
    EXPECT_EQ(sheet.texts(6), expected); // repeated row
    EXPECT_EQ(sheet.hidden, (QList<int>{5, 6}));
    EXPECT_TRUE(sheet.cell(5, 7).lostPrecision);
    EXPECT_EQ(sheet.cell(5, 4).type, CellType::Date);
}

TEST(OdsReader, countsRepeatedEmptyRowsWithoutUnrollingThem) {
    const SheetRows sheet = mustRead(testData(u"spreadsheet/features.ods"_s));
    EXPECT_EQ(sheet.rows.keys(), (QList<int>{1, 5, 6, kMaxSheetRows}));
    EXPECT_EQ(sheet.text(kMaxSheetRows, 0), u"末行"_s);
}

TEST(OdsReader, listsHiddenSheets) {
    const auto reader = openSpreadsheet(testData(u"spreadsheet/features.ods"_s));
    ASSERT_TRUE(ok(reader));
    EXPECT_EQ((*reader)->sheets(), (QList<SheetInfo>{{u"名册"_s, false}, {u"隐藏"_s, true}}));
    EXPECT_EQ(mustRead(testData(u"spreadsheet/features.ods"_s), 1).text(1, 0), u"二表"_s);
}

TEST(XlsReader, readsTextNumbersDatesAndFormulas) {
    const auto reader = openSpreadsheet(testData(u"spreadsheet/features.xls"_s));
    ASSERT_TRUE(ok(reader));
    EXPECT_EQ((*reader)->kind(), SpreadsheetKind::Xls);
    EXPECT_EQ((*reader)->sheets(), (QList<SheetInfo>{{u"名册"_s, false}, {u"隐藏"_s, true}}));
    const SheetRows sheet = mustRead(testData(u"spreadsheet/features.xls"_s));
    EXPECT_EQ(sheet.texts(1),
              (QStringList{u"姓名"_s, u"王䶮"_s, u"329999196709286298"_s, u"一行\n二行"_s}));
    EXPECT_EQ(sheet.texts(3).first(5),
              (QStringList{u"13742180967"_s, u"329999196709286000"_s, u"2001-07-09"_s,
                           u"2001-07-09"_s, u"42"_s}));
    EXPECT_TRUE(sheet.cell(3, 1).lostPrecision);
    EXPECT_EQ(sheet.cell(3, 3).type, CellType::Date);
    EXPECT_EQ(sheet.texts(4), (QStringList{u"2.5"_s, u"公式文字"_s, u"#N/A"_s}));
    EXPECT_EQ(sheet.text(3, 5), u"TRUE"_s);
    EXPECT_EQ(sheet.merged, (QList<CellRange>{{1, 0, 2, 1}}));
    EXPECT_EQ(sheet.hidden, QList<int>{4});
}

TEST(XlsReader, readsLongTextsAcrossContinuationsAndOtherSheets) {
    const QString path = testData(u"spreadsheet/features.xls"_s);
    const SheetRows sheet = mustRead(path, 1);
    EXPECT_EQ(sheet.texts(1),
              (QStringList{QString(5000, u'长'), u"abc"_s + QString(4000, u'z'), u"尾"_s}));
    EXPECT_EQ(sheet.texts(2), (QStringList{u"1.25"_s, u"-3"_s, u"2001-07-09"_s}));
    EXPECT_EQ(mustRead(testData(u"spreadsheet/small1904.xls"_s)).text(3, 2), u"2005-07-10"_s);
}

#ifdef BAOLEI_FREEXL
TEST(XlsReader, readsExcel95) {
    const SheetRows sheet = mustRead(testData(u"spreadsheet/excel95.xls"_s));
    EXPECT_EQ(sheet.texts(1), QStringList{u"姓名"_s});
    EXPECT_EQ(sheet.texts(2), (QStringList{u"马骉"_s, u"13742180967"_s, u"2001-07-09"_s}));
}
#else
TEST(XlsReader, saysWhatToDoWithExcel95) {
    const auto reader = openSpreadsheet(testData(u"spreadsheet/excel95.xls"_s));
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, ErrorCode::Refused);
    EXPECT_TRUE(reader.error().next.contains(u"另存为 .xlsx"_s));
}
#endif

} // namespace baolei
