#pragma once
// 学时 and 组织生活 of a year, person by person: what each was expected at, attended, missed and
// made up for, and the hours of study that came of it.
//
// A person's year is found through what was held by their branch, its groups, those whose activity
// it joined, the branches that they came from in that year, and the committees above. Each activity
// counts once; drafts and what is still to come do not count. What was missed and made up for
// counts in the year of the activity, as the duty was that year's, also where it was made up after
// New Year.

#include "core/activities/activity.h"
#include "core/activities/study_terms.h"

namespace baolei {

/// A year as seen on a day: people, posts and activities as on its last day, or on `today`.
struct StudyYear {
    int year = 0;
    QDate today;
    QDate first() const { return {year, 1, 1}; }
    QDate asOf() const { return qMin(QDate(year, 12, 31), today); }
};

struct StudyActivity {
    Id<Activity> id;
    QString kind; ///< id
    Id<Organisation> holder;
    QString title;
    QDateTime from; ///< the clock on the wall, see wallTimeIn
    QDateTime to;
    std::optional<StudyHours> worth; ///< nothing: it is study, and nobody wrote down when it ended
};

struct StudyMark {
    int activity = 0; ///< index in StudyOf::activities
    Mark mark = Mark::Present;
    StudyHours hours; ///< 0 for who was not there, and for what is no study
    QDate madeUpOn;
    QString reason;
};

enum class StudyState { Reached, Short, Exempt };

struct PersonStudy {
    Id<Person> id;
    QString name;
    bool isMember = false;
    bool holdsSeat = false; ///< secretary or committee member on the last day
    bool isExempt = false; ///< 免作要求 (教管条例第23条): need not reach anything
    PartialDate joinedOn;
    StudyHours target; ///< 0: nothing is asked
    StudyHours hours;
    std::array<StudyHours, 12> months; ///< by the day of the activity
    int due = 0; ///< times that they were 应到; without talks and others that choose people
    int present = 0;
    int madeUp = 0;
    int missed = 0; ///< on leave or absent, and not made up for
    QList<StudyMark> marks; ///< by time
    StudyState state() const;
    StudyHours lacking() const; ///< 0 where nothing is
};

/// The people of a branch, or one person, with what was held.
struct StudyOf {
    Id<Organisation> branch;
    QList<StudyActivity> activities; ///< by time; only those at which one of them has a mark
    QList<PersonStudy> people; ///< members, in 姓氏笔画 order
    int count(StudyState state) const;
    StudyHours sum() const;
};

/// The members of one branch (or group) on the last day.
Result<StudyOf> studyOfBranch(const Reader& reader, const StudyTerms& terms,
                              Id<Organisation> branch, const StudyYear& year);

/// One person, member or not, also one who has left.
Result<StudyOf> studyOfPerson(const Reader& reader, const StudyTerms& terms, Id<Person> person,
                              const StudyYear& year);

struct StudyTown; ///< what was read once

/// Branch after branch: what all of them need is read once, so that nobody holds a whole city.
class StudyPass {
public:
    /// Over the branches of `scope` (null: all) that there were on the last day.
    static Result<StudyPass> over(const Reader& reader, const StudyTerms& terms,
                                  Id<Organisation> scope, const StudyYear& year);
    const QList<Organisation>& branches() const;
    /// May be called on several threads, each with a reader of its own.
    Result<StudyOf> read(const Reader& reader, qsizetype branch) const;

private:
    explicit StudyPass(std::shared_ptr<const StudyTown> town)
        : m_town(std::move(town)) { }
    std::shared_ptr<const StudyTown> m_town;
};

/// Calls `take` on this thread for branch after branch, read on several; false stops.
Result<void> forEachStudy(const Reader& reader, const StudyPass& pass,
                          const std::function<bool(const Organisation&, StudyOf&&)>& take,
                          int threads = usefulThreads());

} // namespace baolei
