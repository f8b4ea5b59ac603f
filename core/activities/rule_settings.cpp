#include "core/activities/rule_settings.h"

#include "core/activities/compliance.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activities)
};

constexpr Op kOverrideRule{"rule.override", QT_TRANSLATE_NOOP("Op", "调整规则：%1")};
constexpr Op kResetRule{"rule.reset", QT_TRANSLATE_NOOP("Op", "规则恢复原样：%1")};
const QString kPrefix = u"rule."_s;

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

tl::unexpected<Error> noSuchRule(const QString& rule) {
    return fail(ErrorCode::NotFound, Text::tr("没有规则“%1”").arg(rule),
                Text::tr("请核对编号，如 L-101"));
}

// Leaves out what is as every local version has it.
void leaveOutWhatIsWritten(RuleOverride& choice, const RuleBook& book) {
    for (const Rule& rule : book.rules) {
        if (rule.id != choice.rule || !rule.local) continue;
        if (choice.per == rule.per) choice.per.reset();
        for (const RuleParameter& each : rule.parameters)
            if (choice.parameters.value(each.name, each.value) == each.value)
                choice.parameters.remove(each.name);
    }
}

bool saysNothing(const RuleOverride& choice, const RuleBook& book) {
    const bool isAsWritten
        = std::all_of(book.rules.begin(), book.rules.end(), [&](const Rule& rule) {
              return rule.id != choice.rule || !rule.local || rule.enabled == choice.enabled;
          });
    return isAsWritten && !choice.per && choice.parameters.isEmpty();
}

// A choice for a rule that the books have no more: listed, so that it can be taken back.
RuleSetting leftOver(const RuleOverride& choice, const QString& problem) {
    RuleSetting setting;
    setting.written.id = choice.rule;
    setting.written.title = Text::tr("规则手册里已没有这条规则");
    compileRule(setting.written);
    setting.inForce = setting.written;
    setting.choice = choice;
    setting.problem = problem;
    return setting;
}
}

Result<QList<RuleOverride>> ruleOverrides(const Reader& reader) {
    const auto kept = reader.all<Setting>("WHERE r.name LIKE 'rule.%' ORDER BY r.name");
    if (!kept) return fail(kept.error());
    QList<RuleOverride> choices;
    for (const Setting& each : *kept)
        choices.append(overrideFrom(each.name.sliced(kPrefix.size()), each.value));
    return choices;
}

Result<QList<RuleSetting>> ruleSettings(const Reader& reader) {
    const auto written = rulesAsWritten(reader);
    if (!written) return fail(written.error());
    const auto kept = ruleOverrides(reader);
    if (!kept) return fail(kept.error());
    RuleBook inForce = written->book;
    QList<RuleSetting> settings;
    for (const Rule& rule : written->book.rules)
        settings.append({rule, rule, {}, {}});
    for (const RuleOverride& choice : *kept) {
        const auto changed = withOverrides(inForce, {choice});
        const QString problem = changed ? QString() : changed.error().what;
        if (changed) inForce = *changed;
        bool isKnown = false;
        for (qsizetype i = 0; i < inForce.rules.size(); ++i) {
            if (inForce.rules[i].id != choice.rule) continue;
            isKnown = true;
            settings[i].inForce = inForce.rules[i];
            settings[i].problem = problem;
            if (inForce.rules[i].local || !problem.isEmpty()) settings[i].choice = choice;
        }
        if (!isKnown) settings.append(leftOver(choice, problem));
    }
    return settings;
}

Result<QList<RuleSetting>> ruleSettings(const Reader& reader, const QString& rule) {
    auto settings = ruleSettings(reader);
    if (!settings) return settings;
    settings->removeIf([&rule](const RuleSetting& each) { return each.written.id != rule; });
    if (settings->isEmpty()) return noSuchRule(rule);
    return settings;
}

Result<void> overrideRule(Store& store, RuleOverride choice) {
    const auto written = rulesAsWritten(store.reader());
    if (!written) return fail(written.error());
    if (const auto fine = withOverrides(written->book, {choice}); !fine) return fail(fine.error());
    leaveOutWhatIsWritten(choice, written->book);
    if (saysNothing(choice, written->book)) return resetRule(store, choice.rule);
    return store.run({kOverrideRule, {choice.rule}}, [&](Session& session) {
        return putSetting(session, kPrefix + choice.rule, jsonOf(choice));
    });
}

Result<void> resetRule(Store& store, const QString& rule) {
    const auto kept = ruleOverrides(store.reader());
    if (!kept) return fail(kept.error());
    const bool isSet = std::any_of(kept->begin(), kept->end(),
                                   [&rule](const RuleOverride& each) { return each.rule == rule; });
    if (!isSet) {
        const auto known = ruleSettings(store.reader(), rule);
        return known ? Result<void>() : fail(known.error());
    }
    return store.run({kResetRule, {rule}},
                     [&](Session& session) { return eraseSetting(session, kPrefix + rule); });
}

} // namespace baolei
