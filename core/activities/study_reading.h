#pragma once
// How study.h reads: what all branches need, and one branch (or person) after another.

#include "core/activities/activity.h"
#include "core/activities/study.h"

namespace baolei {

/// What was held, with everybody's mark.
struct HeldStudy {
    StudyActivity activity;
    Attendance attendance;
};
/// Each once, however many held it together.
using HeldStudies = QHash<Id<Activity>, HeldStudy>;

/// Read once for a pass, then only looked at, also by several threads.
struct StudyTown {
    StudyTerms terms;
    StudyYear year;
    bool isHoursOnly = false; ///< what is no study, and the order of names, may be left out
    QList<Organisation> branches = {};
    Id<Organisation> group = {}; ///< only its people; null: everybody of the branch
    QMultiHash<Uuid, Id<Activity>> joined = {}; ///< activities, by who joined them
    HeldStudies above = {}; ///< held by committees, for people from below
    QMultiHash<Uuid, Id<Activity>> seenAbove = {}; ///< of those, by who has a mark there
    Result<void> load(const Reader& reader);
};

class StudyReading {
public:
    StudyReading(const Reader& reader, const StudyTown& town);
    /// Members of the branch on the last day, without what they attended.
    Result<QList<PersonStudy>> membersOf(Id<Organisation> branch) const;
    Result<PersonStudy> person(const Person& person) const;
    /// The branch, and those that `people` came from in that year or since.
    Result<QList<Id<Organisation>>> branchesOf(Id<Organisation> branch,
                                               const QList<PersonStudy>& people) const;
    /// What was held by these branches, their groups and those whose activity they joined.
    Result<HeldStudies> heldBy(const QList<Id<Organisation>>& branches) const;
    /// What was held by those who hold no members of their own.
    Result<HeldStudies> heldAbove() const;
    /// Activities by the organisations that joined them.
    Result<QMultiHash<Uuid, Id<Activity>>> joined() const;

private:
    Result<void> collect(HeldStudies& held, const QByteArray& which, const Binds& binds) const;
    Result<void> collectOf(HeldStudies& held, Id<Organisation> holder) const;
    Result<void> readSeats(Id<Organisation> branch, QList<PersonStudy>& people) const;
    void setTarget(PersonStudy& person) const;

    const Reader& m_reader;
    const StudyTown& m_town;
    Binds m_days;
};

/// The members of one branch with their year.
Result<StudyOf> readStudy(const Reader& reader, const StudyTown& town, Id<Organisation> branch);

} // namespace baolei
