#include "core/spreadsheet/xlsx_rows.h"

#include "core/spreadsheet/read_ahead.h"
#include "tests/core/spreadsheet/sheet_rows.h"
#include "tests/support/hostile_files.h"

#include <QRandomGenerator>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

/// The sheet of these rows as it is read, or the refusal in words.
QString toldOf(const TempFolder& folder, const QByteArray& rows) {
    const QString path = folder.path(u"rows.xlsx"_s);
    spill(path, xlsxOf(rows));
    const auto sheet = rowsOf(path);
    if (!sheet) return sheet.error().text();
    QString told;
    for (auto row = sheet->rows.begin(); row != sheet->rows.end(); ++row) {
        told += u"\n%1%2"_s.arg(row.key()).arg(sheet->hidden.contains(row.key()) ? u"-" : u"");
        for (const Cell& cell : *row)
            told += u"|%1%2 "_s.arg(int(cell.type)).arg(int(cell.lostPrecision)) + cell.text;
    }
    return told;
}

/// A comment before the first row leaves the whole sheet to expat.
const QByteArray kByExpat = "<!-- -->";

const QList<QByteArray> kRows{
    "<row r='1'><c r='A1' t='inlineStr'><is><t>王强</t></is></c><c r='C1'><v>7</v></c></row>",
    "<row><c><v>1</v></c><c t=\"b\"><v>1</v></c><c t='e'><v>#N/A</v></c></row><row/>",
    "<row r=\"2\" hidden=\"1\" spans=\"1:3\" x:dyDescent=\"0.25\"><c r=\"B2\" s=\"0\"/></row>",
    QByteArray("<row r='1'><c r='A1' t='inlineStr'><is><t> 空 白 </t></is></c>")
        + "<c r='B1' t='inlineStr'><is><t xml:space='preserve'> 留 </t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>&#29579;&amp;&#x5F3A;&lt;</t></is></c></row>",
    "<row r='1'><c r='A1' t='str'><f>A2&amp;\"x\"</f><v>和</v></c><c><f/><v>3</v></c></row>",
    QByteArray(
        "<row r='1'><c r='A1' t='inlineStr'><is><r><t>富</t></r><r><t>文本</t></r></is></c></row>")
        + "<row r='2'><c r='A2' t='inlineStr'><is><t>后</t></is></c></row>",
    "<row r='3'>\n  <c r='A3'>\n<v>5</v>\n</c>\n</row>\n<row r='9'><c r='B9'><v>6</v></c></row>",
    "<row r='1'><c r='A1'><v>329999196709286298</v></c><c r='B1' t='d'><v>2001-07-09</v></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><v>不算</v></c><c r='B1'><is><t>9</t></is></c></row>",
    "<row r='0'><c r='A0'><v>1</v></c></row>",
    "<row r='1'><c r='ZZZZ1'><v>1</v></c></row>",
    "<row r='1'><c r='A1' t='s'><v>99</v></c></row>",
    "<row r='1'><c r='A1' r='B1'><v>1</v></c></row>",
    "<row r='1'><c r='A1'><v>1</c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>]]></t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>&#1;</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>&#xD800;</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>&nbsp;</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>\xE7\x8E</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>\xEF\xBF\xBF</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>a\r\nb</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t>\x02</t></is></c></row>",
    "<row r='1'><c r='A1' t='inlineStr'><is><t><![CDATA[王]]></t></is></c></row>",
    "<row r='1'><c r='A1'><v>1</v><v>2</v></c></row>",
    "<row r='1'><c r='A1'><v>1</v></c>",
    "<row r='1' <c r='A1'><v>1</v></c></row>",
};

} // namespace

TEST(XlsxRows, areReadByHandAsByExpat) {
    const TempFolder folder;
    for (const QByteArray& rows : kRows)
        EXPECT_EQ(toldOf(folder, rows), toldOf(folder, kByExpat + rows)) << rows.constData();
}

TEST(XlsxRows, areReadByHandAsByExpatWhateverByteIsBroken) {
    const TempFolder folder;
    QRandomGenerator random(20261123);
    constexpr QByteArrayView kBytes = "<>/='\"& \t\r\n;#x]!-?:rcvtsifA1\x01\x7f\x80\xe7\xef\xbf";
    for (const QByteArray& rows : kRows) {
        for (int i = 0; i < 12; ++i) {
            QByteArray broken = rows;
            const qsizetype at = random.bounded(int(broken.size()));
            const char byte = kBytes[random.bounded(int(kBytes.size()))];
            if (i % 3 == 0)
                broken.remove(at, 1);
            else if (i % 3 == 1)
                broken[at] = byte;
            else
                broken.insert(at, byte);
            EXPECT_EQ(toldOf(folder, broken), toldOf(folder, kByExpat + broken))
                << broken.constData();
        }
    }
}

TEST(XlsxRows, areWholeUnfinishedOrUnusual) {
    RawRow row;
    const std::string_view whole = "<row r='4'><c r='B4' s='2' t='n'><v>7</v></c></row><row";
    std::string_view bytes = whole;
    ASSERT_EQ(scanRow(bytes, row), RowScan::Whole);
    EXPECT_EQ(bytes, "<row");
    EXPECT_EQ(row.number, "4");
    ASSERT_EQ(row.cells.size(), 1u);
    EXPECT_EQ(row.cells[0].reference, "B4");
    EXPECT_EQ(row.cells[0].style, "2");
    EXPECT_EQ(row.cells[0].text, "7");
    for (std::size_t size = 0; size < whole.size() - 4; ++size) {
        bytes = whole.substr(0, size);
        EXPECT_EQ(scanRow(bytes, row), RowScan::Unfinished) << size;
        EXPECT_EQ(bytes.size(), size);
    }
    bytes = "</sheetData>";
    EXPECT_EQ(scanRow(bytes, row), RowScan::Unusual);
}

TEST(ReadAhead, handsOutTheSameRowsAndStopsWhenAsked) {
    const auto file = openSpreadsheet(testData(u"spreadsheet/features.xlsx"_s));
    ASSERT_TRUE(ok(file));
    QList<int> direct;
    ASSERT_TRUE(ok((*file)->read(0, [&](const SheetRow& row) {
        direct.append(row.number);
        return true;
    })));
    QList<int> ahead;
    ASSERT_TRUE(ok(readAhead(**file, 0, [&](const SheetRow& row) {
        ahead.append(row.number);
        return true;
    })));
    EXPECT_EQ(ahead, direct);
    int seen = 0;
    EXPECT_TRUE(ok(readAhead(**file, 0, [&](const SheetRow&) { return ++seen < 2; })));
    EXPECT_EQ(seen, 2);
    EXPECT_FALSE(readAhead(**file, 7, [](const SheetRow&) { return true; }));
}

} // namespace baolei
