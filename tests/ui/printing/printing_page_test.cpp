#include "ui/printing/printing_page.h"

#include "core/activities/commands.h"
#include "core/demo/demo.h"
#include "core/people/queries.h"
#include "core/plans/commands.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/base/fields.h"
#include "ui/printing/preview.h"
#include "ui/printing/to_printer.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPrinter>
#include <QScrollBar>
#include <QToolButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct PrintingTown {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    std::unique_ptr<Store> store;
    OwnSettings settings;
    Scope scope{Period::ofMonth(2026, 11)};
    Navigator navigator;
    std::unique_ptr<PrintingPage> page;
    Target opened;
    QString said;

    explicit PrintingTown(bool isDemo = true) {
        StoreOptions options;
        options.clock = &clock;
        store = std::move(*Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, options));
        if (isDemo) fill();
        page = std::make_unique<PrintingPage>(PageContext{*store, scope, navigator});
        QObject::connect(&navigator, &Navigator::opened, [this](const Target& t) { opened = t; });
        QObject::connect(&navigator, &Navigator::said,
                         [this](const QString& line) { said = line; });
        page->resize(1100, 700);
        page->QWidget::show();
    }
    void fill() const { EXPECT_TRUE(ok(fillDemo(*store, DemoScale::Town))); }
    Organisation branch(const QString& name) const {
        return organisationNamed(store->reader(), name).value();
    }
    Preview* preview() const { return child<Preview>(page.get(), "preview"); }
    /// Waits for pages of this form.
    testing::AssertionResult shows(const QString& form) const {
        return eventually([&] {
            const auto& pages = preview()->document().pages;
            return !pages.isEmpty() && pages.first().form == form;
        });
    }
    QString text() const {
        QString all;
        for (const PaperPage& each : preview()->document().pages)
            all += plainText(each);
        return all;
    }
    void choose(const QString& form) const {
        auto* forms = child<QListWidget>(page.get(), "printForms");
        for (int row = 0; row < forms->count(); ++row)
            if (forms->item(row)->data(Qt::UserRole).toString() == form) forms->setCurrentRow(row);
    }
    Activity held(const QString& kind) const {
        const auto lines = activitiesIn(store->reader(), branch(u"西荡村党支部"_s).id,
                                        Period::ofYear(2026), kind);
        return store->reader().find(lines.value().first().id).value().value();
    }
};

QByteArray startOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.read(4);
}
}

TEST(PrintingPage, showsTheHandbookOfTheBranchInTheScope) {
    PrintingTown town;
    town.scope.setOrganisation(town.branch(u"西荡村党支部"_s).id);
    ASSERT_TRUE(town.shows(u"p01"_s));
    ASSERT_TRUE(eventually([&] { return town.text().contains(u"西荡村"_s); }));
    auto* number = child<QLabel>(town.page.get(), "pageNumber");
    const auto pages = town.preview()->document().pages.size();
    EXPECT_EQ(number->text(), u"第 1 页，共 %1 页"_s.arg(pages));
    child<QToolButton>(town.page.get(), "nextPage")->click();
    EXPECT_EQ(number->text(), u"第 2 页，共 %1 页"_s.arg(pages));
    QTest::keyClick(town.preview(), Qt::Key_End);
    EXPECT_EQ(town.preview()->page(), pages - 1);
    EXPECT_FALSE(child<QToolButton>(town.page.get(), "nextPage")->isEnabled());
}

TEST(PrintingPage, takesAnotherFormAndBranchFromTheBeginning) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    town.preview()->setPage(5);
    town.choose(u"p03"_s);
    ASSERT_TRUE(town.shows(u"p03"_s));
    EXPECT_EQ(town.preview()->page(), 0);
    auto* branch = child<ChoiceField>(town.page.get(), "printBranch");
    branch->setCurrentIndex(branch->findText(u"柘沟村党支部"_s));
    EXPECT_TRUE(eventually([&] { return town.text().contains(u"柘沟村"_s); }));
}

