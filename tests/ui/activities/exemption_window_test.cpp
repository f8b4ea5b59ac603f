// 登记免除 from a finding and from a cell of the matrix; who approved, and taking it back.

#include "core/activities/exemption.h"
#include "tests/ui/activities/page_support.h"
#include "ui/base/ask.h"
#include "ui/base/form_dialog.h"

#include <QLineEdit>
#include <QMenu>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
// Fills in the dialog that `act` opens: refused without reason and approver, then saved.
void grant(const std::function<void()>& act) {
    bool wasOpened = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<FormDialog*>(QApplication::activeModalWidget());
        if (!dialog || wasOpened) return;
        wasOpened = true;
        EXPECT_FALSE(dialog->save());
        child<QLineEdit>(dialog, "reason")->setText(u"全员抗洪抢险"_s);
        EXPECT_FALSE(dialog->save());
        child<QLineEdit>(dialog, "approver")->setText(u"镇党委"_s);
        if (!dialog->save()) dialog->QDialog::reject();
    });
    look.start(10);
    act();
    EXPECT_TRUE(eventually([&] { return wasOpened && !QApplication::activeModalWidget(); }));
}

QAction* actionOf(const DemoPage& town, const QString& start) {
    const auto menus = town.page->findChildren<QMenu*>(u"cellMenu"_s);
    for (const QMenu* menu : menus)
        for (QAction* action : menu->actions())
            if (action->text().startsWith(start)) return action;
    return nullptr;
}

// The line of 主题党日 of one branch, and a month in which it is missing; -1: none.
int chooseMissingPartyDay(DemoPage& town) {
    const auto* lines = town.matrix()->lines();
    for (int row = 0; row < lines->rowCount(); ++row) {
        if (lines->record(row).title != u"主题党日"_s) continue;
        for (int month = 0; month < 12; ++month)
            if (statusOf(lines->record(row).months[size_t(month)]) == Status::Missing) {
                town.matrix()->setCurrentIndex(town.matrix()->model()->index(row, month + 1));
                return month;
            }
    }
    return -1;
}

Finding missingPartyDay(const DemoPage& town) {
    const auto found = check(town.reader(), {}, town.clock.today());
    for (const Finding& each : *found)
        if (each.rule == u"R-104"_s && each.standing == Standing::Missing) return each;
    ADD_FAILURE() << "the demo has a branch without its party day";
    return {};
}
}

TEST(ExemptionWindow, ofAFindingTakesItOffTheList) {
    DemoPage town;
    town.part<QPushButton>("viewFindings")->click();
    town.settle();
    auto* model = town.findings()->recordModel();
    const Finding wanted = missingPartyDay(town);
    const auto rowOf = [&] {
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->textsOfRow(row).contains(wanted.message)) return row;
        return -1;
    };
    const int before = model->rowCount();
    ASSERT_GE(rowOf(), 0);
    town.findings()->selectRow(rowOf());
    ASSERT_TRUE(town.part<QPushButton>("exemptFinding")->isVisible());
    grant([&] { town.part<QPushButton>("exemptFinding")->click(); });
    town.settle();
    EXPECT_EQ(model->rowCount(), before - 1);
    const auto granted = exemptionsIn(town.reader(), {});
    ASSERT_EQ(granted->size(), 1);
    EXPECT_EQ(granted->first().rule, u"R-104"_s);
    EXPECT_EQ(granted->first().fromOn, wanted.period->first());
    EXPECT_EQ(granted->first().untilOn, wanted.period->last());
    EXPECT_TRUE(town.said.last().startsWith(u"已登记免除"_s));
    ASSERT_TRUE(ok(town.store->undo()));
    town.settle();
    EXPECT_EQ(model->rowCount(), before);
}

TEST(ExemptionWindow, isNotOfferedForWhatNobodyCanWaive) {
    DemoPage town;
    town.part<QPushButton>("viewFindings")->click();
    town.settle();
    int withoutPeriod = 0;
    for (int row = 0; row < town.findings()->recordModel()->rowCount(); ++row) {
        town.findings()->selectRow(row);
        const QString verb = town.part<QPushButton>("mendFinding")->text();
        EXPECT_EQ(town.part<QPushButton>("exemptFinding")->isVisible(), verb == u"记一次会"_s);
        withoutPeriod += verb != u"记一次会"_s;
    }
    EXPECT_GT(withoutPeriod, 0);
}

TEST(ExemptionWindow, ofACellIsShownWithWhoApprovedAndTakenBack) {
    DemoPage town;
    town.setScope({missingPartyDay(town).organisation}, Period::ofMonth(2026, 11));
    const int month = chooseMissingPartyDay(town);
    ASSERT_GE(month, 0);
    const int row = town.matrix()->currentIndex().row();
    const auto status
        = [&] { return statusOf(town.matrix()->lines()->record(row).months[size_t(month)]); };
    emit town.matrix()->menuWanted({});
    QAction* wanted = actionOf(town, u"登记免除：主题党日"_s);
    ASSERT_TRUE(wanted);
    grant([&] { wanted->trigger(); });
    town.settle();
    EXPECT_EQ(status(), Status::Exempt);
    EXPECT_TRUE(town.matrix()->explanation().contains(u"已批准免"_s));
    emit town.matrix()->cellActivated();
    QAction* who = actionOf(town, u"谁批准免的：主题党日"_s);
    ASSERT_TRUE(who);
    ask::Script script;
    script.option(1);
    who->trigger();
    EXPECT_TRUE(script.shown().join(u' ').contains(u"镇党委"_s));
    EXPECT_TRUE(script.shown().join(u' ').contains(u"全员抗洪抢险"_s));
    town.settle();
    EXPECT_EQ(status(), Status::Missing);
    EXPECT_TRUE(exemptionsIn(town.reader(), {})->isEmpty());
}
