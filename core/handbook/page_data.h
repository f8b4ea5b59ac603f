#pragma once
// The values that forms show, read from the store: names as in resources/forms/fields.json. Which
// form asks for what is not decided here: a form takes what it binds.

#include "core/activities/compliance.h"
#include "core/activities/queries.h"
#include "core/forms/form_data.h"

namespace baolei {

/// For whom, for when, printed when.
struct PrintSubject {
    Organisation branch;
    Period period;
    QDate printedOn;
    /// Figures and rosters are as on the last day of the period, or today in a period not over.
    QDate asOf() const { return qMin(period.last(), printedOn); }
};

/// branch.*, period.*, print.*, posting.* and the lists committee, groups, members.
Result<FormData> branchData(const Reader& reader, const PrintSubject& subject);

/// What was held in the period, read once for all pages.
struct HeldActivities {
    QList<Activity> all; ///< final ones, by time
    QHash<Uuid, QString> names; ///< of everyone who stands in an attendance
    QHash<Id<Organisation>, QString> holders; ///< short names of the branch and its groups
};
Result<HeldActivities> heldActivities(const Reader& reader, const PrintSubject& subject);

/// meeting.* of one activity, on top of `base`.
Result<FormData> activityData(const FormData& base, const HeldActivities& held,
                              const ActivityRecord& record, const QList<ActivityKind>& kinds);

/// Adds the lists meetings and attendance: people × meetings.
Result<void> addAttendance(FormData& data, const HeldActivities& held,
                           const QList<ActivityKind>& kinds);

/// What the register of its kind says of one record: a line for each row of its table, or one
/// where there is none, with from, title, host, recorder, content and the kind's fields.
QList<FormData> registerLines(const ActivityRecord& record, const ActivityKind& kind);

/// Adds a list for each kind that is kept as a register, named as the kind: its registerLines.
Result<void> addRegisters(FormData& data, const HeldActivities& held,
                          const QList<ActivityKind>& kinds);

/// Adds the list posted: what the public is told was held. Kinds that are not for the public
/// (talks, appraisals) are left out by their datum `disclosed`.
void addPosted(FormData& data, const HeldActivities& held, const QList<ActivityKind>& kinds);

} // namespace baolei
