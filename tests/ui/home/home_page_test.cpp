#include "ui/home/home_page.h"

#include "tests/ui/home/home_town.h"
#include "ui/home/figure_tile.h"
#include "ui/home/todo_list.h"
#include "ui/home/year_chart.h"

#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QString kPartyDays = u"缺 10 次主题党日记录"_s;

struct HomeWorld : HomeTown {
    std::unique_ptr<HomePage> page;
    QList<Target> opened;

    void open() {
        QObject::connect(&navigator, &Navigator::opened, &navigator,
                         [this](const Target& target) { opened.append(target); });
        page = std::make_unique<HomePage>(context());
        page->resize(1100, 640);
        page->QWidget::show();
        EXPECT_TRUE(eventually([&] { return !chart()->accessibleDescription().isEmpty(); }));
    }
    YearChart* chart() { return child<YearChart>(page.get(), "yearChart"); }
    TodoList* list() { return child<TodoList>(page.get(), "todoList"); }
    QString text(const char* name) { return child<QLabel>(page.get(), name)->text(); }
    QString tile(const char* name) { return child<FigureTile>(page.get(), name)->accessibleName(); }
    QTreeWidgetItem* item(const QString& words) {
        const auto found = list()->findItems(words, Qt::MatchContains | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.first();
    }
    void click(QTreeWidgetItem* at) {
        list()->scrollToItem(at);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          list()->visualItemRect(at).center());
    }
};
}

TEST(HomePage, teachesWhereNothingIsThereYet) {
    HomeWorld town;
    for (const Organisation& each : {town.xidang, town.dongyan, town.committee})
        ASSERT_TRUE(ok(removeOrganisation(*town.store, each.id)));
    town.open();
    EXPECT_TRUE(child<QWidget>(town.page.get(), "beginning")->isVisible());
    EXPECT_TRUE(town.text("beginningText").contains(u"还没有党组织"_s));
    child<QPushButton>(town.page.get(), "importRoster")->click();
    ASSERT_EQ(town.opened.size(), 1);
    EXPECT_EQ(town.opened.first(), (Target{u"people"_s, u"import"_s}));
}

TEST(HomePage, listsWhatIsToBeDoneAndOpensThePlace) {
    HomeWorld town;
    town.settle(town.xidang, 3);
    town.scope.setOrganisation(town.xidang.id);
    town.open();
    ASSERT_TRUE(town.item(u"已逾期"_s));
    EXPECT_FALSE(town.item(u"已逾期"_s)->flags().testFlag(Qt::ItemIsSelectable));
    QTreeWidgetItem* folded = town.item(kPartyDays);
    ASSERT_TRUE(folded);
    EXPECT_FALSE(folded->isExpanded());
    town.click(folded);
    EXPECT_TRUE(folded->isExpanded());
    EXPECT_TRUE(town.opened.isEmpty());
    town.click(folded->child(2));
    ASSERT_EQ(town.opened.size(), 1);
    EXPECT_EQ(
        town.opened.first(),
        (Target{u"activities"_s, u"record"_s, {town.xidang.id.value}, u"party-day 2026-03"_s}));
}

TEST(HomePage, isWalkedWithTheKeys) {
    HomeWorld town;
    town.settle(town.xidang, 3);
    town.scope.setOrganisation(town.xidang.id);
    town.open();
    TodoList* list = town.list();
    list->setFocus();
    ASSERT_TRUE(list->currentLine());
    EXPECT_EQ(list->currentLine()->group, TodoGroup::Overdue);
    // Down to the last line: never onto a heading.
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(list, Qt::Key_Down);
        ASSERT_TRUE(list->currentLine());
    }
    EXPECT_EQ(list->currentLine()->group, TodoGroup::Later);
    list->setCurrentItem(town.item(kPartyDays));
    QTest::keyClick(list, Qt::Key_Return);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_EQ(town.opened.size(), 1);
    EXPECT_EQ(town.opened.first().text, u"party-day 2026-01"_s);
}

