// The same roster in four formats must read as the same cells.

#include "tests/core/spreadsheet/sheet_rows.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIdColumn = 3;

/// 1967/9/28 and 1967-09-28 are one date in two spellings: Excel chose the first for its .csv.
QString normalised(const QString& text) {
    const QStringList parts = text.split(u'/');
    if (parts.size() != 3) return text;
    return parts[0] + u'-' + parts[1].rightJustified(2, u'0') + u'-'
        + parts[2].rightJustified(2, u'0');
}

}

TEST(SampleRosters, readAlikeInEveryFormat) {
    const QString xlsx = sampleFile(u"roster-export.xlsx"_s);
    if (xlsx.isEmpty()) GTEST_SKIP() << "NO SAMPLES: formats were not compared";
    const SheetRows expected = mustRead(xlsx);
    ASSERT_EQ(expected.rows.size(), 404);
    EXPECT_EQ(expected.text(1, 0), u"示范镇党员信息导出表"_s);
    EXPECT_EQ(expected.text(404, 0), u"合计"_s);
    for (const QString& name :
         {u"roster-export.xls"_s, u"roster-export.ods"_s, u"roster-export-gbk.csv"_s}) {
        const SheetRows sheet = mustRead(sampleFile(name));
        ASSERT_EQ(sheet.rows.keys(), expected.rows.keys()) << name.toStdString();
        for (int row = 1; row <= 404; ++row) {
            for (int column = 0; column < 24; ++column) {
                const Cell& wanted = expected.cell(row, column);
                const Cell& found = sheet.cell(row, column);
                ASSERT_EQ(found.lostPrecision, wanted.lostPrecision)
                    << name.toStdString() << " row " << row << " column " << column;
                if (wanted.lostPrecision && name.endsWith(u"csv"_s)) continue;
                ASSERT_EQ(normalised(found.text), normalised(wanted.text))
                    << name.toStdString() << " row " << row << " column " << column;
            }
        }
    }
}

TEST(SampleRosters, showWhichIdNumbersWereLost) {
    for (const QString& name : {u"roster-export.xlsx"_s, u"roster-export.xls"_s,
                                u"roster-export.ods"_s, u"roster-export-gbk.csv"_s}) {
        if (sampleFile(name).isEmpty()) GTEST_SKIP() << "NO SAMPLE " << name.toStdString();
        const SheetRows sheet = mustRead(sampleFile(name));
        QList<int> lost;
        for (auto row = sheet.rows.begin(); row != sheet.rows.end(); ++row)
            if (sheet.cell(row.key(), kIdColumn).lostPrecision) lost.append(row.key());
        EXPECT_EQ(lost, (QList<int>{224, 225})) << name.toStdString();
    }
}

TEST(SampleRosters, readInlineStrings) {
    const QString path = sampleFile(u"roster-inline.xlsx"_s);
    if (path.isEmpty()) GTEST_SKIP() << "NO SAMPLE roster-inline.xlsx";
    EXPECT_EQ(mustRead(path).rows.size(), 251);
}

} // namespace baolei
