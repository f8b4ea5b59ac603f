#include "core/rules/rule.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Rule)
};

Error overrideError(const QString& rule, const QString& reason) {
    return {ErrorCode::Refused,
            Text::tr("规则 %1 不能这样设置：%2").arg(rule, reason),
            {},
            Text::tr("请在“设置”中改正后再保存")};
}

QString applyParameter(Rule& rule, const QString& name, qint64 value) {
    for (RuleParameter& parameter : rule.parameters) {
        if (parameter.name != name) continue;
        if (value < parameter.least || value > parameter.most)
            return Text::tr("“%1”应当在 %2 至 %3 之间")
                .arg(parameter.title, QString::number(parameter.least),
                     QString::number(parameter.most));
        parameter.value = value;
        return {};
    }
    return Text::tr("没有叫“%1”的参数").arg(name);
}

QString applyOverride(Rule& rule, const RuleOverride& change) {
    if (change.per && rule.kind != RuleKind::Frequency) return Text::tr("它没有周期");
    if ((!change.enabled || change.per) && !rule.mayBeWaived())
        return Text::tr("依据已经查证，只能改它列出的数字，不能停用或改周期");
    rule.enabled = change.enabled;
    if (change.per) rule.per = *change.per;
    for (auto it = change.parameters.cbegin(); it != change.parameters.cend(); ++it) {
        const QString problem = applyParameter(rule, it.key(), it.value());
        if (!problem.isEmpty()) return problem;
    }
    return compileRule(rule);
}

QString frequencyText(const Rule& rule) {
    const OrganisationRow unknown; // numbers and parameters are constants: no fact is asked for
    const qint64 grace = rule.grace.value(unknown.values.data());
    const QString text
        = Text::tr("每%1 %2 次")
              .arg(unitText(rule.per), factText(rule.count.value(unknown.values.data()), {}));
    return grace > 0 ? Text::tr("%1，可延至期后 %2 天").arg(text).arg(grace) : text;
}

QString deadlineText(const Rule& rule) {
    QStringList days;
    for (const qint64 level : rule.levels)
        days.append(QString::number(level));
    return Text::tr("提前 %1 天提醒").arg(days.join(u'、'));
}
}

QString checkedText(Checked checked) {
    switch (checked) {
    case Checked::Confirmed:
        return Text::tr("已查证");
    case Checked::Secondary:
        return Text::tr("据转述");
    case Checked::Unverified:
        return Text::tr("未查证");
    case Checked::Product:
        break;
    }
    return Text::tr("软件建议");
}

QString severityText(Severity severity) {
    switch (severity) {
    case Severity::Must:
        return Text::tr("必须");
    case Severity::Should:
        return Text::tr("应当");
    case Severity::Note:
        break;
    }
    return Text::tr("提示");
}

QString severityWord(Severity severity) {
    switch (severity) {
    case Severity::Must:
        return u"must"_s;
    case Severity::Should:
        return u"should"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

QString unitText(Period::Unit unit) {
    switch (unit) {
    case Period::Unit::Year:
        return Text::tr("年");
    case Period::Unit::Quarter:
        return Text::tr("季度");
    case Period::Unit::Month:
        break;
    }
    return Text::tr("月");
}

QString figuresText(const Rule& rule) {
    if (rule.kind == RuleKind::Frequency) return frequencyText(rule);
    if (rule.kind == RuleKind::Deadline) return deadlineText(rule);
    QStringList texts;
    for (const RuleParameter& parameter : rule.parameters)
        texts.append(parameter.title + u' ' + QString::number(parameter.value));
    return texts.join(u'；');
}

QString RuleSource::text() const {
    const QString place = document + article;
    switch (checked) {
    case Checked::Confirmed:
        return place;
    case Checked::Secondary:
        return Text::tr("%1（据转述）").arg(place);
    case Checked::Unverified:
        return Text::tr("%1（未查证）").arg(place);
    case Checked::Product:
        break;
    }
    return Text::tr("%1（本软件的建议，非规定）").arg(place);
}

QString Rule::label() const {
    if (!shownAs.isEmpty()) return shownAs;
    return also.isEmpty() ? id : id + u'（' + also.join(u'、') + u'）';
}

quint64 RuleBook::kindBit(const QString& kind) const {
    const qsizetype bit = kinds.indexOf(kind);
    return bit < 0 ? 0 : quint64(1) << bit;
}

const Rule* RuleBook::find(const QString& id, QDate day) const {
    for (const Rule& rule : rules) {
        if (rule.id == id && rule.inForceOn(day)) return &rule;
    }
    for (const Rule& rule : rules) {
        if (rule.also.contains(id) && rule.inForceOn(day)) return &rule;
    }
    return nullptr;
}

Result<RuleBook> withOverrides(RuleBook book, const QList<RuleOverride>& overrides) {
    for (const RuleOverride& change : overrides) {
        bool isKnown = false;
        bool isLocal = false;
        for (Rule& rule : book.rules) {
            if (rule.id != change.rule) continue;
            isKnown = true;
            if (!rule.local) continue;
            isLocal = true;
            const QString problem = applyOverride(rule, change);
            if (!problem.isEmpty()) return fail(overrideError(change.rule, problem));
        }
        if (!isKnown) return fail(overrideError(change.rule, Text::tr("没有这条规则")));
        if (!isLocal) return fail(overrideError(change.rule, Text::tr("这是统一规定，各地不能改")));
    }
    return book;
}

} // namespace baolei
