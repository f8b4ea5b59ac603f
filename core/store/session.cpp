#include "core/store/session.h"

#include "core/store/contents.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};
}

Session::Session(std::shared_ptr<Connection> connection, OperationInfo head,
                 const QByteArray& previous)
    : m_connection(std::move(connection))
    , m_reader(m_connection)
    , m_head(std::move(head))
    , m_hash(previous, m_head) { }

Result<QList<Value>> Session::load(const Table& table, const Uuid& id) {
    const auto select = m_connection->prepare(table.selectSql());
    if (!select) return fail(select.error());
    (*select)->bind(1, toValue(id));
    const auto row = (*select)->step();
    if (!row) return fail(row.error());
    const int last = int(table.columns().size());
    const bool isThere = *row && (*select)->isNull(last);
    QList<Value> values;
    for (int i = 0; isThere && i < last; ++i)
        values.append((*select)->value(i));
    (*select)->reset();
    if (!isThere)
        return fail(ErrorCode::NotFound, Text::tr("要找的“%1”已不在").arg(table.title()),
                    Text::tr("它可能刚被删除，请刷新后再试"));
    return values;
}

// A full or failing disk makes SQLite end the transaction by itself: what a command that overlooks
// the error wrote afterwards would be saved on its own, outside any operation. A refused cell
// (UNIQUE, CHECK) undoes only its own statement, and the command may go on.
tl::unexpected<Error> Session::failed(const Error& error) {
    if (error.code != ErrorCode::Refused || !m_connection->isInTransaction()) m_failure = error;
    return fail(error);
}

// A question that failed may have ended the transaction as well.
Result<void> Session::mayWrite() {
    if (m_failure) return fail(*m_failure);
    if (m_connection->isInTransaction()) return {};
    return failed({ErrorCode::Io, Text::tr("这一步中途断开，没有存成"),
                   Text::tr("此前已保存的内容都在"), Text::tr("请再做一次")});
}

Result<void> Session::add(const NewRow& row) {
    if (const auto may = mayWrite(); !may) return may;
    if (row.fault()) return failed(*row.fault());
    const auto insert = m_connection->prepare(row.table().insertSql());
    if (!insert) return failed(insert.error());
    row.bindTo(**insert);
    if (const auto done = (*insert)->run(); !done) return failed(done.error());
    return appendLine(row.table().name(), row.id(), Value{}, row.hashedLine());
}

Result<bool> Session::putRow(const Table& table, const Uuid& id, const QList<Value>& values) {
    const auto select = m_connection->prepare(table.selectSql());
    if (!select) return fail(select.error());
    (*select)->bind(1, toValue(id));
    const auto row = (*select)->step();
    if (!row) return fail(row.error());
    if (!*row) {
        const auto added = add(NewRow(table, id, values));
        if (!added) return fail(added.error());
        return true;
    }
    Cells changed;
    const auto& columns = table.columns();
    Result<void> fine;
    for (qsizetype i = 1; i < columns.size(); ++i) {
        if ((*select)->value(int(i)) == values[i]) continue;
        changed.append({columns[i].name, values[i]});
        if (fine) fine = checkLength(columns[i], values[i]);
    }
    if (!(*select)->isNull(int(columns.size()))) changed.append({kDeletedAt, Value{}});
    (*select)->reset();
    if (changed.isEmpty()) return false;
    if (!fine) return failed(fine.error());
    if (const auto done = update(table.name(), id, changed); !done) return fail(done.error());
    return true;
}

Result<void> Session::eraseRow(const Table& table, const Uuid& id) {
    if (const auto there = load(table, id); !there) return fail(there.error());
    return update(table.name(), id, {{kDeletedAt, toValue(now())}});
}

Result<void> Session::writeCells(const QByteArray& table, const Uuid& row, const Cells& cells) {
    return update(table, row, cells);
}

