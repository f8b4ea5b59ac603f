#include "core/store/verify.h"

#include "core/store/backup.h"
#include "core/store/contents.h"
#include "core/store/integrity.h"
#include "core/store/interruption.h"
#include "core/store/journal.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Verify)
};

/// A table of records: its columns by name, without the key, as they are hashed.
struct RecordTable {
    QList<QByteArray> columns;
    QByteArray select; ///< all of them, of one row
};

constexpr qint64 kLinesBetweenReports = 2000;

struct Line {
    qint64 seq = 0;
    qint64 position = 0;
    QByteArray table;
    Uuid row;
};

struct Cell {
    QByteArray name;
    qsizetype column = -1; ///< of its table; -1: the table has none of that name
    std::optional<Value> value;
};

// Holds one record at a time, however much an operation wrote: what a line wrote is what the next
// line of that record says was there before it, or else what is there now.
class Walk {
public:
    Walk(const Reader& reader, const VerifyProgress& progress)
        : m_reader(reader)
        , m_progress(progress) { }

    Result<VerifyReport> run();

private:
    Result<void> loadTables();
    Result<void> checkStructure();
    Result<void> checkOperations();
    Result<void> checkOperation(const OperationInfo& info, const QByteArray& previous);
    Result<void> goOn() const; ///< Cancelled where the person has stopped it
    Result<Cells> writtenTo(const Line& line, const std::optional<Cells>& before);
    Result<void> readLater(const Line& line, QList<Cell>& cells);
    Result<void> readPresent(const Line& line, QList<Cell>& cells);
    Result<void> checkNothingLeft();
    Result<void> checkContents();
    Result<void> checkNewestBackup();

    const Reader& m_reader;
    const VerifyProgress& m_progress;
    qint64 m_total = 0; ///< operations
    QMap<QByteArray, RecordTable> m_tables;
    QHash<QByteArray, qint64> m_born; ///< records that the journal says were added
    VerifyReport m_report;
};

// Which store this is, and which copy of it; empty where it cannot be read.
QString identityOf(const Reader& reader) {
    QString identity;
    (void)reader.each("SELECT hex(value) FROM store_info ORDER BY name", {},
                      [&](const Row& row) { identity += row.text(0) + u' '; });
    return identity;
}

