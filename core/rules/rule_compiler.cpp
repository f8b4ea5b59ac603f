// Turns the texts of a rule into expressions over the facts that its subject has.

#include "core/rules/rule.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RuleCompiler)
};

int factsOf(RuleSubject subject) {
    switch (subject) {
    case RuleSubject::Activity:
        return kOrganisationFacts + kActivityFacts;
    case RuleSubject::Vote:
        return kAllFacts;
    case RuleSubject::Organisation:
    case RuleSubject::Group:
        break;
    }
    return kOrganisationFacts;
}

Vocabulary wordsFor(const Rule& rule) {
    Vocabulary words;
    for (int place = 0; place < factsOf(rule.subject); ++place)
        words.places.insert(factNames().at(place).id, place);
    for (const RuleParameter& parameter : rule.parameters)
        words.constants.insert(parameter.name, parameter.value);
    return words;
}

class Compiler {
public:
    explicit Compiler(const Rule& rule)
        : m_words(wordsFor(rule)) { }

    Expression compile(const QString& key, const QString& text) {
        if (text.isEmpty() || !m_problem.isEmpty()) return {};
        const auto result = Expression::compile(text, m_words);
        if (result) return *result;
        m_problem = Text::tr("“%1”第 %2 个字：%3")
                        .arg(key, QString::number(result.error().position),
                             result.error().reason);
        return {};
    }
    QList<MessagePart> message(const QString& text);
    QString problem() const { return m_problem; }

private:
    MessagePart braces(const QString& inside);

    Vocabulary m_words;
    QString m_problem;
};

const QStringList kWords{u"organisation"_s, u"group"_s, u"period"_s,
                         u"deadline"_s,     u"have"_s,  u"need"_s};

MessagePart Compiler::braces(const QString& inside) {
    if (kWords.contains(inside)) return {inside, true, {}, FactType::Number};
    MessagePart part;
    const qsizetype bar = inside.indexOf(u'|');
    const QString format = bar < 0 ? QString() : inside.mid(bar + 1);
    part.expression
        = compile(u"message {"_s + inside + u'}', inside.left(bar < 0 ? inside.size() : bar));
    if (const int place = part.expression.onlyPlace(); place >= 0)
        part.type = factNames().at(place).type;
    if (format == "day"_L1)
        part.type = FactType::Day;
    else if (format == "time"_L1)
        part.type = FactType::Time;
    else if (bar >= 0 && m_problem.isEmpty())
        m_problem = Text::tr("“message”里“|”后面只能是 day 或 time");
    return part;
}

QList<MessagePart> Compiler::message(const QString& text) {
    QList<MessagePart> parts;
    qsizetype at = 0;
    while (at < text.size() && m_problem.isEmpty()) {
        const qsizetype open = text.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (open >= 0 && close < 0) {
            m_problem = Text::tr("“message”第 %1 个字：“{”没有合上").arg(open + 1);
            break;
        }
        const QString plain = text.mid(at, (open < 0 ? text.size() : open) - at);
        if (!plain.isEmpty()) parts.append({plain, false, {}, FactType::Number});
        if (open < 0) break;
        parts.append(braces(text.mid(open + 1, close - open - 1)));
        at = close + 1;
    }
    return parts;
}

QString remarkOf(const Rule& rule) {
    if (rule.source.checked == Checked::Unverified)
        return Text::tr("（依据未查证，可在设置中调整）");
    return rule.local ? Text::tr("（可在设置中调整）") : QString();
}
}

QString compileRule(Rule& rule) {
    rule.labelText = rule.label();
    rule.sourceText = rule.source.text();
    rule.remarkText = remarkOf(rule);
    Compiler compiler(rule);
    rule.applies = compiler.compile(u"applies"_s, rule.appliesText);
    rule.count = compiler.compile(u"count"_s, rule.countText);
    rule.grace = compiler.compile(u"grace"_s, rule.graceText);
    rule.date = compiler.compile(u"date"_s, rule.dateText);
    for (RuleCheck& check : rule.checks) {
        check.holds = compiler.compile(u"holds"_s, check.holdsText);
        check.have = compiler.compile(u"have"_s, check.haveText);
        check.need = compiler.compile(u"need"_s, check.needText);
        check.message = compiler.message(check.messageText);
    }
    return compiler.problem();
}

} // namespace baolei
