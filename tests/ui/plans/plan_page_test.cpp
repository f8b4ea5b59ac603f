// 年度计划: what stands in the tables, what each button does with the store, where it leads.

#include "core/plans/commands.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/base/figures.h"
#include "ui/base/form_dialog.h"
#include "ui/plans/plan_page.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct PlanTown : PageTown {
    QList<Target> opened;
    QString said;
    Person wang = member(u"王强"_s, xidang.id);
    PlanTown() {
        QObject::connect(&navigator, &Navigator::opened,
                         [this](const Target& target) { opened.append(target); });
        QObject::connect(&navigator, &Navigator::said,
                         [this](const QString& line) { said = line; });
        scope.setOrganisation(xidang.id);
    }
    PlanItem plan(const QString& kind, int month, const QString& title,
                  Id<Organisation> branch = {}) {
        PlanItem item;
        item.organisationId = branch.isNull() ? xidang.id : branch;
        item.year = 2026;
        item.month = month;
        item.kind = kind;
        item.title = title;
        const auto saved = savePlanItem(*store, item);
        EXPECT_TRUE(ok(saved));
        return saved.value_or(item);
    }
    Activity partyDay(QDate day) {
        ActivityRecord record;
        record.activity.kind = u"party-day"_s;
        record.activity.organisationId = xidang.id;
        record.activity.title = u"清理河道"_s;
        record.activity.place = u"河边"_s;
        record.activity.startsAt = {day, QTime(9, 0)};
        record.activity.state = u"final"_s;
        record.activity.recordedOn = day;
        record.activity.host = wang.name;
        record.activity.recorder = wang.name;
        record.activity.content = u"清理河道两公里。"_s;
        record.attendance = {{wang.id.value, Mark::Present, true, {}, {}}};
        const auto saved = saveActivity(*store, record);
        EXPECT_TRUE(ok(saved));
        return saved.value_or(Activity{});
    }
    PlanItem now(const PlanItem& item) const {
        const auto found = reader().find(item.id);
        return found && *found ? **found : PlanItem{};
    }
};

struct Shown {
    explicit Shown(PlanTown& town)
        : page(town.context()) {
        page.resize(1200, 700);
        page.QWidget::show();
        EXPECT_TRUE(read());
    }
    testing::AssertionResult read() {
        QApplication::processEvents(); // what has changed is heard of first
        return eventually([this] { return !page.isReading(); });
    }
    QStringList rows(const char* table) {
        QStringList rows;
        const auto* model = child<RecordTable>(&page, table)->recordModel();
        for (int row = 0; row < model->rowCount(); ++row)
            rows.append(model->textsOfRow(row).join(u'|'));
        return rows;
    }
    QPushButton* button(const char* name) { return child<QPushButton>(&page, name); }
    void choose(const PlanItem& item) {
        EXPECT_TRUE(child<RecordTable>(&page, "planItems")->selectId(item.id.value));
    }
    PlanPage page;
};

// Does `fill` with the dialog that `act` opens, and saves it.
void answer(const std::function<void()>& act, const std::function<void(FormDialog&)>& fill) {
    bool wasOpened = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<FormDialog*>(QApplication::activeModalWidget());
        if (!dialog || wasOpened) return;
        wasOpened = true;
        fill(*dialog);
        if (!dialog->save()) {
            ADD_FAILURE() << "the dialog did not save";
            dialog->QDialog::reject();
        }
    });
    look.start(10);
    ask::Script script; // a message instead of the dialog would wait for ever
    act();
    EXPECT_TRUE(eventually([&] { return wasOpened && !QApplication::activeModalWidget(); }));
}
}

TEST(PlanPage, listsTheYearOfABranchWithHowEachItemStands) {
    PlanTown town; // on 20 November 2026
    town.plan(u"party-day"_s, 12, u"年终党日"_s);
    town.plan({}, 11, u"核对名册"_s);
    town.plan(u"party-day"_s, 10, u"清理河道"_s);
    Shown shown(town);
    EXPECT_EQ(shown.rows("planItems"),
              QStringList({u"10月|清理河道|主题党日||||◆ 逾期未办"_s,
                           u"11月|核对名册|其他工作||||! 本月要办"_s,
                           u"12月|年终党日|主题党日||||◇ 已列入"_s}));
    // This month's first item is chosen, not last January's.
    EXPECT_TRUE(child<QLabel>(&shown.page, "planNote")->text().startsWith(u"11月：核对名册"_s));
    child<FigureBar>(&shown.page, "planFigures")->choose(u"late"_s);
    EXPECT_EQ(shown.rows("planItems").size(), 1);
}