Result<void> Session::update(const QByteArray& table, const Uuid& id, const Cells& cells) {
    if (const auto may = mayWrite(); !may) return may;
    bool isSafe = !cells.isEmpty() && isIdentifier(table);
    for (const auto& [name, value] : cells)
        isSafe = isSafe && isIdentifier(name);
    if (!isSafe)
        return failed({ErrorCode::BadFile,
                       Text::tr("历史记录中有一行已损坏"),
                       {},
                       Text::tr("请从最近一次备份恢复")});
    QByteArray names;
    QByteArray assignments;
    for (const auto& [name, value] : cells) {
        names += (names.isEmpty() ? "" : ", ") + name;
        assignments += (assignments.isEmpty() ? "" : ", ") + name + " = ?";
    }
    const auto select
        = m_connection->prepare("SELECT " + names + " FROM " + table + " WHERE id = ?");
    if (!select) return failed(select.error());
    (*select)->bind(1, toValue(id));
    const auto row = (*select)->step();
    if (!row) return failed(row.error());
    if (!*row)
        return fail(ErrorCode::NotFound, Text::tr("要改的记录已不在"), Text::tr("请刷新后再试"));
    Cells before;
    for (qsizetype i = 0; i < cells.size(); ++i)
        before.append({cells[i].first, (*select)->value(int(i))});
    (*select)->reset();

    const auto write
        = m_connection->prepare("UPDATE " + table + " SET " + assignments + " WHERE id = ?");
    if (!write) return failed(write.error());
    for (qsizetype i = 0; i < cells.size(); ++i)
        (*write)->bind(int(i) + 1, cells[i].second);
    (*write)->bind(int(cells.size()) + 1, toValue(id));
    if (const auto done = (*write)->run(); !done) return failed(done.error());
    return appendLine(table, id, Value{encodeCells(before)}, hashedLineOf(table, id, cells));
}

Result<QByteArray> Session::keepContent(const QByteArray& bytes) {
    if (const auto may = mayWrite(); !may) return fail(may.error());
    const QByteArray hash = contentHash(bytes);
    const auto insert = m_connection->prepare(
        "INSERT INTO content(hash, bytes) VALUES(?,?) ON CONFLICT(hash) DO NOTHING");
    if (!insert) return failed(insert.error());
    (*insert)->bindBytes(1, hash);
    (*insert)->bindBytes(2, bytes);
    if (const auto done = (*insert)->run(); !done) return failed(done.error());
    return hash;
}

Result<void> Session::dropContent(const QByteArray& hash) {
    if (const auto may = mayWrite(); !may) return may;
    const auto remove = m_connection->prepare("DELETE FROM content WHERE hash = ?");
    if (!remove) return failed(remove.error());
    (*remove)->bindBytes(1, hash);
    if (const auto done = (*remove)->run(); !done) return failed(done.error());
    m_hasDropped = true;
    return {};
}

Result<void> Session::appendLine(const QByteArray& table, const Uuid& id, const Value& before,
                                 const QByteArray& hashedLine) {
    const auto line = m_connection->prepare(
        "INSERT INTO journal(seq, position, table_name, row, before) VALUES(?,?,?,?,?)");
    if (!line) return fail(*(m_failure = line.error()));
    (*line)->bind(1, Value{m_head.seq});
    (*line)->bind(2, Value{m_head.lines++});
    (*line)->bind(3, Value{QString::fromLatin1(table)});
    (*line)->bind(4, toValue(id));
    (*line)->bind(5, before);
    // The row is written and its line is not: whatever the reason, this must not be committed.
    if (const auto done = (*line)->run(); !done) return fail(*(m_failure = done.error()));
    m_hash.addLine(hashedLine);
    m_changes.tables.insert(table);
    if (m_changes.rows.size() < Changes::kMaxRows)
        m_changes.rows.append(id);
    else
        m_changes.isMany = true;
    return {};
}

Result<void> Session::finish() {
    m_head.hash = m_hash.result();
    const auto insert = m_connection->prepare(
        "INSERT INTO operation(seq, id, key, label, actor, replica, clock, wall_time, schema, "
        "reverts, lines, hash) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!insert) return fail(insert.error());
    int at = 0;
    for (const Value& value :
         {Value{m_head.seq}, toValue(m_head.id), toValue(QString::fromUtf8(m_head.key)),
          toValue(m_head.label), toValue(m_head.actor), toValue(m_head.replica),
          Value{m_head.clock}, toValue(m_head.wallTime), Value{m_head.schema},
          toValue(m_head.reverts), Value{m_head.lines}, Value{m_head.hash}})
        (*insert)->bind(++at, value);
    return (*insert)->run();
}

} // namespace baolei
