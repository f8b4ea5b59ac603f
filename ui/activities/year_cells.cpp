#include "ui/activities/year_cells.h"

#include <QCoreApplication>
#include <QSet>
#include <QVarLengthArray>
#include <algorithm>
#include <bit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(YearCells)
};

int monthIndex(QDate day) {
    return day.month() - 1;
}

qsizetype kindOf(const Rule& rule, const QList<ActivityKind>& kinds) {
    for (qsizetype i = 0; i < kinds.size(); ++i)
        if (!rule.activities.isEmpty() && kinds[i].id == rule.activities.first()) return i;
    return -1;
}

// What was held stands in its own month.
bool wasHeldIn(const KindYear& kind, const Period& period) {
    const QList<Period> months = period.split(Period::Unit::Month);
    return std::any_of(months.begin(), months.end(), [&kind](const Period& month) {
        return kind.months[size_t(month.number - 1)].held > 0;
    });
}

void addDuty(KindYear& kind, const Obligation& duty, QDate today) {
    MonthCell& cell = kind.months[size_t(monthIndex(duty.period.last()))];
    switch (duty.state) {
    case ObligationState::Done:
        if (!wasHeldIn(kind, duty.period)) ++cell.done; // made good in the days of grace
        break;
    case ObligationState::Missing:
        ++cell.missing;
        if (duty.have > 0) ++cell.begun;
        break;
    case ObligationState::Due: {
        const Period month = Period::containing(duty.period.last(), Period::Unit::Month);
        ++(month.first() > today ? cell.future : cell.due);
        break;
    }
    case ObligationState::Exempt:
        ++cell.exempt;
        return; // asks for nothing
    }
    kind.need += duty.need;
    kind.have += qMin(duty.have, duty.need);
}

void addHeld(BranchYear& branch, const MatrixRow& row, const TownRules& rules, QDate today) {
    QVarLengthArray<quint64, 64> bits; // of the kinds: asked once, not once an activity
    for (const ActivityKind& kind : rules.kinds)
        bits.append(rules.book.kindBit(kind.id));
    for (const ActivityFacts& each : row.activities) {
        const QDate day = dayOf(each.row[ActivityFact::Date]);
        if (!day.isValid()) continue;
        for (qsizetype i = 0; i < bits.size(); ++i) {
            if (!(each.kinds & bits[i])) continue;
            MonthCell& cell = branch.kinds.edit(i).months[size_t(monthIndex(day))];
            if (each.row[ActivityFact::Final] == 0)
                ++cell.drafts;
            else
                ++(day > today ? cell.future : cell.held);
        }
    }
}

// Core tells what has begun to be owed; what the same rules will ask later in the year follows.
void addFuture(BranchYear& branch, const MatrixRow& row, const QSet<const Rule*>& owed,
               const TownRules& rules, int year, QDate today) {
    for (const Rule* rule : owed)
        for (const Period& period : Period::ofYear(year).split(rule->per)) {
            if (period.first() <= today) continue;
            KindYear& kind = branch.kinds.edit(kindOf(*rule, rules.kinds));
            MonthCell& cell = kind.months[size_t(monthIndex(period.last()))];
            const bool isFree = isExempt(row.exemptions, *rule, period.first(), period.last());
            ++(isFree ? cell.exempt : cell.future);
        }
}
}

std::optional<Status> statusOf(const MonthCell& cell) {
    const bool hasSome = cell.held + cell.drafts + cell.done + cell.begun > 0;
    if (cell.missing > 0) return hasSome ? Status::Incomplete : Status::Missing;
    if (cell.drafts > 0) return Status::Incomplete;
    if (cell.due > 0) return Status::Due;
    if (cell.late > 0) return Status::Late;
    if (cell.held + cell.done > 0 && cell.planned == 0) return Status::Done;
    if (cell.exempt > 0) return Status::Exempt;
    if (cell.planned > 0) return Status::Planned;
    if (cell.future > 0) return Status::Future;
    return std::nullopt;
}

