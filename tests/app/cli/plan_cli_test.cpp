// plan, as it is typed.

#include "tests/app/cli/support.h"

#include <QFile>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QStringList kXidang{u"--org"_s, u"西荡村党支部"_s};
const QStringList kZhegou{u"--org"_s, u"柘沟村党支部"_s};

struct PlanTown : CommandLine {
    // The demo without the plans that it comes with: made, linked, and its other work done.
    PlanTown() {
        EXPECT_EQ(run({u"demo"_s, store}).code, 0);
        for (int step = 0; step < 3; ++step)
            EXPECT_EQ(run({u"undo"_s, store}).code, 0);
    }
    Answer plan(const QStringList& words) const {
        return run(QStringList{u"plan"_s, store} + words);
    }
    QJsonArray items(const QStringList& words = kXidang) const {
        return array(QStringList{u"plan"_s, store, u"list"_s, u"--json"_s} + words);
    }
    /// The id of the added item.
    QString add(const QStringList& words) const {
        const Answer answer = plan(QStringList{u"add"_s} + kXidang + words);
        EXPECT_EQ(answer.code, 0) << answer.err.toStdString();
        for (const QJsonValue item : items())
            if (item[u"title"].toString() == words.value(1)) return item[u"id"].toString();
        return {};
    }
    QJsonValue item(const QString& id) const {
        for (const QJsonValue each : items())
            if (each[u"id"].toString() == id) return each;
        return {};
    }
};
}

TEST(PlanCommand, makesTheYearFromTheRulesOnce) {
    const PlanTown town;
    EXPECT_TRUE(town.items().isEmpty());
    const auto made = town.plan(QStringList{u"make"_s} + kXidang);
    ASSERT_EQ(made.code, 0) << made.err.toStdString();
    const QJsonArray items = town.items();
    ASSERT_GT(items.size(), 12);
    int days = 0;
    for (const QJsonValue each : items) {
        days += each[u"kind"].toString() == u"party-day"_s;
        EXPECT_EQ(each[u"branch"].toString(), u"西荡村党支部"_s);
        EXPECT_EQ(each[u"year"].toInt(), 2026);
        EXPECT_FALSE(each[u"title"].toString().isEmpty());
        EXPECT_FALSE(each[u"state"].toString().isEmpty());
    }
    EXPECT_EQ(days, 12);
    EXPECT_TRUE(town.items(kZhegou).isEmpty());
    EXPECT_EQ(town.plan(QStringList{u"make"_s} + kXidang).code, 0);
    EXPECT_EQ(town.items().size(), items.size());
    ASSERT_EQ(town.plan({u"make"_s, u"--all"_s}).code, 0);
    EXPECT_EQ(town.items().size(), items.size());
    EXPECT_GT(town.items(kZhegou).size(), 12);
    EXPECT_TRUE(town.plan(QStringList{u"list"_s} + kXidang).out.contains(u"2026年共 "_s));
}

TEST(PlanCommand, addsOneItem) {
    const PlanTown town;
    const QString id = town.add({u"--title"_s, u"清理河道"_s, u"--month"_s, u"12"_s, u"--kind"_s,
                                 u"主题党日"_s, u"--method"_s, u"志愿服务"_s, u"--responsible"_s,
                                 u"甲某"_s, u"--day"_s, u"2026-12-05"_s});
    const QJsonValue item = town.item(id);
    EXPECT_EQ(item[u"month"].toInt(), 12);
    EXPECT_EQ(item[u"kind"].toString(), u"party-day"_s);
    EXPECT_EQ(item[u"method"].toString(), u"志愿服务"_s);
    EXPECT_EQ(item[u"responsible"].toString(), u"甲某"_s);
    EXPECT_EQ(item[u"day"].toString(), u"2026-12-05"_s);
    EXPECT_EQ(item[u"state"].toString(), u"planned"_s);
    const QString shown = town.plan(QStringList{u"list"_s} + kXidang).out;
    EXPECT_TRUE(shown.contains(u"12月  清理河道  志愿服务  甲某  已列入"_s)) << shown.toStdString();
}

