#include "core/store/verify.h"
#include "tests/core/plans/plans.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QString kDay = u"party-day"_s;

struct SettledTown : Town {
    SettledTown() {
        settle(*this, xidang.id, 4);
        settle(*this, dongyan.id, 4);
    }
    PlanItem again(Id<PlanItem> id) const { return reader().find(id)->value_or(PlanItem{}); }
};
}

TEST(Fulfilment, linksTheOnlyOpenItemOfTheMonthInOneOperation) {
    SettledTown town;
    const PlanItem item = plan(town, kDay, 11, u"清河"_s);
    plan(town, kDay, 12, u"座谈"_s);
    const Recorded held = record(town, kDay, town.xidang.id, {2026, 11, 18});
    ASSERT_EQ(held.fulfilled.size(), 1);
    EXPECT_EQ(held.fulfilled.first().id, item.id);
    EXPECT_EQ(fulfilledText(held.fulfilled), u"年度计划“清河”已完成"_s);
    EXPECT_EQ(stateOf(town, item.id), PlanState::Done);
    ASSERT_TRUE(ok(town.store->undo())); // the record and the link with it
    EXPECT_TRUE(town.again(item.id).activityId.isNull());
    ASSERT_TRUE(ok(town.store->redo()));
    EXPECT_EQ(stateOf(town, item.id), PlanState::Done);
    EXPECT_EQ(verifyStore(town.reader()).value().problems, QStringList());
}

TEST(Fulfilment, leavesSeveralToThePersonUnlessTheDayTells) {
    SettledTown town;
    PlanItem first = plan(town, kDay, 11, u"清河"_s);
    PlanItem second = plan(town, kDay, 11, u"座谈"_s);
    EXPECT_TRUE(record(town, kDay, town.xidang.id, {2026, 11, 3}).fulfilled.isEmpty());
    second.day = {2026, 11, 18};
    ASSERT_TRUE(ok(savePlanItem(*town.store, second)));
    const auto held = record(town, kDay, town.xidang.id, {2026, 11, 18});
    ASSERT_EQ(held.fulfilled.size(), 1);
    EXPECT_EQ(held.fulfilled.first().title, u"座谈"_s);
    // Now only one is left.
    EXPECT_EQ(record(town, kDay, town.xidang.id, {2026, 11, 19}).fulfilled.size(), 1);
}

TEST(Fulfilment, takesWhatThePersonSetOutFrom) {
    SettledTown town;
    plan(town, kDay, 11, u"清河"_s);
    const PlanItem wanted = plan(town, kDay, 10, u"九月没开成的"_s);
    const auto held = record(town, kDay, town.xidang.id, {2026, 11, 18}, {}, wanted.id);
    ASSERT_EQ(held.fulfilled.size(), 1);
    EXPECT_EQ(held.fulfilled.first().id, wanted.id);
    EXPECT_EQ(stateOf(town, wanted.id), PlanState::DoneLate);
}

TEST(Fulfilment, waitsForTheFinalRecordAndTakesNothingTwice) {
    SettledTown town;
    const PlanItem item = plan(town, kDay, 11, u"清河"_s);
    const auto draft = record(town, kDay, town.xidang.id, {2026, 11, 18},
                              [](ActivityRecord& r) { r.activity.state = u"draft"_s; });
    EXPECT_TRUE(draft.fulfilled.isEmpty());
    ActivityRecord same = unpack(draft.activity).value();
    same.activity.state = u"final"_s;
    QList<PlanItem> fulfilled;
    ASSERT_TRUE(ok(saveActivity(*town.store, same, fulfillingPlan(fulfilled))));
    EXPECT_EQ(fulfilled.size(), 1);
    plan(town, kDay, 11, u"又一项"_s);
    same.activity.title = u"改了名称"_s;
    ASSERT_TRUE(ok(saveActivity(*town.store, same, fulfillingPlan(fulfilled))));
    EXPECT_TRUE(fulfilled.isEmpty());
    EXPECT_EQ(stateOf(town, item.id), PlanState::Done);
}

TEST(Fulfilment, ofTheWholeYearComesAfterTheMonth) {
    SettledTown town;
    const PlanItem any = plan(town, kDay, 0, u"一次志愿服务"_s);
    const PlanItem own = plan(town, kDay, 11, u"清河"_s);
    EXPECT_EQ(record(town, kDay, town.xidang.id, {2026, 11, 3}).fulfilled.first().id, own.id);
    EXPECT_EQ(record(town, kDay, town.xidang.id, {2026, 11, 4}).fulfilled.first().id, any.id);
}

TEST(Fulfilment, settlesThePlanOfEveryBranchThatTookPart) {
    SettledTown town;
    plan(town, kDay, 11, u"清河"_s);
    ASSERT_TRUE(ok(copyPlan(*town.store, {town.xidang.id, 2026, {town.dongyan.id}, 2026})));
    const auto held = record(town, kDay, town.xidang.id, {2026, 11, 18}, [&](ActivityRecord& r) {
        r.activity.joint = town.dongyan.id.value.toBytes();
    });
    EXPECT_EQ(held.fulfilled.size(), 2);
    EXPECT_TRUE(fulfilledText(held.fulfilled).contains(u"共 2 个党支部"_s));
}

