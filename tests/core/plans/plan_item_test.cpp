#include "core/plans/plan_item.h"

#include <gtest/gtest.h>

using namespace baolei;

namespace {
struct Case {
    int month;
    QDate doneOn;
    QDate today;
    PlanState state;
};

PlanItem itemOf(int month) {
    PlanItem item;
    item.year = 2026;
    item.month = month;
    return item;
}
}

TEST(PlanState, followsTheMonthAndTheDayOfDoing) {
    const QDate none;
    const QList<Case> cases{
        {3, none, {2026, 2, 28}, PlanState::Planned},
        {3, none, {2026, 3, 1}, PlanState::Due},
        {3, none, {2026, 3, 31}, PlanState::Due},
        {3, none, {2026, 4, 1}, PlanState::Late},
        {3, {2026, 2, 10}, {2026, 4, 1}, PlanState::Done}, // sooner than planned is in time
        {3, {2026, 3, 31}, {2026, 4, 1}, PlanState::Done},
        {3, {2026, 4, 1}, {2026, 4, 1}, PlanState::DoneLate},
        {2, none, {2026, 2, 28}, PlanState::Due},
        {0, none, {2026, 11, 30}, PlanState::Planned}, // any time of the year
        {0, none, {2026, 12, 1}, PlanState::Due},
        {0, none, {2027, 1, 1}, PlanState::Late},
        {0, {2026, 12, 31}, {2027, 1, 1}, PlanState::Done},
        {0, {2027, 1, 1}, {2027, 1, 1}, PlanState::DoneLate},
    };
    for (const Case& each : cases)
        EXPECT_EQ(planStateOf(itemOf(each.month), each.doneOn, each.today), each.state)
            << each.month << " on " << each.today.toString(Qt::ISODate).toStdString();
}

TEST(PlanState, onlyWhatIsStillToBeDoneIsOpen) {
    EXPECT_TRUE(isOpen(PlanState::Planned) && isOpen(PlanState::Due) && isOpen(PlanState::Late));
    EXPECT_FALSE(isOpen(PlanState::Done) || isOpen(PlanState::DoneLate)
                 || isOpen(PlanState::Exempt));
}
