#include "core/spreadsheet/csv_writer.h"
#include "core/spreadsheet/table_file.h"
#include "core/spreadsheet/xlsx_writer.h"
#include "core/spreadsheet/zip_package.h"
#include "tests/core/spreadsheet/sheet_rows.h"

#include <QDir>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

QStringList awkwardTexts() {
    return {u"姓名"_s,
            u"䶮㛃𬭚😀👨‍👩‍👧"_s,
            u"329999199001010012"_s,
            u"0571"_s,
            u"13742180967"_s,
            u"=1+2"_s,
            u"+86"_s,
            u"-"_s,
            u"@我"_s,
            u"'撇"_s,
            u"一行\n二行"_s,
            u"说\"引\"号,逗;号"_s,
            u"3-1"_s,
            u"2001-07"_s,
            u"2001.10"_s,
            u"1E5"_s,
            u"1.2E+17"_s,
            u"2001-07-09"_s,
            u"_x000D_"_s,
            u" 空 格 "_s,
            u"\t制表"_s,
            u"制表\t"_s,
            u"=\"0123\""_s,
            u"<b>&amp;</b>"_s,
            u"\n行首"_s,
            u"-5"_s,
            u"http://example.org/"_s,
            u"＝1+1"_s,
            u"　=1+1"_s,
            u" -2"_s,
            u"مرحبا שלום"_s,
            QString(10'000, u'长')};
}

QList<CellValue> asValues(const QStringList& texts) {
    QList<CellValue> values;
    for (const QString& text : texts)
        values.append(text);
    return values;
}

TableFile oneRowTable(const QList<CellValue>& row) {
    TableFile table;
    table.name = u"导出"_s;
    for (qsizetype i = 0; i < row.size(); ++i)
        table.columns.append({u"列%1"_s.arg(i), 10});
    table.next = [row, done = false](QList<CellValue>& next) mutable {
        next = row;
        return !std::exchange(done, true);
    };
    return table;
}

QByteArray partOf(const QString& path, const QString& part) {
    const auto package = ZipPackage::open(path);
    EXPECT_TRUE(ok(package));
    return package ? (*package)->bytes(part, 10'000'000).value_or(QByteArray()) : QByteArray();
}

}

TEST(TableFile, readsBackWhatItWrote) {
    const TempFolder folder;
    for (const QString& name : {u"表.xlsx"_s, u"表.csv"_s}) {
        const QString path = folder.path(name);
        ASSERT_TRUE(ok(writeTable(path, oneRowTable(asValues(awkwardTexts())))));
        const SheetRows sheet = mustRead(path);
        EXPECT_EQ(sheet.text(1, 1), u"列1"_s);
        ASSERT_EQ(sheet.texts(2).size(), awkwardTexts().size());
        for (int i = 0; i < awkwardTexts().size(); ++i)
            EXPECT_EQ(sheet.cell(2, i), textCell(awkwardTexts()[i]))
                << name.toStdString() << ' ' << i << ' ' << sheet.text(2, i).toStdString();
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 2); // nothing left beside them
}

TEST(TableFile, writesNumbersAndDays) {
    const TempFolder folder;
    const QList<CellValue> row
        = {qint64(-42),       QDate(2001, 7, 9), std::monostate(), qint64(329999199001010012),
           QDate(1899, 1, 2), qint64(0)};
    const QStringList expected
        = {u"-42"_s, u"2001-07-09"_s, QString(), u"329999199001010012"_s, u"1899-01-02"_s, u"0"_s};
    for (const QString& name : {u"a.xlsx"_s, u"a.csv"_s}) {
        ASSERT_TRUE(ok(writeTable(folder.path(name), oneRowTable(row))));
        EXPECT_EQ(mustRead(folder.path(name)).texts(2), expected);
    }
    const SheetRows sheet = mustRead(folder.path(u"a.xlsx"_s));
    EXPECT_EQ(sheet.cell(2, 0).type, CellType::Number);
    EXPECT_EQ(sheet.cell(2, 1).type, CellType::Date);
    EXPECT_EQ(sheet.cell(2, 3).type, CellType::Text); // too long for a number
}

TEST(TableFile, refusesOtherNamesAndPlacesWithoutLeavingAnything) {
    const TempFolder folder;
    EXPECT_FALSE(writeTable(folder.path(u"a.xls"_s), oneRowTable({qint64(1)})));
    EXPECT_FALSE(writeTable(folder.path(u"none/a.xlsx"_s), oneRowTable({qint64(1)})));
    EXPECT_FALSE(writeTable(folder.path(u"none/a.csv"_s), oneRowTable({qint64(1)})));
    const QString kept = folder.path(u"kept.xlsx"_s);
    spill(kept, "old");
    EXPECT_FALSE(writeTable(kept, oneRowTable({QString(40'000, u'长')})));
    EXPECT_EQ(contentOf(kept), "old");
    ASSERT_TRUE(ok(writeTable(kept, oneRowTable({qint64(1)})))); // and over it
    EXPECT_EQ(mustRead(kept).text(2, 0), u"1"_s);
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{u"kept.xlsx"_s});
}

TEST(TableFile, isWrittenAndReadUnderAnyName) {
    const TempFolder folder;
    QString deep = folder.path();
    while (deep.size() < 300)
        deep += u"/folder beyond the old limit of Windows"_s;
    ASSERT_TRUE(QDir().mkpath(deep));
    for (const QString& path : {folder.path(u"名册.xlsx"_s),
                                folder.path(u"䶮㛃𬭚😀é.xlsx"_s), deep + u"/名册.xlsx"_s}) {
        ASSERT_TRUE(ok(writeTable(path, oneRowTable({u"甲"_s})))) << path.toStdString();
        EXPECT_EQ(mustRead(path).text(2, 0), u"甲"_s);
        EXPECT_EQ(QFileInfo(path).dir().entryList(QDir::Files),
                  QStringList{QFileInfo(path).fileName()});
        EXPECT_TRUE(QFile::remove(path));
    }
}

TEST(CsvWriter, guardsAgainstWhatExcelDoesOnOpening) {
    EXPECT_EQ(csvField(u"=cmd()"_s), u"'=cmd()"_s);
    EXPECT_EQ(csvField(u"13742180967"_s), u"13742180967"_s);
    EXPECT_EQ(csvField(u"137421809670"_s), u"\"137421809670\t\""_s);
    EXPECT_EQ(csvField(u"007"_s), u"\"007\t\""_s);
    EXPECT_EQ(csvField(u"a\r\nb"_s), u"\"a\nb\""_s);
    const TempFolder folder;
    const auto writer = CsvWriter::create(folder.path(u"a.csv"_s));
    ASSERT_TRUE(ok(writer));
    (*writer)->addRow({u"甲"_s, qint64(-1), std::monostate()});
    ASSERT_TRUE(ok((*writer)->finish()));
    EXPECT_EQ(contentOf(folder.path(u"a.csv"_s)), "\xEF\xBB\xBF甲,-1,\r\n");
}

TEST(ClipboardLines, holdNoFormulaAndOneCellBetweenTwoTabs) {
    EXPECT_EQ(tabbedLine({u"王强"_s, u"=1+1"_s, u" @x"_s, u"＋1"_s, u"甲\t乙\r\n丙"_s, u"'撇"_s,
                          u"329999199001010012"_s, u"0571"_s, u"13742180967"_s, u"3-1"_s}),
              u"王强\t'=1+1\t' @x\t'＋1\t甲 乙 丙\t''撇\t'329999199001010012\t'0571\t13742180967"
              u"\t3-1"_s);
}

TEST(XlsxWriter, setsUpASheetForPrinting) {
    const TempFolder folder;
    const QString path = folder.path(u"表.xlsx"_s);
    const auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    ASSERT_TRUE(ok(writer));
    SheetSetup setup;
    setup.name = u"党员[名册]"_s;
    setup.columnWidths = {6, 0, columnWidthOf(40)};
    setup.frozenRows = 2;
    setup.landscape = true;
    setup.footer = u"&C第 &P 页"_s;
    (*writer)->addSheet(setup);
    CellStyle title;
    title.bold = title.wrap = true;
    title.fontSize = 18;
    title.across = CellStyle::Across::Centre;
    const int style = (*writer)->addStyle(title.boxed());
    EXPECT_EQ((*writer)->addStyle(title), style);
    EXPECT_NE((*writer)->addStyle(CellStyle()), style);
    (*writer)->put(3, 0, u"后面的先写"_s);
    (*writer)->merge({1, 0, 1, 2}, u"题目"_s, style);
    (*writer)->setRowHeight(1, rowHeightOf(12.7));
    (*writer)->addPageBreak(3);
    (*writer)->addSheet(setup);
    ASSERT_TRUE(ok((*writer)->finish()));

    const SheetRows sheet = mustRead(path);
    EXPECT_EQ(sheet.text(1, 0), u"题目"_s);
    EXPECT_EQ(sheet.text(3, 0), u"后面的先写"_s);
    EXPECT_EQ(sheet.merged, (QList<CellRange>{{1, 0, 1, 2}}));
    const auto reader = openSpreadsheet(path);
    ASSERT_TRUE(ok(reader));
    EXPECT_EQ((*reader)->sheets(),
              (QList<SheetInfo>{{u"党员-名册-"_s, false}, {u"党员-名册-(2)"_s, false}}));
    const QByteArray xml = partOf(path, u"xl/worksheets/sheet1.xml"_s);
    for (const char* wanted : {"paperSize=\"9\"", "orientation=\"landscape\"", "fitToPage=\"1\"",
                               "state=\"frozen\"", "ht=\"36\"", "<rowBreaks", "第 &amp;P 页"})
        EXPECT_TRUE(xml.contains(wanted)) << wanted;
    EXPECT_TRUE(partOf(path, u"xl/workbook.xml"_s).contains("Print_Titles"));
}

TEST(XlsxWriter, neverWritesAFormula) {
    const TempFolder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    ASSERT_TRUE(ok(writeTable(path, oneRowTable(asValues(awkwardTexts())))));
    EXPECT_FALSE(partOf(path, u"xl/worksheets/sheet1.xml"_s).contains("<f>"));
}

TEST(XlsxWriter, leavesNothingWhenGivenUpOrOverfilled) {
    const TempFolder folder;
    {
        const auto writer = XlsxWriter::create(folder.path(u"a.xlsx"_s), XlsxWriter::Mode::Plain);
        ASSERT_TRUE(ok(writer));
        (*writer)->addSheet({});
        (*writer)->put(1, 0, u"x"_s);
    }
    const auto writer = XlsxWriter::create(folder.path(u"a.xlsx"_s), XlsxWriter::Mode::Plain);
    ASSERT_TRUE(ok(writer));
    (*writer)->addSheet({});
    (*writer)->put(kMaxSheetRows, kMaxSheetColumns - 1, u"x"_s);
    (*writer)->put(kMaxSheetRows + 1, 0, u"x"_s);
    EXPECT_FALSE((*writer)->finish());
    EXPECT_FALSE(QFile::exists(folder.path(u"a.xlsx"_s)));
}

} // namespace baolei
