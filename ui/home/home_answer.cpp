#include "ui/home/home_answer.h"

#include "core/activities/facts_pass.h"
#include "core/people/organisation_tree.h"
#include "ui/base/background.h"

#include <thread>

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

// What some of the organisations add to the answer.
struct Part {
    QList<Judged> found;
    int completeBranches = 0;
    int held = 0;
    int heldBefore = 0;
    QSet<Uuid> joint; ///< held together by several: each counts once
    QSet<Uuid> jointBefore;
    std::array<MonthDuties, 12> months;
};

class Reading {
public:
    Reading(const Reader& reader, const HomeQuestion& question, const GoOn& goOn,
            const std::function<void(const HomeAnswer&)>& deliver)
        : m_reader(reader)
        , m_question(question)
        , m_goOn(goOn)
        , m_deliver(deliver) {
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
        const auto names = organisationNames(m_reader);
        if (!names) return fail(names.error());
        for (const OrganisationNode& each : namesUnder(*names, m_question.scope))
            m_names.insert(each.id, each.shortName);
        m_answer.organisations = int(m_names.size());
        const auto rules = townRules(m_reader);
        if (!rules) return fail(rules.error());
        Result<void> surveyed;
        std::thread survey([&] { surveyed = readBooks(); }); // beside the meetings, not after them
        const auto judged = judge(*rules);
        survey.join();
        if (!judged) return fail(judged.error());
        if (!surveyed) return fail(surveyed.error());
        m_answer.completeBranches = m_sum.completeBranches;
        m_answer.months = m_sum.months;
        m_answer.held = m_sum.held + int(m_sum.joint.size());
        // What was held before the first day that was read is not known.
        if (m_spanBefore.first >= m_from)
            m_answer.heldBefore = m_sum.heldBefore + int(m_sum.jointBefore.size());
        m_answer.todo = todoOfFindings(m_sum.found, {*rules, m_question.today})
            + todoOfGaps(m_answer.books.gaps, m_names);
        std::stable_sort(m_answer.todo.begin(), m_answer.todo.end(),
                         [](const TodoLine& a, const TodoLine& b) { return a.group < b.group; });
        m_answer.isWhole = true;
        return m_answer;
    }

private:
    void setSpans();
    Result<void> readBooks();
    Result<void> judge(const TownRules& rules);
    void judgeOne(Part& part, const TownRules& rules, const OrganisationFacts& facts,
                  const Window& window) const;
    void countDuties(Part& part, const TownRules& rules, const OrganisationFacts& facts,
                     const Window& window) const;
    void countHeld(Part& part, const OrganisationFacts& facts) const;
    bool isAskedFor(const Finding& finding, const OrganisationFacts& facts) const;
    void add(Part&& part);

    const Reader& m_reader;
    HomeQuestion m_question;
    const GoOn& m_goOn;
    const std::function<void(const HomeAnswer&)>& m_deliver;
    HomeAnswer m_answer;
    QDate m_from; ///< first day of what is read
    QDate m_to;
    QDate m_asOf;
    Span m_span;
    Span m_spanBefore;
    QHash<Id<Organisation>, QString> m_names;
    Part m_sum;
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

Result<void> Reading::readBooks() {
    const auto own = Reader::open(m_reader.connection().path());
    if (!own) return fail(own.error());
    auto books = surveyBooks(*own, m_question.scope, m_answer.year, m_question.today);
    if (!books) return fail(books.error());
    m_answer.books = std::move(*books);
    if (m_deliver) m_deliver(m_answer);
    return {};
}

Result<void> Reading::judge(const TownRules& rules) {
    const FactDays days{m_from, m_to, m_asOf, m_question.today};
    const Window window(m_from, qMin(m_question.today, m_to));
    const auto pass = FactsPass::over(m_reader, rules, m_question.scope, days);
    if (!pass) return fail(pass.error());
    bool wasStopped = false;
    const auto done = judgeInParts<Part>(
        m_reader, *pass,
        [&](Part& part, const OrganisationFacts& facts) { judgeOne(part, rules, facts, window); },
        [&](Part&& part, const PassState& state) {
            add(std::move(part));
            wasStopped = !m_goOn(state);
            return !wasStopped;
        });
    if (!done) return done;
    if (wasStopped) return fail(Progress::stopped());
    return {};
}

void Reading::add(Part&& part) {
    m_sum.found.append(std::move(part.found));
    m_sum.completeBranches += part.completeBranches;
    m_sum.held += part.held;
    m_sum.heldBefore += part.heldBefore;
    m_sum.joint.unite(part.joint);
    m_sum.jointBefore.unite(part.jointBefore);
    for (size_t month = 0; month < m_sum.months.size(); ++month)
        m_sum.months[month] += part.months[month];
}

void Reading::judgeOne(Part& part, const TownRules& rules, const OrganisationFacts& facts,
                       const Window& window) const {
    QList<Finding> findings;
    evaluateInto(findings, rules.book, facts, window);
    for (Finding& each : findings) {
        if (each.severity == Severity::Note || !isAskedFor(each, facts)) continue;
        QString group;
        for (const GroupFacts& one : facts.groups)
            if (one.id == each.group) group = one.name;
        part.found.append({std::move(each), facts.name, group});
    }
    countHeld(part, facts);
    if (facts.row[OrganisationFact::IsBranch] == 1) countDuties(part, rules, facts, window);
}

void Reading::countDuties(Part& part, const TownRules& rules, const OrganisationFacts& facts,
                          const Window& window) const {
    bool isComplete = true;
    for (const Obligation& each : obligations(rules.book, facts, window)) {
        if (each.period.year != m_answer.year) continue;
        MonthDuties& month = part.months[size_t(each.period.last().month() - 1)];
        month.done += each.state == ObligationState::Done;
        month.missing += each.state == ObligationState::Missing;
        month.due += each.state == ObligationState::Due;
        isComplete &= each.state != ObligationState::Missing;
    }
    part.completeBranches += isComplete;
}

void Reading::countHeld(Part& part, const OrganisationFacts& facts) const {
    const auto count = [](const ActivityFacts& one, int& number, QSet<Uuid>& joint) {
        if (one.isJoint)
            joint.insert(one.id);
        else
            ++number;
    };
    for (const ActivityFacts& each : facts.activities) {
        if (each.row[ActivityFact::Final] == 0) continue;
        const QDate day = dayOf(each.row[ActivityFact::Date]);
        if (m_span.contains(day)) count(each, part.held, part.joint);
        if (m_spanBefore.contains(day)) count(each, part.heldBefore, part.jointBefore);
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

Result<HomeAnswer> readHome(const Reader& reader, const HomeQuestion& question, const GoOn& goOn,
                            const std::function<void(const HomeAnswer&)>& deliver) {
    return Reading(reader, question, goOn, deliver).run();
}

} // namespace baolei
