#pragma once
// What a command sees of the store while it runs: it may read, put and erase. Everything that a
// session does is one operation: it happens whole or not at all. Only Store makes sessions.

#include "core/store/new_row.h"

#include <QSet>

namespace baolei {

/// What one committed operation touched, for pages to know whether to look again.
struct Changes {
    QSet<QByteArray> tables;
    QList<Uuid> rows; ///< at most kMaxRows; then isMany
    bool isMany = false;
    bool touches(const QByteArray& table) const { return tables.contains(table); }
    static constexpr qsizetype kMaxRows = 1000;
};

class Session {
public:
    /// The record with this key; NotFound where it is not there or is deleted.
    template <typename T> Result<T> find(Id<T> id) {
        auto values = load(tableOf<T>(), id.value);
        if (!values) return fail(values.error());
        return recordFrom<T>(*values);
    }

    /// Writes a record whose key is new: faster than put, refused where the key is there.
    template <typename T> Result<void> add(const T& record) { return add(NewRow(record)); }
    Result<void> add(const NewRow& row);

    /// Writes a record, new or changed; only cells that differ are written and journaled.
    /// Putting a deleted record brings it back. False: nothing differed.
    template <typename T> Result<bool> put(const T& record) {
        return putRow(tableOf<T>(), record.id.value, valuesOf(record));
    }

    /// Marks a record as deleted; its cells stay, so that it can be brought back.
    template <typename T> Result<void> erase(Id<T> id) { return eraseRow(tableOf<T>(), id.value); }

    /// Keeps the bytes of a file, once whoever else has them, and gives their name for a record's
    /// `content_hash` (core/store/contents).
    Result<QByteArray> keepContent(const QByteArray& bytes);
    /// Takes them out of the file for good.
    Result<void> dropContent(const QByteArray& hash);

    /// Questions inside the operation: they see what it has written so far.
    const Reader& reader() const { return m_reader; }
    const QDateTime& now() const { return m_head.wallTime; }
    template <typename T> Id<T> newId() const { return {newUuid(now().toMSecsSinceEpoch())}; }

    /// Cells by name, whatever the table: how undo and merge write. `cells` without the key.
    Result<void> writeCells(const QByteArray& table, const Uuid& row, const Cells& cells);

private:
    friend class Store;
    Session(std::shared_ptr<Connection> connection, OperationInfo head, const QByteArray& previous);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    Result<void> mayWrite();
    Result<QList<Value>> load(const Table& table, const Uuid& id);
    Result<bool> putRow(const Table& table, const Uuid& id, const QList<Value>& values);
    Result<void> eraseRow(const Table& table, const Uuid& id);
    Result<void> update(const QByteArray& table, const Uuid& id, const Cells& cells);
    Result<void> appendLine(const QByteArray& table, const Uuid& id, const Value& before,
                            const QByteArray& hashedLine);
    Result<void> finish();
    tl::unexpected<Error> failed(const Error& error);

    std::shared_ptr<Connection> m_connection;
    Reader m_reader;
    OperationInfo m_head;
    ChainHash m_hash;
    Changes m_changes;
    bool m_hasDropped = false; ///< then it is worth telling, though no record changed
    std::optional<Error> m_failure; ///< then nothing more is written, and nothing is committed
};

} // namespace baolei
