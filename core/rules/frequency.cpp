// How often something was held, against how often it was owed.

#include "core/rules/evaluate.h"

#include <algorithm>
#include <vector>

namespace baolei {

namespace {
constexpr qint64 kLongestWindow = qint64(366) * 50; // days; a wrong date must not make an endless list

qint64 lifeStart(const OrganisationFacts& facts, int group) {
    const qint64 own = facts.row[OrganisationFact::Established];
    const qint64 part = group < 0 ? kUnknown : dayNumber(facts.groups.at(group).established);
    return qMax(own, part); // kUnknown is the least number: as long as can be
}

qint64 lifeEnd(const OrganisationFacts& facts, int group) {
    qint64 end = std::numeric_limits<qint64>::max();
    const qint64 own = facts.row[OrganisationFact::Dissolved];
    const qint64 part = group < 0 ? kUnknown : dayNumber(facts.groups.at(group).dissolved);
    for (const qint64 day : {own, part}) {
        if (day != kUnknown) end = qMin(end, day);
    }
    return end;
}

// The share of `count` for the days of the span in which the unit existed, rounded half up.
int owed(qint64 count, const Window::Span& span, qint64 start, qint64 end) {
    const qint64 days = span.last - span.first + 1;
    const qint64 lived = qMin(span.last, end) - qMax(span.first, start) + 1;
    if (lived <= 0 || count <= 0) return 0;
    return static_cast<int>((count * lived * 2 + days) / (days * 2));
}

class FrequencyCount {
public:
    FrequencyCount(const Rule& rule, const OrganisationFacts& facts, const Window& window,
                   const qint64* values)
        : m_rule(rule)
        , m_facts(facts)
        , m_window(window)
        , m_spans(window.spans(rule.per))
        , m_count(rule.count.value(values))
        , m_grace(qMax<qint64>(rule.grace.value(values), 0)) { }

    void addTo(QList<Obligation>& all, int group) {
        hold(group);
        const qint64 start = lifeStart(m_facts, group);
        const qint64 end = lifeEnd(m_facts, group);
        for (size_t i = 0; i < static_cast<size_t>(m_spans.size()); ++i) {
            const Window::Span& span = m_spans.at(static_cast<int>(i));
            const int need = owed(m_count, span, start, end);
            settle(i, need);
            if (need == 0 || !m_rule.inForceOn(QDate::fromJulianDay(span.first))) continue;
            const QDate deadline = QDate::fromJulianDay(qMin(span.last, end) + m_grace);
            all.append({&m_rule, group, span.period, deadline, m_own[i], need,
                        stateOf(i, need, deadline)});
        }
    }

private:
    // Sorts what was held into periods; what falls into the days of grace after an earlier period
    // waits in m_late until it is known whether that one needs it.
    void hold(int group) {
        m_own.assign(static_cast<size_t>(m_spans.size()), 0);
        m_late.assign(static_cast<size_t>(m_spans.size()), 0);
        const qint64 today = m_window.today().toJulianDay();
        for (const ActivityFacts& held : m_facts.activities) {
            if (!(held.kinds & m_rule.activityMask)) continue;
            if (group >= 0 && held.group >= 0 && held.group != group) continue;
            const qint64 day = held.row[ActivityFact::Date];
            if (day == kUnknown || day > today || held.row[ActivityFact::Final] == 0) continue;
            const int i = m_window.spanOf(m_rule.per, day);
            if (i < 0) continue;
            const bool late = i > 0 && day <= m_spans.at(i - 1).last + m_grace;
            ++(late ? m_late : m_own)[static_cast<size_t>(i)];
        }
    }

    // Lends late ones of the next period to this one, as far as it is short of them.
    void settle(size_t i, int need) {
        m_own[i] += m_late[i];
        if (i + 1 >= m_late.size()) return;
        const int lent = std::clamp(need - m_own[i], 0, m_late[i + 1]);
        m_own[i] += lent;
        m_late[i + 1] -= lent;
    }

    ObligationState stateOf(size_t i, int need, QDate deadline) const {
        if (m_own[i] >= need) return ObligationState::Done;
        const Period& period = m_spans.at(static_cast<int>(i)).period;
        if (isExempt(m_facts.exemptions, m_rule, period.first(), period.last()))
            return ObligationState::Exempt;
        return m_window.today() > deadline ? ObligationState::Missing : ObligationState::Due;
    }

    const Rule& m_rule;
    const OrganisationFacts& m_facts;
    const Window& m_window;
    const QList<Window::Span>& m_spans;
    qint64 m_count;
    qint64 m_grace;
    std::vector<int> m_own;
    std::vector<int> m_late;
};
}

Window::Window(QDate from, QDate today)
    : m_today(today) {
    if (!from.isValid() || !today.isValid() || from > today) return;
    if (from.daysTo(today) > kLongestWindow) from = today.addDays(-kLongestWindow);
    m_firstDay = from.toJulianDay();
    for (const auto unit : {Period::Unit::Year, Period::Unit::Quarter, Period::Unit::Month}) {
        QList<Span>& spans = m_spans[static_cast<size_t>(unit)];
        Period period = Period::containing(from, unit);
        if (period.first() < from) period = period.next();
        for (; period.first() <= today; period = period.next())
            spans.append({period, period.first().toJulianDay(), period.last().toJulianDay()});
        QList<qint16>& byDay = m_spanOfDay[static_cast<size_t>(unit)];
        byDay.fill(-1, from.daysTo(today) + 1);
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const qint64 last = qMin(spans.at(i).last, today.toJulianDay());
            for (qint64 day = spans.at(i).first; day <= last; ++day)
                byDay[day - m_firstDay] = static_cast<qint16>(i);
        }
    }
}

int Window::spanOf(Period::Unit unit, qint64 day) const {
    const QList<qint16>& byDay = m_spanOfDay[static_cast<size_t>(unit)];
    if (day < m_firstDay || day - m_firstDay >= byDay.size()) return -1;
    return byDay.at(day - m_firstDay);
}

QList<Obligation> obligations(const RuleBook& book, const OrganisationFacts& facts,
                              const Window& window) {
    QList<Obligation> all;
    OrganisationRow row = facts.row;
    row[OrganisationFact::Today] = dayNumber(window.today());
    for (const Rule& rule : book.rules) {
        if (rule.kind != RuleKind::Frequency || !rule.enabled) continue;
        if (!rule.applies.isEmpty() && !rule.applies.holds(row.values.data())) continue;
        FrequencyCount count(rule, facts, window, row.values.data());
        if (rule.subject == RuleSubject::Organisation)
            count.addTo(all, -1);
        else
            for (int group = 0; group < facts.groups.size(); ++group)
                count.addTo(all, group);
    }
    return all;
}

} // namespace baolei