Result<void> Walk::loadTables() {
    const auto done
        = m_reader.each("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                        " WHERE m.type = 'table' AND c.name <> 'id' AND EXISTS (SELECT 1"
                        "  FROM pragma_table_info(m.name) d WHERE d.name = 'deleted_at')"
                        " ORDER BY m.name, c.name",
                        {}, [&](const Row& row) {
                            m_tables[row.text(0).toLatin1()].columns.append(row.text(1).toLatin1());
                        });
    for (auto table = m_tables.begin(); table != m_tables.end(); ++table)
        table->select
            = "SELECT " + table->columns.join(", ") + " FROM " + table.key() + " WHERE id = ?";
    return done;
}

Result<void> Walk::checkStructure() {
    const auto found = structureProblems(m_reader.connection(), 10);
    if (!found) return fail(found.error());
    for (const QString& problem : *found)
        m_report.problems.append(Text::tr("文件结构有损坏：%1").arg(problem));
    return m_reader.each(
        "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1", {},
        [&](const Row& row) {
            m_report.problems.append(
                Text::tr("“%1”中有 %2 条记录指向不存在的记录").arg(row.text(0), row.text(1)));
        });
}

Result<void> Walk::readLater(const Line& line, QList<Cell>& cells) {
    const auto later = m_reader.connection().prepare(
        "SELECT before FROM journal WHERE row = ? AND (seq, position) > (?, ?) AND table_name = ?"
        " AND before IS NOT NULL ORDER BY seq, position");
    if (!later) return fail(later.error());
    (*later)->bind(1, toValue(line.row));
    (*later)->bind(2, Value{line.seq});
    (*later)->bind(3, Value{line.position});
    (*later)->bind(4, Value{QString::fromLatin1(line.table)});
    qsizetype missing = cells.size();
    while (missing > 0) {
        const auto row = (*later)->step();
        if (!row) return fail(row.error());
        if (!*row) break;
        // A damaged line is told of where its own operation is checked.
        for (auto& [name, value] : decodeCells((*later)->bytes(0)).value_or(Cells{}))
            for (Cell& cell : cells)
                if (!cell.value && cell.name == name) {
                    cell.value = std::move(value);
                    --missing;
                    break;
                }
    }
    (*later)->reset();
    return {};
}

Result<void> Walk::readPresent(const Line& line, QList<Cell>& cells) {
    const auto present = m_reader.connection().prepare(m_tables[line.table].select);
    if (!present) return fail(present.error());
    (*present)->bind(1, toValue(line.row));
    const auto row = (*present)->step();
    if (!row) return fail(row.error());
    for (Cell& cell : cells)
        if (!cell.value)
            cell.value = *row && cell.column >= 0 ? (*present)->value(int(cell.column)) : Value{};
    (*present)->reset();
    return {};
}

Result<Cells> Walk::writtenTo(const Line& line, const std::optional<Cells>& before) {
    const QList<QByteArray>& columns = m_tables[line.table].columns;
    QList<Cell> cells;
    if (before)
        for (const auto& [name, value] : *before)
            cells.append({name, columns.indexOf(name), {}});
    else
        for (qsizetype i = 0; i < columns.size(); ++i)
            cells.append({columns[i], i, {}});
    Result<void> done = readLater(line, cells);
    if (done) done = readPresent(line, cells);
    if (!done) return fail(done.error());
    Cells written;
    for (Cell& cell : cells)
        if (before || !isDefault(*cell.value))
            written.append({std::move(cell.name), std::move(*cell.value)});
    return written;
}

Result<void> Walk::goOn() const {
    if (m_progress && !m_progress(m_report.operations, m_total))
        return fail(ErrorCode::Cancelled, Text::tr("检查已停止"));
    return {};
}

Result<void> Walk::checkOperation(const OperationInfo& info, const QByteArray& previous) {
    ChainHash hash(previous, info);
    qint64 lines = 0;
    bool isReadable = true;
    Result<void> checked;
    const auto check = [&](const Row& row) -> Result<void> {
        const Line line{info.seq, row.integer(0), row.bytes(1), row.as<Uuid>(2)};
        if (!m_tables.contains(line.table)) return {};
        if (++lines % kLinesBetweenReports == 0)
            if (const auto going = goOn(); !going) return going;
        std::optional<Cells> before;
        if (!row.isNull(3)) {
            auto cells = decodeCells(row.bytes(3));
            isReadable = isReadable && cells.has_value();
            before = std::move(cells).value_or(Cells{});
        } else {
            ++m_born[line.table];
            ++m_report.records;
        }
        const auto written = writtenTo(line, before);
        if (!written) return fail(written.error());
        hash.addLine(line.table, line.row, *written);
        return {};
    };
    const auto done = m_reader.each(
        "SELECT position, table_name, row, before FROM journal WHERE seq = :seq ORDER BY position",
        {{":seq", info.seq}}, [&](const Row& row) {
            if (checked) checked = check(row);
        });
    if (!done) return done;
    if (!checked) return checked;
    if (!isReadable || hash.result() != info.hash || lines != info.lines)
        m_report.problems.append(
            Text::tr("第 %1 步“%2”（%3）写下的内容被程序以外的手段改动过")
                .arg(info.seq)
                .arg(info.label, info.wallTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
    return {};
}

Result<void> Walk::checkOperations() {
    const auto total = m_reader.integer("SELECT count(*) FROM operation");
    if (!total) return fail(total.error());
    m_total = *total;
    QHash<Uuid, QByteArray> newest; ///< hash of each replica
    Result<void> checked;
    const auto done
        = m_reader.each("SELECT " + operationColumns() + " FROM operation o ORDER BY o.seq", {},
                        [&](const Row& row) {
                            if (!checked) return;
                            ++m_report.operations;
                            if (checked = goOn(); !checked) return;
                            const OperationInfo info = operationOf(row);
                            checked = checkOperation(info, newest.value(info.replica));
                            newest.insert(info.replica, info.hash);
                        });
    return done ? checked : done;
}

Result<void> Walk::checkNothingLeft() {
    const auto stray = m_reader.integer(
        "SELECT count(*) FROM journal WHERE seq NOT IN (SELECT seq FROM operation)");
    if (!stray) return fail(stray.error());
    if (*stray != 0)
        m_report.problems.append(Text::tr("历史里有 %1 行不属于任何一步操作").arg(*stray));
    for (auto table = m_tables.cbegin(); table != m_tables.cend(); ++table) {
        const auto count = m_reader.integer("SELECT count(*) FROM " + table.key());
        if (!count) return fail(count.error());
        if (*count != m_born.value(table.key()))
            m_report.problems.append(Text::tr("“%1”有 %2 条记录，历史里只记有 %3 条")
                                         .arg(QString::fromLatin1(table.key()))
                                         .arg(*count)
                                         .arg(m_born.value(table.key())));
    }
    return {};
}

Result<void> Walk::checkContents() {
    const auto found = contentProblems(m_reader, [this] { return goOn(); });
    if (!found) return fail(found.error());
    m_report.problems += *found;
    return {};
}

// The chain of hashes cannot tell that its end was cut off together with what the last operations
// wrote. The newest backup of this copy of the store remembers how far it had come.
Result<void> Walk::checkNewestBackup() {
    for (const BackupInfo& backup : backupsIn(backupFolderOf(m_reader.connection().path()))) {
        const auto reader = Reader::open(backup.path);
        if (!reader || identityOf(*reader) != identityOf(m_reader)) continue;
        qint64 seq = 0;
        QByteArray hash;
        const auto read = reader->each("SELECT seq, hash FROM operation ORDER BY seq DESC LIMIT 1",
                                       {}, [&](const Row& row) {
                                           seq = row.integer(0);
                                           hash = row.bytes(1);
                                       });
        // A damaged backup says nothing about the store, nor does one from before its first step.
        if (!read || seq == 0) continue;
        const auto known
            = m_reader.integer("SELECT count(*) FROM operation WHERE seq = :seq AND hash = :hash",
                               {{":seq", seq}, {":hash", hash}});
        if (!known) return fail(known.error());
        if (*known == 0)
            m_report.problems.append(
                Text::tr("备份“%1”里的第 %2 步操作，这个数据文件里没有：较新的内容可能被去掉了")
                    .arg(QFileInfo(backup.path).fileName())
                    .arg(seq));
        return {};
    }
    return {};
}

Result<VerifyReport> Walk::run() {
    Result<void> done = loadTables();
    if (done) {
        // One question that lasts: it cannot say how far it is.
        const auto goesOn = [this] { return m_progress(0, 0); };
        Interruption interruption(m_reader.connection(),
                                  m_progress ? goesOn : std::function<bool()>());
        done = interruption.run([this] { return checkStructure(); });
    }
    if (done) done = checkOperations();
    if (done) done = checkNothingLeft();
    if (done) done = checkContents();
    if (done) done = checkNewestBackup();
    if (!done) return fail(done.error());
    return m_report;
}
}

Result<VerifyReport> verifyStore(const Reader& reader, const VerifyProgress& progress) {
    Connection& connection = reader.connection();
    // One state of the store from the first question to the last, whoever writes meanwhile.
    const bool isOwn = !connection.isInTransaction();
    if (isOwn)
        if (const auto begun = connection.execute("BEGIN"); !begun) return fail(begun.error());
    auto report = Walk(reader, progress).run();
    if (isOwn) (void)connection.execute("COMMIT");
    return report;
}

} // namespace baolei
