// Files that are broken, disguised or meant to do harm: an Error or rows, never a crash.

#include "core/spreadsheet/xlsx_writer.h"
#include "tests/core/spreadsheet/sheet_rows.h"

#include <QDir>
#include <random>
#include <zip.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

Result<SheetRows> readBytes(const QByteArray& bytes, const QString& name) {
    const TempFolder folder;
    spill(folder.path(name), bytes);
    return rowsOf(folder.path(name));
}

/// A package with `parts`, each a name and its text.
void zipUp(const QString& path, const QList<std::pair<const char*, QByteArray>>& parts) {
    int code = 0;
    zip* archive = zip_open(path.toUtf8().constData(), ZIP_CREATE, &code);
    ASSERT_TRUE(archive);
    for (const auto& [name, text] : parts)
        zip_file_add(archive, name,
                     zip_source_buffer(archive, text.constData(), zip_uint64_t(text.size()), 0), 0);
    ASSERT_EQ(zip_close(archive), 0);
}

Result<SheetRows> readSheetXml(const QByteArray& sheetData) {
    const TempFolder folder;
    const QString path = folder.path(u"a.xlsx"_s);
    zipUp(path,
          {{"xl/workbook.xml", "<workbook><sheets><sheet name='a'/></sheets></workbook>"},
           {"xl/worksheets/sheet1.xml",
            "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>"}});
    return rowsOf(path);
}

/// Drains every sheet; whether it works does not matter, that it ends does.
bool survives(const QString& path) {
    const auto reader = openSpreadsheet(path);
    if (!reader) return !reader.error().what.isEmpty() && !reader.error().next.isEmpty();
    const int count = int(std::min<qsizetype>((*reader)->sheets().size(), 4));
    for (int sheet = 0; sheet < count; ++sheet) {
        int rows = 0;
        const auto read = (*reader)->read(sheet, [&rows](const SheetRow& row) {
            return row.number > 0 && !row.cells.empty() && ++rows < 2000;
        });
        if (!read && read.error().next.isEmpty()) return false;
    }
    return true;
}

QStringList fixtures() {
    const QDir dir(testData(u"spreadsheet"_s));
    QStringList paths;
    for (const QString& name : dir.entryList({u"*.xlsx"_s, u"*.xls"_s, u"*.ods"_s}, QDir::Files))
        paths.append(dir.filePath(name));
    return paths;
}

}

TEST(HostileSpreadsheet, isRefusedWhenEmptyMissingOrDisguised) {
    EXPECT_FALSE(readBytes("", u"a.xlsx"_s));
    EXPECT_FALSE(readBytes("", u"a.csv"_s));
    EXPECT_FALSE(readBytes("hello", u"a.xlsx"_s));
    EXPECT_FALSE(readBytes("PK\x03\x04", u"a.xlsx"_s));
    EXPECT_FALSE(readBytes(QByteArray::fromHex("D0CF11E0A1B11AE1"), u"a.xls"_s));
    const TempFolder folder;
    EXPECT_FALSE(openSpreadsheet(folder.path(u"none.xlsx"_s)));
    EXPECT_FALSE(openSpreadsheet(folder.path()));
    EXPECT_FALSE(openSpreadsheet(testData(u"spreadsheet/letter.docx"_s)));
    EXPECT_FALSE(openSpreadsheet(testData(u"spreadsheet/letter.odt"_s)));
}

TEST(HostileSpreadsheet, isReadByContentUnderAWrongName) {
    const QByteArray xlsx = contentOf(testData(u"spreadsheet/features.xlsx"_s));
    EXPECT_TRUE(ok(readBytes(xlsx, u"a.xls"_s)));
    EXPECT_TRUE(ok(readBytes(xlsx, u"a.csv"_s)));
    const Result<SheetRows> text = readBytes("a\tb\n", u"a.xls"_s);
    ASSERT_TRUE(ok(text));
    EXPECT_EQ(text->texts(1), (QStringList{u"a"_s, u"b"_s}));
}

