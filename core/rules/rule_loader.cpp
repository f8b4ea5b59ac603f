#include "core/rules/rule_loader.h"

#include "core/base/data_files.h"
#include "core/rules/strict_json.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RuleLoader)
};

constexpr int kMostCount = 1000;
constexpr int kMostRules = 5000;
const QStringList kChecked{u"核"_s, u"旁"_s, u"未查证"_s, u"产"_s}; // in the order of Checked

tl::unexpected<Error> bad(const QString& file, const QString& rule, const QString& reason) {
    return fail(ErrorCode::BadFile,
                Text::tr("规则文件“%1”中的规则 %2 写错了：%3").arg(file, rule, reason),
                Text::tr("请改正这个文件，或删去自己的副本以恢复原样"));
}

// A count is a number or the name of a parameter.
QString countText(JsonFields& fields, const QString& key, const QString& fallback) {
    const QJsonValue value = fields.value(key);
    if (value.isUndefined()) return fallback;
    if (value.isString()) return value.toString();
    return QString::number(fields.number(key, 0, kMostCount));
}

QList<RuleParameter> parametersOf(JsonFields& fields) {
    QList<RuleParameter> all;
    for (const auto& value : fields.array(u"parameters"_s)) {
        JsonFields item(value);
        RuleParameter parameter;
        parameter.name = item.text(u"name"_s);
        parameter.title = item.text(u"title"_s);
        parameter.least = item.number(u"least"_s, 0, 1'000'000);
        parameter.most = item.number(u"most"_s, 0, 1'000'000);
        parameter.value = item.number(u"value"_s, static_cast<int>(parameter.least),
                                      static_cast<int>(qMax(parameter.least, parameter.most)));
        const auto same = [&](const RuleParameter& other) { return other.name == parameter.name; };
        if (std::any_of(all.cbegin(), all.cend(), same)) item.refuse(Text::tr("名称重复"));
        for (const FactName& fact : factNames()) {
            if (fact.id == parameter.name) item.refuse(Text::tr("名称与数据项相同"));
        }
        if (const QString problem = item.problem(); !problem.isEmpty())
            fields.refuse(Text::tr("“parameters”的“%1”：%2").arg(parameter.name, problem));
        all.append(parameter);
    }
    return all;
}

RuleCheck checkOf(JsonFields& item, bool withHolds) {
    RuleCheck check;
    if (withHolds) check.holdsText = item.text(u"holds"_s);
    check.haveText = item.textOr(u"have"_s, {});
    check.needText = item.textOr(u"need"_s, {});
    check.messageText = item.text(u"message"_s);
    return check;
}

void readChecks(JsonFields& fields, Rule& rule) {
    if (rule.kind != RuleKind::Condition) {
        rule.checks.append(RuleCheck());
        rule.checks.last().messageText = fields.text(u"message"_s);
        return;
    }
    if (!fields.has(u"checks"_s)) {
        rule.checks.append(checkOf(fields, true));
        return;
    }
    for (const auto& value : fields.array(u"checks"_s)) {
        JsonFields item(value);
        rule.checks.append(checkOf(item, true));
        if (const QString problem = item.problem(); !problem.isEmpty()) fields.refuse(problem);
    }
    if (rule.checks.isEmpty()) fields.refuse(Text::tr("“checks”是空的"));
}

