#include "tests/ui/people/support.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(PeoplePage, readsNothingBeforeItIsShown) {
    PeopleTown town;
    PeoplePage page(town.context());
    QTest::qWait(100);
    auto* table = child<RecordTable>(&page, "people");
    EXPECT_EQ(table->recordModel()->recordCount(), 0);
    page.QWidget::show();
    EXPECT_TRUE(eventually([&] { return table->recordModel()->recordCount() == 4; }));
}

TEST(PeoplePage, knowsHowManyThereAreWithTheChangeThatAddsOne) {
    PeopleTown town;
    ShownPage shown(town);
    shown.settle(4);
    town.member(u"新来"_s, town.dongyan.id);
    EXPECT_TRUE(eventually([&] { return shown.rows() == 5; }));
    EXPECT_EQ(shown.table->recordModel()->recordCount(), 5);
}

TEST(PeoplePage, choosingInTheTreeIsChoosingTheScope) {
    PeopleTown town;
    ShownPage shown(town);
    EXPECT_TRUE(town.scope.isWholeTown());
    shown.tree->setFocus();
    shown.tree->setCurrentIndex(
        shown.tree->indexBelow(shown.tree->indexBelow(shown.tree->currentIndex())));
    EXPECT_EQ(town.scope.organisation(), town.xidang.id);
    shown.settle(3);
    town.scope.setOrganisation(town.dongyan.id);
    EXPECT_EQ(shown.tree->current(), town.dongyan.id);
    shown.settle(1);
    EXPECT_EQ(shown.names(), QStringList{u"丁一"_s});
}

TEST(PeoplePage, countsMembersOfEachOrganisationOnce) {
    PeopleTown town;
    Organisation group = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    town.wang.groupId = group.id;
    ASSERT_TRUE(ok(savePerson(*town.store, town.wang)));
    const auto tree = readOrganisationTree(town.reader());
    ASSERT_TRUE(ok(tree));
    EXPECT_EQ(tree->members.value({}), 3); // the activist is no member
    EXPECT_EQ(tree->members.value(town.committee.id), 3);
    EXPECT_EQ(tree->members.value(town.xidang.id), 2);
    EXPECT_EQ(tree->members.value(group.id), 1);
}

TEST(PeoplePage, findsByNamePinyinAndLastDigits) {
    PeopleTown town;
    ShownPage shown(town);
    const auto finds = [&](const QString& text, const QStringList& wanted) {
        shown.typed->setText(text);
        return eventually([&] { return shown.names() == wanted; });
    };
    EXPECT_TRUE(finds(u"张"_s, {u"张丽"_s}));
    EXPECT_TRUE(finds(u"dingyi"_s, {u"丁一"_s}));
    EXPECT_TRUE(finds(u"wq"_s, {u"王强"_s}));
    EXPECT_TRUE(finds(idNumber(11).right(4), {u"王强"_s}));
    EXPECT_TRUE(finds(u"01234"_s, {u"王强"_s}));
    EXPECT_TRUE(finds(u"没有这个人"_s, {}));
    EXPECT_TRUE(shown.table->emptyState().isVisible());
    child<QPushButton>(&shown.page, "emptyAction")->click();
    EXPECT_EQ(shown.rows(), 4);
}

TEST(PeoplePage, aFigureFiltersAndGivesWayWhenPressedAgain) {
    PeopleTown town;
    ShownPage shown(town);
    auto* activists = child<QPushButton>(&shown.page, "activist");
    EXPECT_TRUE(activists->text().contains(u"1"_s));
    activists->click();
    EXPECT_EQ(shown.names(), QStringList{u"李想"_s});
    child<QPushButton>(&shown.page, "noIdNumber")->click();
    EXPECT_EQ(shown.rows(), 2); // 张丽 and 丁一; an activist needs none yet
    child<QPushButton>(&shown.page, "noIdNumber")->click();
    EXPECT_EQ(shown.rows(), 4);
    EXPECT_FALSE(shown.page.findChild<QPushButton*>(u"lost"_s)); // there is nobody
}

