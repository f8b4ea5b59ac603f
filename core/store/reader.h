#pragma once
// Asks questions of a store and cannot change it. One per thread. Every answer is complete: no
// statement stays open when a function returns.

#include "core/store/connection.h"
#include "core/store/record.h"

#include <functional>

namespace baolei {

/// A named value: `{":organisation", id}`.
struct Bind {
    const char* name;
    Value value;
    template <typename T>
    Bind(const char* name_, const T& it)
        : name(name_)
        , value(toValue(it)) { }
};
using Binds = QList<Bind>;
/// The current row; columns count from 0.
using Row = Statement;

class Reader {
public:
    explicit Reader(std::shared_ptr<Connection> connection)
        : m_connection(std::move(connection)) { }
    /// A read-only connection of its own to the store at `path`, without taking its lock; also in
    /// a folder that cannot be written. `vfs` as for Connection::open.
    static Result<Reader> open(const QString& path, const char* vfs = nullptr);

    /// Calls `row` for each row of the answer.
    Result<void> each(const QByteArray& sql, const Binds& binds,
                      const std::function<void(const Row&)>& row) const;

    /// Whole records; `tail` follows SELECT columns FROM live_<table> r, such as
    /// "WHERE r.branch_id = :branch ORDER BY r.name, r.id". Rows marked as deleted are left out.
    template <typename T>
    Result<QList<T>> all(const QByteArray& tail, const Binds& binds = {}) const {
        const Table& table = tableOf<T>();
        QList<T> records;
        const auto done
            = each("SELECT " + table.columnList("r") + " FROM live_" + table.name() + " r " + tail,
                   binds, [&](const Row& row) { records.append(recordOf<T>(row)); });
        if (!done) return fail(done.error());
        return records;
    }

    /// The record with this key; nothing where it is not there or is deleted.
    template <typename T> Result<std::optional<T>> find(Id<T> id) const {
        const auto found = all<T>("WHERE r.id = :id", {{":id", id}});
        if (!found) return fail(found.error());
        return found->isEmpty() ? std::optional<T>{} : found->first();
    }

    /// The first cell of the first row; 0 where there is none.
    Result<qint64> integer(const QByteArray& sql, const Binds& binds = {}) const;

    template <typename T> static T recordOf(const Row& row, int firstColumn = 0) {
        T record;
        const auto& columns = tableOf<T>().columns();
        for (qsizetype i = 0; i < columns.size(); ++i)
            columns[i].write(&record, row.value(firstColumn + int(i)));
        return record;
    }

    Connection& connection() const { return *m_connection; }

private:
    std::shared_ptr<Connection> m_connection;
};

} // namespace baolei
