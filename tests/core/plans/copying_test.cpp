#include "core/activities/rule_settings.h"
#include "tests/core/plans/plans.h"

#include <algorithm>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
PlanItem bare(int month, const QString& kind, const QString& title) {
    PlanItem item;
    item.year = 2026;
    item.month = month;
    item.kind = kind;
    item.title = title;
    return item;
}

QStringList titles(const QList<PlanItem>& items) {
    QStringList all;
    for (const PlanItem& item : items)
        all.append(item.title);
    return all;
}

int countOf(const Town& town, Id<Organisation> branch, int year, const QString& kind) {
    const auto items = itemsIn(town, branch, year);
    return int(std::count_if(items.begin(), items.end(),
                             [&](const PlanItem& each) { return each.kind == kind; }));
}
}

TEST(LackingItems, areThoseThatNothingStandsFor) {
    const auto a = bare(3, u"party-day"_s, u"甲"_s), b = bare(3, u"party-day"_s, u"乙"_s);
    EXPECT_EQ(titles(lackingOf({a, b}, {})), (QStringList{u"甲"_s, u"乙"_s}));
    EXPECT_EQ(titles(lackingOf({a, b}, {b})), QStringList{u"甲"_s}); // not 乙 once more
    EXPECT_EQ(titles(lackingOf({a, b}, {bare(3, u"party-day"_s, u"别的"_s)})),
              QStringList{u"乙"_s}); // one of the kind is planned already
    EXPECT_EQ(titles(lackingOf({a}, {bare(4, u"party-day"_s, u"甲"_s)})), QStringList{u"甲"_s});
    // Other work is told apart by its words only.
    EXPECT_EQ(titles(lackingOf({bare(1, {}, u"归档"_s)}, {bare(1, {}, u"慰问"_s)})),
              QStringList{u"归档"_s});
}

TEST(CopyPlan, goesToManyBranchesAsOneStepAndSaysWhatStoodThere) {
    Town town;
    PlanItem item = plan(town, u"party-day"_s, 3, u"植树"_s);
    item.responsible = u"钟山"_s;
    item.day = {2026, 3, 12};
    item.method = u"集中活动"_s;
    ASSERT_TRUE(ok(savePlanItem(*town.store, item)));
    plan(town, {}, 12, u"归档"_s);
    const auto nanhe = town.add(u"南河村党支部"_s, u"branch"_s, town.committee.id);
    const PlanCopy copy{town.xidang.id, 2026, {town.dongyan.id, nanhe.id}, 2026};
    const auto copied = copyPlan(*town.store, copy);
    ASSERT_TRUE(ok(copied));
    EXPECT_EQ(copied->added, 4);
    EXPECT_EQ(copied->branches, 2);
    EXPECT_EQ(copied->skipped, 0);
    const PlanItem there = itemsIn(town, nanhe.id, 2026).first();
    EXPECT_EQ(there.method, u"集中活动"_s);
    EXPECT_EQ(there.day, QDate(2026, 3, 12));
    EXPECT_EQ(there.responsible, QString()); // somebody of another village
    const auto again = copyPlan(*town.store, copy);
    ASSERT_TRUE(ok(again));
    EXPECT_EQ(again->added, 0);
    EXPECT_EQ(again->skipped, 4);
    ASSERT_TRUE(ok(town.store->undo())); // the second wrote nothing: this takes the first back
    EXPECT_TRUE(titlesOf(town, nanhe.id, 2026).isEmpty());
    EXPECT_TRUE(titlesOf(town, town.dongyan.id, 2026).isEmpty());
}

TEST(CopyPlan, goesToTheNextYearAsItWasMeant) {
    Town town;
    settle(town, town.xidang.id, 4);
    PlanItem item = plan(town, u"party-day"_s, 11, u"2026年植树"_s);
    item.responsible = u"钟山"_s;
    item.day = {2026, 11, 18};
    ASSERT_TRUE(ok(savePlanItem(*town.store, item)));
    record(town, u"party-day"_s, town.xidang.id, {2026, 11, 18});
    const PlanItem work = plan(town, {}, 10, u"归档"_s);
    ASSERT_TRUE(ok(finishPlanItem(*town.store, work.id, {2026, 10, 9})));
    ASSERT_TRUE(ok(copyPlan(*town.store, {town.xidang.id, 2026, {town.xidang.id}, 2027})));
    const auto items = itemsIn(town, town.xidang.id, 2027);
    ASSERT_EQ(titles(items), (QStringList{u"归档"_s, u"2027年植树"_s}));
    EXPECT_EQ(items.last().day, QDate(2027, 11, 18));
    EXPECT_EQ(items.last().responsible, u"钟山"_s);
    for (const PlanItem& each : items)
        EXPECT_TRUE(each.activityId.isNull() && each.doneOn.isNull());
}

