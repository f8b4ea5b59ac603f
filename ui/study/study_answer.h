#pragma once
// What the page shows, read on a thread: a line for each branch, and for each person as long as
// there are not too many to be looked at.

#include "core/activities/study.h"
#include "ui/base/background.h"

namespace baolei {

struct StudyQuestion {
    Id<Organisation> scope; ///< null: the whole town
    StudyYear year;
};

struct StudyPersonLine {
    PersonStudy person; ///< without marks
    QString branch; ///< short name
};

struct StudyBranchLine {
    Id<Organisation> branch;
    QString name;
    int people = 0;
    int reached = 0;
    int lacking = 0;
    int exempt = 0;
    StudyHours sum;
    StudyHours average() const;
};

struct StudyAnswer {
    StudyTarget members;
    StudyTarget seats;
    QString conversion; ///< where the conversion comes from
    QList<StudyBranchLine> branches;
    QList<StudyPersonLine> people; ///< the first kMostPeople
    qint64 reached = 0;
    qint64 lacking = 0;
    qint64 exempt = 0;
    qint64 everybody() const { return reached + lacking + exempt; }
};

inline constexpr qsizetype kMostStudyPeople = 20'000;

/// `goOn` is told of every branch; false ends it with Progress::stopped().
Result<StudyAnswer> readStudyPage(const Reader& reader, const StudyQuestion& question,
                                  const std::function<bool(qint64 done, qint64 total)>& goOn);

/// One person's year, with the names that go with it.
struct PersonYear {
    StudyOf study; ///< nobody, where the person is not there any more
    QString branch;
    QHash<Id<Organisation>, QString> holders;
    QHash<QString, QString> kinds; ///< names by id
};
Result<PersonYear> readPersonYear(const Reader& reader, Id<Person> person, const StudyYear& year);

} // namespace baolei