TEST(PlanPage, showsHowFarEachBranchOfATownIs) {
    PlanTown town;
    town.plan(u"party-day"_s, 10, u"清理河道"_s);
    const PlanItem work = town.plan({}, 2, u"归档"_s);
    ASSERT_TRUE(ok(finishPlanItem(*town.store, work.id, QDate(2026, 2, 3))));
    town.scope.setOrganisation({});
    Shown shown(town);
    EXPECT_EQ(shown.rows("planBranches"),
              QStringList({u"西荡村党支部|2|1|0|1|50%"_s, u"东堰村党支部|||||○ 还没有计划"_s}));
    child<FigureBar>(&shown.page, "planFigures")->choose(u"none"_s);
    EXPECT_EQ(shown.rows("planBranches").size(), 1);
    EXPECT_FALSE(shown.button("nextStep")->isVisible());
    emit child<RecordTable>(&shown.page, "planBranches")->recordActivated(town.dongyan.id.value);
    EXPECT_EQ(town.scope.organisation(), town.dongyan.id);
}

TEST(PlanPage, makesTheYearFromTheRulesAfterAsking) {
    PlanTown town;
    Shown shown(town);
    {
        ask::Script script;
        script.no();
        shown.button("makePlan")->click();
        EXPECT_TRUE(script.allAnswered());
    }
    EXPECT_TRUE(planItems(town.reader(), town.xidang.id, 2026)->isEmpty());
    ask::Script script;
    script.yes();
    shown.button("makePlan")->click();
    ASSERT_TRUE(eventually([&] { return !town.said.isEmpty(); }));
    ASSERT_TRUE(shown.read());
    EXPECT_GT(shown.rows("planItems").size(), 12);
    EXPECT_TRUE(town.said.startsWith(u"已列入 "_s)) << town.said.toStdString();
    EXPECT_TRUE(planItems(town.reader(), town.dongyan.id, 2026)->isEmpty());
}

TEST(PlanPage, addsAnItemWhoseTitleFollowsKindAndMonth) {
    PlanTown town;
    Shown shown(town);
    answer([&] { shown.button("addPlanItem")->click(); },
           [](FormDialog& dialog) {
               child<ChoiceField>(&dialog, "month")->setCode(u"12"_s);
               child<ChoiceField>(&dialog, "kind")->setCode(u"party-day"_s);
               child<QLineEdit>(&dialog, "responsible")->setText(u"李明"_s);
           });
    const auto items = planItems(town.reader(), town.xidang.id, 2026);
    ASSERT_TRUE(items && items->size() == 1);
    EXPECT_EQ(items->first().title, u"12月主题党日"_s);
    EXPECT_EQ(items->first().kind, u"party-day"_s);
    EXPECT_EQ(items->first().month, 12);
    EXPECT_EQ(items->first().responsible, u"李明"_s);
}

TEST(PlanPage, leavesATitleThatAPersonWrote) {
    PlanTown town;
    const PlanItem item = town.plan(u"party-day"_s, 11, u"清理河道"_s);
    Shown shown(town);
    shown.choose(item);
    answer([&] { shown.button("editPlanItem")->click(); },
           [](FormDialog& dialog) {
               child<ChoiceField>(&dialog, "month")->setCode(u"12"_s);
               child<ChoiceField>(&dialog, "kind")->setCode(u"other"_s);
           });
    EXPECT_EQ(town.now(item).title, u"清理河道"_s);
    EXPECT_EQ(town.now(item).month, 12);
    EXPECT_TRUE(town.now(item).kind.isEmpty());
}

TEST(PlanPage, leadsToTheRecordThatIsDueAndToTheOneThatIsThere) {
    PlanTown town;
    const PlanItem due = town.plan(u"party-day"_s, 12, u"年终党日"_s);
    const PlanItem done = town.plan(u"party-day"_s, 10, u"清理河道"_s);
    const Activity activity = town.partyDay(QDate(2026, 10, 9));
    ASSERT_TRUE(ok(linkPlan(*town.store, {{done.id, activity.id}})));
    Shown shown(town);
    shown.choose(due);
    EXPECT_EQ(shown.button("nextStep")->text(), u"记这一项"_s);
    shown.button("nextStep")->click();
    shown.choose(done);
    EXPECT_EQ(shown.button("nextStep")->text(), u"打开这次活动"_s);
    shown.button("nextStep")->click();
    EXPECT_EQ(town.opened,
              QList<Target>({{u"activities"_s, u"plan"_s, {due.id.value}},
                             {u"activities"_s, u"open"_s, {activity.id.value}}}));
    shown.button("reopenPlanItem")->click();
    EXPECT_TRUE(town.now(done).activityId.isNull());
}

TEST(PlanPage, tellsOtherWorkAsDoneOnADay) {
    PlanTown town;
    const PlanItem work = town.plan({}, 11, u"核对名册"_s);
    Shown shown(town);
    shown.choose(work);
    EXPECT_FALSE(shown.button("nextStep")->isVisible()); // the same verb stands beside it
    answer(
        [&] { shown.button("settlePlanItem")->click(); },
        [](FormDialog& dialog) { child<DateField>(&dialog, "day")->setDate(QDate(2026, 11, 18)); });
    EXPECT_EQ(town.now(work).doneOn, QDate(2026, 11, 18));
}

