#pragma once
// Invented meetings of a branch's year.

#include "core/activities/commands.h"
#include "core/demo/people.h"

namespace baolei {

/// What a branch held from 1 January to `today`; some branches have missed meetings.
QList<Activity> demoActivities(const DemoSource& source, const DemoBranch& branch,
                               const DemoPeople& people, Dice& dice, Session& session, QDate today);

} // namespace baolei