TEST(HomePage, comparesItsFigures) {
    HomeWorld town;
    town.settle(town.xidang, 3);
    town.setTerm(town.xidang, PartialDate(2028, 3, 1));
    town.holdEverything(town.xidang);
    town.open();
    EXPECT_EQ(town.tile("membersTile"), u"党员 3，预备 0"_s);
    EXPECT_EQ(town.tile("branchesTile"), u"支部 2，1 个齐全，1 个有缺"_s);
    EXPECT_EQ(town.tile("heldTile"), u"本月已开 6，上月同期 1 次"_s);
    EXPECT_TRUE(town.tile("todoTile").startsWith(u"待办 "_s));
    QTest::keyClick(child<FigureTile>(town.page.get(), "heldTile"), Qt::Key_Return);
    EXPECT_EQ(town.opened.value(0), (Target{u"activities"_s, u"list"_s}));
}

TEST(HomePage, saysCalmlyThatNothingIsToBeDone) {
    HomeWorld town;
    town.settle(town.xidang, 3);
    town.setTerm(town.xidang, PartialDate(2028, 3, 1));
    town.holdEverything(town.xidang);
    town.scope.setOrganisation(town.xidang.id);
    town.open();
    EXPECT_EQ(town.text("message"), u"没有待办"_s);
    EXPECT_TRUE(child<QLabel>(town.page.get(), "message")->isVisible());
    EXPECT_FALSE(town.list()->isVisible());
}

TEST(HomePage, followsTheStoreAndKeepsItsPlace) {
    HomeWorld town;
    QList<Person> people = town.settle(town.xidang, 3);
    town.scope.setOrganisation(town.xidang.id);
    town.open();
    town.list()->setCurrentItem(town.item(kPartyDays));
    town.item(kPartyDays)->setExpanded(true);
    people[1].joinedOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, people[1])));
    EXPECT_TRUE(eventually([&] { return town.item(u"1 名党员缺入党日期"_s) != nullptr; }));
    ASSERT_TRUE(town.list()->currentLine());
    EXPECT_EQ(town.list()->currentLine()->text, kPartyDays);
    EXPECT_TRUE(town.list()->currentItem()->isExpanded());
}

TEST(HomePage, followsThePeriodAndGoesBackToNow) {
    HomeWorld town;
    town.settle(town.xidang, 3);
    town.scope.setOrganisation(town.xidang.id);
    town.open();
    auto* back = child<QPushButton>(town.page.get(), "backToNow");
    EXPECT_FALSE(back->isVisible());
    town.chart()->setFocus();
    QTest::keyClick(town.chart(), Qt::Key_Home);
    EXPECT_EQ(town.text("chartText"), u"1月应办 1 项：已记录 0，没有记录 1"_s);
    QTest::keyClick(town.chart(), Qt::Key_Return);
    EXPECT_EQ(town.scope.period(), Period::ofMonth(2026, 1));
    EXPECT_TRUE(eventually([&] { return back->isVisible(); }));
    EXPECT_EQ(town.text("todoHeading"), u"1月的事项"_s);
    EXPECT_TRUE(town.item(u"1月主题党日没有记录"_s));
    back->click();
    EXPECT_EQ(town.scope.period(), Period::ofMonth(2026, 11));
    EXPECT_TRUE(eventually([&] { return !back->isVisible(); }));
}

TEST(HomePage, growsWithTheType) {
    HomeWorld town;
    town.settle(town.xidang, 3);
    town.scope.setOrganisation(town.xidang.id);
    town.open();
    const int before = town.list()->visualItemRect(town.item(kPartyDays)).height();
    setLargeType(true);
    EXPECT_TRUE(eventually([&] {
        return town.list()->visualItemRect(town.item(kPartyDays)).height() > before * 6 / 5;
    }));
}

} // namespace baolei
