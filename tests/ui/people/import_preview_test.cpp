#include "tests/ui/people/import_fixture.h"

namespace baolei {

namespace {
const QString kHeader = u"姓名|性别|公民身份号码|所在党支部|入党日期|学历|手机号码|现居住地"_s;
const QString kId = numberOf(u"19700101"_s, u"001"_s);

QString line(const QString& name, const QString& number, const QString& rest) {
    return u"%1|男|%2|西荡村党支部|20010701|%3"_s.arg(name, number, rest);
}

void import(ImportTown& town, const QStringList& lines) {
    ImportRun run(town);
    run.pick(town.file(lines));
    run.go(Step::Done);
}
}

TEST(ImportPreview, showsWhatWouldChangeAndHidesPrivateValues) {
    ImportTown town;
    import(town, {kHeader, line(u"王强"_s, kId, u"高中|13800001111|西荡村三组"_s)});
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, kId, u"大专|13800002222|西荡村五组"_s)}));
    run.go(Step::Preview);
    const QString rows = run.shownRows();
    EXPECT_TRUE(rows.contains(u"● 收下"_s));
    EXPECT_TRUE(rows.contains(u" → "_s)) << rows.toStdString();
    QString shown = rows + run.text("importReasons");
    const RecordModelBase* changes = run.find<RecordTable>("importChanges")->recordModel();
    ASSERT_EQ(changes->rowCount(), 3);
    for (int row = 0; row < 3; ++row)
        shown += changes->textsOfRow(row).join(u'|');
    EXPECT_TRUE(shown.contains(u"＊＊＊"_s));
    for (const QString& secret : {u"1380000"_s, u"三组"_s, u"五组"_s, kId})
        EXPECT_FALSE(shown.contains(secret)) << secret.toStdString();
    run.go(Step::Done);
    EXPECT_EQ(town.person(u"王强"_s).phone, u"13800002222"_s);
    EXPECT_EQ(town.said.last(), u"已导入1人：更新1人；可按 Ctrl+Z 撤销"_s);
}

TEST(ImportPreview, figuresFilterTheRows) {
    ImportTown town;
    import(town,
           {kHeader, line(u"王强"_s, kId, u"高中||"_s),
            line(u"钱明"_s, numberOf(u"19700101"_s, u"009"_s), u"高中||"_s)});
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, kId, u"大专||"_s),
                        line(u"钱明"_s, numberOf(u"19700101"_s, u"009"_s), u"高中||"_s),
                        line(u"李芳"_s, numberOf(u"19800101"_s, u"003"_s), u"高中||"_s),
                        line(u"赵丽"_s, {}, u"高中||"_s), line(u"王强"_s, kId, u"||"_s)}));
    run.go(Step::Preview);
    EXPECT_EQ(run.rows()->rowCount(), 5);
    const auto shown = [&](const char* figure) {
        run.click(figure);
        const int count = run.rows()->rowCount();
        run.find<FigureBar>("importFigures")->choose({});
        return count;
    };
    EXPECT_EQ(shown("added"), 2);
    EXPECT_EQ(shown("changed"), 1);
    EXPECT_EQ(shown("same"), 1);
    EXPECT_EQ(shown("warned"), 1);
    EXPECT_EQ(shown("refused"), 1);
    run.click("refused");
    const QStringList refused = run.rows()->textsOfRow(0);
    EXPECT_EQ(refused[0], u"○ 退回"_s);
    EXPECT_EQ(refused[1], u"6"_s);
    EXPECT_TRUE(refused[5].contains(u"身份证号与前面一行或库中另一人相同"_s));
}

TEST(ImportPreview, takesLikelyPeopleForTheSameWhenTold) {
    ImportTown town;
    const QString header = u"姓名|所在党支部|入党日期|学历"_s;
    import(town, {header, u"王强|西荡村党支部|20010701|高中"_s});
    ImportRun run(town);
    run.pick(town.file({header, u"王强|西荡村党支部|20020701|大专"_s}));
    run.go(Step::Preview);
    EXPECT_EQ(run.plan().added, 1);
    EXPECT_EQ(run.plan().warned, 1);
    ASSERT_TRUE(run.find<QAbstractButton>("mergeLikely")->isVisible());
    run.click("mergeLikely");
    EXPECT_EQ(run.dialog.step(), Step::Preview);
    EXPECT_EQ(run.plan().changed, 1);
    run.go(Step::Done);
    EXPECT_EQ(town.count("live_person"), 1);
}

TEST(ImportPreview, writesRefusedRowsThatCanBeMendedAndImported) {
    ImportTown town;
    const QString rejects = town.folder.path(u"退回.xlsx"_s);
    {
        ImportRun run(town);
        run.pick(town.file({kHeader, line(u"王强"_s, kId, u"高中||"_s),
                            line({}, numberOf(u"19800101"_s, u"003"_s), u"高中|13800003333|"_s)}));
        run.go(Step::Preview);
        EXPECT_TRUE(run.find<QPushButton>("saveRejects")->isVisible());
        run.go(Step::Done);
        EXPECT_TRUE(run.text("importRefused").contains(u"1行退回"_s));
        town.script.text(rejects);
        run.click("saveRejectsHere");
        EXPECT_TRUE(run.text("rejectsSaved").contains(u"退回.xlsx"_s));
    }
    const auto file = openSpreadsheet(rejects);
    ASSERT_TRUE(ok(file));
    QList<QStringList> rows;
    ASSERT_TRUE(ok((*file)->read(0, [&](const SheetRow& row) {
        QStringList texts;
        for (const Cell& cell : row.cells)
            texts.append(cell.text);
        rows.append(texts);
        return true;
    })));
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].last(), u"退回原因"_s);
    EXPECT_EQ(rows[1].last(), u"没有姓名"_s);

    QStringList mended{rows[0].join(u'|')};
    rows[1][0] = u"李芳"_s;
    mended.append(rows[1].join(u'|'));
    ImportRun again(town);
    again.pick(town.file(mended));
    again.go(Step::Done);
    EXPECT_EQ(town.person(u"李芳"_s).phone, u"13800003333"_s);
}

class ImportSample : public testing::TestWithParam<const char*> { };

TEST_P(ImportSample, isJudgedAsTheExpectationSays) {
    const QString file = sampleFile(QLatin1String(GetParam()));
    if (file.isEmpty()) GTEST_SKIP() << "the sample rosters are not here: " << GetParam();
    ImportTown town;
    ImportRun run(town);
    run.pick(file);
    run.go(Step::Preview);
    EXPECT_EQ(run.rows()->rowCount(), 400);
    run.click("refused");
    EXPECT_EQ(run.rows()->rowCount(), 22);
    run.click("warned");
    EXPECT_EQ(run.rows()->rowCount(), 14);
    run.go(Step::Done);
    EXPECT_EQ(town.count("live_person"), 378);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.count("live_person"), 0);
}

INSTANTIATE_TEST_SUITE_P(AllKinds, ImportSample,
                         testing::Values("roster-export.xlsx", "roster-export.xls",
                                         "roster-export.ods", "roster-export-gbk.csv"));

TEST(ImportPreview, takesInlineStringsCleanly) {
    const QString file = sampleFile(u"roster-inline.xlsx"_s);
    if (file.isEmpty()) GTEST_SKIP() << "the sample rosters are not here";
    ImportTown town;
    ImportRun run(town);
    run.pick(file);
    run.go(Step::Done);
    EXPECT_EQ(town.count("live_person"), 250);
    EXPECT_TRUE(run.find<QPushButton>("saveRejectsHere")->isHidden());
}

} // namespace baolei
