#pragma once
// A year of meetings as counts: one cell a branch, kind and month. Counts add up, so the cell of
// all kinds together and the figures of a period are sums. Pure: from core's matrix rows.

#include "core/plans/queries.h"
#include "ui/base/status.h"

#include <array>
#include <optional>

namespace baolei {

/// What one month saw. A duty belongs to the last month of its period: a quarter's meeting is
/// missing in March, June, September or December. So does what is planned for the whole year.
template <typename N> struct MonthCounts {
    N held = 0; ///< final and not after today
    N drafts = 0;
    N done = 0; ///< duties made good after their period: nothing was held in it
    N missing = 0;
    N begun = 0; ///< of the missing ones: something was held
    N due = 0; ///< to be done by the end of this month
    N exempt = 0;
    N future = 0; ///< owed in a month that is still to come
    N planned = 0; ///< by the branch's own plan, this month or later, and not held yet
    N late = 0; ///< of the plan, not held and its month is over
    template <typename M> MonthCounts& operator+=(const MonthCounts<M>& other);
    bool operator==(const MonthCounts&) const = default;
};
/// Of one branch: a city has a million and a half of them.
using MonthCell = MonthCounts<quint16>;
/// Of many branches.
using MonthSum = MonthCounts<int>;

template <typename N>
template <typename M>
MonthCounts<N>& MonthCounts<N>::operator+=(const MonthCounts<M>& other) {
    const auto add = [](N& number, M more) {
        number = static_cast<N>(qMin<int>(number + more, std::numeric_limits<N>::max()));
    };
    add(held, other.held);
    add(drafts, other.drafts);
    add(done, other.done);
    add(missing, other.missing);
    add(begun, other.begun);
    add(due, other.due);
    add(exempt, other.exempt);
    add(future, other.future);
    add(planned, other.planned);
    add(late, other.late);
    return *this;
}

/// Nothing: neither owed nor held. ◐ where some is there and some is missing or a draft.
std::optional<Status> statusOf(const MonthCell& cell);

struct KindYear {
    std::array<MonthCell, 12> months;
    int have = 0; ///< of what is owed up to now, exemptions left out
    int need = 0;
    KindYear& operator+=(const KindYear& other);
};

/// One KindYear a kind, in the order of TownRules::kinds; of most kinds a branch has nothing in a
/// year, and a city has many branches: those share one.
class KindYears {
public:
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    void resize(qsizetype size) { m_size = int(size); }
    const KindYear& operator[](qsizetype kind) const;
    KindYear& edit(qsizetype kind);

private:
    QList<KindYear> m_some; ///< of the kinds in m_bits
    quint64 m_bits = 0;
    int m_size = 0;
};

struct BranchYear {
    Id<Organisation> organisation;
    QString name;
    QString parent; ///< name of the organisation above
    int rank = 0; ///< of the name among the others, as people sort
    KindYears kinds; ///< none: not read yet
    bool isRead() const { return !kinds.isEmpty(); }
    KindYear all() const;
};

/// Counts of one row of core's matrix; names are left empty.
BranchYear branchYear(const MatrixRow& row, const TownRules& rules, int year, QDate today);

/// Adds what the branch's plan for `year` has open. What was held is taken as what was planned,
/// linked or not; an approved exemption frees from the plan too.
void addPlanned(BranchYear& branch, int kind, const PlannedMonth& planned, int year, QDate today);

/// Sum over the months of `period`; `kind` -1: all kinds.
MonthCell cellOf(const BranchYear& branch, int kind, const Period& period);

/// "已开 1 次，还差 1 次": what the counts say, in words.
QString sentenceOf(const MonthCell& cell);

} // namespace baolei
