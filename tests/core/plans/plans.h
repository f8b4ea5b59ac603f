#pragma once
// Plans of the small town, written down as a clerk would.

#include "core/plans/commands.h"
#include "core/plans/queries.h"
#include "tests/core/activities/meetings.h"

namespace baolei {

/// An item of 西荡 in 2026, saved.
PlanItem plan(Town& town, const QString& kind, int month, const QString& title);
/// A meeting of the kind that is recorded as the window does it.
struct Recorded {
    Activity activity;
    QList<PlanItem> fulfilled;
};
Recorded record(Town& town, const QString& kind, Id<Organisation> organisation, QDate day,
                const Edit& edit = {}, Id<PlanItem> wanted = {});
/// 西荡 in 2026 as it stands on 20 November 2026.
QList<PlanLine> planLines(const Town& town);
/// The state of one item there.
PlanState stateOf(const Town& town, Id<PlanItem> item);
QList<PlanItem> itemsIn(const Town& town, Id<Organisation> branch, int year);
QStringList titlesOf(const Town& town, Id<Organisation> branch, int year);

} // namespace baolei
