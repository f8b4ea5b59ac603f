// Rosters as towns lay them out: group headers, the branch in the title or on the sheet, columns
// numbered, formulas that failed, people who are no members.

#include "core/people/cell_text.h"
#include "core/people/codes.h"
#include "core/people/roster_import_title.h"
#include "core/spreadsheet/reader.h"
#include "tests/core/people/roster_fixture.h"

#include <QJsonArray>

using namespace baolei;

namespace {
const QString kWang = idOf(u"19800501"_s, u"001"_s);
const QString kLi = idOf(u"19810602"_s, u"002"_s);
const QString kZhao = idOf(u"19820703"_s, u"003"_s);
const QString kTown = u"示范镇"_s;

QString fieldOf(const QString& header) {
    const RosterColumn* column = columnForHeader(header);
    return column ? column->field : QString();
}

/// A workbook of several sheets, each with its name and lines.
QString writeBook(const QString& path, const QList<std::pair<QString, QStringList>>& sheets) {
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    EXPECT_TRUE(ok(writer));
    for (const auto& [name, lines] : sheets) {
        SheetSetup setup;
        setup.name = name;
        (*writer)->addSheet(setup);
        for (int i = 0; i < int(lines.size()); ++i) {
            QList<CellValue> values;
            for (const QString& cell : cells(lines[i]))
                values.append(CellValue{cell});
            (*writer)->putRow(i + 1, values);
        }
    }
    EXPECT_TRUE(ok((*writer)->finish()));
    return path;
}
}

TEST(RosterLayouts, knowsHeadersWithWordsAround) {
    EXPECT_EQ(fieldOf(u"所属党支部名称"_s), u"branch"_s);
    EXPECT_EQ(fieldOf(u"本人联系电话1"_s), u"phone"_s);
    EXPECT_EQ(fieldOf(u"身份证号（18位）"_s), u"id_number"_s);
    EXPECT_EQ(fieldOf(u"*姓\n　名"_s), u"name"_s);
    EXPECT_EQ(fieldOf(u"家庭详细住址"_s), u"address"_s);
    EXPECT_EQ(fieldOf(u"原所在支部"_s), u""_s) << "the branch of another time";
    EXPECT_EQ(fieldOf(u"介绍人姓名"_s), u""_s);
    EXPECT_EQ(fieldOf(u"党员"_s), u""_s);
}

TEST(RosterLayouts, readsGroupsThatStandOverHalfAName) {
    RosterTown town;
    const ImportPlan plan
        = town.import({u"西荡村党支部党员花名册"_s, u"序号|姓 名|身份证 号码|联系方式||时间|"_s,
                       u"|||手机|固话|入党|转正"_s, u"甲|乙|1|2|3|4|5"_s,
                       u"1|王强|"_s + kWang + u"|13800001234||2001年7月|2002.7"_s});
    EXPECT_EQ(said(plan), QStringList{u"accept"_s}) << "the numbers of the columns are nobody";
    const Person wang = town.person(u"王强"_s);
    EXPECT_EQ(wang.joinedOn.text(), u"2001-07"_s);
    EXPECT_EQ(wang.fullOn.text(), u"2002-07"_s);
    EXPECT_EQ(wang.branchId, town.xidang.id);
}

TEST(RosterLayouts, readsThreeRowsOfNames) {
    RosterTown town;
    const ImportPlan plan
        = town.import({u"党员信息采集表"_s, u"姓名|基本信息|||党内信息||"_s,
                       u"|身份证号|联系方式||所在支部|时间|"_s, u"||手机|固话||入党|转正"_s,
                       u"王强|"_s + kWang + u"|13800001234||西荡村党支部|1999.7.1|2000.7.1"_s});
    EXPECT_EQ(said(plan), QStringList{u"accept"_s});
    EXPECT_EQ(town.person(u"王强"_s).fullOn.text(), u"2000-07-01"_s);
    EXPECT_EQ(town.person(u"王强"_s).phone, u"13800001234"_s);
}

