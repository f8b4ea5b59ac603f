#include "core/forms/workbook.h"

#include "core/forms/form_reader.h"
#include "core/spreadsheet/reader.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct ReadBack {
    QStringList texts;
    QList<CellRange> merged;
    qsizetype numbers = 0;
    qsizetype sheets = 0;
};

ReadBack writtenAndRead(const QString& id, const FormData& data) {
    const TempFolder temp;
    const Fonts fonts;
    const auto form = loadForm(id, *fieldCatalogue());
    EXPECT_TRUE(ok(form));
    const auto document = layOutForWorkbook(*form, data, fonts);
    EXPECT_TRUE(ok(document));
    const QString path = temp.path(id + u".xlsx"_s);
    EXPECT_TRUE(ok(writeWorkbook(*document, path)));
    ReadBack back;
    const auto reader = openSpreadsheet(path);
    EXPECT_TRUE(ok(reader));
    if (!reader) return back;
    back.sheets = (*reader)->sheets().size();
    const auto done = (*reader)->read(0, [&back](const SheetRow& row) {
        for (const Cell& cell : row.cells) {
            if (!cell.isEmpty()) back.texts.append(cell.text);
            if (cell.type == CellType::Number) ++back.numbers;
        }
        return true;
    });
    EXPECT_TRUE(ok(done));
    back.merged = (*reader)->mergedRanges();
    return back;
}
}

TEST(FormWorkbook, holdsTheWholeRosterInOnePiece) {
    const ReadBack back = writtenAndRead(u"p06"_s, sampleBranch(100));
    EXPECT_EQ(back.texts.count(u"工作岗位"_s), 1);
    for (int n = 0; n < 100; ++n)
        EXPECT_TRUE(back.texts.contains(sampleName(n))) << sampleName(n).toStdString();
    EXPECT_LT(back.texts.indexOf(sampleName(0)), back.texts.indexOf(sampleName(99)));
    EXPECT_GE(back.numbers, 100); // the running numbers count as numbers
}

TEST(FormWorkbook, keepsMergedCellsOfTheGrid) {
    const ReadBack back = writtenAndRead(u"p10"_s, sampleMeeting(60));
    EXPECT_TRUE(back.texts.contains(u"41 人（另免作要求 3 人）"_s));
    EXPECT_TRUE(back.texts.contains(u"36 人"_s));
    EXPECT_EQ(back.texts.count(u"会议内容"_s), 1);
    EXPECT_GE(back.merged.size(), 7);
}

TEST(FormWorkbook, putsAllMeetingsOnOneSheet) {
    const ReadBack back = writtenAndRead(u"p18"_s, sampleAttendance(30, 60));
    EXPECT_EQ(back.sheets, 1);
    const qsizetype marks = back.texts.count(u"√"_s) + back.texts.count(u"△"_s)
        + back.texts.count(u"×"_s) + back.texts.count(u"○"_s) + back.texts.count(u"—"_s);
    EXPECT_EQ(marks, 30 * 60);
}

TEST(FormWorkbook, writesEveryForm) {
    for (const QString& id : formIds())
        EXPECT_EQ(writtenAndRead(id, {}).sheets, 1);
}

} // namespace baolei
