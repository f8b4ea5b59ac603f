#pragma once
// A year of meetings as counts: one cell a branch, kind and month. Counts add up, so the cell of
// all kinds together and the figures of a period are sums. Pure: from core's matrix rows.

#include "core/activities/compliance.h"
#include "ui/base/status.h"

#include <array>
#include <optional>

namespace baolei {

/// What one month saw. A duty belongs to the last month of its period: a quarter's meeting is
/// missing in March, June, September or December.
struct MonthCell {
    int held = 0; ///< final and not after today
    int drafts = 0;
    int done = 0; ///< duties made good after their period: nothing was held in it
    int missing = 0;
    int begun = 0; ///< of the missing ones: something was held
    int due = 0; ///< to be done by the end of this month
    int exempt = 0;
    int future = 0; ///< owed in a month that is still to come
    MonthCell& operator+=(const MonthCell& other);
    bool operator==(const MonthCell&) const = default;
};

/// Nothing: neither owed nor held. ◐ where some is there and some is missing or a draft.
std::optional<Status> statusOf(const MonthCell& cell);

struct KindYear {
    std::array<MonthCell, 12> months;
    int have = 0; ///< of what is owed up to now, exemptions left out
    int need = 0;
    KindYear& operator+=(const KindYear& other);
};

struct BranchYear {
    Id<Organisation> organisation;
    QString name;
    QString parent; ///< name of the organisation above
    QList<KindYear> kinds; ///< in the order of TownRules::kinds
    KindYear all() const;
};

/// Counts of one row of core's matrix; names are left empty.
BranchYear branchYear(const MatrixRow& row, const TownRules& rules, int year, QDate today);

/// Sum over the months of `period`; `kind` -1: all kinds.
MonthCell cellOf(const BranchYear& branch, int kind, const Period& period);

/// "已开 1 次，还差 1 次": what the counts say, in words.
QString sentenceOf(const MonthCell& cell);

} // namespace baolei
