#pragma once
// Kinds of activity (党员大会, 主题党日 …) as data: resources/rules/activities.json, and further
// files rules/*-activities.json in the user's data folder for the kinds that a town adds.

#include "core/base/result.h"
#include "core/rules/rule.h"

#include <QStringList>

namespace baolei {

/// Who is expected to be there.
enum class Attends { Members, Committee, Group, Chosen };
/// When a meeting is valid.
enum class Quorum { None, HalfOfDue, HalfOfVoting };
/// What may be voted on there.
enum class Voting { None, Ordinary, Any };
enum class FieldType { Text, Lines, Number, Date, Person };

/// What a kind records beside the columns that every activity has.
struct ActivityField {
    QString id;
    QString title;
    FieldType type = FieldType::Text;
    bool required = false;
    bool operator==(const ActivityField&) const = default;
};

struct ActivityKind {
    QString id; ///< branch-meeting
    QString name; ///< 党员大会
    QString shortName; ///< 大会
    QString symbol; ///< one character for the matrix
    QString cadence; ///< id of the frequency rule; empty: held when there is occasion
    Attends attends = Attends::Members;
    Quorum quorum = Quorum::None;
    Voting voting = Voting::None;
    QStringList required; ///< of the common columns, see commonFields()
    QList<ActivityField> fields;
    QString form; ///< p10; record where a kind has none of its own
    QString points; ///< which hook of the points scheme: attendance, appraisal, none
    bool isDisclosed = false; ///< stands on the monthly sheet for the public; talks never do
    RuleSource source;
    bool operator==(const ActivityKind&) const = default;
};

/// Names that `required` may hold: date, from, to, place, host, recorder, title, agenda, content,
/// resolution, attendance, votes.
const QStringList& commonFields();

/// One file; refuses unknown keys and words, and says file, kind and reason.
Result<QList<ActivityKind>> parseKinds(const QByteArray& json, const QString& file);

/// All kinds, the shipped ones first; refuses an id that occurs twice.
Result<QList<ActivityKind>> loadKinds();

/// The kind with this id; null where there is none.
const ActivityKind* kindWithId(const QList<ActivityKind>& kinds, const QString& id);

/// The kind that a person calls so: by id, name or short name; null where there is none.
const ActivityKind* kindCalled(const QList<ActivityKind>& kinds, const QString& word);

/// The ids of `kinds`, as the loader of the rules wants them.
QStringList idsOf(const QList<ActivityKind>& kinds);

/// Refuses a kind whose cadence is no frequency rule of the book for that very kind.
Result<void> checkCadences(const QList<ActivityKind>& kinds, const RuleBook& book);

} // namespace baolei
