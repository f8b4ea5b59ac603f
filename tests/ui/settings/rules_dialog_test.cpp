// 组织生活规则 as a clerk sees and sets them.

#include "ui/settings/rules_dialog.h"

#include "core/store/setting.h"
#include "tests/ui/settings/fill_in.h"
#include "tests/ui/support.h"
#include "ui/settings/settings_page.h"

#include <QLabel>
#include <QTimer>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
RuleSetting settingNamed(const Town& town, const QString& rule) {
    return ruleSettings(town.reader(), rule)->first();
}

struct RulesTown : PageTown {
    RulesDialog dialog{*store, nullptr};
    QPushButton* edit = child<QPushButton>(&dialog, "editRule");
    QPushButton* reset = child<QPushButton>(&dialog, "resetRule");
    RecordTable* table = child<RecordTable>(&dialog, "rules");
    QLabel* text = child<QLabel>(&dialog, "ruleText");
    RulesTown() { dialog.show(); }
    QString cell(const QString& rule, const QString& column) {
        EXPECT_TRUE(dialog.choose(rule));
        const auto& heads = table->recordModel()->heads();
        for (qsizetype i = 0; i < heads.size(); ++i)
            if (heads[i].key == column)
                return table->recordModel()
                    ->textsOfRow(table->recordModel()->rowOfId(table->currentId()))
                    .at(i);
        return {};
    }
};
}

TEST(RulesDialog, saysWhereEachRuleStandsAndWhatIsNotVerified) {
    RulesTown town;
    EXPECT_EQ(town.cell(u"R-101"_s, u"figures"_s), u"每季度 1 次"_s);
    EXPECT_EQ(town.cell(u"R-101"_s, u"checked"_s), u"已查证"_s);
    EXPECT_FALSE(town.edit->isEnabled()); // a national rule
    EXPECT_EQ(town.cell(u"C21"_s, u"checked"_s), u"未查证"_s);
    EXPECT_TRUE(town.text->text().contains(u"没有查到原文"_s));
    EXPECT_TRUE(town.text->text().contains(u"选举工作条例"_s));
    EXPECT_TRUE(town.edit->isEnabled());
    EXPECT_FALSE(town.reset->isEnabled());
    EXPECT_FALSE(town.dialog.choose(u"X-1"_s));
}

TEST(RulesDialog, setsHowOftenAndGoesBack) {
    RulesTown town;
    ASSERT_TRUE(town.dialog.choose(u"L-101"_s));
    fillIn([&] { QTest::keyClick(town.table, Qt::Key_Return); },
           [](FormDialog* form) {
               child<QLineEdit>(form, "times")->setText(u"2"_s);
               child<ChoiceField>(form, "per")->setCode(QString::number(int(Period::Unit::Year)));
               EXPECT_TRUE(form->save());
           });
    EXPECT_EQ(town.cell(u"L-101"_s, u"figures"_s), u"每年 2 次"_s);
    EXPECT_EQ(town.cell(u"L-101"_s, u"state"_s), u"启用，本镇改过"_s);
    EXPECT_TRUE(town.text->text().contains(u"原来是：每季度 1 次"_s));
    town.reset->click();
    EXPECT_EQ(town.cell(u"L-101"_s, u"figures"_s), u"每季度 1 次"_s);
    ASSERT_TRUE(ok(town.store->undo()));
    QApplication::processEvents();
    EXPECT_EQ(town.cell(u"L-101"_s, u"figures"_s), u"每年 2 次"_s);
}

TEST(RulesDialog, saysAtTheFieldWhatIsOutOfBounds) {
    RulesTown town;
    ASSERT_TRUE(town.dialog.choose(u"R-105"_s));
    fillIn([&] { town.edit->click(); },
           [](FormDialog* form) {
               EXPECT_FALSE(form->findChild<ChoiceField*>(u"enabled"_s)); // confirmed
               auto* days = child<QLineEdit>(form, "grace_days");
               EXPECT_EQ(days->text(), u"90"_s);
               days->setText(u"181"_s);
               EXPECT_FALSE(form->save());
               days->setText(u"180"_s);
               EXPECT_TRUE(form->save());
           });
    EXPECT_EQ(settingNamed(town, u"R-105"_s).inForce.parameters.first().value, 180);
}

TEST(RulesDialog, offersTheWayOutOfAChoiceThatNoLongerFits) {
    RulesTown town;
    ASSERT_TRUE(ok(changeSetting(*town.store, u"rule.L-900"_s, u"{\"enabled\":false}"_s)));
    QApplication::processEvents();
    EXPECT_EQ(town.cell(u"L-900"_s, u"state"_s), u"本镇的改法已不适用"_s);
    EXPECT_FALSE(town.edit->isEnabled());
    town.reset->click();
    EXPECT_FALSE(town.dialog.choose(u"L-900"_s));
}

TEST(SettingsPage, opensTheRulesWithTheOneThatIsAskedFor) {
    PageTown town;
    SettingsPage page(town.context());
    page.QWidget::show();
    EXPECT_TRUE(child<QLabel>(&page, "rulesLine")->text().contains(u"条规则"_s));
    bool wasThere = false;
    QTimer::singleShot(0, qApp, [&] {
        auto* dialog = qobject_cast<RulesDialog*>(QApplication::activeModalWidget());
        ASSERT_TRUE(dialog);
        wasThere = true;
        EXPECT_TRUE(child<QLabel>(dialog, "ruleText")->text().startsWith(u"R-111"_s));
        child<QPushButton>(dialog, "closeRules")->click();
    });
    page.show(Target{u"settings"_s, u"rule"_s, {}, u"R-111"_s});
    EXPECT_TRUE(wasThere);
    RuleOverride days;
    days.rule = u"R-111"_s;
    days.parameters.insert(u"days"_s, 60);
    ASSERT_TRUE(ok(overrideRule(*town.store, days)));
    QApplication::processEvents();
    EXPECT_TRUE(child<QLabel>(&page, "rulesLine")->text().contains(u"本镇改过 1 条"_s));
}

} // namespace baolei
