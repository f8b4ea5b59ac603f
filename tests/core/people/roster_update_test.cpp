// A newer export of people who are on the books already; refused rows; what goes out again.

#include "core/people/roster_export.h"
#include "core/spreadsheet/reader.h"
#include "core/store/backup.h"
#include "tests/core/people/roster_fixture.h"

#include <QFile>

using namespace baolei;

namespace {
const QString kHeader = u"姓名|身份证号|所在党支部|出生日期|入党日期|人员类别|手机号码|学历"_s;
const QString kWang = idOf(u"19800501"_s, u"001"_s);
const QString kLi = idOf(u"19810602"_s, u"002"_s);

QString row(const QString& name, const QString& id, const QString& branch,
            const QString& rest = u"正式党员|13800001234|大专"_s) {
    return name + u'|' + id + u'|' + branch + u"||20010701|"_s + rest;
}

QStringList changed(const ImportPlan& plan) {
    QStringList all;
    for (const PlannedChange& change : plan.changes)
        all.append(change.name + u' ' + change.column + u':' + change.before + u">"_s
                   + change.after);
    return all;
}
}

TEST(RosterUpdate, changesWhatANewerExportSays) {
    RosterTown town;
    town.import({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s),
                 row(u"李芳"_s, kLi, u"西荡村党支部"_s)});
    const Person before = town.person(u"王强"_s);
    const ImportPlan plan
        = town.plan({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s, u"||大学本科"_s),
                     row(u"李芳"_s, kLi, u"西荡村党支部"_s)});
    EXPECT_EQ(plan.changed, 1);
    EXPECT_EQ(plan.same, 1);
    EXPECT_EQ(changed(plan), QStringList{u"王强 学历:大专>大学"_s});
    EXPECT_EQ(town.person(u"王强"_s), before) << "planning changed the store";
    ASSERT_TRUE(ok(applyImport(*town.store, plan)));
    const Person after = town.person(u"王强"_s);
    EXPECT_EQ(after.education, u"21"_s);
    EXPECT_EQ(after.phone, u"13800001234"_s) << "an empty cell must not overwrite";
    EXPECT_EQ(after.stage, u"full"_s);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.person(u"王强"_s), before);
}

TEST(RosterUpdate, marksPrivateChanges) {
    RosterTown town;
    town.import({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s)});
    const ImportPlan plan = town.plan(
        {kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s, u"正式党员|13900005678|大专"_s)});
    ASSERT_EQ(plan.changes.size(), 1);
    EXPECT_TRUE(plan.changes[0].isPrivate);
}

TEST(RosterUpdate, movesThoseWhoComeWithAnotherBranch) {
    RosterTown town;
    town.import({kHeader + u"|党内职务"_s, row(u"王强"_s, kWang, u"西荡村党支部"_s) + u"|书记"_s});
    const ImportPlan plan = town.import({kHeader, row(u"王强"_s, kWang, u"东堰村党支部"_s)});
    EXPECT_EQ(plan.moved, 1);
    EXPECT_EQ(said(plan), QStringList{u"moved"_s});
    EXPECT_EQ(changed(plan), QStringList{u"王强 所在党支部:西荡村党支部>东堰村党支部"_s});
    const Person person = town.person(u"王强"_s);
    EXPECT_EQ(person.branchId, town.dongyan.id);
    const auto movements = movementsOf(town.reader(), person.id);
    ASSERT_TRUE(ok(movements));
    ASSERT_EQ(movements->size(), 2);
    EXPECT_EQ(movements->at(0).direction, u"out"_s);
    EXPECT_EQ(movements->at(0).organisationId, town.xidang.id);
    EXPECT_EQ(movements->at(0).basis, u"导入花名册"_s);
    EXPECT_EQ(movements->at(1).direction, u"in"_s);
    EXPECT_EQ(movements->at(1).happenedOn, PartialDate(QDate(2026, 11, 20)));
    const auto posts = postsOf(town.reader(), person.id);
    ASSERT_TRUE(ok(posts));
    EXPECT_FALSE(posts->first().untilOn.isNull()) << "the post in the old branch goes on";
}

TEST(RosterUpdate, tellsARenamedPersonFromSomebodyElse) {
    RosterTown town;
    town.import({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s)});
    const ImportPlan renamed = town.plan({kHeader, row(u"王志强"_s, kWang, u"西荡村党支部"_s)});
    EXPECT_EQ(said(renamed), QStringList{u"name-differs"_s});
    EXPECT_EQ(changed(renamed), QStringList{u"王强 姓名:王强>王志强"_s});
    QString other = row(u"赵敏"_s, kWang, u"东堰村党支部"_s);
    other.replace(u"20010701"_s, u"20050701"_s);
    const ImportPlan stolen = town.plan({kHeader, other});
    EXPECT_EQ(said(stolen), QStringList{u"duplicate-id"_s});
    EXPECT_TRUE(stolen.isEmpty());
}