TEST(Fulfilment, settlesAnItemOfEachKindThatTheMeetingServed) {
    SettledTown town;
    const PlanItem meeting = plan(town, u"branch-meeting"_s, 11, u"第四季度党员大会"_s);
    const PlanItem lecture = plan(town, u"party-lecture"_s, 11, u"书记讲党课"_s);
    const auto alsoLecture = [](ActivityRecord& r) {
        r.activity.also = u"party-lecture"_s;
        r.details.insert(u"speaker"_s, u"钟山"_s);
    };
    const auto held
        = record(town, u"branch-meeting"_s, town.xidang.id, {2026, 11, 18}, alsoLecture);
    EXPECT_EQ(held.fulfilled.size(), 2);
    EXPECT_EQ(stateOf(town, meeting.id), PlanState::Done);
    EXPECT_EQ(stateOf(town, lecture.id), PlanState::Done);
    EXPECT_EQ(fulfilledText(held.fulfilled), u"年度计划“第四季度党员大会”、“书记讲党课”已完成"_s);
}

TEST(Fulfilment, isOpenAgainWhereTheRecordIsCorrectedToAnotherKind) {
    SettledTown town;
    const PlanItem day = plan(town, kDay, 11, u"清河"_s);
    const PlanItem meeting = plan(town, u"branch-meeting"_s, 11, u"党员大会"_s);
    const auto held = record(town, kDay, town.xidang.id, {2026, 11, 18});
    ASSERT_EQ(stateOf(town, day.id), PlanState::Done);
    ActivityRecord corrected = unpack(held.activity).value();
    corrected.activity.kind = u"branch-meeting"_s;
    QList<PlanItem> fulfilled;
    ASSERT_TRUE(ok(saveActivity(*town.store, corrected, fulfillingPlan(fulfilled))));
    EXPECT_TRUE(town.again(day.id).activityId.isNull());
    EXPECT_EQ(stateOf(town, meeting.id), PlanState::Done);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(stateOf(town, day.id), PlanState::Done);
    EXPECT_EQ(stateOf(town, meeting.id), PlanState::Due);
}

TEST(Fulfilment, canBeSaidByHandOfTheFurtherKind) {
    SettledTown town;
    const auto held
        = record(town, u"branch-meeting"_s, town.xidang.id, {2026, 11, 18}, [](ActivityRecord& r) {
              r.activity.also = u"party-lecture"_s;
              r.details.insert(u"speaker"_s, u"钟山"_s);
          });
    const PlanItem meeting = plan(town, u"branch-meeting"_s, 11, u"党员大会"_s);
    const PlanItem lecture = plan(town, u"party-lecture"_s, 11, u"党课"_s);
    const QDate today = town.clock.today();
    EXPECT_EQ(planCandidates(town.reader(), town.xidang.id, 2026, today)->size(), 2);
    ASSERT_TRUE(ok(linkPlan(*town.store, {{lecture.id, held.activity.id}})));
    // For its other kind it still can be taken; for this one it is spent.
    const auto left = planCandidates(town.reader(), town.xidang.id, 2026, today);
    ASSERT_EQ(left->size(), 1);
    EXPECT_EQ(left->first().item, meeting.id);
    const PlanItem second = plan(town, u"party-lecture"_s, 11, u"又一课"_s);
    EXPECT_TRUE(planCandidatesFor(town.reader(), second, today)->isEmpty());
}

TEST(Fulfilment, ofGroupsWaitsForTheLastOfThem) {
    SettledTown town;
    const auto one = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    const auto two = town.add(u"第二党小组"_s, u"group"_s, town.xidang.id);
    for (const Organisation& group : {one, two}) {
        Person person = town.member(u"组员"_s + group.shortName.mid(1, 1), town.xidang.id);
        person.groupId = group.id;
        ASSERT_TRUE(ok(savePerson(*town.store, person)));
    }
    const PlanItem item = plan(town, u"group-meeting"_s, 11, u"11月党小组会"_s);
    EXPECT_TRUE(record(town, u"group-meeting"_s, one.id, {2026, 11, 5}).fulfilled.isEmpty());
    EXPECT_EQ(planCandidates(town.reader(), town.xidang.id, 2026, town.clock.today())->size(), 0);
    EXPECT_EQ(record(town, u"group-meeting"_s, two.id, {2026, 11, 9}).fulfilled.size(), 1);
    EXPECT_EQ(stateOf(town, item.id), PlanState::Done);
}

TEST(Fulfilment, isTakenBackWhereTheRecordIsRemoved) {
    SettledTown town;
    const PlanItem item = plan(town, kDay, 11, u"清河"_s);
    const auto held = record(town, kDay, town.xidang.id, {2026, 11, 18});
    ASSERT_TRUE(ok(removeActivity(*town.store, held.activity.id, reopeningPlan())));
    EXPECT_TRUE(town.again(item.id).activityId.isNull());
    EXPECT_EQ(stateOf(town, item.id), PlanState::Due);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(stateOf(town, item.id), PlanState::Done);
    // A removal that knew nothing of plans leaves an item that is open all the same.
    ASSERT_TRUE(ok(removeActivity(*town.store, held.activity.id)));
    EXPECT_EQ(stateOf(town, item.id), PlanState::Due);
    EXPECT_EQ(record(town, kDay, town.xidang.id, {2026, 11, 19}).fulfilled.size(), 1);
}
