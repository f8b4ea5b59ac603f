#pragma once
// Kinds of activity (党员大会, 主题党日 …) as data: resources/rules/activities.json, and further
// files rules/*-activities.json in the user's data folder. What a town adds in the window is kept in
// its store: own_kinds.h.

#include "core/base/result.h"
#include "core/rules/rule.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

namespace baolei {

/// Who is expected to be there. None: nobody is counted (an inspection, a list of opinions).
enum class Attends { Members, Committee, Group, Chosen, None };
/// Who may hold it: branches (党小组会 their groups), or committees above them too.
enum class HeldBy { Branches, Any };
/// When a meeting is valid.
enum class Quorum { None, HalfOfDue, HalfOfVoting };
/// What may be voted on there.
enum class Voting { None, Ordinary, Any };
/// People: several names. Rows: a table, see field_rows.h.
enum class FieldType { Text, Lines, Number, Date, Person, Choice, People, Rows };

/// What a table among the fields has in each row.
struct FieldColumn {
    QString id;
    QString title;
    bool operator==(const FieldColumn&) const = default;
};

/// What a kind records beside the columns that every activity has.
struct ActivityField {
    QString id;
    QString title;
    FieldType type = FieldType::Text;
    bool required = false;
    QStringList options; ///< of a choice
    QList<FieldColumn> columns; ///< of rows
    bool operator==(const ActivityField&) const = default;
};

/// What having been there is worth in hours of study (学时); see study_terms.h.
struct StudyWorth {
    enum class By { Nothing, Hour, Day };
    QString field; ///< the number field that says the hours, where it is filled in
    By otherwise = By::Nothing; ///< by the clock or by days, where no field says it
    QString less; ///< a number field whose hours are no study, such as 志愿服务
    bool isStudy() const { return !field.isEmpty() || otherwise != By::Nothing; }
    bool operator==(const StudyWorth&) const = default;
};

struct ActivityKind {
    QString id; ///< branch-meeting
    QString name; ///< 党员大会
    QString shortName; ///< 大会
    QString symbol; ///< one character for the matrix
    QString cadence; ///< id of the frequency rule; empty: held when there is occasion
    QString day; ///< first-friday: held on that day of the month, else the field `moved` says why
    Attends attends = Attends::Members;
    HeldBy heldBy = HeldBy::Branches;
    Quorum quorum = Quorum::None;
    Voting voting = Voting::None;
    QStringList required; ///< of the common columns, see commonFields()
    QList<ActivityField> fields;
    QString form; ///< p10; record where a kind has none of its own
    bool isRegister = false; ///< the form lists all of a period, a line each or a line a row
    StudyWorth hours; ///< most kinds are no study
    QString points; ///< which hook of the points scheme: attendance, appraisal, none
    bool isDisclosed = false; ///< stands on the monthly sheet for the public; talks never do
    bool isRetired = false; ///< no longer offered for new records; what was held keeps its name
    RuleSource source;
    bool operator==(const ActivityKind&) const = default;
};

/// Names that `required` may hold: date, from, to, place, host, recorder, title, agenda, content,
/// resolution, attendance, votes.
const QStringList& commonFields();

/// One file; refuses unknown keys and words, and says file, kind and reason.
Result<QList<ActivityKind>> parseKinds(const QByteArray& json, const QString& file);

/// A kind as one of such a file; read again it is the same.
QJsonObject jsonOf(const ActivityKind& kind);

/// All kinds of the files, the shipped ones first; refuses an id that occurs twice. With those that
/// a town has made in the window: townKinds() in own_kinds.h.
Result<QList<ActivityKind>> loadKinds();

/// The kind with this id; null where there is none.
const ActivityKind* kindWithId(const QList<ActivityKind>& kinds, const QString& id);

/// The kind that a person calls so: by id, name or short name; null where there is none.
const ActivityKind* kindCalled(const QList<ActivityKind>& kinds, const QString& word);

/// What is offered for a new record: none that is retired, but for those that it has already.
QList<ActivityKind> offeredKinds(QList<ActivityKind> kinds, const QStringList& chosen = {});

/// The field of this name; null where the kind has none.
const ActivityField* fieldWithId(const ActivityKind& kind, const QString& id);

/// Several kinds served by one meeting, as if they were one: the fields of all, what any of them
/// requires, the strictest quorum; name and short name of all. Ids that are not known are left out.
ActivityKind combinedKind(const QList<ActivityKind>& kinds, const QStringList& ids);

/// What lists call the kinds that a meeting served: 党员大会、党课; ids that are not known as they
/// are. Made once for many lines.
class KindNames {
public:
    explicit KindNames(const QList<ActivityKind>& kinds);
    QString of(const QString& kind, const QString& also);

private:
    QHash<QString, QString> m_names; ///< by id, and by ids with a space between
};

/// Whether one meeting may serve both: the same people are expected, and the same may hold it.
bool canServeBoth(const ActivityKind& one, const ActivityKind& other);

/// The day of the month of `day` on which the kind is to be held; null: any.
QDate regularDay(const ActivityKind& kind, QDate day);

/// The ids of `kinds`, as the loader of the rules wants them.
QStringList idsOf(const QList<ActivityKind>& kinds);

/// Refuses a kind whose cadence is no frequency rule of the book for that very kind.
Result<void> checkCadences(const QList<ActivityKind>& kinds, const RuleBook& book);

} // namespace baolei
