#include "core/rules/evaluate.h"

#include "core/base/partial_date.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Evaluate)
};

constexpr qsizetype kUsualLength = 60; // of a message: one allocation instead of one a part

// Organisation, activity and vote facts side by side, as the expressions address them.
using Values = std::array<qint64, kAllFacts>;

class Evaluation {
public:
    Evaluation(QList<Finding>& findings, const RuleBook& book, const OrganisationFacts& facts,
               const Window& window)
        : m_findings(findings)
        , m_book(book)
        , m_facts(facts)
        , m_window(window) {
        m_values.fill(kUnknown);
        std::copy(facts.row.values.cbegin(), facts.row.values.cend(), m_values.begin());
        m_values[static_cast<size_t>(OrganisationFact::Today)] = dayNumber(window.today());
    }

    void run() {
        frequencies();
        for (const Rule& rule : m_book.rules) {
            if (!rule.enabled) continue;
            if (rule.kind == RuleKind::Overlap)
                overlap(rule);
            else if (rule.kind == RuleKind::Deadline)
                deadline(rule);
            else if (rule.kind == RuleKind::Condition)
                condition(rule);
        }
        activities();
    }

private:
    bool applies(const Rule& rule) const {
        return rule.applies.isEmpty() || rule.applies.holds(m_values.data());
    }
    Finding findingOf(const Rule& rule, Standing standing) const;
    void report(const Rule& rule, const RuleCheck& check, Finding finding, QDate day);
    QString messageOf(const Rule& rule, const RuleCheck& check, const Finding& finding) const;
    QString word(const QString& name, const Finding& finding) const;

    void frequencies();
    void overlap(const Rule& rule);
    void deadline(const Rule& rule);
    void condition(const Rule& rule);
    void activities();
    void votes(const ActivityFacts& held, QDate day);
    void judge(const Rule& rule, const ActivityFacts* held, int vote, QDate day);

    QList<Finding>& m_findings;
    const RuleBook& m_book;
    const OrganisationFacts& m_facts;
    const Window& m_window;
    Values m_values;
    QList<const Rule*> m_activityRules;
    QList<const Rule*> m_voteRules;
};

Finding Evaluation::findingOf(const Rule& rule, Standing standing) const {
    Finding finding;
    finding.rule = rule.id;
    finding.label = rule.labelText;
    finding.severity = rule.severity;
    finding.standing = standing;
    finding.organisation = m_facts.id;
    finding.source = rule.sourceText;
    finding.mend = rule.mend;
    return finding;
}

QString Evaluation::word(const QString& name, const Finding& finding) const {
    if (name == "organisation"_L1) return m_facts.name;
    if (name == "period"_L1) return finding.period ? finding.period->chinese() : QString();
    if (name == "deadline"_L1) return chineseDate(finding.deadline);
    if (name == "have"_L1) return factText(finding.have, FactType::Number);
    if (name == "need"_L1) return factText(finding.need, FactType::Number);
    for (const GroupFacts& group : m_facts.groups) {
        if (group.id == finding.group) return group.name;
    }
    return {};
}

QString Evaluation::messageOf(const Rule& rule, const RuleCheck& check,
                              const Finding& finding) const {
    QString text;
    text.reserve(kUsualLength);
    for (const MessagePart& part : check.message) {
        if (part.word)
            text += word(part.text, finding);
        else if (part.expression.isEmpty())
            text += part.text;
        else
            text += factText(part.expression.value(m_values.data()), part.type);
    }
    if (rule.kind == RuleKind::Frequency && finding.standing == Standing::Due)
        text += Text::tr("，请在%1前完成").arg(chineseDate(finding.deadline));
    return text + rule.remarkText;
}

void Evaluation::report(const Rule& rule, const RuleCheck& check, Finding finding, QDate day) {
    if (isExempt(m_facts.exemptions, rule, day, day)) return;
    finding.message = messageOf(rule, check, finding);
    m_findings.append(std::move(finding));
}

void Evaluation::frequencies() {
    for (const Obligation& owed : obligations(m_book, m_facts, m_window)) {
        if (owed.state != ObligationState::Missing && owed.state != ObligationState::Due) continue;
        const bool over = owed.state == ObligationState::Missing;
        Finding finding = findingOf(*owed.rule, over ? Standing::Missing : Standing::Due);
        if (owed.group >= 0) finding.group = m_facts.groups.at(owed.group).id;
        finding.period = owed.period;
        finding.deadline = owed.deadline;
        finding.have = owed.have;
        finding.need = owed.need;
        finding.message = messageOf(*owed.rule, owed.rule->checks.first(), finding);
        m_findings.append(std::move(finding));
    }
}

void Evaluation::deadline(const Rule& rule) {
    if (!rule.inForceOn(m_window.today()) || !applies(rule)) return;
    const qint64 day = rule.date.value(m_values.data());
    if (day == kUnknown) return;
    const qint64 left = day - dayNumber(m_window.today());
    if (left > rule.levels.first()) return;
    Finding finding = findingOf(rule, left < 0 ? Standing::Wrong : Standing::Due);
    finding.deadline = dayOf(day);
    finding.have = left;
    for (const qint64 level : rule.levels) {
        if (left <= level) finding.need = level; // ends with the nearest step that is reached
    }
    report(rule, rule.checks.first(), finding, m_window.today());
}

