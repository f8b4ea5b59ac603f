#include "core/store/new_row.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Cells withoutDefaults(const Table& table, const QList<Value>& values) {
    Cells cells;
    for (const qsizetype i : table.hashOrder())
        if (!isDefault(values[i])) cells.append({table.columns()[i].name, values[i]});
    return cells;
}
}

Result<void> checkLength(const Column& column, const Value& value) {
    if (!isTooLong(column, value)) return {};
    return fail(ErrorCode::Refused, tooLongText(column, value), Text::tr("请缩短后再保存"));
}

NewRow::NewRow(const Table& table, const Uuid& id, const QList<Value>& values)
    : m_table(&table)
    , m_id(id)
    , m_line(hashedLineOf(table.name(), id, withoutDefaults(table, values))) {
    m_cells.reserve(size_t(values.size()));
    m_bytes.reserve(m_line.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (const auto fine = checkLength(table.columns()[i], values[i]); !fine && !m_fault)
            m_fault = fine.error();
        m_cells.push_back(encoded(values[i]));
    }
}

NewRow::Cell NewRow::encoded(const Value& value) {
    using Kind = Cell::Kind;
    if (const auto* number = std::get_if<qint64>(&value)) return {Kind::Number, *number, 0};
    const qint64 from = m_bytes.size();
    if (const auto* text = std::get_if<QString>(&value)) {
        if (!text->isEmpty()) m_bytes += text->toUtf8();
        return {Kind::Text, from, m_bytes.size() - from};
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value)) {
        m_bytes += *bytes;
        return {Kind::Bytes, from, m_bytes.size() - from};
    }
    return {};
}

void NewRow::bindTo(Statement& insert) const {
    int position = 0;
    for (const Cell& cell : m_cells) {
        ++position;
        const auto view
            = [&] { return QByteArrayView(m_bytes.constData() + cell.number, cell.size); };
        switch (cell.kind) {
        case Cell::Kind::Nothing:
            insert.bind(position, Value{});
            break;
        case Cell::Kind::Number:
            insert.bind(position, Value{cell.number});
            break;
        case Cell::Kind::Text:
            insert.bindText(position, view());
            break;
        case Cell::Kind::Bytes:
            insert.bindBytes(position, view());
            break;
        }
    }
}

} // namespace baolei
