#include "core/store/record.h"

#include "core/base/normal_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};
}

Table::Table(QByteArray name, QString title, QList<Column> columns)
    : m_name(std::move(name))
    , m_title(std::move(title))
    , m_columns(std::move(columns)) {
    QByteArray marks = "?";
    for (qsizetype i = 1; i < m_columns.size(); ++i)
        marks += ",?";
    m_insert = "INSERT INTO " + m_name + "(" + columnList() + ") VALUES(" + marks + ")";
    m_select = "SELECT " + columnList() + ", deleted_at FROM " + m_name + " WHERE id = ?";
    m_hashOrder.resize(m_columns.size() - 1);
    std::iota(m_hashOrder.begin(), m_hashOrder.end(), 1);
    std::sort(m_hashOrder.begin(), m_hashOrder.end(),
              [this](qsizetype a, qsizetype b) { return m_columns[a].name < m_columns[b].name; });
}

const Column* Table::find(QByteArrayView column) const {
    for (const Column& each : m_columns)
        if (each.name == column) return &each;
    return nullptr;
}

QByteArray Table::columnList(const QByteArray& prefix) const {
    QByteArray list;
    for (const Column& column : m_columns) {
        if (!list.isEmpty()) list += ", ";
        list += prefix.isEmpty() ? column.name : prefix + "." + column.name;
    }
    return list;
}

Value normalValue(const Column& column, Value value) {
    if (auto* text = std::get_if<QString>(&value))
        *text = column.hasLines ? normalText(*text) : normalLine(*text);
    return value;
}

bool isTooLong(const Column& column, const Value& value) {
    const auto* text = std::get_if<QString>(&value);
    return text && text->size() > column.longest;
}

QString tooLongText(const Column& column, const Value& value) {
    return Text::tr("“%1”有 %2 个字，最多 %3 个字")
        .arg(column.title, QString::number(textIn(value).size()), QString::number(column.longest));
}

} // namespace baolei