// Activities of two kinds in the same hours. One pass over them in order of time: enough to know,
// for each kind, the one that lasts longest so far.
void Evaluation::overlap(const Rule& rule) {
    const quint64 first = m_book.kindBit(rule.activities.first());
    const quint64 second = m_book.kindBit(rule.activities.last());
    QList<const ActivityFacts*> held;
    for (const ActivityFacts& one : m_facts.activities) {
        const bool timed = one.row[ActivityFact::From] != kUnknown
            && one.row[ActivityFact::To] != kUnknown && one.row[ActivityFact::Date] != kUnknown;
        if ((one.kinds & (first | second)) && one.row[ActivityFact::Final] != 0 && timed
            && rule.inForceOn(dayOf(one.row[ActivityFact::Date])))
            held.append(&one);
    }
    const auto moment = [](const ActivityFacts* one, ActivityFact time) {
        return one->row[ActivityFact::Date] * qint64(24 * 60) + one->row[time];
    };
    std::stable_sort(held.begin(), held.end(), [&](const auto* a, const auto* b) {
        return moment(a, ActivityFact::From) < moment(b, ActivityFact::From);
    });
    std::array<qint64, 2> until{kUnknown, kUnknown};
    for (const ActivityFacts* one : held) {
        const qint64 from = moment(one, ActivityFact::From);
        const bool isFirst = one->kinds & first;
        const bool isSecond = one->kinds & second;
        const bool clash = (isFirst && isSecond) || (isFirst && from < until[1])
            || (isSecond && from < until[0]);
        const qint64 to = moment(one, ActivityFact::To);
        if (isFirst) until[0] = qMax(until[0], to);
        if (isSecond) until[1] = qMax(until[1], to);
        std::copy(one->row.values.cbegin(), one->row.values.cend(),
                  m_values.begin() + kOrganisationFacts);
        if (!clash || !applies(rule)) continue;
        Finding finding = findingOf(rule, Standing::Wrong);
        finding.activity = one->id;
        report(rule, rule.checks.first(), finding, dayOf(one->row[ActivityFact::Date]));
    }
}

void Evaluation::condition(const Rule& rule) {
    if (rule.subject == RuleSubject::Activity)
        m_activityRules.append(&rule);
    else if (rule.subject == RuleSubject::Vote)
        m_voteRules.append(&rule);
    else
        judge(rule, nullptr, -1, m_window.today());
}

void Evaluation::judge(const Rule& rule, const ActivityFacts* held, int vote, QDate day) {
    if (!rule.inForceOn(day) || !applies(rule)) return;
    for (const RuleCheck& check : rule.checks) {
        if (!check.holds.fails(m_values.data())) continue;
        Finding finding = findingOf(rule, Standing::Wrong);
        if (held) finding.activity = held->id;
        finding.vote = vote;
        finding.have = check.have.value(m_values.data());
        finding.need = check.need.value(m_values.data());
        report(rule, check, std::move(finding), day);
    }
}

void Evaluation::votes(const ActivityFacts& held, QDate day) {
    for (int vote = 0; vote < held.votes.size(); ++vote) {
        const VoteRow& row = held.votes.at(vote);
        std::copy(row.values.cbegin(), row.values.cend(),
                  m_values.begin() + kOrganisationFacts + kActivityFacts);
        for (const Rule* rule : std::as_const(m_voteRules)) {
            if (!rule->activityMask || (held.kinds & rule->activityMask))
                judge(*rule, &held, vote, day);
        }
    }
}

void Evaluation::activities() {
    for (const ActivityFacts& held : m_facts.activities) {
        const QDate day = dayOf(held.row[ActivityFact::Date]);
        if (!day.isValid() || held.row[ActivityFact::Final] == 0) continue; // drafts are not judged
        std::copy(held.row.values.cbegin(), held.row.values.cend(),
                  m_values.begin() + kOrganisationFacts);
        for (const Rule* rule : std::as_const(m_activityRules)) {
            if (!rule->activityMask || (held.kinds & rule->activityMask))
                judge(*rule, &held, -1, day);
        }
        votes(held, day);
    }
}
}

bool isExempt(const QList<Exemption>& exemptions, const Rule& rule, QDate first, QDate last) {
    for (const Exemption& exemption : exemptions) {
        const bool named = exemption.rule == rule.id || rule.also.contains(exemption.rule);
        if (named && exemption.from <= last && exemption.to >= first) return true;
    }
    return false;
}

void evaluateInto(QList<Finding>& findings, const RuleBook& book, const OrganisationFacts& facts,
                  const Window& window) {
    Evaluation(findings, book, facts, window).run();
}

QList<Finding> evaluate(const RuleBook& book, const Facts& facts, QDate today) {
    QList<Finding> findings;
    const Window window(facts.from, today);
    for (const OrganisationFacts& one : facts.organisations)
        evaluateInto(findings, book, one, window);
    return findings;
}

} // namespace baolei
