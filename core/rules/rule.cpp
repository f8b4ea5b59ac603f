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
    if (!rule.local) return Text::tr("这是统一规定，各地不能改");
    if (change.per && rule.kind != RuleKind::Frequency) return Text::tr("它没有周期");
    rule.enabled = change.enabled;
    if (change.per) rule.per = *change.per;
    for (auto it = change.parameters.cbegin(); it != change.parameters.cend(); ++it) {
        const QString problem = applyParameter(rule, it.key(), it.value());
        if (!problem.isEmpty()) return problem;
    }
    return compileRule(rule);
}
}

QString checkedText(Checked checked) {
    switch (checked) {
    case Checked::Confirmed:
        return u"核"_s;
    case Checked::Secondary:
        return u"旁"_s;
    case Checked::Unverified:
        return u"未查证"_s;
    case Checked::Product:
        break;
    }
    return u"产"_s;
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
        bool found = false;
        for (Rule& rule : book.rules) {
            if (rule.id != change.rule) continue;
            found = true;
            const QString problem = applyOverride(rule, change);
            if (!problem.isEmpty()) return fail(overrideError(change.rule, problem));
        }
        if (!found) return fail(overrideError(change.rule, Text::tr("没有这条规则")));
    }
    return book;
}

} // namespace baolei
