#pragma once
// What is known before anybody types: who is expected, who usually presides and where, what the
// last meeting of the kind was. All of it is of one branch.

#include "core/activities/queries.h"
#include "core/names/name_keys.h"
#include "core/people/organisation_tree.h"

namespace baolei {

/// Somebody of the branch who may be marked.
struct RecordPerson {
    QString name;
    NameKeys keys;
    Expected expected;
    bool isExpected = false; ///< else only as 列席
    QString branch = {}; ///< where several hold it together
};

struct RecordHolders {
    Organisation holder; ///< the branch, or the group for kinds that groups hold
    Id<Organisation> branch; ///< the holder itself, or the branch whose group it is
    QList<OrganisationNode> joint; ///< further branches
};

struct RecordSource {
    ActivityKind kind;
    RecordHolders holders;
    QList<RecordPerson> people; ///< those expected first, by branch, in 姓氏笔画 order
    QStringList hosts; ///< who holds a seat, the secretary first
    QStringList places; ///< the last one first
    std::optional<Activity> last; ///< newest final record of the kind

    const RecordPerson* find(const Uuid& person) const;
    /// The one of this name; null for nobody and for several.
    const RecordPerson* named(const QString& name) const;
};

Result<RecordSource> recordSource(const Reader& reader, const ActivityKind& kind,
                                  const RecordHolders& holders, QDate day);

/// Names of attendees whom `source` does not know: they are no longer in the branch.
Result<QHash<Uuid, QString>> namesOutside(const Reader& reader, const RecordSource& source,
                                          const Attendance& attendance);

/// 2026年11月党员大会
QString usualTitle(const ActivityKind& kind, QDate day);

/// A record with everything filled in that is known; everyone expected is present. Who presided the
/// last time does again while he is in the branch; else the secretary.
ActivityRecord newRecord(const RecordSource& source, QDate day);

/// Who is expected by `source`, with the marks and reasons that people had in `before`. People who
/// had been added as observers or chosen stay.
Attendance attendanceFor(const RecordSource& source, const Attendance& before);

/// Fills what is empty in `record` with what the last meeting had; attendance and votes are of
/// their day and stay.
ActivityRecord withLast(ActivityRecord record, const Activity& last);

/// Items of the agendas of the last two years, the most frequent first.
Result<QStringList> usualTopics(const Reader& reader, const ActivityKind& kind,
                                Id<Organisation> holder, QDate day);

} // namespace baolei