TEST(HostileSpreadsheet, isRefusedWithAdviceWhenItHasAPassword) {
    for (const char16_t* name : {u"locked.xlsx", u"locked.xls", u"locked.ods"}) {
        const auto reader = openSpreadsheet(testData(u"spreadsheet/"_s + QString::fromUtf16(name)));
        ASSERT_FALSE(reader);
        EXPECT_TRUE(reader.error().what.contains(u"密码"_s)) << reader.error().text().toStdString();
        EXPECT_TRUE(reader.error().next.contains(u"WPS"_s));
    }
}

TEST(HostileSpreadsheet, isRefusedWhenItDeclaresEntities) {
    EXPECT_FALSE(openSpreadsheet(testData(u"spreadsheet/entities.xlsx"_s)));
}

TEST(HostileSpreadsheet, isRefusedWhenItExpandsWithoutEnd) {
    const Result<SheetRows> bomb = readSheetXml(QByteArray(200'000'000, ' '));
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, ErrorCode::Refused);
    EXPECT_TRUE(bomb.error().what.contains(u"庞大"_s));
}

TEST(HostileSpreadsheet, isRefusedWhenOneCellOrTagIsHuge) {
    std::mt19937 random(7); // letters at random, so that the ratio is an ordinary one
    QByteArray noise(12'000'000, Qt::Uninitialized);
    for (char& c : noise)
        c = char('a' + random() % 26);
    EXPECT_FALSE(
        readSheetXml("<row r='1'><c t='inlineStr'><is><t>" + noise + "</t></is></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='1' x='" + noise + "'/>"));
}

TEST(HostileSpreadsheet, isRefusedBeyondTheEdgesOfASheet) {
    EXPECT_FALSE(readSheetXml("<row r='1048577'><c><v>1</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='0'><c><v>1</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='-4'><c><v>1</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='99999999999'><c><v>1</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='1'><c r='XFE1'><v>1</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='1'><c r='ZZZZZZZZZZZZZZ1'><v>1</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='1'><c t='s'><v>0</v></c></row>"));
    EXPECT_FALSE(readSheetXml("<row r='1'><c t='s'><v>-1</v></c></row>"));
    EXPECT_FALSE(readSheetXml(QByteArray("<a>").repeated(500)));
    EXPECT_TRUE(ok(readSheetXml("<row r='1'><c r='1' s='-9'><v>1</v></c><c r='XFD1'/></row>")));
}

TEST(HostileSpreadsheet, survivesBeingCutOffAnywhere) {
    const TempFolder folder;
    for (const QString& path : fixtures()) {
        const QByteArray whole = contentOf(path);
        const QString cut = folder.path(u"cut."_s + path.section(u'.', -1));
        const qsizetype step = std::max<qsizetype>(1, whole.size() / 400);
        for (qsizetype size = 0; size < whole.size(); size += step) {
            spill(cut, whole.first(size));
            ASSERT_TRUE(survives(cut)) << path.toStdString() << " cut at " << size;
        }
    }
}

TEST(HostileSpreadsheet, survivesFlippedBytes) {
    const TempFolder folder;
    std::mt19937 random(20261120);
    for (const QString& path : fixtures()) {
        const QByteArray whole = contentOf(path);
        const QString broken = folder.path(u"broken."_s + path.section(u'.', -1));
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = whole;
            for (unsigned i = 0; i <= random() % 8; ++i)
                bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
            spill(broken, bytes);
            ASSERT_TRUE(survives(broken)) << path.toStdString() << " round " << round;
        }
    }
}

TEST(HostileSpreadsheet, survivesSamplesCutOffAnywhere) {
    const TempFolder folder;
    for (const QString& name :
         {u"roster-export.xlsx"_s, u"roster-export.xls"_s, u"roster-export.ods"_s,
          u"roster-export-gbk.csv"_s, u"roster-inline.xlsx"_s}) {
        if (sampleFile(name).isEmpty()) GTEST_SKIP() << "NO SAMPLE " << name.toStdString();
        const QByteArray whole = contentOf(sampleFile(name));
        const QString cut = folder.path(u"cut."_s + name.section(u'.', -1));
        for (int i = 0; i < 60; ++i) {
            const qsizetype size = whole.size() * i / 60 + i;
            spill(cut, whole.first(size));
            ASSERT_TRUE(survives(cut)) << name.toStdString() << " cut at " << size;
        }
    }
}

} // namespace baolei
