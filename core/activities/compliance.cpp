#include "core/activities/compliance.h"

#include "core/activities/facts_pass.h"
#include "core/activities/own_kinds.h"
#include "core/activities/rule_settings.h"
#include "core/rules/rule_loader.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kLastYearsUntil = 3; // month: until its end last year's duties may be made good
// How far into the next year a rule may let last year's duties be made good; R-105 allows 180.
constexpr int kLongestGrace = 180;

// The year whose hours of study (E09) are summed up: from its last month on, until last year's
// duties are let go. 0: none, as everybody's attendance has to be read for it.
int studyYearOn(QDate today) {
    if (today.month() == 12) return today.year();
    return today.month() <= kLastYearsUntil ? today.year() - 1 : 0;
}

// Months of rule E03; 0: it is switched off.
int awayMonths(const RuleBook& book, QDate day) {
    const Rule* rule = book.find(u"E03"_s, day);
    return rule && rule->enabled && !rule->parameters.isEmpty() ? int(rule->parameters[0].value)
                                                                : 0;
}

// The most pressing first: wrong and missing before due, must before should before note.
constexpr size_t kRanks = 6;
using ByRank = std::array<QList<Finding>, kRanks>;

size_t rankOf(const Finding& finding) {
    return (finding.standing == Standing::Due ? kRanks / 2 : 0)
        + static_cast<size_t>(finding.severity);
}
}

Result<TownRules> rulesAsWritten(const Reader& reader) {
    TownRules rules;
    const auto own = ownKinds(reader);
    if (!own) return fail(own.error());
    auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    rules.kinds = std::move(*kinds);
    auto book = loadRules(idsOf(rules.kinds));
    if (!book) return fail(book.error());
    if (const auto done = addOwnRules(*book, *own); !done) return fail(done.error());
    if (const auto fine = checkCadences(rules.kinds, *book); !fine) return fail(fine.error());
    rules.book = std::move(*book);
    return rules;
}

Result<TownRules> townRules(const Reader& reader) {
    auto rules = rulesAsWritten(reader);
    if (!rules) return rules;
    const auto choices = ruleOverrides(reader);
    if (!choices) return fail(choices.error());
    auto book = withOverrides(std::move(rules->book), *choices);
    if (!book) return fail(book.error());
    rules->book = std::move(*book);
    return rules;
}

ElectionTerms electionTerms(const RuleBook& book, QDate day) {
    ElectionTerms terms;
    const Rule* rule = book.find(u"C21"_s, day);
    if (!rule) return terms;
    for (const RuleParameter& each : rule->parameters) {
        if (each.name == u"of_due"_s) terms.ofDue = each.value != 0;
        if (each.name == u"percent"_s) terms.percent = int(each.value);
    }
    return terms;
}

Result<QList<Finding>> check(const Reader& reader, Id<Organisation> scope, QDate today,
                             const CheckCourse& course) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    // Until the end of March last year's duties may still be made good.
    const QDate from(today.month() <= kLastYearsUntil ? today.year() - 1 : today.year(), 1, 1);
    // To the end of the year: an activity dated after today is itself a finding.
    const FactDays days{from,
                        QDate(today.year(), 12, 31),
                        today,
                        today,
                        true,
                        studyYearOn(today),
                        awayMonths(rules->book, today)};
    const auto pass = FactsPass::over(reader, *rules, scope, days);
    if (!pass) return fail(pass.error());
    const Window window(from, today);
    ByRank found;
    const auto done = judgeInParts<ByRank>(
        reader, *pass,
        [&](ByRank& part, const OrganisationFacts& facts) {
            QList<Finding> own;
            evaluateInto(own, rules->book, facts, window);
            for (Finding& finding : own)
                part[rankOf(finding)].append(std::move(finding));
        },
        [&](ByRank&& part, const PassState& state) {
            for (size_t rank = 0; rank < kRanks; ++rank)
                found[rank].append(std::move(part[rank]));
            return !course.goOn || course.goOn(state);
        },
        course.threads);
    if (!done) return fail(done.error());
    QList<Finding> findings;
    for (QList<Finding>& each : found)
        findings.append(std::exchange(each, {}));
    return findings;
}

MatrixYear::MatrixYear(int year, QDate today)
    : m_year(year)
    , m_days{QDate(year, 1, 1), QDate(year, 12, 31).addDays(kLongestGrace),
             qMin(today, QDate(year, 12, 31)), today, false}
    , m_window(m_days.from, qMin(today, m_days.to)) { }

std::optional<MatrixRow> MatrixYear::rowOf(const OrganisationFacts& facts,
                                           const RuleBook& book) const {
    const bool isGone = facts.row[OrganisationFact::Dissolved] != kUnknown;
    if (facts.row[OrganisationFact::IsBranch] == 0 || isGone) return std::nullopt;
    MatrixRow row{
        {facts.id}, obligations(book, facts, m_window), facts.activities, facts.exemptions};
    row.obligations.removeIf([this](const Obligation& one) { return one.period.year != m_year; });
    const qint64 last = dayNumber(QDate(m_year, 12, 31));
    row.activities.removeIf(
        [last](const ActivityFacts& one) { return one.row[ActivityFact::Date] > last; });
    return row;
}

Result<QList<MatrixRow>> activityMatrix(const Reader& reader, const TownRules& rules,
                                        Id<Organisation> scope, int year, QDate today) {
    const MatrixYear matrix(year, today);
    QList<MatrixRow> rows;
    const auto done
        = forEachFacts(reader, rules, scope, matrix.days(), [&](const OrganisationFacts& facts) {
              if (auto row = matrix.rowOf(facts, rules.book)) rows.append(std::move(*row));
              return true;
          });
    if (!done) return fail(done.error());
    return rows;
}

} // namespace baolei
