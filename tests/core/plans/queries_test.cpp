#include "tests/core/plans/plans.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QString kDay = u"party-day"_s;

QList<PlanCandidate> candidates(const Town& town) {
    const auto found = planCandidates(town.reader(), town.xidang.id, 2026, town.clock.today());
    EXPECT_TRUE(ok(found));
    return found.value_or(QList<PlanCandidate>{});
}

QMap<int, int> openByMonth(const Town& town, Id<Organisation> scope) {
    QMap<int, int> open;
    EXPECT_TRUE(ok(forEachPlannedMonth(town.reader(), scope, 2026, [&](const PlannedMonth& each) {
        open[each.month] += each.open;
    })));
    return open;
}
}

TEST(PlanOf, tellsDraftsFromDone) {
    Town town;
    settle(town, town.xidang.id, 4);
    const PlanItem item = plan(town, kDay, 10, u"清河"_s);
    const auto draft = hold(town, kDay, town.xidang.id, {2026, 10, 9},
                            [](ActivityRecord& r) { r.activity.state = u"draft"_s; });
    ASSERT_TRUE(ok(linkPlan(*town.store, {{item.id, draft.id}})));
    const PlanLine line = planLines(town).first();
    EXPECT_TRUE(line.isDraft);
    EXPECT_EQ(line.state, PlanState::Late);
    EXPECT_FALSE(line.doneOn.isValid());
}

TEST(PlanOf, doesNotCountWhatIsDatedAhead) {
    Town town;
    settle(town, town.xidang.id, 4);
    const PlanItem item = plan(town, kDay, 11, u"清河"_s);
    const auto ahead = hold(town, kDay, town.xidang.id, {2026, 11, 28});
    ASSERT_TRUE(ok(linkPlan(*town.store, {{item.id, ahead.id}})));
    EXPECT_EQ(stateOf(town, item.id), PlanState::Due);
}

TEST(PlanCandidates, pairEachItemWithOneActivityOfItsMonth) {
    Town town;
    settle(town, town.xidang.id, 4);
    const auto second = hold(town, kDay, town.xidang.id, {2026, 3, 20});
    const auto first = hold(town, kDay, town.xidang.id, {2026, 3, 5});
    hold(town, kDay, town.xidang.id, {2026, 5, 5}); // nothing is planned for May
    PlanItem day = plan(town, kDay, 3, u"植树"_s);
    const PlanItem other = plan(town, kDay, 3, u"学习"_s);
    plan(town, kDay, 4, u"没开的"_s);
    plan(town, {}, 3, u"归档"_s); // no activity
    day.day = {2026, 3, 20};
    ASSERT_TRUE(ok(savePlanItem(*town.store, day)));
    const auto found = candidates(town);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].item, day.id);
    EXPECT_EQ(found[0].activity, second.id); // held on the very day
    EXPECT_EQ(found[1].item, other.id);
    EXPECT_EQ(found[1].activity, first.id);
    ASSERT_TRUE(ok(linkPlan(*town.store, {{day.id, second.id}, {other.id, first.id}})));
    EXPECT_TRUE(candidates(town).isEmpty());
}

TEST(PlanCandidates, byHandAreAllOfTheKindInTheYear) {
    Town town;
    settle(town, town.xidang.id, 4);
    hold(town, kDay, town.xidang.id, {2026, 3, 5});
    const auto own = hold(town, kDay, town.xidang.id, {2026, 4, 5});
    hold(town, u"branch-meeting"_s, town.xidang.id, {2026, 4, 8});
    const PlanItem item = plan(town, kDay, 4, u"清河"_s);
    const auto found = planCandidatesFor(town.reader(), item, town.clock.today());
    ASSERT_TRUE(ok(found));
    ASSERT_EQ(found->size(), 2);
    EXPECT_EQ(found->first().activity, own.id); // of its own month first
    EXPECT_EQ(found->first().holder, u"西荡村党支部"_s);
    const PlanItem work = plan(town, {}, 4, u"走访"_s);
    EXPECT_EQ(planCandidatesFor(town.reader(), work, town.clock.today())->size(), 3);
}

TEST(PlannedMonths, areTheOpenItemsOfAScope) {
    Town town;
    settle(town, town.xidang.id, 4);
    plan(town, kDay, 3, u"一"_s);
    plan(town, kDay, 3, u"二"_s);
    plan(town, u"talk"_s, 0, u"谈话"_s);
    plan(town, {}, 3, u"归档"_s); // stands in no line of the matrix
    plan(town, kDay, 11, u"清河"_s);
    const auto held = record(town, kDay, town.xidang.id, {2026, 11, 18});
    const QMap<int, int> open{{0, 1}, {3, 2}};
    EXPECT_EQ(openByMonth(town, {}), open);
    EXPECT_EQ(openByMonth(town, town.committee.id), open);
    EXPECT_TRUE(openByMonth(town, town.dongyan.id).isEmpty());
    ASSERT_TRUE(ok(removeActivity(*town.store, held.activity.id)));
    EXPECT_EQ(openByMonth(town, {}).value(11), 1);
}

TEST(PlannedMonths, areAnsweredFromTheIndex) {
    Town town;
    QStringList steps;
    ASSERT_TRUE(ok(town.reader().each(
        "EXPLAIN QUERY PLAN SELECT p.kind, p.month, p.activity_id FROM plan_item p"
        " WHERE p.organisation_id = zeroblob(16) AND p.year = 2026 AND p.deleted_at IS NULL"
        " AND p.done_on IS NULL",
        {}, [&](const Row& row) { steps.append(row.text(3)); })));
    EXPECT_TRUE(steps.join(u' ').contains(u"COVERING INDEX plan_item_year"_s))
        << steps.join(u' ').toStdString();
}

TEST(PlanFigures, countWhatIsDoneDueAndLate) {
    Town town;
    settle(town, town.xidang.id, 4);
    plan(town, kDay, 10, u"晚了"_s);
    plan(town, kDay, 11, u"本月"_s);
    plan(town, u"talk"_s, 11, u"谈"_s);
    plan(town, kDay, 12, u"以后"_s);
    const PlanItem work = plan(town, {}, 2, u"归档"_s);
    ASSERT_TRUE(ok(finishPlanItem(*town.store, work.id, {2026, 5, 4})));
    record(town, kDay, town.xidang.id, {2026, 11, 18});
    const auto figures = planFigures(town.reader(), {}, 2026, town.clock.today());
    ASSERT_TRUE(ok(figures));
    ASSERT_EQ(figures->size(), 1);
    const PlanFigures own = figures->value(town.xidang.id);
    EXPECT_EQ(own.items, 5);
    EXPECT_EQ(own.done, 2);
    EXPECT_EQ(own.due, 1);
    EXPECT_EQ(own.late, 1);
}
