#include "tests/support/hostile_files.h"

#include "core/spreadsheet/cell.h"
#include "tests/support/support.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <zip.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSector = 512;

void put16(QByteArray& out, int value) {
    out += char(value & 0xff);
    out += char(value >> 8 & 0xff);
}

void put32(QByteArray& out, quint32 value) {
    put16(out, int(value & 0xffff));
    put16(out, int(value >> 16));
}

void set32(QByteArray& out, qsizetype at, quint32 value) {
    qToLittleEndian(value, out.data() + at);
}

QByteArray directoryEntry(const QString& name, int kind, quint32 first, quint32 size) {
    QByteArray entry(128, '\0');
    for (qsizetype i = 0; i < name.size(); ++i)
        qToLittleEndian(name[i].unicode(), entry.data() + 2 * i);
    qToLittleEndian(quint16(2 * (name.size() + 1)), entry.data() + 64);
    entry[66] = char(kind);
    set32(entry, 68, 0xffffffff);
    set32(entry, 72, 0xffffffff);
    set32(entry, 76, kind == 5 ? 1 : 0xffffffff);
    set32(entry, 116, first);
    set32(entry, 120, size);
    return entry;
}

/// A text of an .xls: its length in `width` bytes, wide characters.
QByteArray xlsString(const QString& text, int width) {
    QByteArray out;
    if (width == 1) out += char(text.size());
    if (width == 2) put16(out, int(text.size()));
    out += '\1';
    for (const QChar c : text)
        put16(out, c.unicode());
    return out;
}

QByteArray withSizes(QByteArray archive, quint32 packed, quint32 expanded) {
    // In the directory at the end: "PK\1\2", packed size at 20, expanded size at 24.
    for (qsizetype at = archive.indexOf("PK\1\2"); at >= 0;
         at = archive.indexOf("PK\1\2", at + 4)) {
        if (packed > 0) set32(archive, at + 20, packed);
        set32(archive, at + 24, expanded);
    }
    return archive;
}

QByteArray sheetNames(int count) {
    QByteArray sheets;
    for (int i = 0; i < count; ++i)
        sheets += "<sheet name='s" + QByteArray::number(i) + "'/>";
    return "<workbook><sheets>" + sheets + "</sheets></workbook>";
}

QByteArray manyStyles() {
    return "<styleSheet><cellXfs>" + QByteArray("<xf numFmtId='14'/>").repeated(1'000'000)
        + "</cellXfs></styleSheet>";
}

const QByteArray kRelations
    = "<Relationships>"
      "<Relationship Id='s' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
      "<Relationship Id='y' Type='x/styles' Target='styles.xml'/></Relationships>";

QByteArray entities() {
    QByteArray doctype = "<!DOCTYPE lolz [<!ENTITY a '啊啊啊啊啊啊啊啊啊啊'>";
    for (char c = 'b'; c <= 'i'; ++c)
        doctype += "<!ENTITY " + QByteArray(1, c) + " '"
            + ("&" + QByteArray(1, char(c - 1)) + ";").repeated(10) + "'>";
    return "<?xml version='1.0'?>" + doctype + "]><worksheet>&i;</worksheet>";
}

const QByteArray kPage = "<html><head><meta charset='utf-8'></head><body><table><tr><td>姓名</td>"
                         "</tr></table></body></html>";

QByteArray utf16(const QByteArray& utf8) {
    const QString text = QChar(0xfeff) + QString::fromUtf8(utf8);
    return {reinterpret_cast<const char*>(text.utf16()), text.size() * 2};
}

