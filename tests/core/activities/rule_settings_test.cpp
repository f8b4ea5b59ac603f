// What the town sets otherwise than the rule books, what it may not set, and the way back.

#include "core/activities/rule_settings.h"

#include "core/activities/compliance.h"
#include "core/store/history.h"
#include "core/store/setting.h"
#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
RuleSetting settingNamed(const Town& town, const QString& rule) {
    const auto settings = ruleSettings(town.reader(), rule);
    EXPECT_TRUE(ok(settings));
    return settings ? settings->first() : RuleSetting();
}

qint64 numberOf(const Rule& rule, const QString& name) {
    for (const RuleParameter& each : rule.parameters)
        if (each.name == name) return each.value;
    return -1;
}

RuleOverride times(qint64 number) {
    RuleOverride choice;
    choice.rule = u"L-101"_s;
    choice.parameters.insert(u"times"_s, number);
    return choice;
}

qint64 kept(const Town& town) {
    return town.reader()
        .integer("SELECT count(*) FROM live_setting WHERE name LIKE 'rule.%'")
        .value();
}
}

TEST(RuleSettings, listsEveryRuleWithItsSourceAsWritten) {
    Town town;
    const auto settings = ruleSettings(town.reader());
    ASSERT_TRUE(ok(settings));
    const auto written = rulesAsWritten(town.reader());
    ASSERT_EQ(settings->size(), written->book.rules.size());
    for (const RuleSetting& each : *settings) {
        EXPECT_FALSE(each.inForce.source.text().isEmpty());
        EXPECT_FALSE(each.choice.has_value());
        EXPECT_TRUE(each.problem.isEmpty());
    }
}

TEST(RuleSettings, saysInWordsHowOftenAndByWhichNumbers) {
    Town town;
    EXPECT_EQ(figuresText(settingNamed(town, u"R-101"_s).inForce), u"每季度 1 次"_s);
    EXPECT_EQ(figuresText(settingNamed(town, u"R-105"_s).inForce),
              u"每年 1 次，可延至期后 90 天"_s);
    EXPECT_EQ(figuresText(settingNamed(town, u"R-107"_s).inForce),
              u"提前 180、120、60、30 天提醒"_s);
    EXPECT_EQ(figuresText(settingNamed(town, u"R-111"_s).inForce), u"补录提示天数 30"_s);
}

TEST(RuleSettings, oneChoiceIsOneStepThatCanBeTakenBack) {
    Town town;
    RuleOverride yearly = times(2);
    yearly.per = Period::Unit::Year;
    ASSERT_TRUE(ok(overrideRule(*town.store, yearly)));
    const RuleSetting now = settingNamed(town, u"L-101"_s);
    EXPECT_TRUE(now.choice.has_value());
    EXPECT_EQ(now.inForce.per, Period::Unit::Year);
    EXPECT_EQ(numberOf(now.inForce, u"times"_s), 2);
    EXPECT_EQ(numberOf(now.written, u"times"_s), 1);
    EXPECT_EQ(operations(town.reader())->first().label, u"调整规则：L-101"_s);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_FALSE(settingNamed(town, u"L-101"_s).choice.has_value());
}

TEST(RuleSettings, whatIsAsWrittenIsNotKept) {
    Town town;
    ASSERT_TRUE(ok(overrideRule(*town.store, times(1)))); // as written: nothing is done
    EXPECT_EQ(kept(town), 0);
    ASSERT_TRUE(ok(overrideRule(*town.store, times(3))));
    EXPECT_EQ(kept(town), 1);
    ASSERT_TRUE(ok(overrideRule(*town.store, times(1))));
    EXPECT_EQ(kept(town), 0);
    EXPECT_FALSE(settingNamed(town, u"L-101"_s).choice.has_value());
}

TEST(RuleSettings, resettingGoesBackToWhatIsWritten) {
    Town town;
    ASSERT_TRUE(ok(overrideRule(*town.store, times(3))));
    ASSERT_TRUE(ok(resetRule(*town.store, u"L-101"_s)));
    EXPECT_EQ(numberOf(settingNamed(town, u"L-101"_s).inForce, u"times"_s), 1);
    EXPECT_EQ(operations(town.reader())->first().label, u"规则恢复原样：L-101"_s);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(numberOf(settingNamed(town, u"L-101"_s).inForce, u"times"_s), 3);
    ASSERT_TRUE(ok(town.store->redo()));
    const qsizetype steps = operations(town.reader())->size();
    EXPECT_TRUE(ok(resetRule(*town.store, u"L-101"_s))); // nothing to do
    EXPECT_EQ(operations(town.reader())->size(), steps);
    EXPECT_FALSE(resetRule(*town.store, u"L-999"_s).has_value());
}

TEST(RuleSettings, ofAConfirmedRuleOnlyTheNumbersItNamesCanBeSet) {
    Town town;
    RuleOverride grace;
    grace.rule = u"R-105"_s;
    grace.parameters.insert(u"grace_days"_s, 180);
    EXPECT_TRUE(ok(overrideRule(*town.store, grace)));
    grace.parameters.insert(u"grace_days"_s, 181);
    EXPECT_FALSE(overrideRule(*town.store, grace).has_value());
    RuleOverride off;
    off.rule = u"R-105"_s;
    off.enabled = false;
    EXPECT_FALSE(overrideRule(*town.store, off).has_value());
    RuleOverride monthly;
    monthly.rule = u"R-105"_s;
    monthly.per = Period::Unit::Month;
    EXPECT_FALSE(overrideRule(*town.store, monthly).has_value());
    EXPECT_EQ(numberOf(settingNamed(town, u"R-105"_s).inForce, u"grace_days"_s), 180);
}

TEST(RuleSettings, meetsTheLocalVersionsOfARuleOnly) {
    Town town;
    RuleOverride off;
    off.rule = u"C19"_s; // that of 2014 is not confirmed, that of 2026 is national
    off.enabled = false;
    ASSERT_TRUE(ok(overrideRule(*town.store, off)));
    const auto versions = ruleSettings(town.reader(), u"C19"_s);
    ASSERT_EQ(versions->size(), 2);
    for (const RuleSetting& each : *versions)
        EXPECT_EQ(each.inForce.enabled, !each.written.local);
}

TEST(RuleSettings, aChoiceThatNoLongerFitsIsToldAndCanBeTakenBack) {
    Town town;
    for (const auto& [rule, value] :
         {std::pair{u"rule.L-101"_s, u"{\"parameters\":{\"times\":99}}"_s},
          std::pair{u"rule.L-900"_s, u"{\"enabled\":false}"_s}})
        ASSERT_TRUE(ok(changeSetting(*town.store, rule, value)));
    EXPECT_FALSE(townRules(town.reader()).has_value()); // said, not passed over in silence
    EXPECT_FALSE(settingNamed(town, u"L-101"_s).problem.isEmpty());
    EXPECT_EQ(numberOf(settingNamed(town, u"L-101"_s).inForce, u"times"_s), 1);
    EXPECT_FALSE(settingNamed(town, u"L-900"_s).problem.isEmpty());
    for (const QString& rule : {u"L-101"_s, u"L-900"_s})
        EXPECT_TRUE(ok(resetRule(*town.store, rule)));
    EXPECT_TRUE(ok(townRules(town.reader())));
}
