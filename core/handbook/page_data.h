#pragma once
// The values that forms show, read from the store: names as in resources/forms/fields.json. Which
// form asks for what is not decided here: a form takes what it binds.

#include "core/activities/compliance.h"
#include "core/activities/queries.h"
#include "core/activities/study.h"
#include "core/forms/form_data.h"
#include "core/plans/queries.h"

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
    QList<Activity> all; ///< final ones, by time; the branch's share of joint ones
    QList<Activity> drafts; ///< the others, in the same way
    QHash<Uuid, QString> names; ///< of everyone who stands in an attendance
    QHash<Id<Organisation>, QString>
        holders; ///< short names of the branch, its groups, and whom it held together with
};
Result<HeldActivities> heldActivities(const Reader& reader, const PrintSubject& subject);

/// meeting.* of one activity, on top of `base`.
Result<FormData> activityData(const FormData& base, const HeldActivities& held,
                              const ActivityRecord& record, const QList<ActivityKind>& kinds);

/// Adds notice.* and the list signing: who is to come, two a row, in 姓氏笔画 order.
Result<void> addMeeting(FormData& data, const Reader& reader, const HeldActivities& held,
                        const ActivityRecord& record, const QList<ActivityKind>& kinds);
/// A planned item as the record that would fulfil it.
ActivityRecord recordOf(const PlanItem& item);

/// Adds vote.* and the lists choices, others, tally and boxes of one vote.
void addVote(FormData& data, const VoteItem& item, const ElectionTerms& terms);

/// branch.* (the organisation itself), period.*, print.*, town.* and the lists townKinds,
/// townBranches and townMeetings: what was held by everything below it.
enum class TownShows { Branches, Meetings }; ///< the meetings themselves, or the hours too
Result<FormData> townData(const Reader& reader, const PrintSubject& subject, TownShows shows);

/// Adds the lists photos, photoPairs and files: what is attached to one activity.
Result<void> addAttachments(FormData& data, const Reader& reader, Id<Activity> activity);

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

/// The year of study that pages of `subject` show: the whole of it for a year, else as far as the
/// period goes.
StudyYear studyYearOf(const PrintSubject& subject);

/// What pages about study need: everybody's year, and who held what.
struct StudyPages {
    StudyOf study;
    QList<ActivityKind> kinds;
    QHash<Id<Organisation>, QString> holders; ///< short names
};
Result<StudyPages> studyPages(const Reader& reader, const PrintSubject& subject);
/// Of one person only; their branch is that of `subject`.
Result<StudyPages> studyPages(const Reader& reader, const PrintSubject& subject, Id<Person> person);

/// Adds the lists months and hours: members × months.
void addHours(FormData& data, const StudyPages& pages);
/// person.* and the list study of one person, on top of `base`.
FormData memberData(const FormData& base, const StudyPages& pages, const PersonStudy& person);

/// The branch's plan for the year of the period, as it stood on the day of `subject`.
Result<QList<PlanLine>> planPages(const Reader& reader, const PrintSubject& subject);
/// Adds the list plan: the whole year.
void addPlan(FormData& data, const QList<PlanLine>& plan);
/// The months of the period for which something is planned.
QList<int> plannedMonths(const QList<PlanLine>& plan, const Period& period);
/// month.text, and the list plan with this month's items only, on top of `base`.
FormData monthData(const FormData& base, const QList<PlanLine>& plan, int month);

} // namespace baolei
