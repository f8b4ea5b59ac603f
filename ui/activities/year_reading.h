#pragma once
// Everything that the page shows, read on a thread of its own, the quickest first: the branches and
// the cells of the first of them, what was held in the period, then all cells. What is shown first
// costs the same in a town and in a city.

#include "core/activities/queries.h"
#include "ui/activities/year_cells.h"

namespace baolei {

/// A finding with the names that a table shows.
struct FindingLine {
    Uuid id; ///< made from what it is about, so that it stays the same from reading to reading
    Finding finding;
    QString organisation;
    QString kind; ///< what to record where something is missing; else empty
    int rank = 0; ///< of the organisation among the others, as people sort
};

/// The places of its texts among those of the other lines, as people sort.
struct HeldRanks {
    int title = 0;
    int organisation = 0;
    int kind = 0;
    int place = 0;
};

/// A line of the list with names.
struct HeldLine {
    ActivityLine activity;
    QString organisation;
    QString kind; ///< name
    HeldRanks ranks = {};
};

struct PageQuestion {
    Id<Organisation> scope; ///< null: the whole town
    Period period;
    QDate today;
    bool operator==(const PageQuestion&) const = default;
};

using MonthSums = std::array<MonthSum, 12>;

struct PageAnswer {
    Period period;
    QDate today;
    QList<ActivityKind> kinds;
    QStringList demands; ///< of each kind: how often it is to be held, in words; empty: no rule
    QList<BranchYear> branches; ///< of the period's year; not all of them read before hasCells
    bool isOneBranch = false;
    bool hasCells = false; ///< all cells, and `sums`
    QList<MonthSums> sums; ///< of all branches, by kind
    QList<HeldLine> held; ///< the earliest kMostHeld
    QHash<QString, HeldOverview::Count> heldByKind; ///< of all, by id of the kind
    qsizetype heldCount = 0;
    bool hasHeld = false;
};

/// More lines than this nobody looks through; which month or branch to look at is chosen first.
inline constexpr qsizetype kMostHeld = 60'000;
inline constexpr qsizetype kMostFindings = 20'000;
/// Lines that are read at once, before the rest: more than a screen has.
inline constexpr qsizetype kFirstLines = 64;

/// Answers step by step: `deliver` is given what is known so far, the last time all of it. A group
/// is looked at as the branch that it belongs to, but for the list. `goOn` is asked between
/// branches; false ends with an error that nobody need see.
Result<void> readPage(const Reader& reader, const PageQuestion& question, const GoOn& goOn,
                      const std::function<void(const PageAnswer&)>& deliver,
                      const std::optional<PageAnswer>& known = {});

/// The cells of an answer serve every period of their year: what is known of `period` before
/// anything is read. Given to readPage as `known`, nothing but what was held is read.
PageAnswer answerFor(const PageAnswer& ofTheYear, const Period& period);

/// The cells of some branches, before all are read; names are left empty.
Result<QList<BranchYear>> readCells(const Reader& reader, const PageQuestion& question,
                                    const QList<Id<Organisation>>& branches);

/// Puts them into the places of their branches.
void addCells(PageAnswer& answer, QList<BranchYear>&& cells);

struct PageFindings {
    QList<FindingLine> lines; ///< the most pressing kMostFindings
    qsizetype count = 0; ///< of all
};
Result<PageFindings> readFindings(const Reader& reader, const PageQuestion& question,
                                  const GoOn& goOn);

/// Figures of the line above, `kind` -1: all; of what is known so far.
MonthSum figuresOf(const PageAnswer& answer, int kind);

} // namespace baolei
