#include "app/cli/command.h"
#include "core/activities/rule_settings.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

tl::unexpected<Error> misused(const QString& what) {
    return fail(ErrorCode::Usage, what,
                Text::tr("请写成 rule 文件 list、show 编号、set 编号 名称=数 … 或 reset 编号"));
}

const QStringList& unitWords() {
    static const QStringList words{u"year"_s, u"quarter"_s, u"month"_s}; // in the order of Unit
    return words;
}

QJsonArray parametersOf(const RuleSetting& setting) {
    QJsonArray array;
    for (qsizetype i = 0; i < setting.inForce.parameters.size(); ++i) {
        const RuleParameter& each = setting.inForce.parameters[i];
        array.append(QJsonObject{{u"name"_s, each.name},
                                 {u"title"_s, each.title},
                                 {u"value"_s, each.value},
                                 {u"written"_s, setting.written.parameters[i].value},
                                 {u"least"_s, each.least},
                                 {u"most"_s, each.most}});
    }
    return array;
}

QJsonObject jsonOf(const RuleSetting& setting) {
    const Rule& rule = setting.inForce;
    QJsonObject object{{u"rule"_s, rule.id},
                       {u"label"_s, rule.label()},
                       {u"title"_s, rule.title},
                       {u"severity"_s, severityWord(rule.severity)},
                       {u"figures"_s, figuresText(rule)},
                       {u"source"_s, rule.source.text()},
                       {u"checked"_s, checkedText(rule.source.checked)},
                       {u"enabled"_s, rule.enabled},
                       {u"local"_s, rule.local},
                       {u"changed"_s, setting.choice.has_value()},
                       {u"parameters"_s, parametersOf(setting)},
                       {u"from"_s, rule.from.toString(Qt::ISODate)}};
    if (rule.kind == RuleKind::Frequency) object.insert(u"per"_s, unitWords().at(int(rule.per)));
    if (rule.to.isValid()) object.insert(u"to"_s, rule.to.toString(Qt::ISODate));
    if (!setting.problem.isEmpty()) object.insert(u"problem"_s, setting.problem);
    return object;
}

QString remarksOf(const RuleSetting& setting) {
    QStringList remarks;
    if (!setting.inForce.enabled) remarks.append(Text::tr("停用"));
    if (setting.choice) remarks.append(Text::tr("本镇改过"));
    if (!setting.problem.isEmpty()) remarks.append(setting.problem);
    return remarks.isEmpty() ? QString() : u'（' + remarks.join(u'；') + u'）';
}

void printLine(const Call& call, const RuleSetting& setting) {
    const Rule& rule = setting.inForce;
    const QString figures = figuresText(rule);
    call.out << rule.label() << "  " << severityText(rule.severity) << "  " << rule.title
             << (figures.isEmpty() ? QString() : u"："_s + figures) << remarksOf(setting) << u"〔"_s
             << rule.source.text() << u"〕\n"_s;
}

void printAll(const Call& call, const QList<RuleSetting>& settings) {
    if (call.has("json")) {
        QJsonArray array;
        for (const RuleSetting& each : settings)
            array.append(jsonOf(each));
        call.printJson(array);
        return;
    }
    for (const RuleSetting& each : settings)
        printLine(call, each);
}

Result<void> list(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto settings = ruleSettings(*reader);
    if (!settings) return fail(settings.error());
    printAll(call, *settings);
    return {};
}

// The names and bounds by which it can be set, besides what `list` says.
Result<void> show(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto settings = ruleSettings(*reader, call.word(2));
    if (!settings) return fail(settings.error());
    printAll(call, *settings);
    if (call.has("json")) return {};
    for (const RuleSetting& each : *settings) {
        for (const RuleParameter& parameter : each.inForce.parameters)
            call.out << "  " << parameter.name << "=" << parameter.value << "  "
                     << Text::tr("%1，%2 至 %3")
                            .arg(parameter.title, QString::number(parameter.least),
                                 QString::number(parameter.most))
                     << "\n";
        if (each.inForce.kind == RuleKind::Frequency && each.inForce.mayBeWaived())
            call.out << "  per=" << unitWords().at(int(each.inForce.per))
                     << "  year|quarter|month\n";
        if (each.inForce.mayBeWaived())
            call.out << "  enabled=" << (each.inForce.enabled ? "yes" : "no") << "  yes|no\n";
        if (!each.inForce.shownAs.isEmpty())
            call.out << "  " << Text::tr("本镇自己的要求，用 kind 修改") << "\n";
        else if (!each.inForce.local)
            call.out << "  " << Text::tr("统一规定，各地不能改") << "\n";
    }
    return {};
}

Result<void> change(RuleOverride& choice, const QString& word) {
    const qsizetype at = word.indexOf(u'=');
    const QString name = word.left(qMax<qsizetype>(at, 0));
    const QString value = word.sliced(at + 1);
    if (name == u"enabled"_s && (value == u"yes"_s || value == u"no"_s)) {
        choice.enabled = value == u"yes"_s;
        return {};
    }
    if (name == u"per"_s && unitWords().contains(value)) {
        choice.per = static_cast<Period::Unit>(unitWords().indexOf(value));
        return {};
    }
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (name.isEmpty() || name == u"enabled"_s || name == u"per"_s || !isNumber)
        return misused(Text::tr("“%1”看不懂").arg(word));
    choice.parameters.insert(name, number);
    return {};
}

Result<void> set(const Call& call) {
    if (call.words.size() < 4) return misused(Text::tr("没有写改成多少"));
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto settings = ruleSettings((*store)->reader(), call.word(2));
    if (!settings) return fail(settings.error());
    RuleOverride choice;
    choice.rule = call.word(2);
    for (const RuleSetting& each : *settings)
        if (each.choice) choice = *each.choice;
    for (const QString& word : call.words.sliced(3))
        if (const auto done = change(choice, word); !done) return done;
    if (const auto done = overrideRule(**store, choice); !done) return done;
    const auto now = ruleSettings((*store)->reader(), choice.rule);
    if (!now) return fail(now.error());
    printAll(call, *now);
    return {};
}

Result<void> reset(const Call& call) {
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    if (const auto done = resetRule(**store, call.word(2)); !done) return done;
    call.out << Text::tr("已恢复原样：%1").arg(call.word(2)) << "\n";
    return {};
}

Result<void> rule(const Call& call) {
    const QString action = call.word(1);
    if (action == u"list"_s) return list(call);
    if (call.word(2).isEmpty()) return misused(Text::tr("没有写规则编号"));
    if (action == u"show"_s) return show(call);
    if (action == u"set"_s) return set(call);
    if (action == u"reset"_s) return reset(call);
    return misused(Text::tr("没有“%1”这个做法").arg(action));
}
}

QList<Command> ruleCommands() {
    static const OptionSpec json{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")};
    return {
        {"rule",
         {u"STORE"_s, u"list|show|set|reset"_s, u"[ID]"_s, u"[NAME=VALUE…]"_s},
         QT_TRANSLATE_NOOP("Cli", "看组织生活规则；调整可由本镇规定的，或恢复原样"),
         {json},
         rule},
    };
}

} // namespace baolei::cli