TEST(PeoplePage, opensAPersonWhateverHidesHim) {
    PeopleTown town;
    ASSERT_TRUE(
        ok(leaveBranch(*town.store, town.zhang.id, u"2"_s, PartialDate(2026, 11, 1), {}, {})));
    town.scope.setOrganisation(town.dongyan.id);
    PeoplePage page(town.context());
    page.QWidget::show();
    auto* table = child<RecordTable>(&page, "people");
    ASSERT_TRUE(eventually([&] { return table->recordModel()->rowCount() == 1; }));
    page.show(Target{u"people"_s, u"person"_s, {town.wang.id.value}});
    EXPECT_EQ(town.scope.organisation(), town.xidang.id);
    EXPECT_TRUE(eventually([&] { return table->currentId() == town.wang.id.value; }));
    page.show(Target{u"people"_s, u"person"_s, {town.zhang.id.value}}); // who has left
    EXPECT_TRUE(eventually([&] { return table->currentId() == town.zhang.id.value; }));
    page.show(Target{u"people"_s, u"organisation"_s, {town.committee.id.value}});
    EXPECT_EQ(town.scope.organisation(), town.committee.id);
    page.show(Target{u"people"_s, u"filter"_s, {}, u"activist"_s});
    EXPECT_TRUE(eventually([&] { return table->currentId() == town.li.id.value; }));
}

TEST(PeoplePage, sortsNamesByStrokesOrPinyin) {
    PeopleTown town;
    ShownPage shown(town);
    auto* byPinyin = shown.page.findChild<QAction*>(u"byPinyin"_s);
    auto* byStrokes = shown.page.findChild<QAction*>(u"byStrokes"_s);
    ASSERT_TRUE(byPinyin && byStrokes);
    byPinyin->trigger();
    const auto isShown = [&](const QStringList& wanted) {
        return eventually([&] { return shown.names() == wanted; });
    };
    EXPECT_TRUE(isShown({u"丁一"_s, u"李想"_s, u"王强"_s, u"张丽"_s}));
    byStrokes->trigger(); // 丁 2, 王 4, 张 7 and 李 7: 张 begins with a fold, 李 with a horizontal
    EXPECT_TRUE(isShown({u"丁一"_s, u"王强"_s, u"李想"_s, u"张丽"_s}));
}

TEST(PeoplePage, masksPrivateValuesUntilAsked) {
    PeopleTown town;
    ShownPage shown(town);
    shown.choose(town.wang);
    ASSERT_TRUE(eventually([&] { return shown.detailText().contains(u"王强"_s); }));
    EXPECT_FALSE(shown.detailText().contains(town.wang.idNumber));
    EXPECT_FALSE(shown.detailText().contains(town.wang.phone));
    auto* button = child<QPushButton>(&shown.page, "showPrivate");
    button->click();
    EXPECT_TRUE(eventually([&] { return shown.detailText().contains(town.wang.idNumber); }));
    EXPECT_TRUE(shown.detailText().contains(town.wang.phone));
    shown.choose(town.zhang);
    shown.choose(town.wang);
    EXPECT_FALSE(button->isChecked());
    EXPECT_FALSE(shown.detailText().contains(town.wang.phone));
}

TEST(PeoplePage, historyOfAPersonHoldsNoPrivateValue) {
    PeopleTown town;
    const auto record = readPersonRecord(town.reader(), town.wang.id);
    ASSERT_TRUE(ok(record));
    ASSERT_TRUE(*record);
    QString text;
    for (const auto& change : (*record)->history)
        text += change.what + change.cells.join(u'|');
    EXPECT_TRUE(text.contains(u"修改党员"_s));
    EXPECT_FALSE(text.contains(town.wang.phone));
    EXPECT_FALSE(text.contains(town.wang.idNumber));
    EXPECT_FALSE(text.contains(u"三组"_s));
}

TEST(PeoplePage, teachesWhereNobodyIsYet) {
    PageTown town;
    PeoplePage page(town.context());
    page.QWidget::show();
    auto* table = child<RecordTable>(&page, "people");
    auto* empty = child<EmptyState>(table, "emptyState");
    EXPECT_TRUE(eventually([&] {
        const auto* sentence = empty->findChild<QLabel*>();
        return empty->isVisible() && sentence->text().contains(u"还没有党员"_s);
    }));
}

TEST(PeoplePage, fitsASmallScreenInLargeType) {
    PeopleTown town;
    setLargeType(true);
    ShownPage shown(town);
    shown.page.resize(1150, 660); // what a window of 1366 × 768 leaves
    QApplication::processEvents();
    EXPECT_LE(shown.page.minimumSizeHint().width(), 1150);
    EXPECT_FALSE(shown.tree->isVisible());
    child<QPushButton>(&shown.page, "showTree")->click();
    EXPECT_TRUE(shown.tree->isVisible());
    setLargeType(false);
}

} // namespace baolei
