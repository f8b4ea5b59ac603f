#pragma once
// What a person at the desk can do to organisations and people. Each is one operation.

#include "core/people/post.h"
#include "core/people/term.h"
#include "core/store/store.h"

namespace baolei {

inline constexpr Op kAddOrganisation{"organisation.add", QT_TRANSLATE_NOOP("Op", "添加党组织：%1")};
inline constexpr Op kChangeOrganisation{"organisation.change",
                                        QT_TRANSLATE_NOOP("Op", "修改党组织：%1")};
inline constexpr Op kDissolveOrganisation{"organisation.dissolve",
                                          QT_TRANSLATE_NOOP("Op", "撤销党组织：%1")};
inline constexpr Op kRemoveOrganisation{"organisation.remove",
                                        QT_TRANSLATE_NOOP("Op", "删除党组织：%1")};
inline constexpr Op kAddPerson{"person.add", QT_TRANSLATE_NOOP("Op", "添加党员：%1")};
inline constexpr Op kChangePerson{"person.change", QT_TRANSLATE_NOOP("Op", "修改党员：%1")};
inline constexpr Op kRemovePerson{"person.remove", QT_TRANSLATE_NOOP("Op", "删除党员：%1")};
inline constexpr Op kAppoint{"post.appoint", QT_TRANSLATE_NOOP("Op", "任职：%1 %2")};
inline constexpr Op kEndPost{"post.end", QT_TRANSLATE_NOOP("Op", "免职：%1 %2")};
inline constexpr Op kMove{"person.move", QT_TRANSLATE_NOOP("Op", "转移组织关系：%1 → %2")};
inline constexpr Op kGroup{"person.group", QT_TRANSLATE_NOOP("Op", "编入党小组：%1 %2 人")};
inline constexpr Op kLeave{"person.leave", QT_TRANSLATE_NOOP("Op", "%2：%1")};
inline constexpr Op kArrive{"person.arrive", QT_TRANSLATE_NOOP("Op", "%2：%1")};

/// Adds an organisation (a null id is given one). Refuses an empty name, a name that stands
/// already under the same parent, and a tree that would bite its tail.
Result<Organisation> saveOrganisation(Store& store, Organisation organisation);
/// The same with an extension of its term, in one operation; one that has no day is taken away.
/// Refuses a day that is not after the end of the term, unless the extension is as it was.
Result<Organisation> saveOrganisation(Store& store, Organisation organisation,
                                      TermExtension extension);
/// Takes it off the tree from a day on; its records stay. Refused while people or organisations
/// belong to it.
Result<void> dissolveOrganisation(Store& store, Id<Organisation> id, PartialDate on);
/// Refused while people or organisations belong to it.
Result<void> removeOrganisation(Store& store, Id<Organisation> id);

/// One thing that is wrong, or odd, about a field of a record.
struct FieldProblem {
    QByteArray column;
    QString message;
    bool isRefused = false; ///< cannot be saved; otherwise a warning
};

/// The texts of a record that are longer than their columns take. Session refuses them in any case;
/// a form says so at the field.
template <typename T> QList<FieldProblem> tooLongTexts(const T& record) {
    QList<FieldProblem> problems;
    for (const Column& column : tableOf<T>().columns())
        if (const Value value = column.read(&record); isTooLong(column, value))
            problems.append({column.name, tooLongText(column, value), true});
    return problems;
}

/// Checks a person against rulebook 10.3 and the 细则: name; ID number against birth and sex
/// (warnings: the archive decides); joined at 18 or later (art. 5); full member a year or more
/// after joining (art. 31). `today` for dates in the future.
QList<FieldProblem> checkPerson(const Person& person, QDate today);

/// Adds or changes a person. Refuses what checkPerson refuses, and an ID number that somebody
/// else has.
Result<Person> savePerson(Store& store, Person person);
Result<void> removePerson(Store& store, Id<Person> id);

/// Who belongs to which group.
struct GroupPlace {
    Id<Person> person;
    Id<Organisation> group; ///< null: none
};
/// Puts members of one branch into its groups. Refuses a group of another branch.
Result<void> assignGroups(Store& store, Id<Organisation> branch, const QList<GroupPlace>& places);

/// Gives a person a post. One open post of a kind per person and organisation.
Result<Post> appoint(Store& store, Post post);
Result<void> endPost(Store& store, Id<Post> id, PartialDate until);

/// Moves a person to another branch of this store: a departure there, an arrival here.
Result<void> movePerson(Store& store, Id<Person> id, Id<Organisation> to, PartialDate on,
                        const QString& basis);
/// Takes a person off the books: kind of code table leave_kind, where to, on what basis. Open posts
/// end on that day. The person's record and history stay.
Result<void> leaveBranch(Store& store, Id<Person> id, const QString& kind, PartialDate on,
                         const QString& to, const QString& basis);
/// Takes a person (back) on the books of a branch: kind of code table join_kind.
Result<void> arriveAtBranch(Store& store, Id<Person> id, Id<Organisation> branch,
                            const QString& kind, PartialDate on, const QString& from,
                            const QString& basis);

} // namespace baolei
