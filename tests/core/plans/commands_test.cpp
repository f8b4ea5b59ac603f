#include "core/store/verify.h"
#include "tests/core/plans/plans.h"

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(PlanItems, areSavedInTheOrderOfTheirMonths) {
    Town town;
    plan(town, u"party-day"_s, 0, u"全年的"_s);
    plan(town, {}, 12, u"归档"_s);
    plan(town, u"party-day"_s, 3, u"植树"_s);
    PlanItem second = plan(town, {}, 3, u" 走访\n困难党员 "_s);
    EXPECT_EQ(second.title, u"走访 困难党员"_s); // on one line
    EXPECT_EQ(second.position, 1);
    EXPECT_EQ(titlesOf(town, town.xidang.id, 2026),
              (QStringList{u"植树"_s, u"走访 困难党员"_s, u"归档"_s, u"全年的"_s}));
    second.month = 12;
    ASSERT_TRUE(ok(savePlanItem(*town.store, second)));
    EXPECT_EQ(titlesOf(town, town.xidang.id, 2026),
              (QStringList{u"植树"_s, u"归档"_s, u"走访 困难党员"_s, u"全年的"_s}));
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(titlesOf(town, town.xidang.id, 2026).at(1), u"走访 困难党员"_s);
    EXPECT_EQ(verifyStore(town.reader()).value().problems, QStringList());
}

TEST(PlanItems, areRefusedWithAReason) {
    Town town;
    PlanItem right;
    right.organisationId = town.xidang.id;
    right.year = 2026;
    right.month = 3;
    right.title = u"植树"_s;
    const auto refusal = [&](const std::function<void(PlanItem&)>& spoil) {
        PlanItem item = right;
        spoil(item);
        const auto saved = savePlanItem(*town.store, item);
        return saved ? QString() : saved.error().what;
    };
    EXPECT_TRUE(refusal([](PlanItem& i) { i.title = u" "_s; }).contains(u"内容没有填"_s));
    EXPECT_TRUE(refusal([](PlanItem& i) { i.month = 13; }).contains(u"月份不对"_s));
    EXPECT_TRUE(refusal([](PlanItem& i) { i.year = 26; }).contains(u"年度不对"_s));
    EXPECT_TRUE(refusal([](PlanItem& i) { i.kind = u"dance"_s; }).contains(u"dance"_s));
    EXPECT_TRUE(refusal([](PlanItem& i) { i.day = {2026, 4, 1}; }).contains(u"月份里"_s));
    EXPECT_TRUE(refusal([](PlanItem& i) {
                    i.month = 0;
                    i.day = {2027, 1, 1};
                }).contains(u"月份里"_s));
    EXPECT_TRUE(refusal([](PlanItem& i) {
                    i.kind = u"talk"_s;
                    i.doneOn = {2026, 3, 2};
                }).contains(u"以活动记录为准"_s));
    EXPECT_TRUE(refusal([&](PlanItem& i) {
                    i.organisationId = town.committee.id;
                }).contains(u"不是党支部"_s));
    EXPECT_EQ(refusal([](PlanItem&) {}), QString());
}

TEST(PlanItems, ofOtherWorkAreDoneByWord) {
    Town town;
    const PlanItem work = plan(town, {}, 10, u"整理台账"_s);
    EXPECT_EQ(stateOf(town, work.id), PlanState::Late);
    EXPECT_FALSE(finishPlanItem(*town.store, work.id, {2026, 11, 21})); // tomorrow
    ASSERT_TRUE(ok(finishPlanItem(*town.store, work.id, {2026, 11, 20})));
    EXPECT_EQ(stateOf(town, work.id), PlanState::DoneLate);
    ASSERT_TRUE(ok(finishPlanItem(*town.store, work.id, {2026, 10, 8})));
    EXPECT_EQ(stateOf(town, work.id), PlanState::Done);
    ASSERT_TRUE(ok(reopenPlanItem(*town.store, work.id)));
    EXPECT_EQ(stateOf(town, work.id), PlanState::Late);
    const PlanItem meeting = plan(town, u"party-day"_s, 10, u"植树"_s);
    EXPECT_FALSE(finishPlanItem(*town.store, meeting.id, {2026, 10, 8}));
}

TEST(PlanItems, areRemovedTogether) {
    Town town;
    const PlanItem one = plan(town, {}, 1, u"一"_s);
    const PlanItem two = plan(town, {}, 2, u"二"_s);
    ASSERT_TRUE(ok(removePlanItems(*town.store, {one.id, two.id})));
    EXPECT_EQ(titlesOf(town, town.xidang.id, 2026), QStringList());
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(titlesOf(town, town.xidang.id, 2026).size(), 2);
}

TEST(PlanLinks, areRefusedWhereTheyDoNotFit) {
    Town town;
    settle(town, town.xidang.id, 3);
    settle(town, town.dongyan.id, 3);
    const PlanItem item = plan(town, u"party-day"_s, 3, u"植树"_s);
    const auto day = hold(town, u"party-day"_s, town.dongyan.id, {2026, 3, 5});
    const auto talk = hold(town, u"talk"_s, town.xidang.id, {2026, 3, 5},
                           [](ActivityRecord& r) { r.attendance.resize(1); });
    const auto before = hold(town, u"party-day"_s, town.xidang.id, {2025, 3, 5});
    for (const Activity& each : {day, talk, before})
        EXPECT_FALSE(linkPlan(*town.store, {{item.id, each.id}})) << each.kind.toStdString();
    const auto late = hold(town, u"party-day"_s, town.xidang.id, {2026, 4, 2});
    ASSERT_TRUE(ok(linkPlan(*town.store, {{item.id, late.id}})));
    EXPECT_EQ(stateOf(town, item.id), PlanState::DoneLate);
    EXPECT_EQ(planLines(town).first().activityTitle, u"例会"_s);
    // Of another kind now: the link would say what is not so.
    PlanItem changed = itemsIn(town, town.xidang.id, 2026).first();
    changed.kind = u"talk"_s;
    ASSERT_TRUE(ok(savePlanItem(*town.store, changed)));
    EXPECT_EQ(stateOf(town, item.id), PlanState::Late);
}

TEST(PlanLinks, mayJoinOtherWorkToAnyActivity) {
    Town town;
    settle(town, town.xidang.id, 3);
    const PlanItem work = plan(town, {}, 6, u"“七一”慰问"_s);
    const auto day = hold(town, u"party-day"_s, town.xidang.id, {2026, 6, 30});
    ASSERT_TRUE(ok(linkPlan(*town.store, {{work.id, day.id}})));
    EXPECT_EQ(stateOf(town, work.id), PlanState::Done);
}
