#pragma once
// A new record, encoded once for its table and once for the hash of its operation. May be made on
// any thread, so that a long import encodes on one while another writes.

#include "core/store/journal.h"

#include <vector>

namespace baolei {

/// Refuses a text that is longer than its column takes.
Result<void> checkLength(const Column& column, const Value& value);

class NewRow {
public:
    template <typename T>
    explicit NewRow(const T& record)
        : NewRow(tableOf<T>(), record.id.value, valuesOf(record)) { }
    NewRow(const Table& table, const Uuid& id, const QList<Value>& values);

    const Table& table() const { return *m_table; }
    const Uuid& id() const { return m_id; }
    /// Cells that are longer than their columns take, if any.
    const std::optional<Error>& fault() const { return m_fault; }
    const QByteArray& hashedLine() const { return m_line; }
    /// Without copies: this must live until the statement has run.
    void bindTo(Statement& insert) const;

private:
    struct Cell {
        enum class Kind : quint8 { Nothing, Number, Text, Bytes };
        Kind kind = Kind::Nothing;
        qint64 number = 0; ///< or where in m_bytes the text begins
        qsizetype size = 0;
    };
    Cell encoded(const Value& value);

    const Table* m_table;
    Uuid m_id;
    QByteArray m_bytes;
    std::vector<Cell> m_cells;
    QByteArray m_line;
    std::optional<Error> m_fault;
};

} // namespace baolei