TEST(RosterUpdate, knowsPeopleWithoutNumberByAllTheRest) {
    RosterTown town;
    const QStringList lines{kHeader, u"王强||西荡村党支部|1980.05.01|20010701|正式党员||"_s,
                            u"王强||西荡村党支部|1981.05.01|20010701|正式党员||"_s,
                            u"王强||西荡村党支部|1980.05.01|20010701|正式党员||"_s};
    const QStringList expected{u"id-missing"_s, u"id-missing"_s, u"duplicate-person"_s};
    EXPECT_EQ(said(town.import(lines)), expected);
    const ImportPlan again = town.import(lines);
    EXPECT_EQ(said(again), expected);
    EXPECT_EQ(again.same, 2);
    EXPECT_TRUE(again.rows[0].foundByName);
    EXPECT_FALSE(again.notes.isEmpty());
    EXPECT_EQ(town.count("live_person"), 2);

    // The number is mended in the file: it is filled in, and said.
    const ImportPlan mended = town.import(
        {kHeader, u"王强|"_s + kWang + u"|西荡村党支部|1980.05.01|20010701|正式党员||"_s});
    EXPECT_EQ(said(mended), QStringList{u"id-added"_s});
    EXPECT_EQ(town.count("live_person"), 2);
}

TEST(RosterUpdate, onlySuggestsWhereSomethingDiffers) {
    RosterTown town;
    town.import({kHeader, u"王强||西荡村党支部|1980.05.01|20010701|正式党员||"_s});
    const QStringList lines{kHeader, u"王强||西荡村党支部|1980.05.01|20030701|正式党员||"_s};
    const ImportPlan careful = town.plan(lines);
    EXPECT_EQ(said(careful), QStringList{u"id-missing maybe-same-person"_s});
    EXPECT_EQ(careful.added, 1);
    town.options.mergeLikely = true;
    const ImportPlan merging = town.plan(lines);
    EXPECT_EQ(merging.added, 0);
    EXPECT_EQ(changed(merging), QStringList{u"王强 入党日期:2001-07-01>2003-07-01"_s});
}

TEST(RosterUpdate, doesNotBringBackThoseWhoLeft) {
    RosterTown town;
    const QStringList lines{kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s)};
    town.import(lines);
    ASSERT_TRUE(ok(leaveBranch(*town.store, town.person(u"王强"_s).id, u"2"_s,
                               PartialDate(2026, 10, 1), u"外省"_s, {})));
    const ImportPlan again = town.import(lines);
    EXPECT_EQ(said(again), QStringList{u"has-left"_s});
    EXPECT_EQ(again.same, 1);
    EXPECT_FALSE(town.person(u"王强"_s).leftOn.isNull());
}

TEST(RosterUpdate, refusesAPlanThatIsOutOfDate) {
    RosterTown town;
    const ImportPlan plan = town.plan({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s)});
    town.member(u"李芳"_s, town.dongyan.id);
    const auto done = applyImport(*town.store, plan);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Refused);
    EXPECT_EQ(town.count("live_person"), 1);
}

TEST(RosterUpdate, backsUpFirstWherePeopleAreOnTheBooks) {
    RosterTown town;
    town.import({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s)});
    const QString folder = backupFolderOf(town.store->path());
    EXPECT_TRUE(backupsIn(folder).isEmpty());
    town.import({kHeader, row(u"李芳"_s, kLi, u"西荡村党支部"_s)});
    EXPECT_EQ(backupsIn(folder).size(), 1);
}

TEST(RosterRejects, canBeMendedAndImportedAgain) {
    RosterTown town;
    const QString path = town.file({u"西荡村党员名册"_s, u"党员姓名|身份证号|入党时间|人员类别"_s,
                                    u"西荡村党支部|||"_s, u"王强|"_s + kWang + u"|不详|正式党员"_s,
                                    u"李芳|"_s + kLi + u"|20010701|正式党员"_s});
    const ImportPlan plan = town.planOf(path);
    EXPECT_EQ(plan.refused, 1);
    const QString rejects = town.folder.path(u"退回的行.xlsx"_s);
    const auto stopped = writeRejects(plan, rejects, [](qint64, qint64) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(QFile::exists(rejects));
    ASSERT_TRUE(ok(writeRejects(plan, rejects)));
    ASSERT_TRUE(ok(applyImport(*town.store, plan)));

    QStringList lines;
    auto file = openSpreadsheet(rejects);
    ASSERT_TRUE(ok(file));
    ASSERT_TRUE(ok((*file)->read(0, [&](const SheetRow& each) {
        QStringList texts;
        for (const Cell& cell : each.cells)
            texts.append(cell.text);
        lines.append(texts.join(u'|'));
        return true;
    })));
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0], u"党员姓名|身份证号|入党时间|人员类别|所在党支部|退回原因"_s);
    EXPECT_TRUE(lines[1].contains(u"|西荡村党支部|入党日期看不出是哪一天"_s))
        << lines[1].toStdString();

    // As it is, it is refused again; mended, it is taken.
    EXPECT_EQ(town.planOf(rejects).refused, 1);
    lines[1].replace(u"不详"_s, u"2001年7月1日"_s);
    const ImportPlan mended = town.import(lines);
    EXPECT_EQ(said(mended), QStringList{u"accept"_s});
    EXPECT_EQ(town.person(u"王强"_s).branchId, town.xidang.id);
    EXPECT_EQ(town.count("live_person"), 2);
}