TEST(PlanPage, linksAnActivityThatAPersonChooses) {
    PlanTown town;
    const PlanItem item = town.plan(u"party-day"_s, 9, u"清理河道"_s);
    const Activity late = town.partyDay(QDate(2026, 10, 9));
    Shown shown(town);
    shown.choose(item);
    answer([&] { shown.button("settlePlanItem")->click(); }, [](FormDialog&) {});
    EXPECT_EQ(town.now(item).activityId, late.id);
    ASSERT_TRUE(shown.read());
    EXPECT_EQ(shown.rows("planItems"),
              QStringList({u"9月|清理河道|主题党日||||● 逾期完成 10月9日"_s}));
}

TEST(PlanPage, offersWhatWasHeldBeforeThePlan) {
    PlanTown town;
    const PlanItem item = town.plan(u"party-day"_s, 10, u"清理河道"_s);
    town.plan(u"party-day"_s, 9, u"没开的"_s);
    Shown before(town);
    EXPECT_FALSE(before.button("linkHeld")->isEnabled());
    const Activity activity = town.partyDay(QDate(2026, 10, 9));
    ASSERT_TRUE(before.read());
    EXPECT_EQ(before.button("linkHeld")->text(), u"认定已开的活动（1）…"_s);
    ask::Script script;
    script.yes();
    before.button("linkHeld")->click();
    EXPECT_TRUE(script.shown().join(u' ').contains(u"10月9日 清理河道"_s));
    ASSERT_TRUE(eventually([&] { return town.now(item).activityId == activity.id; }));
}

TEST(PlanPage, copiesLastYearsPlanIntoAnEmptyYear) {
    PlanTown town;
    const PlanItem item = town.plan(u"party-day"_s, 10, u"清理河道"_s);
    town.scope.setPeriod(Period::ofMonth(2027, 1));
    Shown shown(town);
    EXPECT_TRUE(shown.rows("planItems").isEmpty());
    answer([&] { shown.button("copyPlan")->click(); },
           [](FormDialog& dialog) {
               EXPECT_EQ(child<QLineEdit>(&dialog, "fromYear")->text(), u"2026"_s);
               EXPECT_EQ(child<QLineEdit>(&dialog, "toYear")->text(), u"2027"_s);
           });
    ASSERT_TRUE(eventually([&] { return !town.said.isEmpty(); }));
    const auto copied = planItems(town.reader(), town.xidang.id, 2027);
    ASSERT_TRUE(copied && copied->size() == 1);
    EXPECT_EQ(copied->first().title, item.title);
}

TEST(PlanPage, copiesABranchsPlanToAllOthers) {
    PlanTown town;
    town.plan(u"party-day"_s, 10, u"清理河道"_s);
    Shown shown(town);
    answer([&] { shown.button("copyPlan")->click(); },
           [](FormDialog& dialog) {
               child<ChoiceField>(&dialog, "to")->setCode(u"all"_s);
               EXPECT_EQ(child<QLineEdit>(&dialog, "toYear")->text(), u"2026"_s);
           });
    ASSERT_TRUE(eventually([&] { return !town.said.isEmpty(); }));
    const auto copied = planItems(town.reader(), town.dongyan.id, 2026);
    ASSERT_TRUE(copied && copied->size() == 1);
    EXPECT_EQ(planItems(town.reader(), town.xidang.id, 2026)->size(), 1);
}

TEST(PlanPage, asksBeforeItDeletes) {
    PlanTown town;
    const PlanItem item = town.plan(u"party-day"_s, 10, u"清理河道"_s);
    Shown shown(town);
    shown.choose(item);
    {
        ask::Script script;
        script.no();
        shown.button("removePlanItem")->click();
    }
    EXPECT_EQ(town.now(item).id, item.id);
    ask::Script script;
    script.yes();
    shown.button("removePlanItem")->click();
    EXPECT_TRUE(town.now(item).id.isNull());
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.now(item).title, u"清理河道"_s);
}

TEST(PlanPage, exportsAndPrintsTheYear) {
    PlanTown town;
    town.plan(u"party-day"_s, 10, u"清理河道"_s);
    Shown shown(town);
    const TempFolder folder;
    const QString path = folder.path(u"计划.csv"_s);
    ask::Script script;
    script.text(path);
    shown.button("exportPlan")->click();
    ASSERT_TRUE(eventually([&] { return town.said.contains(u"计划"_s); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(QString::fromUtf8(file.readAll()).contains(u"清理河道"_s));
    shown.button("printPlan")->click();
    ASSERT_EQ(town.opened.size(), 1);
    EXPECT_EQ(town.opened.first(),
              (Target{u"printing"_s, u"form"_s, {town.xidang.id.value}, u"p08"_s}));
}
