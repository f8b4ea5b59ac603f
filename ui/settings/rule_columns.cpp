#include "ui/settings/rule_columns.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RuleColumns)
};

QString stateText(const RuleSetting& setting) {
    if (!setting.problem.isEmpty()) return Text::tr("本镇的改法已不适用");
    const QString state = setting.inForce.enabled ? Text::tr("启用") : Text::tr("停用");
    return setting.choice ? Text::tr("%1，本镇改过").arg(state) : state;
}

Tone toneOfState(const RuleSetting& setting) {
    if (!setting.problem.isEmpty()) return Tone::Missing;
    return setting.choice ? Tone::Text : Tone::Secondary;
}

QString mayText(const RuleSetting& setting) {
    if (!setting.written.shownAs.isEmpty()) return Text::tr("在活动种类里改");
    if (!setting.written.local) return Text::tr("不能改");
    return setting.written.mayBeWaived() ? Text::tr("可以改") : Text::tr("只能改数字");
}

QString datesText(const Rule& rule) {
    const QString from = rule.from.toString(Qt::ISODate);
    return rule.to.isValid() ? Text::tr("%1 至 %2").arg(from, rule.to.toString(Qt::ISODate))
                             : Text::tr("%1 起").arg(from);
}
}

QList<RecordColumn<RuleSetting>> ruleColumns() {
    using S = RuleSetting;
    using C = RecordColumn<S>;
    const auto title = [](const S& s) { return s.inForce.title; };
    const auto source = [](const S& s) { return s.inForce.source.text(); };
    const auto figures = [](const S& s) { return figuresText(s.inForce); };
    const auto checked = [](const S& s) { return s.inForce.source.checked; };
    return {
        C(u"rule"_s, Text::tr("编号"), [](const S& s) { return s.inForce.label(); }).wide(7),
        C(u"title"_s, Text::tr("要求什么"), title).filling().hinted(title),
        C(u"severity"_s, Text::tr("要求"),
          [](const S& s) { return severityText(s.inForce.severity); })
            .wide(3)
            .sortedBy([](const S& s) { return SortKey(qint64(s.inForce.severity)); }),
        C(u"figures"_s, Text::tr("频次和数字"), figures).wide(9).hinted(figures),
        C(u"source"_s, Text::tr("依据"), source).wide(11).hinted(source),
        C(u"checked"_s, Text::tr("查证"), [=](const S& s) { return checkedText(checked(s)); })
            .wide(5)
            .inked([=](const S& s) {
                return checked(s) == Checked::Unverified ? Tone::Due : Tone::Secondary;
            })
            .sortedBy([=](const S& s) { return SortKey(qint64(checked(s))); }),
        C(u"state"_s, Text::tr("现在"), stateText).wide(7).inked(toneOfState),
        C(u"may"_s, Text::tr("本镇能不能改"), mayText).wide(6).inked([](const S& s) {
            return s.written.local ? Tone::Text : Tone::Secondary;
        }),
    };
}

Uuid ruleRowId(const RuleSetting& setting) {
    const QByteArray key
        = setting.written.id.toUtf8() + setting.written.from.toString(Qt::ISODate).toLatin1();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Blake2b_256);
    return Uuid::fromBytes(hash.first(16));
}

QString ruleText(const RuleSetting& setting) {
    const Rule& rule = setting.inForce;
    QStringList lines{rule.label() + u"　"_s + rule.title};
    if (!rule.from.isValid()) return lines.first() + u'\n' + setting.problem;
    lines.append(Text::tr("依据：%1　施行：%2").arg(rule.source.text(), datesText(rule)));
    QStringList remarks;
    if (rule.source.checked == Checked::Unverified)
        remarks.append(Text::tr("这条的数字没有查到原文，请按上级的正式文件核对后再定"));
    if (!setting.problem.isEmpty())
        remarks.append(Text::tr("%1。请恢复原样，再重新设置").arg(setting.problem));
    if (setting.choice && figuresText(setting.written) != figuresText(rule))
        remarks.append(Text::tr("原来是：%1").arg(figuresText(setting.written)));
    remarks.append(Text::tr("本镇%1").arg(mayText(setting)));
    lines.append(remarks.join(u"；"_s) + u'。');
    return lines.join(u'\n');
}

} // namespace baolei
