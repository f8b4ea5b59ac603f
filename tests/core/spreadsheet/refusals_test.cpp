// Every file that cannot be read as a table: refused in words that say what it is, what was kept
// and what to do next. And what is just within the limits: read.

#include "core/spreadsheet/xlsx_writer.h"
#include "tests/core/spreadsheet/sheet_rows.h"
#include "tests/support/hostile_files.h"

#include <QTextStream>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

Error refusalOf(const QString& path) {
    const auto reader = openSpreadsheet(path);
    if (!reader) return reader.error();
    for (int sheet = 0; sheet < int((*reader)->sheets().size()); ++sheet)
        if (const auto read = (*reader)->read(sheet, [](const SheetRow&) { return true; }); !read)
            return read.error();
    return {};
}

SheetRows readBytes(const QByteArray& bytes, const QString& name) {
    const TempFolder folder;
    spill(folder.path(name), bytes);
    return mustRead(folder.path(name));
}

QStringList rareTexts() {
    return {u"䶮㛃𬭚"_s, u"👨‍👩‍👧👍🏽"_s,
            u"مرحبا שלום"_s, u"=1+1"_s,
            u"+86"_s,        u"-1"_s,
            u"@我"_s,        QString(10'000, u'长')};
}

}

TEST(Refusals, sayWhatTheFileIsAndWhatToDo) {
    const TempFolder folder;
    for (const HostileFile& file : hostileFiles()) {
        const QString path = folder.path(file.name);
        spill(path, file.bytes);
        const Error error = refusalOf(path);
        EXPECT_TRUE(error.what.contains(file.says) && !error.what.isEmpty())
            << file.name.toStdString() << ": " << error.text().toStdString();
        EXPECT_EQ(error.kept, u"没有读入任何内容"_s) << file.name.toStdString();
        EXPECT_FALSE(error.next.isEmpty()) << file.name.toStdString();
        if (file.says == u"密码"_s) {
            EXPECT_TRUE(error.next.contains(u"WPS：文件"_s)
                        && error.next.contains(u"Excel：文件"_s));
        }
    }
}

TEST(Refusals, areNotMetByAWorkbookUnderTheNameOfAnother) {
    const QByteArray row = "<row r='1'><c t='inlineStr'><is><t>王强</t></is></c></row>";
    for (const QString& name : {u"a.xlsx"_s, u"a.xls"_s, u"a.csv"_s, u"a.et"_s, u"a"_s})
        EXPECT_EQ(readBytes(xlsxOf(row), name).text(1, 0), u"王强"_s) << name.toStdString();
    for (const QString& name : {u"a.xls"_s, u"a.xlsx"_s, u"a.et"_s, u"a.csv"_s})
        EXPECT_EQ(readBytes(xlsOf({{0, 0, u"王强"_s}}), name).text(1, 0), u"王强"_s)
            << name.toStdString();
    EXPECT_EQ(readBytes("姓名\t性别\n", u"a.xls"_s).texts(1), (QStringList{u"姓名"_s, u"性别"_s}));
}

TEST(Limits, letThroughAsManyColumnsAsASheetHas) {
    const TempFolder folder;
    const QString path = folder.path(u"宽.xlsx"_s);
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Streaming);
    ASSERT_TRUE(ok(writer));
    (*writer)->addSheet({});
    for (int column = 0; column < kMaxSheetColumns; ++column)
        (*writer)->put(1, column, QString::number(column));
    ASSERT_TRUE(ok((*writer)->finish()));
    EXPECT_EQ(mustRead(path).text(1, kMaxSheetColumns - 1), u"16383"_s);
    const QByteArray cells = "<table:table-row><table:table-cell table:number-columns-repeated="
                             "'16384' office:value-type='float' office:value='7'/>"
                             "</table:table-row>";
    EXPECT_EQ(readBytes(odsOf(cells), u"宽.ods"_s).text(1, kMaxSheetColumns - 1), u"7"_s);
    EXPECT_EQ(readBytes(QByteArray("a,").repeated(16'383) + "b", u"宽.csv"_s).texts(1).size(),
              kMaxSheetColumns);
}

TEST(Limits, letThroughWhatAPersonMayRepeat) {
    const auto rows = [](int columns) {
        return "<table:table-row table:number-rows-repeated='1048576'><table:table-cell"
               " table:number-columns-repeated='"
            + QByteArray::number(columns)
            + "' office:value-type='float' office:value='7'/></table:table-row>";
    };
    const TempFolder folder;
    for (const int columns : {15, 25}) {
        const QString path = folder.path(u"重复%1.ods"_s.arg(columns));
        spill(path, odsOf(rows(columns)));
        const auto reader = openSpreadsheet(path);
        ASSERT_TRUE(ok(reader));
        qint64 seen = 0;
        const auto read = (*reader)->read(0, [&](const SheetRow&) { return ++seen > 0; });
        EXPECT_EQ(read.has_value(), columns == 15);
        EXPECT_EQ(seen, columns == 15 ? kMaxSheetRows : 0) << "a bomb hands out no row";
    }
}

TEST(Limits, letThroughAMillionRowsAndNoMore) {
    const TempFolder folder;
    const QByteArray line = "王强,男\r\n";
    for (const int more : {0, 1}) {
        const QString path = folder.path(u"长%1.csv"_s.arg(more));
        spill(path, line.repeated(kMaxSheetRows + more));
        const auto reader = openSpreadsheet(path);
        ASSERT_TRUE(ok(reader));
        qint64 rows = 0;
        const auto read = (*reader)->read(0, [&rows](const SheetRow&) { return ++rows > 0; });
        EXPECT_EQ(rows, kMaxSheetRows);
        EXPECT_EQ(read.has_value(), more == 0);
        if (!read) {
            EXPECT_TRUE(read.error().what.contains(u"1048577"_s));
        }
    }
}

TEST(Limits, letThroughThousandsOfSheets) {
    QByteArray sheets;
    Parts parts;
    for (int i = 0; i < 3000; ++i) {
        sheets += "<sheet name='s" + QByteArray::number(i) + "'/>";
        parts.append({"xl/worksheets/sheet" + QByteArray::number(i + 1) + ".xml", "<worksheet/>"});
    }
    parts.prepend({"xl/workbook.xml", "<workbook><sheets>" + sheets + "</sheets></workbook>"});
    const TempFolder folder;
    spill(folder.path(u"a.xlsx"_s), zipped(parts));
    const auto reader = openSpreadsheet(folder.path(u"a.xlsx"_s));
    ASSERT_TRUE(ok(reader));
    EXPECT_EQ((*reader)->sheets().size(), 3000);
}

TEST(RareTexts, comeOutOfEveryKindOfFile) {
    QList<XlsText> cells;
    QByteArray xlsx;
    QByteArray ods;
    QString csv;
    const QStringList texts = rareTexts();
    for (const QString& text : texts) {
        cells.append({0, int(cells.size()), text});
        xlsx += "<c t='inlineStr'><is><t>" + text.toUtf8() + "</t></is></c>";
        ods += "<table:table-cell office:value-type='string'><text:p>" + text.toUtf8()
            + "</text:p></table:table-cell>";
        csv += (csv.isEmpty() ? QString() : u","_s) + text;
    }
    EXPECT_EQ(readBytes(xlsxOf("<row r='1'>" + xlsx + "</row>"), u"a.xlsx"_s).texts(1), texts);
    EXPECT_EQ(
        readBytes(odsOf("<table:table-row>" + ods + "</table:table-row>"), u"a.ods"_s).texts(1),
        texts);
    // A record of an .xls ends at 8,224 bytes: there the longest text goes on in another.
    cells.removeLast();
    EXPECT_EQ(readBytes(xlsOf(cells), u"a.xls"_s).texts(1), texts.first(texts.size() - 1));
    EXPECT_EQ(readBytes(csv.toUtf8(), u"a.csv"_s).texts(1), texts);
    EXPECT_EQ(readBytes("\xEF\xBB\xBF" + csv.toUtf8(), u"a.csv"_s).texts(1), texts);
    QByteArray wide("\xFF\xFE", 2);
    wide.append(reinterpret_cast<const char*>(csv.utf16()), csv.size() * 2);
    EXPECT_EQ(readBytes(wide, u"a.csv"_s).texts(1), texts);
    const QByteArray gb18030
        = QByteArray::fromHex("8230b731") + ',' + QByteArray::fromHex("9933aa34");
    EXPECT_EQ(readBytes(gb18030, u"a.csv"_s).texts(1), (QStringList{u"㛃"_s, u"𬭚"_s}));
}

TEST(RareTexts, areReadWithControlCharactersAmongThem) {
    EXPECT_EQ(readBytes("姓\x0b名,\x1b[31m王\x1f强\n", u"a.csv"_s).cell(1, 1).text,
              u"\u001b[31m王\u001f强"_s);
    EXPECT_EQ(readBytes(xlsOf({{0, 0, u"王\u202e强\u0001"_s}}), u"a.xls"_s).text(1, 0),
              u"王\u202e强\u0001"_s);
}

TEST(Workbook1904, tellsThatItCountsFromThere) {
    for (const char16_t* name : {u"date1904.xlsx", u"small1904.xls"}) {
        const auto reader = openSpreadsheet(testData(u"spreadsheet/"_s + QString::fromUtf16(name)));
        ASSERT_TRUE(ok(reader));
        EXPECT_TRUE((*reader)->from1904());
    }
    EXPECT_FALSE((*openSpreadsheet(testData(u"spreadsheet/features.xlsx"_s)))->from1904());
}

} // namespace baolei
