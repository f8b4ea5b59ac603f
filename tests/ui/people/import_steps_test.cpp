#include "tests/support/hostile_files.h"
#include "tests/ui/people/import_fixture.h"

#include <QComboBox>
#include <QLineEdit>

namespace baolei {

namespace {
const QString kHeader = u"姓名|性别|公民身份号码|所在党支部|入党日期|人员类别|手机号码"_s;

QString line(const QString& name, const QString& order, const QString& branch,
             const QString& phone = {}) {
    return u"%1|男|%2|%3|20010701|正式党员|%4"_s.arg(name, numberOf(u"19700101"_s, order), branch,
                                                     phone);
}

QString noteOf(QTableWidget* table, int line) {
    return table->item(line, 4)->text();
}
}

TEST(ImportColumns, showsEachColumnWithItsFieldAndHidesPrivateSamples) {
    ImportTown town;
    ImportRun run(town);
    run.pick(
        town.file({u"示范镇党员花名册"_s, kHeader + u"|住哪"_s,
                   line(u"王强"_s, u"001"_s, u"西荡村"_s, u"13800001111"_s) + u"|13800002222"_s}));
    auto* table = run.find<QTableWidget>("importColumns");
    ASSERT_EQ(table->rowCount(), 8);
    EXPECT_EQ(run.find<QComboBox>("headerRow")->currentIndex(), 1);
    EXPECT_EQ(run.find<ChoiceField>("column0")->code(), u"name"_s);
    EXPECT_EQ(run.find<ChoiceField>("column6")->code(), u"phone"_s);
    EXPECT_EQ(table->item(0, 2)->text(), u"王强"_s);
    EXPECT_EQ(table->item(2, 2)->text(), u"18位号码"_s);
    EXPECT_EQ(table->item(6, 2)->text(), u"11位号码"_s);
    EXPECT_EQ(table->item(7, 2)->text(), u"11位号码"_s) << "under a header nobody knows";
    EXPECT_TRUE(noteOf(table, 0).startsWith(u"●"_s));
    EXPECT_TRUE(noteOf(table, 7).startsWith(u"!"_s));
}

TEST(ImportColumns, stopsWhereTheNameIsMissingOrAColumnIsThereTwice) {
    ImportTown town;
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s)}));
    auto* next = run.find<QPushButton>("next");
    auto* name = run.find<ChoiceField>("column0");
    name->setCode({});
    EXPECT_FALSE(next->isEnabled());
    EXPECT_TRUE(run.text("columnsProblem").contains(u"还没有“姓名”列"_s));
    name->setCode(u"sex"_s);
    EXPECT_FALSE(next->isEnabled());
    EXPECT_EQ(name->property("state"), u"wrong"_s);
    EXPECT_EQ(run.find<ChoiceField>("column1")->property("state"), u"wrong"_s);
    EXPECT_TRUE(run.text("columnsProblem").contains(u"有两列都导入为“性别”"_s));
    name->setCode(u"name"_s);
    EXPECT_TRUE(next->isEnabled());
    EXPECT_NE(name->property("state"), u"wrong"_s);
}

TEST(ImportColumns, remembersWhatWasMappedAndCanForgetIt) {
    ImportTown town;
    const QStringList lines{u"姓名|组织|介绍|身份证号|入党日期"_s,
                            u"王强|西荡村党支部|老支书|"_s + numberOf(u"19700101"_s, u"001"_s)
                                + u"|20010701"_s};
    {
        ImportRun run(town);
        run.pick(town.file(lines));
        EXPECT_EQ(run.find<ChoiceField>("column2")->code(), QString());
        run.find<ChoiceField>("column1")->setCode(u"branch"_s);
        run.find<ChoiceField>("column2")->setCode(u"background"_s);
        EXPECT_TRUE(run.text("columnsSummary").contains(u"会记住"_s));
        run.go(Step::Done);
        EXPECT_EQ(town.person(u"王强"_s).background, u"老支书"_s);
    }
    ImportRun again(town);
    again.pick(town.file(lines));
    EXPECT_EQ(again.find<ChoiceField>("column2")->code(), u"background"_s);
    EXPECT_TRUE(again.text("columnsSummary").contains(u"照上次的对应"_s));
    again.click("resetMapping");
    EXPECT_EQ(again.find<ChoiceField>("column2")->code(), QString());
    EXPECT_EQ(again.find<ChoiceField>("column0")->code(), u"name"_s);
}

