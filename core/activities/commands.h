#pragma once
// Recording what was held. Each is one operation.

#include "core/activities/activity.h"
#include "core/activities/attendance.h"
#include "core/activities/kinds.h"
#include "core/activities/votes.h"
#include "core/people/commands.h"

namespace baolei {

inline constexpr Op kLogActivity{"activity.log", QT_TRANSLATE_NOOP("Op", "记录%1：%2 %3")};
inline constexpr Op kChangeActivity{"activity.change", QT_TRANSLATE_NOOP("Op", "修改%1：%2 %3")};
inline constexpr Op kRemoveActivity{"activity.remove", QT_TRANSLATE_NOOP("Op", "删除%1：%2 %3")};

/// An activity with its values unpacked: what a dialog edits.
struct ActivityRecord {
    Activity activity;
    Attendance attendance;
    Votes votes;
    QHash<QString, QString> details; ///< by field id of the kind
    bool operator==(const ActivityRecord&) const = default;
};

/// Unpacks; a damaged value is an Error.
Result<ActivityRecord> unpack(const Activity& activity);
/// Packs and counts: due, present, voting due and voting present come from the attendance.
Activity pack(const ActivityRecord& record);

/// What is missing or odd: fields that the kind asks for; an end before the beginning; attendees
/// twice. Only what the store cannot hold is refused; `isRefused` is for drafts too.
QList<FieldProblem> checkActivity(const ActivityRecord& record, const ActivityKind& kind);

/// What belongs into the same operation in tables that this folder does not know; called when the
/// activity is written, or before it is removed.
using AlongWith = std::function<Result<void>(Session&, const Activity&)>;

/// One after the other; the first that fails ends it.
AlongWith inTurn(QList<AlongWith> steps);

/// Adds or changes one activity. Refuses what checkActivity refuses, a final record that lacks what
/// its kind asks for, and an attendee who had left the books before that day (rulebook 10.3).
Result<Activity> saveActivity(Store& store, ActivityRecord record, const AlongWith& also = {});
Result<void> removeActivity(Store& store, Id<Activity> id, const AlongWith& also = {});

/// The record that a JSON object describes: kind (id or name), organisation, joint [..], title,
/// from, to, place, host, delegation, recorder, agenda [..], content, resolution, state,
/// absent [{name, mark, reason, made_up_on}], observers [..], present [..] for who is chosen,
/// votes [{title, kind, due, present, for, against, abstain, written, secret, passed; for elections
/// seats, differential, ballots_out, ballots_back, ballots_void, choices [{name, votes,
/// elected}]}], details {..}. Everyone expected is present but for those named. Refuses names that
/// fit nobody or several, and words that it does not know.
Result<ActivityRecord> activityFromJson(const Reader& reader, const QByteArray& json);

} // namespace baolei
