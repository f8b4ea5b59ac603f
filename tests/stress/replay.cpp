#include "tests/stress/replay.h"

#include "core/store/migrations.h"

#include <QCborMap>
#include <QCryptographicHash>
#include <QMap>
#include <QTemporaryDir>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using RowCells = QMap<QByteArray, Value>;
using World = QHash<Record, RowCells>;

struct Line {
    qint64 seq;
    Record record;
    bool isNew;
    RowCells cells; ///< read: as they were before; walked back: as they became
};

Value valueOf(const QCborValue& value) {
    if (value.isInteger()) return qint64(value.toInteger());
    if (value.isString()) return value.toString();
    if (value.isByteArray()) return value.toByteArray();
    return {};
}

class Replaying {
public:
    explicit Replaying(const Reader& reader)
        : m_reader(reader) { }
    Replay run();

private:
    Result<void> readTables();
    Result<void> readLines();
    Result<void> readOperations();
    void walkBack();
    Result<void> goForward();
    Result<void> apply(const Line& line);
    Result<void> compare();
    void complain(const QString& what) { m_replay.problems.append(what); }

    const Reader& m_reader;
    QList<QByteArray> m_tables;
    World m_world;
    QList<Line> m_lines;
    struct Head {
        qint64 seq;
        Uuid id;
        qint64 lines;
    };
    QList<Head> m_heads;
    QTemporaryDir m_folder;
    std::shared_ptr<Connection> m_empty; ///< at first
    Replay m_replay;
};

Result<void> Replaying::readTables() {
    auto done = m_reader.each("SELECT name FROM sqlite_master m WHERE type = 'table' AND EXISTS"
                              " (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'deleted_at')"
                              " ORDER BY name",
                              {}, [&](const Row& row) { m_tables.append(row.bytes(0)); });
    for (const QByteArray& table : m_tables) {
        if (!done) return done;
        QList<QByteArray> columns;
        done = m_reader.each("SELECT name FROM pragma_table_info('" + table + "')", {},
                             [&](const Row& row) { columns.append(row.bytes(0)); });
        if (!done) return done;
        done = m_reader.each("SELECT id, " + columns.join(", ") + " FROM " + table, {},
                             [&](const Row& row) {
                                 RowCells& cells = m_world[{table, row.as<Uuid>(0)}];
                                 for (int i = 0; i < int(columns.size()); ++i)
                                     if (columns[i] != "id")
                                         cells.insert(columns[i], row.value(i + 1));
                             });
    }
    return done;
}

Result<void> Replaying::readLines() {
    return m_reader.each(
        "SELECT seq, table_name, row, before FROM journal ORDER BY seq, position", {},
        [&](const Row& row) {
            Line line{row.integer(0), {row.bytes(1), row.as<Uuid>(2)}, row.isNull(3), {}};
            const QCborMap before = QCborValue::fromCbor(row.bytes(3)).toMap();
            for (const auto& [name, value] : before)
                line.cells.insert(name.toString().toUtf8(), valueOf(value));
            m_lines.append(line);
        });
}

Result<void> Replaying::readOperations() {
    return m_reader.each("SELECT seq, id, lines FROM operation ORDER BY seq", {},
                         [&](const Row& row) {
                             m_heads.append({row.integer(0), row.as<Uuid>(1), row.integer(2)});
                             m_replay.operations.append(m_heads.last().id);
                         });
}

void Replaying::walkBack() {
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        Line& line = m_lines[i];
        const auto there = m_world.find(line.record);
        if (there == m_world.end())
            return complain(u"line of operation %1 without its record"_s.arg(line.seq));
        if (line.isNew) {
            line.cells = *there;
            m_world.erase(there);
            continue;
        }
        for (auto cell = line.cells.begin(); cell != line.cells.end(); ++cell) {
            if (!there->contains(cell.key())) complain(u"cell without a column"_s);
            std::swap(*cell, (*there)[cell.key()]);
        }
    }
    if (!m_world.isEmpty()) complain(u"%1 records that no line added"_s.arg(m_world.size()));
}