TEST(RosterLayouts, readsNumberedSections) {
    EXPECT_EQ(sectionName(u"一、西荡村党支部（2人）"), u"西荡村党支部"_s);
    EXPECT_EQ(sectionName(u"（二）东堰村党支部 共3名"), u"东堰村党支部"_s);
    EXPECT_EQ(sectionName(u"西荡村一支部"), u"西荡村一支部"_s);
    RosterTown town;
    const ImportPlan plan = town.import(
        {u"示范镇各支部党员花名册"_s, u"序号|姓名|身份证号码|入党时间"_s, u"①|②|③|④"_s,
         u"一、西荡村党支部（1人）"_s, u"1|王强|"_s + kWang + u"|2001.7.1"_s, u"2．东堰村党支部"_s,
         u"1|李芳|"_s + kLi + u"|2001.7.1"_s, u"|小计：1人"_s});
    EXPECT_EQ(said(plan), (QStringList{u"accept"_s, u"accept"_s}));
    EXPECT_EQ(town.person(u"王强"_s).branchId, town.xidang.id);
    EXPECT_EQ(town.person(u"李芳"_s).branchId, town.dongyan.id);
}

TEST(RosterLayouts, findsTheBranchInATitle) {
    EXPECT_EQ(branchNamedIn(u"2026年中共示范镇东堰村支部委员会党员名册", kTown),
              u"中共示范镇东堰村支部委员会"_s);
    EXPECT_EQ(branchNamedIn(u"填报单位（盖章）：西荡村党支部  2026年11月", kTown),
              u"西荡村党支部"_s);
    EXPECT_EQ(branchNamedIn(u"支部名称： 西荡村", kTown), u"西荡村"_s);
    for (const QString& none :
         {u"示范镇党员花名册"_s, u"示范镇各党支部党员花名册"_s, u"党支部党员名册"_s,
          u"填报党支部："_s, u"填报单位：示范镇党建办"_s, u"西荡村支部书记名册"_s,
          u"支部名称：示范镇"_s, u"西荡村党员花名册"_s})
        EXPECT_EQ(branchNamedIn(none, kTown), QString()) << none.toStdString();
    EXPECT_EQ(branchInName(u"西荡村", kTown), u"西荡村"_s);
    EXPECT_EQ(branchInName(u"Sheet1", kTown), QString());
    EXPECT_EQ(branchInTitle({{u"西荡村党支部"_s}, {u"东堰村党支部"_s}}, kTown), QString())
        << "two branches are none";
    EXPECT_EQ(
        branchInTitle({{u"西荡村党支部名册"_s}, {u"单位:中共示范镇西荡村支部委员会"_s}}, kTown),
        u"中共示范镇西荡村支部委员会"_s);
}

TEST(RosterLayouts, prefersAColumnToTheTitle) {
    RosterTown town;
    const ImportPlan plan
        = town.plan({u"西荡村党支部党员花名册"_s, u"姓名|身份证号|支部"_s,
                     u"王强|"_s + kWang + u"|东堰村党支部"_s, u"李芳|"_s + kLi + u"|"_s});
    EXPECT_EQ(said(plan), (QStringList{u"accept"_s, u"branch-missing"_s}));
}

