#include "tests/ui/support.h"
#include "ui/window/find_source.h"
#include "ui/window/period_chooser.h"
#include "ui/window/scope_chooser.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTreeView>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(ScopeChooser, findsAnOrganisationByInitials) {
    PageTown town;
    ScopeChooser chooser(town.context());
    chooser.show();
    EXPECT_TRUE(chooser.text().contains(u"全部"_s));
    ASSERT_TRUE(eventually([&] { return chooser.isReady(); }));
    chooser.openPopup();
    auto* search = child<QLineEdit>(&chooser, "scopeSearch");
    QTest::keyClicks(search, u"xdc"_s);
    auto* tree = child<QTreeView>(&chooser, "scopeTree");
    EXPECT_EQ(tree->currentIndex().data().toString(), u"西荡村党支部"_s);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(town.scope.organisation(), town.xidang.id);
    EXPECT_TRUE(chooser.text().contains(u"西荡村党支部"_s));
}

TEST(ScopeChooser, goesBackToTheWholeTown) {
    PageTown town;
    town.scope.setOrganisation(town.dongyan.id);
    ScopeChooser chooser(town.context());
    chooser.show();
    ASSERT_TRUE(eventually([&] { return chooser.isReady(); }));
    chooser.openPopup();
    auto* tree = child<QTreeView>(&chooser, "scopeTree");
    EXPECT_EQ(tree->currentIndex().data().toString(), u"东堰村党支部"_s);
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(tree, Qt::Key_Return);
    EXPECT_TRUE(town.scope.isWholeTown());
}

TEST(ScopeChooser, leavesAnOrganisationThatWasTakenBack) {
    PageTown town;
    const Organisation made = town.add(u"南圩村党支部"_s, u"branch"_s, town.committee.id);
    ScopeChooser chooser(town.context());
    town.scope.setOrganisation(made.id);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_TRUE(town.scope.isWholeTown());
    chooser.openPopup();
    const auto* tree = child<QTreeView>(&chooser, "scopeTree");
    EXPECT_TRUE(
        eventually([&] { return tree->model()->rowCount(tree->model()->index(1, 0)) == 2; }));
}

TEST(PeriodChooser, walksAndChoosesMonthQuarterAndYear) {
    PageTown town;
    PeriodChooser chooser(town.scope, QDate(2026, 11, 20));
    chooser.show();
    auto* shown = child<QPushButton>(&chooser, "period");
    EXPECT_EQ(shown->text(), u"2026年11月"_s);
    chooser.goOn();
    chooser.goOn();
    EXPECT_EQ(shown->text(), u"2027年1月"_s);
    child<QPushButton>(&chooser, "periodBack")->click();
    EXPECT_EQ(town.scope.period(), Period::ofMonth(2026, 12));
    chooser.openPopup();
    child<QPushButton>(&chooser, "part--Q3")->click();
    EXPECT_EQ(town.scope.period(), Period::ofQuarter(2026, 3));
    chooser.openPopup();
    auto* popup = child<PeriodPopup>(&chooser, "periodPopup");
    QTest::keyClick(popup, Qt::Key_PageUp);
    child<QPushButton>(&chooser, "part-")->click();
    EXPECT_EQ(town.scope.period(), Period::ofYear(2025));
    EXPECT_FALSE(popup->isVisible());
}

TEST(FindBox, findsPeopleOrganisationsAndPages) {
    PageTown town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    QWidget window;
    const FindFunction find
        = makeFindFunction(town.context(), {{u"history"_s, u"历史"_s, {}, {}}}, &window);
    ASSERT_TRUE(eventually([&] { return !find(u"wq"_s).isEmpty(); }));
    EXPECT_EQ(find(u"wq"_s).first().target,
              (Target{u"people"_s, u"person"_s, {wang.id.value}, {}}));
    ASSERT_TRUE(eventually([&] { return !find(u"xdc"_s).isEmpty(); }));
    EXPECT_EQ(find(u"xdc"_s).first().target.action, u"organisation"_s);
    EXPECT_EQ(find(u"历史"_s).first().target.page, u"history"_s);
    const Person li = town.member(u"李娜"_s, town.dongyan.id);
    ASSERT_FALSE(find(u"李娜"_s).isEmpty()); // follows the store
    EXPECT_EQ(find(u"李娜"_s).first().detail, u"东堰村党支部"_s);
    EXPECT_TRUE(find(u"查无此人"_s).isEmpty());
    Navigator navigator;
    Target opened;
    QObject::connect(&navigator, &Navigator::opened, &window,
                     [&](const Target& target) { opened = target; });
    FindBox box(navigator, find, &window);
    window.show();
    QTest::keyClicks(&box, u"ln"_s);
    QTest::keyClick(&box, Qt::Key_Return);
    EXPECT_EQ(opened.ids, QList<Uuid>{li.id.value});
    EXPECT_TRUE(box.text().isEmpty());
}

} // namespace baolei
