#pragma once
// Questions about plans: a branch's year with the state of each item, which activity may have
// fulfilled what, and counts for many branches.

#include "core/activities/compliance.h"
#include "core/base/period.h"
#include "core/plans/plan_item.h"

namespace baolei {

/// The items of a branch and year: by month, those of the whole year last.
Result<QList<PlanItem>> planItems(const Reader& reader, Id<Organisation> branch, int year);

/// An item as it stands on a day.
struct PlanLine {
    PlanItem item;
    PlanState state = PlanState::Planned;
    QDate doneOn; ///< null: not done
    QString activityTitle; ///< of what it is linked to, a draft too
    bool isDraft = false; ///< linked to a record that is not final: not done yet
};
/// planItems() with their states; an approved exemption is asked of the rules.
Result<QList<PlanLine>> planOf(const Reader& reader, const TownRules& rules,
                               Id<Organisation> branch, int year, QDate today);

/// An activity that may have fulfilled an item.
struct PlanCandidate {
    Id<PlanItem> item;
    Id<Activity> activity;
    QDate day;
    QString title;
    QString holder; ///< short name: the branch or one of its groups
};
/// What may be linked: same branch (its groups and what it joined), kind and month, final, and
/// linked to no item of the branch and kind; one activity for one item of each kind that it served.
/// Nothing is linked by asking.
Result<QList<PlanCandidate>> planCandidates(const Reader& reader, Id<Organisation> branch, int year,
                                            QDate today);
/// Everything that could be linked to `item` by hand: of its kind (other work: of every kind), in
/// its year, linked to nothing else of the branch; those of its month first.
Result<QList<PlanCandidate>> planCandidatesFor(const Reader& reader, const PlanItem& item,
                                               QDate today);

/// Items of a kind in a month, where some are open.
struct PlannedMonth {
    Id<Organisation> organisation;
    QString kind;
    int month = 0; ///< 0: some time in the year
    int planned = 0; ///< done ones too
    int open = 0;
};
/// Of `scope` and below (null: all). One question, answered from one index.
Result<void> forEachPlannedMonth(const Reader& reader, Id<Organisation> scope, int year,
                                 const std::function<void(const PlannedMonth&)>& each);

/// A branch's plan in numbers.
struct PlanFigures {
    int items = 0;
    int done = 0;
    int due = 0; ///< to be done by the end of this month
    int late = 0;
    PlanFigures& operator+=(const PlanFigures& other);
};
/// Of the branches of `scope` (null: all) that have a plan. Exemptions are not looked at.
Result<QHash<Id<Organisation>, PlanFigures>>
planFigures(const Reader& reader, Id<Organisation> scope, int year, QDate today);

} // namespace baolei
