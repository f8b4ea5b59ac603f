#include "core/store/record.h"

#include <algorithm>
#include <numeric>

namespace baolei {

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

} // namespace baolei