TEST(PrintingPage, suggestsTheMonthForASheetAndTheYearForTheHandbook) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    auto* period = child<QComboBox>(town.page.get(), "printPeriod");
    EXPECT_EQ(period->currentText(), u"2026年"_s);
    town.choose(u"meetings-disclosure"_s);
    EXPECT_EQ(period->currentText(), u"2026年11月"_s);
    ASSERT_TRUE(town.shows(u"meetings-disclosure"_s));
    town.choose(kHandbook);
    EXPECT_EQ(period->currentText(), u"2026年"_s);
}

TEST(PrintingPage, followsWhatIsEntered) {
    PrintingTown town;
    town.scope.setOrganisation(town.branch(u"西荡村党支部"_s).id);
    town.choose(u"p03"_s);
    ASSERT_TRUE(town.shows(u"p03"_s));
    Organisation branch = town.branch(u"西荡村党支部"_s);
    branch.name = u"中共示范镇西荡新村支部委员会"_s;
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch)));
    EXPECT_TRUE(eventually([&] { return town.text().contains(u"西荡新村"_s); }));
}

TEST(PrintingPage, followsThePlan) {
    PrintingTown town;
    const Id<Organisation> branch = town.branch(u"西荡村党支部"_s).id;
    town.scope.setOrganisation(branch);
    town.choose(u"p08"_s);
    ASSERT_TRUE(town.shows(u"p08"_s));
    ASSERT_TRUE(ok(makePlan(*town.store, {branch}, 2026)));
    EXPECT_TRUE(eventually([&] { return town.text().contains(u"12月主题党日"_s); }));
}

TEST(PrintingPage, savesAsPdfAndAsWorkbook) {
    PrintingTown town;
    town.choose(u"p03"_s);
    ASSERT_TRUE(town.shows(u"p03"_s));
    const QString pdf = town.folder.path(u"一.pdf"_s);
    const QString book = town.folder.path(u"一.xlsx"_s);
    ask::Script script;
    script.text(pdf).text(book);
    QTest::keyClick(town.page.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return town.said.contains(pdf); }));
    QTest::keyClick(town.page.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return town.said.contains(book); }));
    EXPECT_TRUE(script.allAnswered());
    EXPECT_EQ(startOf(pdf), "%PDF");
    EXPECT_EQ(startOf(book), QByteArray("PK\3\4"));
}

TEST(PrintingPage, saysWhyAFileCannotBeWrittenAndGoesOn) {
    PrintingTown town;
    town.choose(u"p03"_s);
    ASSERT_TRUE(town.shows(u"p03"_s));
    ask::Script script;
    script.text(town.folder.path(u"没有这个文件夹/一.pdf"_s));
    QTest::keyClick(town.page.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return script.shown().size() >= 2; }));
    EXPECT_TRUE(town.said.isEmpty());
    EXPECT_TRUE(town.shows(u"p03"_s));
}

TEST(PrintingPage, savesOneFileForEveryBranch) {
    PrintingTown town;
    town.choose(u"meetings-disclosure"_s);
    ASSERT_TRUE(town.shows(u"meetings-disclosure"_s));
    const QString folder = town.folder.path(u"全部"_s);
    ASSERT_TRUE(QDir().mkpath(folder));
    ask::Script script;
    script.text(folder);
    for (QPushButton* button : town.page->findChildren<QPushButton*>())
        if (button->text() == u"所有支部各存一份"_s) button->click();
    ASSERT_TRUE(eventually([&] { return script.shown().size() >= 2; }));
    const auto branches
        = branchesIn(organisationsUnder(town.store->reader(), Id<Organisation>()).value());
    EXPECT_EQ(QDir(folder).entryList({u"*.pdf"_s}).size(), branches.size());
    EXPECT_TRUE(script.shown().last().contains(u"做好 %1 份"_s.arg(branches.size())))
        << script.shown().last().toStdString();
}