TEST(ImportColumns, mapsAFileWhoseHeaderSaysNothing) {
    ImportTown town;
    const QStringList lines{u"西荡村"_s, u"甲|乙|丙"_s,
                            u"王强|西荡村党支部|"_s + numberOf(u"19700101"_s, u"001"_s)};
    {
        ImportRun run(town);
        run.pick(town.file(lines));
        ASSERT_EQ(run.dialog.step(), Step::Columns);
        EXPECT_EQ(run.find<QComboBox>("headerRow")->currentIndex(), 1);
        EXPECT_FALSE(run.find<QPushButton>("next")->isEnabled());
        run.find<ChoiceField>("column0")->setCode(u"name"_s);
        run.find<ChoiceField>("column1")->setCode(u"branch"_s);
        run.find<ChoiceField>("column2")->setCode(u"id_number"_s);
        run.go(Step::Done);
        EXPECT_EQ(town.person(u"王强"_s).branchId, town.xidang.id);
    }
    ImportRun again(town);
    again.pick(town.file(lines));
    EXPECT_TRUE(again.find<QPushButton>("next")->isEnabled()) << "not remembered";
}

TEST(ImportColumns, readsAnotherHeaderRowAndAnotherSheet) {
    ImportTown town;
    const QString path = town.folder.path(u"两张表.xlsx"_s);
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    ASSERT_TRUE(ok(writer));
    for (const QString& name : {u"王强"_s, u"李芳"_s}) {
        SheetSetup setup;
        setup.name = name + u"的表"_s;
        (*writer)->addSheet(setup);
        (*writer)->putRow(1, {u"姓名"_s, u"性别"_s, u"民族"_s});
        (*writer)->putRow(2, {name, u"男"_s, u"汉族"_s});
    }
    ASSERT_TRUE(ok((*writer)->finish()));
    ImportRun run(town);
    run.pick(path);
    auto* sheet = run.find<QComboBox>("sheet");
    ASSERT_EQ(sheet->count(), 2);
    EXPECT_TRUE(sheet->isVisible());
    sheet->setCurrentIndex(1);
    emit sheet->activated(1);
    run.settle();
    EXPECT_EQ(run.find<QTableWidget>("importColumns")->item(0, 2)->text(), u"李芳"_s);
    emit run.find<QComboBox>("headerRow")->activated(1);
    EXPECT_EQ(run.find<QTableWidget>("importColumns")->item(0, 1)->text(), u"李芳"_s);
    EXPECT_FALSE(run.find<QPushButton>("next")->isEnabled());
}

TEST(ImportColumns, readsTheSheetsOfAllBranchesTogether) {
    ImportTown town;
    const QString path = town.folder.path(u"全镇.xlsx"_s);
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    ASSERT_TRUE(ok(writer));
    for (const QString& branch : {u"西荡村党支部"_s, u"东堰村党支部"_s}) {
        SheetSetup setup;
        setup.name = branch;
        (*writer)->addSheet(setup);
        (*writer)->putRow(1, {u"姓名"_s, u"性别"_s, u"民族"_s});
        (*writer)->putRow(2, {u"王"_s + branch.first(1), u"男"_s, u"汉族"_s});
    }
    ASSERT_TRUE(ok((*writer)->finish()));
    ImportRun run(town);
    run.pick(path);
    auto* sheet = run.find<QComboBox>("sheet");
    EXPECT_EQ(sheet->currentText(), u"各支部的 2 个工作表一起"_s);
    emit sheet->activated(2); // 东堰村党支部 alone
    run.settle();
    EXPECT_EQ(sheet->currentText(), u"东堰村党支部"_s);
    run.go(Step::Preview);
    EXPECT_EQ(run.rows()->rowCount(), 1);
    run.click("back");
    run.click("back");
    emit sheet->activated(0);
    run.settle();
    EXPECT_EQ(sheet->currentText(), u"各支部的 2 个工作表一起"_s);
    run.go(Step::Done);
    EXPECT_EQ(town.person(u"王西"_s).branchId, town.xidang.id);
    EXPECT_EQ(town.person(u"王东"_s).branchId, town.dongyan.id);
}

TEST(ImportBranches, proposesNewOnesAndTakesAnotherAnswer) {
    ImportTown town;
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, u"001"_s, u"新河村支部"_s),
                        line(u"李芳"_s, u"002"_s, u"中共示范镇西荡村支部委员会"_s),
                        line(u"赵丽"_s, u"003"_s, u"河口村党支部"_s),
                        line(u"孙华"_s, u"004"_s, u"桥头村党支部"_s)}));
    run.go(Step::Branches);
    auto* table = run.find<RecordTable>("importBranches");
    RecordModelBase* model = table->recordModel();
    ASSERT_EQ(model->rowCount(), 4);
    EXPECT_TRUE(run.text("branchesSummary").contains(u"1个已有，3个要新建"_s));
    EXPECT_TRUE(model->textsOfRow(3)[2].contains(u"● 西荡村党支部"_s));
    table->selectRow(0);
    EXPECT_TRUE(model->textsOfRow(0)[2].contains(u"新建：新河村党支部"_s));
    EXPECT_EQ(run.find<QLineEdit>("newFullName")->text(), u"中共示范镇新河村支部委员会"_s);
    auto* organisation = run.find<ChoiceField>("branchOrganisation");
    organisation->setCode(town.dongyan.id.value.toText());
    EXPECT_TRUE(model->textsOfRow(0)[2].contains(u"● 东堰村党支部"_s));
    table->selectRow(1);
    run.click("refuseBranch");
    EXPECT_TRUE(model->textsOfRow(1)[2].contains(u"不导入"_s));
    table->selectRow(2);
    auto* brief = run.find<QLineEdit>("newShortName");
    brief->selectAll();
    brief->insert(u"桥头社区党支部"_s);
    EXPECT_EQ(brief->text(), u"桥头社区党支部"_s);
    run.go(Step::Preview);
    EXPECT_EQ(run.plan().refused, 1);
    run.go(Step::Done);
    EXPECT_EQ(town.person(u"王强"_s).branchId, town.dongyan.id);
    EXPECT_EQ(town.person(u"李芳"_s).branchId, town.xidang.id);
    const auto made = organisationNamed(town.reader(), u"桥头社区党支部"_s);
    ASSERT_TRUE(ok(made));
    EXPECT_EQ(town.person(u"孙华"_s).branchId, made->id);
    EXPECT_EQ(town.count("live_person"), 3);
}

