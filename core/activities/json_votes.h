#pragma once
// What was voted on, as a JSON list: part of activityFromJson.

#include "core/activities/attendance.h"
#include "core/activities/kinds.h"
#include "core/activities/votes.h"

#include <QJsonArray>

namespace baolei {

/// Reads `entries`; who is due and present comes from the attendance where an entry does not say,
/// whether it carried from the figures, those for elections by `terms`.
/// Refuses words and numbers that it does not know, and votes that this kind does not hold.
Result<Votes> votesFromJson(const QJsonArray& entries, const ActivityKind& kind,
                            const AttendanceCounts& counts, const ElectionTerms& terms);

} // namespace baolei