TEST(PrintingPage, showsOneActivityAndGoesBackToForms) {
    PrintingTown town;
    const Activity meeting = town.held(u"branch-meeting"_s);
    town.page->show({u"printing"_s, u"activity"_s, {meeting.id.value}});
    ASSERT_TRUE(town.shows(u"p10"_s));
    EXPECT_TRUE(town.text().contains(meeting.place));
    EXPECT_LE(town.preview()->document().pages.size(), 2);
    const QString pdf = town.folder.path(u"一次.pdf"_s);
    ask::Script script;
    script.text(pdf);
    QTest::keyClick(town.page.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return town.said.contains(pdf); }));
    EXPECT_TRUE(town.said.contains(u"已存 %1 页"_s.arg(town.preview()->document().pages.size())));
    town.choose(u"p03"_s);
    EXPECT_TRUE(town.shows(u"p03"_s));
}

TEST(PrintingPage, showsTheStudyOfOnePerson) {
    PrintingTown town;
    const auto people
        = peopleOf(town.store->reader(), town.branch(u"西荡村党支部"_s).id, town.clock.today());
    ASSERT_TRUE(ok(people));
    const Person person = people->last();
    town.page->show({u"printing"_s, u"person"_s, {person.id.value}, u"2026"_s});
    ASSERT_TRUE(town.shows(u"p19"_s));
    EXPECT_TRUE(town.text().contains(person.name));
    EXPECT_EQ(town.preview()->document().pages.size(), 1);
    const QString pdf = town.folder.path(u"一人.pdf"_s);
    ask::Script script;
    script.text(pdf);
    QTest::keyClick(town.page.get(), Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return town.said.contains(pdf); }));
    EXPECT_TRUE(town.said.contains(u"已存 1 页"_s));
}

TEST(PrintingPage, saysThatADraftIsNoRecordYetAndHasItsNotice) {
    PrintingTown town;
    auto record = unpack(town.held(u"branch-meeting"_s)).value();
    record.activity.state = u"draft"_s;
    ASSERT_TRUE(ok(saveActivity(*town.store, record)));
    const Uuid id = record.activity.id.value;
    town.page->show({u"printing"_s, u"activity"_s, {id}});
    ASSERT_TRUE(town.shows(u"notice"_s));
    EXPECT_TRUE(town.text().contains(record.activity.place));
    town.page->show({u"printing"_s, u"activity"_s, {id}, u"p10"_s});
    auto* problem = child<QLabel>(town.page.get(), "printProblem");
    EXPECT_TRUE(eventually([&] { return !problem->isHidden(); }));
    EXPECT_TRUE(town.preview()->document().pages.isEmpty());
}

TEST(PrintingPage, offersTheFormsOfAMeeting) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    auto* forms = child<QComboBox>(town.page.get(), "printRecordForm");
    EXPECT_TRUE(forms->isHidden());
    town.page->show({u"printing"_s, u"activity"_s, {town.held(u"branch-meeting"_s).id.value}});
    ASSERT_TRUE(town.shows(u"p10"_s));
    ASSERT_FALSE(forms->isHidden());
    EXPECT_EQ(forms->currentData().toString(), u"p10"_s);
    forms->setCurrentIndex(forms->findData(u"sign-in"_s));
    emit forms->activated(forms->currentIndex());
    ASSERT_TRUE(town.shows(u"sign-in"_s));
    const QString path = town.folder.path(u"签到表.pdf"_s);
    ask::Script script;
    script.text(path);
    QTest::keyClick(town.page.get(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(eventually([&] { return town.said.contains(path); }));
    town.choose(u"p03"_s); // a form of the branch puts them away
    ASSERT_TRUE(town.shows(u"p03"_s));
    EXPECT_TRUE(forms->isHidden());
}

TEST(PrintingPage, makesTheLedgerOfTheScope) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    town.choose(u"town-summary"_s);
    ASSERT_TRUE(town.shows(u"town-summary"_s));
    EXPECT_TRUE(town.text().contains(u"示范镇2026年组织生活台账汇总表"_s));
    EXPECT_TRUE(town.text().contains(u"柘沟村党支部"_s));
}

