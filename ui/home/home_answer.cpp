#include "ui/home/home_answer.h"

#include "ui/base/background.h"

namespace baolei {

namespace {
// How far into the next year last year's duties may be made good.
constexpr int kLongestGrace = 180;
constexpr int kLastMonthOfGrace = 3;

// Days that are compared: of the period itself, and of the one before up to the same day.
struct Span {
    QDate first;
    QDate last;
    bool contains(QDate day) const { return day >= first && day <= last; }
};

class Reading {
public:
    Reading(const Reader& reader, const HomeQuestion& question,
            const std::function<bool()>& mayGoOn)
        : m_reader(reader)
        , m_question(question)
        , m_mayGoOn(mayGoOn) {
        m_answer.question = question;
        m_answer.year = qMin(question.period.year, question.today.year());
        const QDate last(m_answer.year, 12, 31);
        m_asOf = qMin(question.today, last);
        const bool isInGrace = m_asOf == question.today && m_asOf.month() <= kLastMonthOfGrace;
        m_from = QDate(isInGrace ? m_answer.year - 1 : m_answer.year, 1, 1);
        m_to = m_asOf == question.today ? last : last.addDays(kLongestGrace);
        setSpans();
    }

    Result<HomeAnswer> run() {
        const auto all = organisationsUnder(m_reader, m_question.scope);
        if (!all) return fail(all.error());
        m_answer.organisations = int(all->size());
        for (const Organisation& each : *all)
            m_names.insert(each.id, each.shortName);
        auto books = surveyBooks(m_reader, m_question.scope, m_answer.year, m_question.today);
        if (!books) return fail(books.error());
        m_answer.books = std::move(*books);
        const auto rules = townRules(m_reader);
        if (!rules) return fail(rules.error());
        if (const auto done = judge(*rules); !done) return fail(done.error());
        m_answer.todo = todoOfFindings(m_found, {*rules, m_question.today})
            + todoOfGaps(m_answer.books.gaps, m_names);
        std::stable_sort(m_answer.todo.begin(), m_answer.todo.end(),
                         [](const TodoLine& a, const TodoLine& b) { return a.group < b.group; });
        return m_answer;
    }

private:
    void setSpans();
    Result<void> judge(const TownRules& rules);
    void judgeOne(const TownRules& rules, const OrganisationFacts& facts, const Window& window);
    void countDuties(const TownRules& rules, const OrganisationFacts& facts, const Window& window);
    void countHeld(const OrganisationFacts& facts);
    bool isAskedFor(const Finding& finding, const OrganisationFacts& facts) const;

    const Reader& m_reader;
    HomeQuestion m_question;
    const std::function<bool()>& m_mayGoOn;
    HomeAnswer m_answer;
    QDate m_from; ///< first day of what is read
    QDate m_to;
    QDate m_asOf;
    Span m_span;
    Span m_spanBefore;
    QSet<Uuid> m_held; ///< ids, so that a joint meeting counts once
    QSet<Uuid> m_heldBefore;
    QHash<Id<Organisation>, QString> m_names;
    QList<Judged> m_found;
};

void Reading::setSpans() {
    const Period& period = m_question.period;
    const Period before = period.previous();
    m_span = {period.first(), qMin(period.last(), m_question.today)};
    m_spanBefore = {before.first(), before.last()};
    if (m_answer.isNow())
        m_spanBefore.last
            = qMin(before.last(), before.first().addDays(period.first().daysTo(m_span.last)));
}

Result<void> Reading::judge(const TownRules& rules) {
    const FactDays days{m_from, m_to, m_asOf, m_question.today};
    const Window window(m_from, qMin(m_question.today, m_to));
    bool wasStopped = false;
    const auto done = forEachFacts(m_reader, rules, m_question.scope, days,
                                   [&](const OrganisationFacts& facts) {
                                       judgeOne(rules, facts, window);
                                       wasStopped = !m_mayGoOn();
                                       return !wasStopped;
                                   });
    if (!done) return done;
    if (wasStopped) return fail(Progress::stopped());
    m_answer.held = int(m_held.size());
    // What was held before the first day that was read is not known.
    if (m_spanBefore.first >= m_from) m_answer.heldBefore = int(m_heldBefore.size());
    return {};
}

void Reading::judgeOne(const TownRules& rules, const OrganisationFacts& facts,
                       const Window& window) {
    QList<Finding> findings;
    evaluateInto(findings, rules.book, facts, window);
    for (Finding& each : findings) {
        if (!isAskedFor(each, facts)) continue;
        QString group;
        for (const GroupFacts& one : facts.groups)
            if (one.id == each.group) group = one.name;
        m_found.append({std::move(each), facts.name, group});
    }
    countHeld(facts);
    if (facts.row[OrganisationFact::IsBranch] == 1) countDuties(rules, facts, window);
}

void Reading::countDuties(const TownRules& rules, const OrganisationFacts& facts,
                          const Window& window) {
    bool isComplete = true;
    for (const Obligation& each : obligations(rules.book, facts, window)) {
        if (each.period.year != m_answer.year) continue;
        MonthDuties& month = m_answer.months[size_t(each.period.last().month() - 1)];
        month.done += each.state == ObligationState::Done;
        month.missing += each.state == ObligationState::Missing;
        month.due += each.state == ObligationState::Due;
        isComplete &= each.state != ObligationState::Missing;
    }
    m_answer.completeBranches += isComplete;
}

void Reading::countHeld(const OrganisationFacts& facts) {
    for (const ActivityFacts& each : facts.activities) {
        if (each.row[ActivityFact::Final] == 0) continue;
        const QDate day = dayOf(each.row[ActivityFact::Date]);
        if (m_span.contains(day)) m_held.insert(each.id);
        if (m_spanBefore.contains(day)) m_heldBefore.insert(each.id);
    }
}

bool Reading::isAskedFor(const Finding& finding, const OrganisationFacts& facts) const {
    if (m_answer.isNow()) return true;
    if (finding.period) return m_question.period.contains(finding.period->last());
    for (const ActivityFacts& each : facts.activities)
        if (each.id == finding.activity)
            return m_question.period.contains(dayOf(each.row[ActivityFact::Date]));
    return true;
}
}

Result<HomeAnswer> readHome(const Reader& reader, const HomeQuestion& question,
                            const std::function<bool()>& mayGoOn) {
    return Reading(reader, question, mayGoOn).run();
}

} // namespace baolei