KindYear& KindYear::operator+=(const KindYear& other) {
    for (size_t month = 0; month < months.size(); ++month)
        months[month] += other.months[month];
    have += other.have;
    need += other.need;
    return *this;
}

const KindYear& KindYears::operator[](qsizetype kind) const {
    static const KindYear kNothing;
    const quint64 bit = quint64(1) << kind;
    return (m_bits & bit) ? m_some[std::popcount(m_bits & (bit - 1))] : kNothing;
}

KindYear& KindYears::edit(qsizetype kind) {
    const quint64 bit = quint64(1) << kind;
    const int place = std::popcount(m_bits & (bit - 1));
    if (!(m_bits & bit)) m_some.insert(place, KindYear());
    m_bits |= bit;
    return m_some[place];
}

KindYear BranchYear::all() const {
    KindYear sum;
    for (qsizetype kind = 0; kind < kinds.size(); ++kind)
        sum += kinds[kind];
    return sum;
}

BranchYear branchYear(const MatrixRow& row, const TownRules& rules, int year, QDate today) {
    BranchYear branch;
    branch.organisation = row.organisation;
    branch.kinds.resize(rules.kinds.size());
    addHeld(branch, row, rules, today);
    QSet<const Rule*> owed;
    for (const Obligation& duty : row.obligations) {
        const qsizetype kind = kindOf(*duty.rule, rules.kinds);
        if (kind < 0) continue;
        addDuty(branch.kinds.edit(kind), duty, today);
        owed.insert(duty.rule);
    }
    addFuture(branch, row, owed, rules, year, today);
    return branch;
}

void addPlanned(BranchYear& branch, int kind, const PlannedMonth& planned, int year, QDate today) {
    const int month = planned.month == 0 ? 12 : planned.month;
    const KindYear& seen = branch.kinds[kind];
    int held = 0;
    for (int i = planned.month == 0 ? 1 : month; i <= month; ++i)
        held += seen.months[size_t(i - 1)].held;
    const int open = qMin(planned.open, planned.planned - held);
    if (open <= 0 || seen.months[size_t(month - 1)].exempt > 0) return;
    MonthCell& cell = branch.kinds.edit(kind).months[size_t(month - 1)];
    const bool isOver = Period::ofMonth(year, month).last() < today;
    (isOver ? cell.late : cell.planned) += quint16(open);
}

MonthCell cellOf(const BranchYear& branch, int kind, const Period& period) {
    MonthCell sum;
    for (int month = period.first().month(); month <= period.last().month(); ++month) {
        for (qsizetype i = 0; i < branch.kinds.size(); ++i)
            if (kind < 0 || i == kind) sum += branch.kinds[i].months[size_t(month - 1)];
    }
    return sum;
}

QString sentenceOf(const MonthCell& cell) {
    QStringList parts;
    if (cell.held > 0) parts.append(Text::tr("已开 %1 次").arg(cell.held));
    if (cell.held == 0 && cell.done > 0) parts.append(Text::tr("本期已经完成"));
    if (cell.drafts > 0) parts.append(Text::tr("草稿 %1 份").arg(cell.drafts));
    if (cell.missing > 0) parts.append(Text::tr("应开未开 %1 项").arg(cell.missing));
    if (cell.due > 0) parts.append(Text::tr("月底前还要开 %1 项").arg(cell.due));
    if (cell.exempt > 0) parts.append(Text::tr("已批准免 %1 项").arg(cell.exempt));
    if (cell.future > 0) parts.append(Text::tr("以后要开 %1 项").arg(cell.future));
    if (cell.planned > 0) parts.append(Text::tr("计划要办 %1 项").arg(cell.planned));
    if (cell.late > 0) parts.append(Text::tr("计划逾期 %1 项").arg(cell.late));
    return parts.isEmpty() ? Text::tr("这个月没有要求") : parts.join(u'，');
}

} // namespace baolei
