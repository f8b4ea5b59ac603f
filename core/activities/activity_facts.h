#pragma once
// From an activity's values to the numbers that rules judge.

#include "core/activities/attendance.h"
#include "core/activities/votes.h"
#include "core/rules/facts.h"

namespace baolei {

/// The row of one item voted on.
VoteRow voteRow(const VoteItem& item);

/// Fills 应到, 到会 and those with the right to vote; without anybody they stay unknown.
void fillCounts(ActivityRow& row, const AttendanceCounts& counts);

} // namespace baolei