QList<HostileFile> otherKinds() {
    const QByteArray pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n";
    const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray(40, '\0');
    const QByteArray docx
        = zipped({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document/>"}});
    return {{u"空.xlsx"_s, {}, u"空的"_s},
            {u"空.ods"_s, {}, u"空的"_s},
            {u"空.xls"_s, {}, u"空的"_s},
            {u"空.csv"_s, {}, u"空的"_s},
            {u"文本.xlsx"_s, "姓名,性别\r\n王强,男\r\n", u"纯文本"_s},
            {u"文本.ods"_s, "姓名,性别\r\n王强,男\r\n", u"纯文本"_s},
            {u"网页.xls"_s, kPage, u"网页"_s},
            {u"网页.xlsx"_s, "\r\n " + kPage, u"网页"_s},
            {u"网页.csv"_s, "\xEF\xBB\xBF" + kPage, u"网页"_s},
            {u"网页-UTF16.xls"_s, utf16(kPage), u"网页"_s},
            {u"文件.xlsx"_s, pdf, u"PDF"_s},
            {u"文件.csv"_s, pdf, u"PDF"_s},
            {u"照片.xlsx"_s, png, u"图片"_s},
            {u"照片.xls"_s, "\xFF\xD8\xFF\xE0" + QByteArray(40, '\0'), u"图片"_s},
            {u"文档.xlsx"_s, docx, u"Word"_s},
            {u"文档.xls"_s, compoundOf(u"WordDocument"_s, QByteArray(5000, 'x')), u"Word"_s},
            {u"包.xlsx"_s, zipped({{"花名册.xlsx", "x"}}), u"压缩包"_s},
            {u"包.csv"_s, "Rar!\x1A\x07\x01" + QByteArray(20, 'x'), u"压缩包"_s},
            {u"字节.xlsx"_s, QByteArray("\x01\x02\x00\x03", 4).repeated(500), u"损坏"_s},
            {u"字节.csv"_s, QByteArray("\x01\x02\x00\x03", 4).repeated(500), u"不是"_s}};
}

QList<HostileFile> lockedFiles() {
    QList<HostileFile> files;
    for (const QString& name : {u"locked.xlsx"_s, u"locked.xls"_s, u"locked.ods"_s})
        files.append({name, contentOf(testData(u"spreadsheet/"_s + name)), u"密码"_s});
    const QByteArray row = "<row r='1'><c><v>1</v></c></row>";
    files.append({u"加密包.xlsx"_s,
                  zipped({{"xl/workbook.xml", sheetNames(1)},
                          {"xl/worksheets/sheet1.xml",
                           "<worksheet><sheetData>" + row + "</sheetData></worksheet>"}},
                         "secret"),
                  u"密码"_s});
    const QByteArray filePass = xlsRecord(0x2f, QByteArray(54, '\1'));
    files.append({u"加密.xls"_s, xlsOf({{0, 0, u"姓名"_s}}, filePass), u"密码"_s});
    return files;
}

QList<HostileFile> bombs() {
    const QByteArray cell = "<row r='1'><c t='s'><v>0</v></c></row>";
    const QByteArray spaces(100'000'000, ' ');
    const QByteArray lying = xlsxOf(QByteArray(80'000'000, ' '));
    const QByteArray strings
        = "<sst>" + ("<si><t>" + QByteArray(3'000'000, 'a') + "</t></si>").repeated(30) + "</sst>";
    const auto text = [](const char* words) {
        return "<table:table-cell office:value-type='string'><text:p>" + QByteArray(words)
            + "</text:p></table:table-cell>";
    };
    const QByteArray header = "<table:table-row>" + text("姓名") + text("性别") + text("所在党支部")
        + "</table:table-row>";
    const QByteArray wide = "<table:table-row table:number-rows-repeated='1048570'>"
                            "<table:table-cell table:number-columns-repeated='16384'"
                            " office:value-type='float' office:value='1'/></table:table-row>";
    const QByteArray wideCell = "<table:table-row><table:table-cell"
                                " table:number-columns-repeated='16384'"
                                " office:value-type='float' office:value='1'/></table:table-row>";
    const QByteArray tooLow = "<table:table-row table:number-rows-repeated='1048576'/>"
                              "<table:table-row><table:table-cell office:value-type='float'"
                              " office:value='1'/></table:table-row>";
    const Parts shared{{"xl/_rels/workbook.xml.rels", kRelations},
                       {"xl/sharedStrings.xml", strings}};
    const Parts styles{{"xl/_rels/workbook.xml.rels", kRelations}, {"xl/styles.xml", manyStyles()}};
    return {{u"空白炸弹.xlsx"_s, xlsxOf(spaces), u"庞大"_s},
            {u"虚报小.xlsx"_s, withSizes(lying, 0, 1000), {}},
            {u"虚报大.xlsx"_s, withSizes(lying, 0x70000000, 0x7fffffff), {}},
            {u"套娃.xlsx"_s, zipped({{"a.zip", zipped({{"b.zip", zipped({{"c", spaces}})}})}}),
             u"压缩包"_s},
            {u"字符串炸弹.xlsx"_s, xlsxOf(cell, shared), u"庞大"_s},
            {u"样式炸弹.xlsx"_s, xlsxOf(cell, styles), u"庞大"_s},
            {u"工作表炸弹.xlsx"_s, zipped({{"xl/workbook.xml", sheetNames(20'000)}}), u"庞大"_s},
            {u"实体炸弹.xlsx"_s,
             zipped({{"xl/workbook.xml", sheetNames(1)}, {"xl/worksheets/sheet1.xml", entities()}}),
             u"损坏"_s},
            {u"深.xlsx"_s, xlsxOf(QByteArray("<a>").repeated(100'000)), u"损坏"_s},
            {u"重复.ods"_s, odsOf(header + wide), u"庞大"_s},
            {u"一行一行重复.ods"_s, odsOf(header + wideCell.repeated(1'300)), u"庞大"_s},
            {u"太低.ods"_s, odsOf(tooLow), u"1048577"_s},
            {u"太低.xlsx"_s, xlsxOf("<row r='1048577'><c><v>1</v></c></row>"), u"1048577"_s},
            {u"太宽.xlsx"_s, xlsxOf("<row r='1'><c r='XFE1'><v>1</v></c></row>"), u"16384"_s},
            {u"太宽.csv"_s, QByteArray("姓名,").repeated(16'385), u"16384"_s}};
}

}

QByteArray zipped(const Parts& parts, const char* password) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.zip"_s);
    int code = 0;
    zip* archive = zip_open(path.toUtf8().constData(), ZIP_CREATE, &code);
    EXPECT_TRUE(archive);
    for (const auto& [name, text] : parts) {
        zip_source* source
            = zip_source_buffer(archive, text.constData(), zip_uint64_t(text.size()), 0);
        const auto index = zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (password)
            zip_file_set_encryption(archive, zip_uint64_t(index), ZIP_EM_AES_256, password);
    }
    EXPECT_EQ(zip_close(archive), 0);
    return contentOf(path);
}

QByteArray xlsxOf(const QByteArray& rows, const Parts& more) {
    return zipped(Parts{{"xl/workbook.xml", sheetNames(1)},
                        {"xl/worksheets/sheet1.xml",
                         "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}}
                  + more);
}

QByteArray odsOf(const QByteArray& rows) {
    return zipped({{"content.xml",
                    "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'>"
                    "<office:body><office:spreadsheet><table:table table:name='a'>"
                        + rows
                        + "</table:table></office:spreadsheet></office:body>"
                          "</office:document-content>"}});
}

QByteArray xlsRecord(quint16 type, const QByteArray& data) {
    QByteArray record;
    put16(record, type);
    put16(record, int(data.size()));
    return record + data;
}

QByteArray xlsOf(const QList<XlsText>& cells, const QByteArray& headRecords) {
    QByteArray begin;
    put16(begin, 0x600);
    begin += QByteArray(14, '\0');
    const QByteArray end = xlsRecord(0x0a, {});
    const QByteArray head = xlsRecord(0x809, begin) + headRecords;
    QByteArray sheet;
    put32(sheet, quint32(head.size() + 4 + 4 + 2 + 2 + 2 + end.size()));
    put16(sheet, 0);
    QByteArray book = head + xlsRecord(0x85, sheet + xlsString(u"a"_s, 1)) + end;
    book += xlsRecord(0x809, begin);
    for (const XlsText& cell : cells) {
        QByteArray label;
        put16(label, cell.row);
        put16(label, cell.column);
        put16(label, 0);
        book += xlsRecord(0x204, label + xlsString(cell.text, 2));
    }
    return compoundOf(u"Workbook"_s, book + end);
}

QByteArray compoundOf(const QString& stream, const QByteArray& bytes) {
    // Header, then: one sector of directory, the stream, as many sectors of the table as it takes.
    QByteArray body = bytes;
    if (body.size() < 4096) body += QByteArray(4096 - body.size(), '\0');
    body += QByteArray((kSector - body.size() % kSector) % kSector, '\0');
    const auto length = quint32(body.size() / kSector);
    quint32 tables = 1;
    while (tables * 128 < length + 1 + tables)
        ++tables;
    QByteArray head(kSector, '\0');
    head.replace(0, 8, QByteArray::fromHex("D0CF11E0A1B11AE1"));
    head[26] = 3;
    head[30] = 9;
    head[32] = 6;
    set32(head, 44, tables);
    set32(head, 48, 0);
    set32(head, 56, 4096);
    set32(head, 60, 0xfffffffe);
    set32(head, 68, 0xfffffffe);
    for (quint32 i = 0; i < 109; ++i)
        set32(head, 76 + 4 * i, i < tables ? 1 + length + i : 0xffffffff);
    QByteArray directory = directoryEntry(u"Root Entry"_s, 5, 0xfffffffe, 0)
        + directoryEntry(stream, 2, 1, quint32(bytes.size() < 4096 ? body.size() : bytes.size()));
    directory += QByteArray(kSector - directory.size(), '\0');
    QByteArray table(qsizetype(tables) * kSector, '\xff');
    set32(table, 0, 0xfffffffe);
    for (quint32 i = 1; i <= length; ++i)
        set32(table, qsizetype(i) * 4, i == length ? 0xfffffffe : i + 1);
    return head + directory + body + table;
}

QList<HostileFile> hostileFiles() {
    return otherKinds() + lockedFiles() + bombs();
}

} // namespace baolei
