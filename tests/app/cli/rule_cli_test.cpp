// rule list|show|set|reset and exempt add|list|remove as they are typed.

#include "tests/app/cli/support.h"

#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct RuleTown : CommandLine {
    RuleTown() { EXPECT_EQ(run({u"init"_s, store, u"--town"_s, u"示范镇"_s}).code, 0); }
    QJsonObject shown(const QString& rule) const {
        return array({u"rule"_s, store, u"show"_s, rule, u"--json"_s}).first().toObject();
    }
};
}

TEST(RuleCommand, listsAllWithSourceAndNumbers) {
    const RuleTown town;
    const QJsonArray all = town.array({u"rule"_s, town.store, u"list"_s, u"--json"_s});
    EXPECT_GT(all.size(), 20);
    for (const auto& each : all)
        EXPECT_FALSE(each.toObject()[u"source"_s].toString().isEmpty());
    const QString text = town.run({u"rule"_s, town.store, u"list"_s}).out;
    EXPECT_TRUE(text.contains(u"R-101  必须  支部党员大会一般每季度召开1次：每季度 1 次〔"_s));
    EXPECT_TRUE(text.contains(u"未查证"_s));
}

TEST(RuleCommand, showsByWhichNamesARuleIsSet) {
    const RuleTown town;
    const QString text = town.run({u"rule"_s, town.store, u"show"_s, u"L-101"_s}).out;
    EXPECT_TRUE(text.contains(u"times=1"_s));
    EXPECT_TRUE(text.contains(u"per=quarter"_s));
    const QString fixed = town.run({u"rule"_s, town.store, u"show"_s, u"R-101"_s}).out;
    EXPECT_TRUE(fixed.contains(u"各地不能改"_s));
    EXPECT_FALSE(fixed.contains(u"per="_s));
    EXPECT_EQ(town.run({u"rule"_s, town.store, u"show"_s, u"X-1"_s}).code, 1);
}

TEST(RuleCommand, setsOnTopOfWhatIsSetAndGoesBack) {
    const RuleTown town;
    EXPECT_EQ(
        town.run({u"rule"_s, town.store, u"set"_s, u"L-101"_s, u"times=2"_s, u"per=year"_s}).code,
        0);
    EXPECT_EQ(town.run({u"rule"_s, town.store, u"set"_s, u"L-101"_s, u"enabled=no"_s}).code, 0);
    QJsonObject shown = town.shown(u"L-101"_s);
    EXPECT_EQ(shown[u"per"_s].toString(), u"year"_s);
    EXPECT_EQ(shown[u"parameters"_s].toArray().first().toObject()[u"value"_s].toInt(), 2);
    EXPECT_FALSE(shown[u"enabled"_s].toBool());
    EXPECT_TRUE(shown[u"changed"_s].toBool());
    EXPECT_EQ(town.run({u"undo"_s, town.store}).code, 0);
    EXPECT_TRUE(town.shown(u"L-101"_s)[u"enabled"_s].toBool());
    EXPECT_EQ(town.run({u"rule"_s, town.store, u"reset"_s, u"L-101"_s}).code, 0);
    shown = town.shown(u"L-101"_s);
    EXPECT_EQ(shown[u"per"_s].toString(), u"quarter"_s);
    EXPECT_FALSE(shown[u"changed"_s].toBool());
    EXPECT_EQ(town.run({u"verify"_s, town.store}).code, 0);
}

TEST(RuleCommand, refusesWhatTheTownMayNotSetAndSlipsOfThePen) {
    const RuleTown town;
    const auto code = [&](const QStringList& words) {
        return town.run(QStringList{u"rule"_s, town.store} + words).code;
    };
    EXPECT_EQ(code({u"set"_s, u"R-101"_s, u"enabled=no"_s}), 1);
    EXPECT_EQ(code({u"set"_s, u"L-101"_s, u"times=13"_s}), 1);
    EXPECT_EQ(code({u"set"_s, u"L-101"_s, u"hours=1"_s}), 1);
    EXPECT_EQ(code({u"set"_s, u"L-101"_s, u"times=two"_s}), 2);
    EXPECT_EQ(code({u"set"_s, u"L-101"_s, u"per=week"_s}), 2);
    EXPECT_EQ(code({u"set"_s, u"L-101"_s, u"times"_s}), 2);
    EXPECT_EQ(code({u"set"_s, u"L-101"_s}), 2);
    EXPECT_EQ(code({u"set"_s}), 2);
    EXPECT_EQ(code({u"forget"_s, u"L-101"_s}), 2);
    EXPECT_EQ(town.run({u"rule"_s, town.store}).code, 2);
    EXPECT_FALSE(town.shown(u"L-101"_s)[u"changed"_s].toBool());
}

TEST(ExemptCommand, grantsListsAndTakesBack) {
    const CommandLine town;
    ASSERT_EQ(town.run({u"demo"_s, town.store}).code, 0);
    const auto missing = [&] {
        int count = 0;
        for (const auto& each : town.array({u"check"_s, town.store, u"--json"_s}))
            count += each.toObject()[u"rule"_s] == u"R-104"_s
                && each.toObject()[u"standing"_s] == u"missing"_s;
        return count;
    };
    const int before = missing();
    ASSERT_GT(before, 0);
    const QStringList add{u"exempt"_s,     town.store,    u"add"_s,     u"--org"_s,
                          u"示范镇党委"_s, u"--rule"_s,   u"R-104"_s,   u"--period"_s,
                          u"2026"_s,       u"--reason"_s, u"抗洪抢险"_s};
    EXPECT_EQ(town.run(add).code, 1); // nobody approved it
    EXPECT_EQ(town.run(add + QStringList{u"--approver"_s, u"镇党委会议"_s}).code, 0);
    EXPECT_EQ(missing(), 0);
    const QJsonArray listed = town.array({u"exempt"_s, town.store, u"list"_s, u"--json"_s});
    ASSERT_EQ(listed.size(), 1);
    EXPECT_EQ(listed.first()[u"from"_s].toString(), u"2026-01-01"_s);
    EXPECT_EQ(listed.first()[u"approver"_s].toString(), u"镇党委会议"_s);
    const QString id = listed.first()[u"id"_s].toString();
    EXPECT_EQ(town.run({u"exempt"_s, town.store, u"remove"_s, id}).code, 0);
    EXPECT_EQ(town.run({u"exempt"_s, town.store, u"remove"_s, id}).code, 1);
    EXPECT_EQ(town.run({u"exempt"_s, town.store, u"remove"_s}).code, 2);
    EXPECT_EQ(town.run({u"exempt"_s, town.store, u"allow"_s}).code, 2);
    EXPECT_EQ(missing(), before);
    EXPECT_EQ(town.run({u"verify"_s, town.store}).code, 0);
}