TEST(CopyPlan, refusesAnEmptyPlanAndWhatIsNoBranch) {
    Town town;
    EXPECT_FALSE(copyPlan(*town.store, {town.xidang.id, 2026, {town.dongyan.id}, 2026}));
    plan(town, {}, 1, u"归档"_s);
    EXPECT_FALSE(copyPlan(*town.store, {town.xidang.id, 2026, {town.committee.id}, 2026}));
    const auto stopped = copyPlan(*town.store, {town.xidang.id, 2026, {town.dongyan.id}, 2026},
                                  [](qint64, qint64) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(titlesOf(town, town.dongyan.id, 2026).isEmpty());
}

TEST(MakePlan, asksWhatTheRulesAskOfThisBranch) {
    Town town;
    const auto people = settle(town, town.xidang.id, 6);
    ASSERT_TRUE(ok(makePlan(*town.store, {town.xidang.id}, 2026)));
    const auto count = [&](const char* kind) {
        return countOf(town, town.xidang.id, 2026, QString::fromLatin1(kind));
    };
    EXPECT_EQ(count("branch-meeting"), 4);
    EXPECT_EQ(count("party-day"), 12);
    EXPECT_EQ(count("party-lecture"), 4);
    EXPECT_EQ(count("life-meeting"), 1);
    EXPECT_EQ(count("appraisal"), 1);
    EXPECT_EQ(count("talk"), 1);
    EXPECT_EQ(count("committee-meeting"), 0); // it has no committee
    EXPECT_EQ(count("group-meeting"), 0); // and no groups
    EXPECT_GT(count(""), 0);
    // With a committee and two groups the same command adds what they owe, once for both groups.
    seat(town, people[1], town.xidang.id, u"organisation_member"_s);
    seat(town, people[2], town.xidang.id, u"publicity_member"_s);
    town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    town.add(u"第二党小组"_s, u"group"_s, town.xidang.id);
    const auto more = makePlan(*town.store, {town.xidang.id, town.dongyan.id}, 2026);
    ASSERT_TRUE(ok(more));
    EXPECT_EQ(count("committee-meeting"), 12);
    EXPECT_EQ(count("group-meeting"), 12);
    EXPECT_EQ(count("party-day"), 12);
    EXPECT_EQ(more->branches, 2);
    EXPECT_GT(more->skipped, 20);
}

TEST(MakePlan, followsWhatTheTownHasSet) {
    Town town;
    settle(town, town.xidang.id, 4);
    ASSERT_TRUE(ok(overrideRule(*town.store, {u"L-101"_s, true, {{u"times"_s, 2}}, {}})));
    ASSERT_TRUE(ok(makePlan(*town.store, {town.xidang.id}, 2027)));
    EXPECT_EQ(countOf(town, town.xidang.id, 2027, u"party-lecture"_s), 8);
    ASSERT_TRUE(ok(overrideRule(*town.store, {u"L-101"_s, false, {}, {}})));
    ASSERT_TRUE(ok(makePlan(*town.store, {town.xidang.id}, 2028)));
    EXPECT_EQ(countOf(town, town.xidang.id, 2028, u"party-lecture"_s), 0);
}

TEST(MakePlan, namesWhoIsResponsibleAndOnWhatGround) {
    Town town;
    settle(town, town.xidang.id, 4);
    ASSERT_TRUE(ok(makePlan(*town.store, {town.xidang.id}, 2026)));
    for (const PlanItem& item : itemsIn(town, town.xidang.id, 2026)) {
        EXPECT_EQ(item.responsible, u"钟山"_s);
        EXPECT_FALSE(item.note.isEmpty()) << item.title.toStdString();
    }
}
