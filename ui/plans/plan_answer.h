#pragma once
// What the page shows, read on a thread: the items of one branch, or how far each branch has come.

#include "core/plans/queries.h"

namespace baolei {

struct PlanQuestion {
    Id<Organisation> scope; ///< null: the whole town
    int year = 0;
    QDate today;
};

/// An item as a table shows it.
struct PlanRow {
    PlanLine line;
    QString kind; ///< name; of other work empty
};

/// A branch; without items it has no plan yet.
struct PlanBranchRow {
    Id<Organisation> branch;
    QString name;
    PlanFigures figures;
};

struct PlanAnswer {
    Id<Organisation> branch; ///< whose items these are; null: `branches` are shown
    QString branchName;
    QList<PlanRow> items;
    int candidates = 0; ///< items that something already held may have fulfilled
    QList<PlanBranchRow> branches; ///< of the scope; also the one branch
    QList<ActivityKind> kinds;
    bool isOneBranch() const { return !branch.isNull(); }
    PlanFigures sum() const;
    int without() const; ///< branches that have no plan
};

/// A group is looked at as the branch that it belongs to.
Result<PlanAnswer> readPlanPage(const Reader& reader, const PlanQuestion& question);

} // namespace baolei
