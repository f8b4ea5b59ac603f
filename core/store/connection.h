#pragma once
// One connection to a store file and its prepared statements: the only place that knows SQLite's
// C interface by heart. Not thread-safe: each thread has its own.

#include "core/base/result.h"
#include "core/store/value.h"

#include <QHash>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace baolei {

/// A prepared statement; bound values and the current row. Reset when it is taken again.
class Statement {
public:
    explicit Statement(sqlite3_stmt* handle)
        : m_handle(handle) { }
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    void bind(int position, const Value& value); ///< from 1
    /// Without a copy: the bytes must live until the statement has run.
    void bindText(int position, QByteArrayView utf8);
    void bindBytes(int position, QByteArrayView bytes);
    /// A name that the statement does not have is a mistake of the program and gives false.
    bool bind(const char* name, const Value& value);
    Result<bool> step(); ///< true: there is a row
    Result<void> run(); ///< a statement without rows
    void reset();
    bool isBusy() const; ///< an answer is being read

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    /// The raw text or bytes without a copy, for passes over very many rows; gone with the row.
    QByteArrayView view(int column) const;
    Value value(int column) const;
    template <typename T> T as(int column) const { return Codec<T>::fromValue(value(column)); }
    int columnCount() const;

private:
    sqlite3_stmt* m_handle;
};

class Connection {
public:
    enum class Mode {
        Unchanging, ///< read without locks: only for a file that nobody can write
        ReadOnly,
        ReadWrite,
        Create,
    };
    /// `vfs`: name of an SQLite VFS, for tests of faults; null: the system's own.
    static Result<std::unique_ptr<Connection>> open(const QString& path, Mode mode,
                                                    const char* vfs = nullptr);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Result<void> execute(const QByteArray& sql); ///< one or many statements without values
    /// Prepared once per text and kept; reset and ready to be bound. While an answer is still being
    /// read, the same text gives a second statement, so that questions may be nested.
    Result<Statement*> prepare(const QByteArray& sql);
    Result<qint64> integer(const QByteArray& sql); ///< the first cell of the first row, or 0
    bool isInTransaction() const;
    bool mayNotWrite() const; ///< why the last call failed: a file could not be made or written
    bool isReadOnly() const; ///< opened for reading, whatever was asked for
    bool hasMoved() const; ///< what is under the path is no longer the file that was opened
    sqlite3* handle() const { return m_handle; }
    const QString& path() const { return m_path; }

private:
    Connection(sqlite3* handle, QString path)
        : m_handle(handle)
        , m_path(std::move(path)) { }
    sqlite3* m_handle;
    QString m_path;
    QHash<QByteArray, QList<std::shared_ptr<Statement>>> m_statements;
};

/// What SQLite's result code means for the person at the desk.
Error storeError(int sqliteCode, const QString& technical);

} // namespace baolei