TEST(PrintingPage, takesTheScopeAlongToABranchOutsideIt) {
    PrintingTown town;
    town.scope.setOrganisation(town.branch(u"柘沟村党支部"_s).id);
    ASSERT_TRUE(town.shows(u"p01"_s));
    const Organisation xidang = town.branch(u"西荡村党支部"_s);
    town.page->show({u"printing"_s, u"form"_s, {xidang.id.value}, u"p03"_s});
    EXPECT_EQ(town.scope.organisation(), xidang.id);
    ASSERT_TRUE(town.shows(u"p03"_s));
    EXPECT_TRUE(eventually([&] { return town.text().contains(u"西荡村"_s); }));
}

TEST(PrintingPage, opensTheRecordThatWasClicked) {
    PrintingTown town;
    const Activity meeting = town.held(u"branch-meeting"_s);
    town.page->show({u"printing"_s, u"activity"_s, {meeting.id.value}});
    ASSERT_TRUE(town.shows(u"p10"_s));
    const PaperPage& paper = town.preview()->document().pages.first();
    const QWidget* view = town.preview()->viewport();
    const qreal scale = town.preview()->scale();
    const qreal left = qMax(12.0, (view->width() - paper.size.width() * scale) / 2);
    for (const TextBlock& block : paper.blocks) {
        if (block.record.isEmpty()) continue;
        const QPointF at = (paper.origin + block.rect.center()) * scale + QPointF(left, 12);
        QTest::mouseClick(town.preview()->viewport(), Qt::LeftButton, {}, at.toPoint());
        break;
    }
    EXPECT_EQ(town.opened, (Target{u"activities"_s, u"open"_s, {meeting.id.value}}));
}

TEST(PrintingPage, teachesWhereThereIsNoBranch) {
    PrintingTown town(false);
    const auto hasSentence = [&] {
        const auto labels = town.page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(u"还没有党支部"_s);
        });
    };
    EXPECT_TRUE(eventually(hasSentence));
    for (QPushButton* button : town.page->findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(u"组织与党员"_s)) button->click();
    EXPECT_EQ(town.opened.page, u"people"_s);
}

TEST(Preview, readsOnThroughThePagesWithOneKey) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    Preview* preview = town.preview();
    ASSERT_GT(preview->verticalScrollBar()->maximum(), 0); // wider than it is high
    QTest::keyClick(preview, Qt::Key_PageDown);
    EXPECT_EQ(preview->page(), 0);
    EXPECT_GT(preview->verticalScrollBar()->value(), 0);
    for (int i = 0; i < 5 && preview->page() == 0; ++i)
        QTest::keyClick(preview, Qt::Key_PageDown);
    EXPECT_EQ(preview->page(), 1);
    EXPECT_EQ(preview->verticalScrollBar()->value(), 0);
}

TEST(Preview, growsAndShrinksAndFits) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    Preview* preview = town.preview();
    const qreal wide = preview->scale();
    child<QToolButton>(town.page.get(), "zoomIn")->click();
    EXPECT_GT(preview->scale(), wide);
    QTest::keyClick(preview, Qt::Key_Minus);
    EXPECT_EQ(preview->scale(), wide);
    child<QToolButton>(town.page.get(), "fitPage")->click();
    EXPECT_LT(preview->scale(), wide);
    EXPECT_EQ(preview->verticalScrollBar()->maximum(), 0);
    child<QToolButton>(town.page.get(), "fitWidth")->click();
    EXPECT_EQ(preview->scale(), wide);
}

TEST(ToPrinter, printsChosenPagesEachOnItsOwnPaper) {
    PrintingTown town;
    ASSERT_TRUE(town.shows(u"p01"_s));
    const QString path = town.folder.path(u"打印机.pdf"_s);
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setFromTo(2, 4);
    ASSERT_TRUE(ok(printPages(printer, town.preview()->document(), town.preview()->fonts())));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count("/Type /Page\n"), 3);
}

} // namespace baolei