void readKind(JsonFields& fields, Rule& rule) {
    static const QStringList kUnits{u"year"_s, u"quarter"_s, u"month"_s};
    static const QStringList kKinds{u"frequency"_s, u"condition"_s, u"deadline"_s, u"overlap"_s};
    static const QStringList kSubjects{u"organisation"_s, u"group"_s, u"activity"_s, u"vote"_s};
    rule.kind = static_cast<RuleKind>(fields.choice(u"kind"_s, kKinds));
    switch (rule.kind) {
    case RuleKind::Frequency:
        rule.per = static_cast<Period::Unit>(fields.choice(u"per"_s, kUnits));
        rule.countText = countText(fields, u"count"_s, u"1"_s);
        rule.graceText = countText(fields, u"grace"_s, u"0"_s);
        if (fields.has(u"over"_s))
            rule.subject = static_cast<RuleSubject>(fields.choice(u"over"_s, kSubjects.mid(0, 2)));
        break;
    case RuleKind::Condition:
        rule.subject = static_cast<RuleSubject>(fields.choice(u"over"_s, kSubjects));
        if (rule.subject == RuleSubject::Group) fields.refuse(Text::tr("“over”不能是 group"));
        break;
    case RuleKind::Deadline:
        rule.dateText = fields.text(u"date"_s);
        for (const auto& level : fields.array(u"levels"_s))
            rule.levels.append(level.toInteger(-1));
        if (rule.levels.isEmpty() || rule.levels.last() < 0
            || !std::is_sorted(rule.levels.crbegin(), rule.levels.crend()))
            fields.refuse(Text::tr("“levels”应当是从大到小的天数"));
        break;
    case RuleKind::Overlap:
        rule.subject = RuleSubject::Activity;
        break;
    }
}

// Rules that say nothing lead to the organisation; activities and duties lead to their records.
RuleMend mendOf(JsonFields& fields) {
    if (!fields.has(u"mend"_s)) return {u"people"_s, u"organisation"_s, Text::tr("看党组织")};
    JsonFields mend(fields.object(u"mend"_s));
    const RuleMend found{mend.text(u"page"_s), mend.text(u"action"_s), mend.text(u"verb"_s)};
    if (const QString problem = mend.problem(); !problem.isEmpty()) fields.refuse(problem);
    return found;
}

Rule ruleOf(JsonFields& fields) {
    static const QStringList kSeverities{u"must"_s, u"should"_s, u"note"_s};
    Rule rule;
    rule.id = fields.text(u"id"_s);
    rule.also = fields.texts(u"also"_s);
    rule.shownAs = fields.textOr(u"shown-as"_s, {});
    rule.title = fields.text(u"title"_s);
    rule.severity = static_cast<Severity>(fields.choice(u"severity"_s, kSeverities));
    readKind(fields, rule);
    rule.activities = fields.texts(u"activities"_s);
    rule.appliesText = fields.textOr(u"applies"_s, {});
    rule.mend = mendOf(fields);
    rule.local = fields.flagOr(u"local"_s, false);
    rule.enabled = fields.flagOr(u"enabled"_s, true);
    rule.parameters = parametersOf(fields);
    readChecks(fields, rule);

    JsonFields effective(fields.object(u"effective"_s));
    rule.from = QDate::fromString(effective.text(u"from"_s), Qt::ISODate);
    const QString to = effective.textOr(u"to"_s, {});
    rule.to = QDate::fromString(to, Qt::ISODate);
    if (!rule.from.isValid() || (!to.isEmpty() && !(rule.to >= rule.from)))
        fields.refuse(Text::tr("“effective”的日期不对"));
    if (const QString problem = effective.problem(); !problem.isEmpty()) fields.refuse(problem);

    QString problem;
    rule.source = parseSource(fields.value(u"source"_s), problem);
    if (!problem.isEmpty()) fields.refuse(problem);
    if (rule.source.checked == Checked::Unverified && !rule.local)
        fields.refuse(Text::tr("依据未查证的规则要写明 local，以便在设置中调整"));
    return rule;
}

// A frequency or overlap without kinds has no meaning.
QString kindProblem(const Rule& rule, const QStringList& kinds) {
    for (const QString& kind : rule.activities) {
        if (!kinds.contains(kind)) return Text::tr("没有叫“%1”的活动").arg(kind);
    }
    const bool needsKinds = rule.kind == RuleKind::Frequency || rule.kind == RuleKind::Overlap;
    if (needsKinds && rule.activities.isEmpty()) return Text::tr("缺少“activities”");
    if (rule.kind == RuleKind::Overlap && rule.activities.size() != 2)
        return Text::tr("“activities”应当是两种活动");
    return {};
}

