#include "core/rules/strict_json.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(StrictJson)
};
}

JsonFields::JsonFields(const QJsonValue& value)
    : m_object(value.toObject()) {
    if (!value.isObject()) refuse(Text::tr("这里应当是一组“名称：值”"));
}

void JsonFields::refuse(const QString& reason) {
    if (m_problem.isEmpty()) m_problem = reason;
}

QJsonValue JsonFields::take(const QString& key) {
    m_asked.insert(key);
    return m_object.value(key);
}

QJsonValue JsonFields::value(const QString& key) {
    return take(key);
}

QString JsonFields::text(const QString& key) {
    const QString text = take(key).toString().trimmed();
    if (text.isEmpty()) refuse(Text::tr("缺少“%1”").arg(key));
    return text;
}

QString JsonFields::textOr(const QString& key, const QString& fallback) {
    return has(key) ? text(key) : (take(key), fallback);
}

int JsonFields::number(const QString& key, int least, int most) {
    const QJsonValue value = take(key);
    const double number = value.toDouble(least - 1.0);
    if (number >= least && number <= most && number == static_cast<int>(number))
        return static_cast<int>(number);
    refuse(Text::tr("“%1”应当是 %2 至 %3 的整数").arg(key).arg(least).arg(most));
    return least;
}

int JsonFields::numberOr(const QString& key, int fallback, int least, int most) {
    return has(key) ? number(key, least, most) : (take(key), fallback);
}

bool JsonFields::flagOr(const QString& key, bool fallback) {
    const QJsonValue value = take(key);
    if (value.isBool()) return value.toBool();
    if (!value.isUndefined()) refuse(Text::tr("“%1”应当是 true 或 false").arg(key));
    return fallback;
}

QJsonArray JsonFields::array(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isArray() && !value.isUndefined()) refuse(Text::tr("“%1”应当是列表").arg(key));
    return value.toArray();
}

QStringList JsonFields::texts(const QString& key) {
    QStringList all;
    for (const QJsonValue value : array(key)) {
        all.append(value.toString());
        if (all.last().isEmpty()) refuse(Text::tr("“%1”里应当都是文字").arg(key));
    }
    return all;
}

QJsonObject JsonFields::object(const QString& key) {
    const QJsonValue value = take(key);
    if (!value.isObject()) refuse(Text::tr("缺少“%1”").arg(key));
    return value.toObject();
}

int JsonFields::choice(const QString& key, const QStringList& names) {
    const QString name = text(key);
    const int index = static_cast<int>(names.indexOf(name));
    if (index < 0) refuse(Text::tr("“%1”只能是 %2").arg(key, names.join(u'、')));
    return qMax(index, 0);
}

QString JsonFields::problem() {
    for (const QString& key : m_object.keys()) {
        if (!m_asked.contains(key)) refuse(Text::tr("不认识“%1”").arg(key));
    }
    return m_problem;
}

Result<QJsonObject> jsonObjectOf(const QByteArray& bytes, const QString& file) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    const QString next = Text::tr("请改正这个文件，或删去自己的副本以恢复原样");
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::BadFile,
                    Text::tr("数据文件“%1”在第 %2 个字节处读不下去").arg(file).arg(error.offset),
                    next);
    if (!document.isObject())
        return fail(ErrorCode::BadFile,
                    Text::tr("数据文件“%1”的最外层应当是一组“名称：值”").arg(file), next);
    return document.object();
}

} // namespace baolei