Result<void> Replaying::apply(const Line& line) {
    const QList<QByteArray> names = line.cells.keys();
    QByteArray sql;
    if (line.isNew)
        sql = "INSERT INTO " + line.record.first + "(" + names.join(',') + ",id) VALUES("
            + QByteArray("?,").repeated(names.size()) + "?)";
    else
        sql = "UPDATE " + line.record.first + " SET " + names.join("=?,") + "=? WHERE id = ?";
    const auto statement = m_empty->prepare(sql);
    if (!statement) return fail(statement.error());
    int at = 0;
    for (const Value& value : line.cells)
        (*statement)->bind(++at, value);
    (*statement)->bind(++at, toValue(line.record.second));
    return (*statement)->run();
}

Result<void> Replaying::goForward() {
    auto empty = Connection::open(m_folder.filePath(u"replay.baolei"_s), Connection::Mode::Create);
    if (!empty) return fail(empty.error());
    m_empty = std::move(*empty);
    Result<void> done = m_empty->execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    if (done) done = migrate(*m_empty, newestSchema());
    if (done) done = m_empty->execute("PRAGMA foreign_keys = ON");
    const Reader reader(m_empty);
    qsizetype next = 0;
    for (const Head& head : m_heads) {
        if (done) done = m_empty->execute("BEGIN");
        const qsizetype first = next;
        QList<Record> touched;
        for (; done && next < m_lines.size() && m_lines[next].seq == head.seq; ++next) {
            done = apply(m_lines[next]);
            touched.append(m_lines[next].record);
        }
        // References must be whole after each operation, not only at the end.
        if (done) done = m_empty->execute("COMMIT");
        if (!done) return done;
        if (next - first != head.lines)
            complain(
                u"operation %1: %2 lines of %3"_s.arg(head.seq).arg(next - first).arg(head.lines));
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        const auto digest = digestOf(reader, touched);
        if (!digest) return fail(digest.error());
        m_replay.digests.insert(head.id, *digest);
    }
    if (next != m_lines.size()) complain(u"lines of no operation"_s);
    return done;
}

Result<void> Replaying::compare() {
    const Reader replayed(m_empty);
    for (const QByteArray& table : m_tables) {
        QList<QByteArray> rows[2];
        for (int side = 0; side < 2; ++side) {
            const Reader& reader = side == 0 ? m_reader : replayed;
            const auto done
                = reader.each("SELECT * FROM " + table + " ORDER BY id", {}, [&](const Row& row) {
                      QByteArray cells;
                      for (int i = 0; i < row.columnCount(); ++i)
                          cells += char('0' + row.value(i).index()) + row.bytes(i) + '\0';
                      rows[side].append(cells);
                  });
            if (!done) return done;
        }
        if (rows[0].size() != rows[1].size())
            complain(QString::fromLatin1(table)
                     + u": %1 rows, replayed %2"_s.arg(rows[0].size()).arg(rows[1].size()));
        else if (rows[0] != rows[1])
            complain(QString::fromLatin1(table) + u": rows differ from the journal"_s);
    }
    return {};
}

Replay Replaying::run() {
    Result<void> done = readTables();
    if (done) done = readLines();
    if (done) done = readOperations();
    if (done) {
        walkBack();
        done = goForward();
    }
    if (done) done = compare();
    if (!done) complain(done.error().text());
    return m_replay;
}
}

Result<QList<Record>> touchedBy(const Reader& reader, qint64 seq) {
    QList<Record> rows;
    const auto done = reader.each(
        "SELECT DISTINCT table_name, row FROM journal WHERE seq = :seq ORDER BY table_name, row",
        {{":seq", seq}}, [&](const Row& row) {
            rows.append({row.bytes(0), row.as<Uuid>(1)});
        });
    if (!done) return fail(done.error());
    return rows;
}

Result<QByteArray> digestOf(const Reader& reader, const QList<Record>& rows) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [table, id] : rows) {
        qsizetype found = 0;
        const auto done = reader.each(
            "SELECT * FROM " + table + " WHERE id = :id", {{":id", id}}, [&](const Row& row) {
                ++found;
                for (int i = 0; i < row.columnCount(); ++i) {
                    const QByteArray cell = row.bytes(i);
                    hash.addData(QByteArray::number(cell.size()) + ':' + cell);
                }
            });
        if (!done) return fail(done.error());
        if (found != 1) return fail(ErrorCode::NotFound, u"a record of the journal is not there"_s);
    }
    return hash.result().toHex().first(32);
}

Replay replayFromNothing(const Reader& reader) {
    return Replaying(reader).run();
}

} // namespace baolei