QString overlapProblem(const Rule& rule, const QList<Rule>& others) {
    for (const Rule& other : others) {
        if (other.id != rule.id) continue;
        const bool apart = (!other.to.isNull() && other.to < rule.from)
            || (!rule.to.isNull() && rule.to < other.from);
        if (!apart) return Text::tr("与同号规则的生效日期重叠（“%1”）").arg(other.file);
    }
    return {};
}

QString addRule(RuleBook& book, Rule rule) {
    for (const QString& kind : rule.activities) {
        if (!book.kinds.contains(kind)) book.kinds.append(kind);
        if (book.kinds.size() > kMostKinds) return Text::tr("规则涉及的活动种类太多");
        rule.activityMask |= book.kindBit(kind);
    }
    book.rules.append(rule);
    return {};
}
}

RuleSource parseSource(const QJsonValue& value, QString& problem) {
    RuleSource source;
    if (!value.isObject()) {
        problem = Text::tr("缺少“source”（依据）");
        return source;
    }
    JsonFields fields(value);
    source.document = fields.text(u"document"_s);
    source.article = fields.textOr(u"article"_s, {});
    source.checked = static_cast<Checked>(fields.choice(u"checked"_s, kChecked));
    problem = fields.problem();
    if (!problem.isEmpty()) problem = Text::tr("“source”：%1").arg(problem);
    return source;
}

QJsonObject sourceJson(const RuleSource& source) {
    QJsonObject json{{u"document"_s, source.document},
                     {u"checked"_s, kChecked.at(static_cast<qsizetype>(source.checked))}};
    if (!source.article.isEmpty()) json.insert(u"article"_s, source.article);
    return json;
}

Result<void> addRules(RuleBook& book, const QByteArray& json, const QString& file,
                      const QStringList& kinds) {
    const auto top = jsonObjectOf(json, file);
    if (!top) return fail(top.error());
    JsonFields fields(*top);
    const QJsonArray rules = fields.array(u"rules"_s);
    if (rules.isEmpty()) fields.refuse(Text::tr("缺少“rules”"));
    if (rules.size() > kMostRules) fields.refuse(Text::tr("规则太多"));
    if (const QString problem = fields.problem(); !problem.isEmpty())
        return bad(file, u"-"_s, problem);
    for (qsizetype i = 0; i < rules.size(); ++i) {
        JsonFields item(rules.at(i));
        Rule rule = ruleOf(item);
        rule.file = file;
        QString problem = item.problem();
        if (problem.isEmpty()) problem = kindProblem(rule, kinds);
        if (problem.isEmpty()) problem = overlapProblem(rule, book.rules);
        if (problem.isEmpty()) problem = compileRule(rule);
        const QString name = rule.id.isEmpty() ? Text::tr("第 %1 条").arg(i + 1) : rule.id;
        if (problem.isEmpty()) problem = addRule(book, rule);
        if (!problem.isEmpty()) return bad(file, name, problem);
    }
    return {};
}

Result<RuleBook> parseRules(const QByteArray& json, const QString& file, const QStringList& kinds) {
    RuleBook book;
    if (const auto done = addRules(book, json, file, kinds); !done) return fail(done.error());
    return book;
}

Result<RuleBook> loadRules(const QStringList& kinds) {
    RuleBook book;
    book.kinds = kinds; // what no rule speaks of was held all the same
    for (const QString& name : dataFiles(u"rules"_s, u".rules.json"_s)) {
        const auto bytes = readDataFile(name);
        if (!bytes) return fail(bytes.error());
        if (const auto done = addRules(book, *bytes, dataFilePath(name), kinds); !done)
            return fail(done.error());
    }
    return book;
}

} // namespace baolei
