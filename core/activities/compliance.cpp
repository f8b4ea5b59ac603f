#include "core/activities/compliance.h"

#include "core/activities/facts_pass.h"
#include "core/rules/rule_loader.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activities)
};

constexpr Op kOverrideRule{"rule.override", QT_TRANSLATE_NOOP("Op", "调整规则：%1")};
const QString kPrefix = u"rule."_s;
// How far into the next year a rule may let last year's duties be made good; R-105 allows 180.
constexpr int kLongestGrace = 180;

// The most pressing first: wrong and missing before due, must before should before note.
constexpr size_t kRanks = 6;
using ByRank = std::array<QList<Finding>, kRanks>;

size_t rankOf(const Finding& finding) {
    return (finding.standing == Standing::Due ? kRanks / 2 : 0)
        + static_cast<size_t>(finding.severity);
}

QString jsonOf(const RuleOverride& choice) {
    QJsonObject object{{u"enabled"_s, choice.enabled}};
    QJsonObject parameters;
    for (auto it = choice.parameters.begin(); it != choice.parameters.end(); ++it)
        parameters.insert(it.key(), it.value());
    object.insert(u"parameters"_s, parameters);
    if (choice.per) object.insert(u"per"_s, int(*choice.per));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RuleOverride overrideFrom(const QString& rule, const QString& json) {
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    RuleOverride choice;
    choice.rule = rule;
    choice.enabled = object[u"enabled"_s].toBool(true);
    const QJsonObject parameters = object[u"parameters"_s].toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        choice.parameters.insert(it.key(), it.value().toInteger());
    if (object.contains(u"per"_s)) choice.per = static_cast<Period::Unit>(object[u"per"_s].toInt());
    return choice;
}

Result<TownRules> shippedRules() {
    TownRules rules;
    auto kinds = loadKinds();
    if (!kinds) return fail(kinds.error());
    rules.kinds = std::move(*kinds);
    auto book = loadRules(idsOf(rules.kinds));
    if (!book) return fail(book.error());
    if (const auto fine = checkCadences(rules.kinds, *book); !fine) return fail(fine.error());
    rules.book = std::move(*book);
    return rules;
}
}

Result<TownRules> townRules(const Reader& reader) {
    auto rules = shippedRules();
    if (!rules) return rules;
    const auto settings = reader.all<Setting>("WHERE r.name LIKE 'rule.%' ORDER BY r.name");
    if (!settings) return fail(settings.error());
    QList<RuleOverride> choices;
    for (const Setting& setting : *settings)
        choices.append(overrideFrom(setting.name.sliced(kPrefix.size()), setting.value));
    auto book = withOverrides(std::move(rules->book), choices);
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

Result<void> overrideRule(Store& store, const RuleOverride& choice) {
    auto rules = shippedRules();
    if (!rules) return fail(rules.error());
    if (const auto fine = withOverrides(rules->book, {choice}); !fine) return fail(fine.error());
    return store.run({kOverrideRule, {choice.rule}}, [&](Session& session) {
        return putSetting(session, kPrefix + choice.rule, jsonOf(choice));
    });
}

Result<QList<Finding>> check(const Reader& reader, Id<Organisation> scope, QDate today,
                             const CheckCourse& course) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    // Until the end of March last year's duties may still be made good.
    const QDate from(today.month() <= 3 ? today.year() - 1 : today.year(), 1, 1);
    // To the end of the year: an activity dated after today is itself a finding.
    const FactDays days{from, QDate(today.year(), 12, 31), today, today};
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
    MatrixRow row{{facts.id}, obligations(book, facts, m_window), facts.activities};
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