TEST(ImportBranches, refusesSeveralAtOnce) {
    ImportTown town;
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王强"_s, u"001"_s, u"新河村支部"_s),
                        line(u"赵丽"_s, u"003"_s, u"河口村党支部"_s),
                        line(u"孙华"_s, u"004"_s, u"西荡村党支部"_s)}));
    run.go(Step::Branches);
    auto* table = run.find<RecordTable>("importBranches");
    table->selectAll();
    run.click("refuseBranch");
    run.go(Step::Preview);
    EXPECT_EQ(run.plan().refused, 3);
}

TEST(ImportBranches, asksWhereANameFitsSeveralAndWhereThereIsNone) {
    ImportTown town;
    town.add(u"西荡村联合党支部"_s, u"joint_branch"_s, town.committee.id);
    ImportRun run(town);
    run.pick(town.file(
        {kHeader, line(u"王强"_s, u"001"_s, u"西荡村"_s), line(u"李芳"_s, u"002"_s, {})}));
    run.go(Step::Branches);
    auto* table = run.find<RecordTable>("importBranches");
    EXPECT_TRUE(table->recordModel()->textsOfRow(0)[2].startsWith(u"○ 请选定"_s));
    for (const char* name : {"useExisting", "makeNew", "refuseBranch"})
        EXPECT_FALSE(run.find<QAbstractButton>(name)->isChecked()) << name;
    run.find<ChoiceField>("branchOrganisation")->setCode(town.xidang.id.value.toText());
    run.find<ChoiceField>("defaultBranch")->setCode(town.dongyan.id.value.toText());
    run.go(Step::Done);
    EXPECT_EQ(town.person(u"王强"_s).branchId, town.xidang.id);
    EXPECT_EQ(town.person(u"李芳"_s).branchId, town.dongyan.id);
}

TEST(ImportFile, refusesWhatIsNoTableInPlainWords) {
    ImportTown town;
    for (const HostileFile& file : hostileFiles()) {
        const QString path = town.folder.path(file.name);
        QFile written(path);
        ASSERT_TRUE(written.open(QIODevice::WriteOnly));
        ASSERT_EQ(written.write(file.bytes), file.bytes.size());
        written.close();
        ImportRun run(town);
        run.pick(path);
        // What is wrong further in is found when the rows are read.
        for (int i = 0; i < 3 && run.dialog.step() != Step::File; ++i)
            if (run.find<QPushButton>("next")->isEnabled()) run.click("next");
        const QString shown
            = run.text("fileError") + run.text("fileErrorRest") + town.script.shown().last();
        EXPECT_TRUE(shown.contains(file.says) && shown.contains(u"请"_s))
            << file.name.toStdString() << ": " << shown.toStdString();
        EXPECT_LT(run.dialog.step(), Step::Preview) << file.name.toStdString();
    }
    EXPECT_EQ(town.count("person"), 0);
    ImportRun run(town);
    run.pick(town.file({kHeader, line(u"王\u202e强"_s, u"001"_s, u"西荡村"_s)}));
    run.go(Step::Preview);
    EXPECT_TRUE(run.shownRows().contains(u"王强"_s)) << run.shownRows().toStdString();
}

TEST(ImportColumns, listsNoMoreThanCanBeMappedByHand) {
    ImportTown town;
    ImportRun run(town);
    QString header = kHeader;
    for (int i = 7; i < 16'384; ++i)
        header += u"|列%1"_s.arg(i);
    run.pick(town.file({header, line(u"王强"_s, u"001"_s, u"西荡村"_s)}));
    EXPECT_EQ(run.find<QTableWidget>("importColumns")->rowCount(), 200);
    EXPECT_TRUE(run.text("columnsSummary").contains(u"只列出前200列"_s));
    run.go(Step::Preview);
    EXPECT_EQ(run.plan().accepted(), 1);
}

} // namespace baolei