TEST(RosterRejects, areNotWrittenFromAFileThatHasChanged) {
    RosterTown town;
    const QString path = town.file({kHeader, row({}, kWang, u"西荡村党支部"_s)});
    const ImportPlan plan = town.planOf(path);
    EXPECT_EQ(said(plan), QStringList{u"name-missing"_s});
    writeSheet(path, {kHeader, row({}, kWang, u"西荡村党支部"_s), row({}, kLi, u"西荡村党支部"_s)});
    EXPECT_FALSE(writeRejects(plan, town.folder.path(u"退回.xlsx"_s)));
    const ImportPlan clean = town.plan({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s)});
    ASSERT_TRUE(ok(writeRejects(clean, town.folder.path(u"空.xlsx"_s))));
    EXPECT_FALSE(QFile::exists(town.folder.path(u"空.xlsx"_s)));
}

TEST(RosterExport, comesBackUnchanged) {
    RosterTown town;
    town.import({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s),
                 row(u"李芳"_s, kLi, u"东堰村党支部"_s)});
    for (const QString& name : {u"导出.xlsx"_s, u"导出.csv"_s}) {
        const QString path = town.folder.path(name);
        RosterExport all;
        all.withPrivate = true;
        const auto written = exportRoster(town.reader(), path, all);
        ASSERT_TRUE(ok(written));
        EXPECT_EQ(*written, 2);
        const ImportPlan again = town.planOf(path);
        EXPECT_EQ(again.same, 2) << name.toStdString();
        EXPECT_TRUE(again.changes.isEmpty()) << changed(again).join(u' ').toStdString();
    }
}

TEST(RosterExport, leavesPrivateColumnsOutUnlessAskedFor) {
    RosterTown town;
    town.import({kHeader, row(u"王强"_s, kWang, u"西荡村党支部"_s),
                 row(u"李芳"_s, kLi, u"东堰村党支部"_s)});
    const QString path = town.folder.path(u"公开.csv"_s);
    const auto written = exportRoster(town.reader(), path, {town.xidang.id});
    ASSERT_TRUE(ok(written));
    EXPECT_EQ(*written, 1);
    const QString text = QString::fromUtf8(contentOf(path));
    EXPECT_TRUE(text.contains(u"王强"_s));
    EXPECT_FALSE(text.contains(u"李芳"_s));
    EXPECT_FALSE(text.contains(kWang));
    EXPECT_FALSE(text.contains(u"13800001234"_s));
    EXPECT_FALSE(text.contains(u"公民身份号码"_s));
    const auto refused = exportRoster(town.reader(), path, {{}, {u"name"_s, u"phone"_s}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
}

TEST(RosterExport, writesOrganisationsAndTablesOfTheScreen) {
    RosterTown town;
    town.member(u"王强"_s, town.xidang.id);
    const QString orgs = town.folder.path(u"党组织.csv"_s);
    const auto count = exportOrganisations(town.reader(), orgs, {}, town.clock.today());
    ASSERT_TRUE(ok(count));
    EXPECT_EQ(*count, town.count("live_organisation"));
    EXPECT_TRUE(QString::fromUtf8(contentOf(orgs)).contains(u"西荡村党支部"_s));

    const QString shown = town.folder.path(u"屏幕.csv"_s);
    const ShownRows rows{
        u"筛选"_s, {u"姓名"_s, u"说明"_s}, {{u"王强"_s, u"=1+1"_s}, {u"李芳"_s, u"无"_s}}};
    ASSERT_TRUE(ok(exportRows(shown, rows)));
    const QString text = QString::fromUtf8(contentOf(shown));
    EXPECT_TRUE(text.contains(u"王强,'=1+1"_s)) << text.toStdString();
    EXPECT_FALSE(exportRows(town.folder.path(u"a.pdf"_s), {{}, {u"姓名"_s}, {}}));
}
