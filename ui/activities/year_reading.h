#pragma once
// Everything that the page shows, read on a thread of its own: the year by branch, what `check`
// finds, and what was held in the period.

#include "core/activities/queries.h"
#include "ui/activities/year_cells.h"

namespace baolei {

/// A finding with the names that a table shows.
struct FindingLine {
    Uuid id; ///< made from what it is about, so that it stays the same from reading to reading
    Finding finding;
    QString organisation;
    QString kind; ///< what to record where something is missing; else empty
};

/// A line of the list with names.
struct HeldLine {
    ActivityLine activity;
    QString organisation;
    QString kind; ///< name
};

struct PageQuestion {
    Id<Organisation> scope; ///< null: the whole town
    Period period;
    QDate today;
    bool wantsFindings = false; ///< costs as much again as the rest
    bool operator==(const PageQuestion&) const = default;
};

struct PageAnswer {
    Period period;
    QDate today;
    QList<ActivityKind> kinds;
    QStringList demands; ///< of each kind: how often it is to be held, in words; empty: no rule
    QList<BranchYear> branches; ///< of the period's year
    bool isOneBranch = false;
    QList<HeldLine> held;
    QList<FindingLine> findings; ///< if they were wanted
    bool hasFindings = false;
};

/// A group is looked at as the branch that it belongs to, but for the list. Asks `goOn` between
/// branches; false ends with an error that nobody need see.
Result<PageAnswer> readPage(const Reader& reader, const PageQuestion& question,
                            const std::function<bool()>& goOn);

/// Figures of the line above, `kind` -1: all.
MonthCell figuresOf(const PageAnswer& answer, int kind);

} // namespace baolei