TEST(PlanCommand, copiesToTheNextYearAndToOthers) {
    const PlanTown town;
    town.add({u"--title"_s, u"2026年清理河道"_s, u"--month"_s, u"5"_s});
    ASSERT_EQ(town.plan(QStringList{u"copy"_s} + kXidang).code, 0);
    const QJsonArray next = town.items(kXidang + QStringList{u"--year"_s, u"2027"_s});
    ASSERT_EQ(next.size(), 1);
    EXPECT_EQ(next[0][u"title"].toString(), u"2027年清理河道"_s);
    const QJsonArray branches = town.array({u"list"_s, town.store, u"orgs"_s, u"--json"_s});
    QStringList others;
    for (const QJsonValue each : branches) {
        const QString name = each[u"shortName"].toString();
        if (name.endsWith(u"村党支部"_s) && name != kXidang.last()) others.append(name);
    }
    ASSERT_GE(others.size(), 3);
    const auto copied = town.plan(QStringList{u"copy"_s} + kXidang
                                  + QStringList{u"--to"_s, others[0], u"--to"_s, others[1]});
    ASSERT_EQ(copied.code, 0) << copied.err.toStdString();
    EXPECT_TRUE(copied.out.contains(u"2 项（2 个党支部）"_s)) << copied.out.toStdString();
    EXPECT_EQ(town.items({u"--org"_s, others[0]}).size(), 1);
    EXPECT_EQ(town.items({u"--org"_s, others[1]}).size(), 1);
    EXPECT_EQ(town.items({u"--org"_s, others[2]}).size(), 0);
    ASSERT_EQ(town.plan(QStringList{u"copy"_s} + kXidang + QStringList{u"--all"_s}).code, 0);
    EXPECT_EQ(town.items({u"--org"_s, others[2]}).size(), 1);
    EXPECT_EQ(town.items().size(), 1);
}

TEST(PlanCommand, linksWhatIsFoundAndTakesItOffAgain) {
    const PlanTown town;
    ASSERT_EQ(town.plan(QStringList{u"make"_s} + kXidang).code, 0);
    const QJsonArray found
        = town.array(QStringList{u"plan"_s, town.store, u"candidates"_s, u"--json"_s} + kXidang);
    ASSERT_FALSE(found.isEmpty());
    const QString item = found[0][u"item"].toString();
    const QString activity = found[0][u"activity"].toString();
    EXPECT_TRUE(town.item(item)[u"activity"].isUndefined()); // nothing is linked by asking
    ASSERT_EQ(town.plan({u"link"_s, item, activity}).code, 0);
    EXPECT_EQ(town.item(item)[u"activity"].toString(), activity);
    EXPECT_EQ(town.item(item)[u"done_on"], found[0][u"day"]);
    ASSERT_EQ(town.plan({u"reopen"_s, item}).code, 0);
    EXPECT_TRUE(town.item(item)[u"activity"].isUndefined());
    const auto refused = town.plan({u"done"_s, item}); // the record tells it, nobody says it
    EXPECT_EQ(refused.code, 1);
    EXPECT_FALSE(refused.err.isEmpty());
}

TEST(PlanCommand, finishesOtherWorkAndRemovesIt) {
    const PlanTown town;
    const QString id = town.add({u"--title"_s, u"归档"_s, u"--month"_s, u"11"_s});
    EXPECT_EQ(town.item(id)[u"state"].toString(), u"due"_s);
    ASSERT_EQ(town.plan({u"done"_s, id, u"--day"_s, u"2026-11-18"_s}).code, 0);
    EXPECT_EQ(town.item(id)[u"state"].toString(), u"done"_s);
    EXPECT_EQ(town.item(id)[u"done_on"].toString(), u"2026-11-18"_s);
    ASSERT_EQ(town.plan({u"remove"_s, id}).code, 0);
    EXPECT_TRUE(town.items().isEmpty());
    ASSERT_EQ(town.run({u"undo"_s, town.store}).code, 0);
    EXPECT_EQ(town.items().size(), 1);
}

TEST(PlanCommand, refusesWhatItDoesNotUnderstand) {
    const PlanTown town;
    for (const QStringList& words :
         {QStringList{u"vertagen"_s}, QStringList{u"make"_s},
          QStringList{u"make"_s, u"--all"_s} + kXidang, QStringList{u"copy"_s},
          QStringList{u"add"_s, u"--title"_s, u"x"_s}, QStringList{u"remove"_s},
          QStringList{u"remove"_s, u"abc"_s}, QStringList{u"list"_s, u"--year"_s, u"今年"_s},
          QStringList{u"add"_s, u"--title"_s, u"x"_s, u"--month"_s, u"正月"_s} + kXidang,
          QStringList{u"add"_s, u"--title"_s, u"x"_s, u"--kind"_s, u"茶话会"_s} + kXidang,
          QStringList{u"copy"_s, u"--all"_s, u"--to"_s, u"柘沟村党支部"_s} + kXidang}) {
        const auto answer = town.plan(words);
        EXPECT_EQ(answer.code, 2) << words.join(u' ').toStdString() << answer.err.toStdString();
        EXPECT_FALSE(answer.err.isEmpty());
    }
    EXPECT_EQ(town.plan({u"list"_s, u"--org"_s, u"没有的党支部"_s}).code, 1);
    EXPECT_EQ(town.plan(QStringList{u"add"_s, u"--month"_s, u"3"_s} + kXidang).code, 1);
    EXPECT_EQ(town.plan(QStringList{u"copy"_s} + kXidang).code, 1); // nothing to copy
    EXPECT_TRUE(town.items().isEmpty());
}
