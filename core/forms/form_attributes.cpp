#include "core/forms/form_attributes.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};
}

void complain(QXmlStreamReader& xml, const QString& reason) {
    if (!xml.hasError()) xml.raiseError(reason);
}

FormAttributes::FormAttributes(QXmlStreamReader& xml)
    : m_xml(xml)
    , m_element(xml.name().toString())
    , m_all(xml.attributes()) { }

void FormAttributes::refuseOthers() {
    for (const QXmlStreamAttribute& attribute : m_all) {
        const QString name = attribute.name().toString();
        if (m_known.contains(name)) continue;
        QStringList known(m_known.begin(), m_known.end());
        known.sort();
        complain(
            m_xml,
            Text::tr("<%1> 没有属性“%2”；可用的属性：%3").arg(m_element, name, known.join(u'、')));
    }
}

QString FormAttributes::text(const QString& name, const QString& otherwise) {
    m_known.insert(name);
    return has(name) ? m_all.value(name).toString() : otherwise;
}

qreal FormAttributes::number(const QString& name, qreal otherwise, qreal least, qreal most) {
    m_known.insert(name);
    if (!has(name)) return otherwise;
    bool isNumber = false;
    const qreal value = m_all.value(name).toDouble(&isNumber);
    if (isNumber && value >= least && value <= most) return value;
    refuse(name, text(name), Text::tr("%1到%2的数").arg(least).arg(most));
    return otherwise;
}

int FormAttributes::count(const QString& name, int otherwise, int least, int most) {
    m_known.insert(name);
    if (!has(name)) return otherwise;
    bool isNumber = false;
    const int value = m_all.value(name).toInt(&isNumber);
    if (isNumber && value >= least && value <= most) return value;
    refuse(name, text(name), Text::tr("%1到%2的整数").arg(least).arg(most));
    return otherwise;
}

bool FormAttributes::yes(const QString& name, bool otherwise) {
    m_known.insert(name);
    return choice<bool>(name, otherwise, {{u"yes"_s, true}, {u"no"_s, false}});
}

QStringList FormAttributes::list(const QString& name) {
    return text(name).split(u' ', Qt::SkipEmptyParts);
}

QList<qreal> FormAttributes::numbers(const QString& name) {
    QList<qreal> values;
    for (const QString& word : list(name)) {
        bool isNumber = false;
        const qreal value = word.toDouble(&isNumber);
        if (!isNumber || value < 0 || value > 2000) refuse(name, text(name), Text::tr("一列数"));
        values.append(value);
    }
    return values;
}

void FormAttributes::refuse(const QString& name, const QString& given, const QString& allowed) {
    complain(m_xml,
             Text::tr("<%1> 的属性 %2=\"%3\" 不对，应为：%4").arg(m_element, name, given, allowed));
}

} // namespace baolei
