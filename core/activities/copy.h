#pragma once
// The same again in another month: what a record of one meeting knows of the next.

#include "core/activities/commands.h"
#include "core/base/period.h"

namespace baolei {

/// The day in the month of `month` on which what was held on `day` is held again: the kind's own
/// day, else the branch's 主题党日 where `day` was that, else the same day of the month, or its
/// last.
QDate dayOfRepeat(const ActivityKind& kind, const QString& partyDay, QDate day, QDate month);

/// `title` with the month and day of `from` as those of `to`: 2026年11月党员大会 →
/// 2026年12月党员大会.
QString titleOfRepeat(const QString& title, QDate from, QDate to);

/// A new record like `activity` in the month of `month`: kind, holders, title, times, place, who
/// presides and records, agenda; everyone expected on that day is there, or whoever was chosen.
/// What was said, resolved and voted on belongs to its day. Refuses what is not there.
Result<ActivityRecord> copyInto(const Reader& reader, Id<Activity> activity, QDate month);
Result<ActivityRecord> copyToMonthAfter(const Reader& reader, Id<Activity> activity);

} // namespace baolei
