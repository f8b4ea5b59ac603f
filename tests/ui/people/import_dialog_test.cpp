#include "tests/ui/people/import_fixture.h"

#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QUrl>

namespace baolei {

namespace {
const QString kHeader = u"姓名|性别|公民身份号码|所在党支部|入党日期|人员类别"_s;
const QString kId = numberOf(u"19700101"_s, u"001"_s);

QString line(const QString& name, const QString& order, const QString& branch) {
    return u"%1|男|%2|%3|20010701|正式党员"_s.arg(name, numberOf(u"19700101"_s, order), branch);
}
}

TEST(ImportDialog, bringsInTheShippedSampleAndTakesItBackWithOneUndo) {
    ImportTown town;
    const qint64 before = town.count("live_person");
    const qint64 branches = town.count("live_organisation");
    ImportRun run(town);
    run.pick(shippedRoster());
    ASSERT_EQ(run.dialog.step(), Step::Columns);
    run.go(Step::Preview);
    EXPECT_EQ(town.count("live_person"), before) << "looking at it changed the store";
    const ImportPlan& plan = run.plan();
    EXPECT_GT(plan.added, 0);
    EXPECT_EQ(run.rows()->rowCount(), int(plan.rows.size()));
    run.click("next");
    EXPECT_EQ(run.dialog.step(), Step::Done);
    EXPECT_EQ(town.count("live_person"), before + plan.added);
    ASSERT_EQ(town.said.size(), 1);
    EXPECT_TRUE(town.said[0].startsWith(u"已导入%1人"_s.arg(plan.added)));
    EXPECT_TRUE(town.said[0].endsWith(u"可按 Ctrl+Z 撤销"_s));
    run.click("next");
    EXPECT_FALSE(run.dialog.isVisible());
    EXPECT_EQ(town.opened, QList<Target>{{u"people"_s}});

    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.count("live_person"), before);
    EXPECT_EQ(town.count("live_organisation"), branches);
}

TEST(ImportDialog, findsNothingToDoTheSecondTime) {
    ImportTown town;
    {
        ImportRun first(town);
        first.pick(shippedRoster());
        first.go(Step::Done);
    }
    const qint64 operations = town.count("operation");
    ImportRun second(town);
    second.pick(shippedRoster());
    second.go(Step::Preview);
    EXPECT_TRUE(second.plan().isEmpty());
    EXPECT_EQ(second.plan().same, second.plan().accepted());
    EXPECT_TRUE(second.text("importNotes").contains(u"没有要导入的"_s));
    EXPECT_EQ(second.find<QPushButton>("next")->text(), u"关闭"_s);
    second.click("next");
    EXPECT_FALSE(second.dialog.isVisible());
    EXPECT_EQ(town.count("operation"), operations);
}

TEST(ImportDialog, takesAFileThatIsDropped) {
    ImportTown town;
    ImportRun run(town);
    QMimeData data;
    data.setUrls(
        {QUrl::fromLocalFile(town.file({kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s)}))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&run.dialog, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&run.dialog, &drop);
    run.settle();
    EXPECT_EQ(run.dialog.step(), Step::Columns);
}

TEST(ImportDialog, saysPlainlyWhyAFileCannotBeRead) {
    ImportTown town;
    const QString broken = town.folder.path(u"坏.xlsx"_s);
    QFile file(broken);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 this is no workbook");
    file.close();
    ImportRun run(town);
    run.pick(broken);
    EXPECT_EQ(run.dialog.step(), Step::File);
    EXPECT_TRUE(run.find<QLabel>("fileError")->isVisible());
    EXPECT_GT(run.text("fileError").size(), 6);
    EXPECT_TRUE(run.text("fileErrorRest").contains(u"请重新导出或复制一次"_s));
    run.pick(town.folder.path(u"没有.xlsx"_s));
    EXPECT_EQ(run.dialog.step(), Step::File);
    run.pick(town.file({kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s)}));
    EXPECT_EQ(run.dialog.step(), Step::Columns);
    EXPECT_TRUE(town.said.isEmpty());
}

TEST(ImportDialog, changesNothingWhenCancelled) {
    ImportTown town;
    const qint64 operations = town.count("operation");
    const QString path = town.file({kHeader, line(u"王强"_s, u"001"_s, u"新河村支部"_s)});
    for (const Step step : {Step::File, Step::Columns, Step::Branches, Step::Preview}) {
        ImportRun run(town);
        if (step != Step::File) run.pick(path);
        run.go(step);
        QTest::keyClick(&run.dialog, Qt::Key_Escape);
        EXPECT_FALSE(run.dialog.isVisible()) << int(step);
    }
    EXPECT_EQ(town.count("operation"), operations);
    EXPECT_EQ(town.count("live_person"), 0);
    EXPECT_TRUE(town.script.allAnswered()) << "asked although nothing was changed";
}

TEST(ImportDialog, asksBeforeItForgetsWhatWasMapped) {
    ImportTown town;
    ImportRun run(town);
    run.pick(town.file({kHeader + u"|介绍"_s, line(u"王强"_s, u"001"_s, u"西荡村"_s) + u"|老"_s}));
    run.find<ChoiceField>("column6")->setCode(u"background"_s);
    town.script.no();
    run.dialog.reject();
    EXPECT_TRUE(run.dialog.isVisible());
    town.script.yes();
    run.dialog.reject();
    EXPECT_FALSE(run.dialog.isVisible());
    EXPECT_EQ(town.count("live_person"), 0);
}

TEST(ImportDialog, goesBackAndReadsAgainOnlyAfterAChange) {
    ImportTown town;
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s)}));
    run.go(Step::Preview);
    const auto plan = run.dialog.state().plan;
    run.click("back");
    EXPECT_EQ(run.dialog.step(), Step::Branches);
    run.click("back");
    EXPECT_EQ(run.dialog.step(), Step::Columns);
    run.go(Step::Preview);
    EXPECT_EQ(run.dialog.state().plan, plan);
    run.click("back");
    run.click("back");
    run.find<ChoiceField>("column1")->setCode({});
    run.go(Step::Preview);
    EXPECT_NE(run.dialog.state().plan, plan);
}

TEST(ImportDialog, isDrivenByTheKeyboardAlone) {
    ImportTown town;
    ImportRun run(town);
    run.dialog.readFile(town.file({kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s)}));
    run.settle();
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(run.dialog.focusWidget());
        QTest::keyClick(run.dialog.focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        run.settle();
    }
    EXPECT_EQ(run.dialog.step(), Step::Done);
    EXPECT_EQ(town.count("live_person"), 1);
}

TEST(ImportDialog, refusesWhenTheStoreChangedSinceAndReadsAgain) {
    ImportTown town;
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s)}));
    run.go(Step::Preview);
    town.member(u"李芳"_s, town.dongyan.id);
    run.click("next");
    EXPECT_EQ(run.dialog.step(), Step::Preview);
    EXPECT_EQ(town.count("live_person"), 1);
    EXPECT_TRUE(town.script.shown().last().contains(u"预览之后数据又有改动"_s));
    run.click("back");
    run.go(Step::Done);
    EXPECT_EQ(town.count("live_person"), 2);
}

} // namespace baolei