TEST(RosterLayouts, readsOneSheetForEachBranchAndNamesTheOthers) {
    RosterTown town;
    const QString header = u"姓名|身份证号|入党时间"_s;
    const QString path
        = writeBook(town.folder.path(u"各村.xlsx"_s),
                    {{u"西荡村党支部"_s, {header, u"王强|"_s + kWang + u"|20010701"_s}},
                     {u"东堰村"_s,
                      {header, u"李芳|"_s + kLi + u"|20010701"_s, u"赵云|"_s + kZhao + u"|不详"_s}},
                     {u"去年"_s, {header, u"孙平|"_s + kZhao + u"|20010701"_s}}});
    const ImportPlan plan = town.planOf(path);
    EXPECT_EQ(said(plan), (QStringList{u"accept"_s, u"accept"_s, u"joined-unreadable"_s}));
    EXPECT_EQ(plan.placeOf(plan.rows[2].sheet, plan.rows[2].row), u"东堰村!3"_s);
    EXPECT_TRUE(plan.notes.join(u' ').contains(u"去年"_s)) << "left out without a word";
    const auto remark = jsonOf(plan)[u"remarks"_s].toArray().first().toObject();
    EXPECT_EQ(remark[u"sheet"_s].toString(), u"东堰村"_s);

    const QString rejects = town.folder.path(u"退回.xlsx"_s);
    ASSERT_TRUE(ok(writeRejects(plan, rejects)));
    ASSERT_TRUE(ok(applyImport(*town.store, plan)));
    EXPECT_EQ(town.person(u"李芳"_s).branchId, town.dongyan.id);
    const ImportPlan again = town.planOf(rejects);
    ASSERT_EQ(again.rows.size(), 1);
    EXPECT_EQ(again.branches.value(again.rows[0].branch).organisation.id, town.dongyan.id);

    town.options.sheet = 0;
    EXPECT_EQ(town.planOf(path).rows.size(), 1) << "a chosen sheet is read alone";
}

TEST(RosterLayouts, keepsNothingOfAFormulaThatFailed) {
    EXPECT_TRUE(isSpreadsheetError(u"#N/A"));
    EXPECT_TRUE(isSpreadsheetError(u"#####"));
    EXPECT_FALSE(isSpreadsheetError(u"#1号楼"));
    EXPECT_FALSE(isSpreadsheetError(u"#"));
    RosterTown town;
    const ImportPlan plan
        = town.import({u"姓名|身份证号|支部|性别|民族|入党时间"_s,
                       u"王强|"_s + kWang + u"|西荡村党支部|#N/A|#REF!|20010701"_s,
                       u"李芳|"_s + kLi + u"|西荡村党支部|女|汉|#VALUE!"_s});
    EXPECT_EQ(said(plan), (QStringList{u"cell-unreadable"_s, u"joined-unreadable"_s}));
    EXPECT_EQ(town.person(u"王强"_s).sex, u"1"_s) << "from the number";
    EXPECT_EQ(town.person(u"王强"_s).ethnicity, u""_s);
}

TEST(RosterLayouts, takesOnlyMembersByTheirPoliticalStatus) {
    RosterTown town;
    const ImportPlan plan = town.import({u"姓名|身份证号|支部|政治面貌|入党时间"_s,
                                         u"王强|"_s + kWang + u"|西荡村党支部|中共党员|20010701"_s,
                                         u"李芳|"_s + kLi + u"|西荡村党支部|预备党员|20240701"_s,
                                         u"赵云|"_s + kZhao + u"|西荡村党支部|群众|"_s});
    EXPECT_EQ(said(plan), (QStringList{u"accept"_s, u"accept"_s, u"not-a-member"_s}));
    EXPECT_EQ(town.person(u"李芳"_s).stage, u"probationary"_s) << "said so, whatever the date";
    const ImportPlan told = town.plan({u"姓名|身份证号|支部|政治面貌|人员类别"_s,
                                       u"赵云|"_s + kZhao + u"|西荡村党支部|群众|入党积极分子"_s});
    EXPECT_EQ(told.refused, 0);
}

TEST(RosterLayouts, readsEducationWithItsRemarks) {
    EXPECT_EQ(codeFor(u"education", u"大专（函授）"), u"31"_s);
    EXPECT_EQ(codeFor(u"education", u"在职本科"), u"21"_s);
    EXPECT_EQ(codeFor(u"education", u"大学本科（全日制）"), u"21"_s);
    EXPECT_EQ(codeFor(u"education", u"普通高中"), u"61"_s);
    EXPECT_EQ(codeFor(u"education", u"函授"), std::nullopt);
    EXPECT_EQ(codeFor(u"education", u"（函授）"), std::nullopt);
}

TEST(RosterLayouts, takesNoNumberForAName) {
    RosterTown town;
    const ImportPlan plan
        = town.plan({u"姓名|身份证号|支部"_s, u"12|"_s + kWang + u"|西荡村党支部"_s});
    EXPECT_EQ(said(plan), QStringList{u"name-missing"_s});
}
