#include "core/store/verify.h"

#include "core/store/journal.h"

#include <QCoreApplication>
#include <QMap>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Verify)
};

// By name, so that a new record's cells come in the order in which they were hashed.
using RowState = QMap<QByteArray, Value>;

class Walk {
public:
    explicit Walk(const Reader& reader)
        : m_reader(reader) { }

    Result<VerifyReport> run(const std::function<bool(qint64, qint64)>& progress);

private:
    Result<void> loadTables();
    Result<void> checkStructure();
    Result<void> checkOperation(const OperationInfo& info, const QByteArray& previous);
    Result<RowState> stateOf(const QByteArray& table, const Uuid& row);
    Result<void> checkNothingLeft();

    const Reader& m_reader;
    QHash<QByteArray, QList<QByteArray>> m_columns; ///< of each table of records, without the key
    QHash<QByteArray, qint64> m_born; ///< records that the journal says were added
    QHash<std::pair<QByteArray, Uuid>, RowState> m_past; ///< rows that later operations changed
    VerifyReport m_report;
};

Result<void> Walk::loadTables() {
    return m_reader.each("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                         " WHERE m.type = 'table' AND c.name <> 'id' AND EXISTS (SELECT 1"
                         "  FROM pragma_table_info(m.name) d WHERE d.name = 'deleted_at')"
                         " ORDER BY m.name, c.name",
                         {}, [&](const Row& row) {
                             m_columns[row.text(0).toLatin1()].append(row.text(1).toLatin1());
                         });
}

Result<void> Walk::checkStructure() {
    auto done = m_reader.each("PRAGMA integrity_check(10)", {}, [&](const Row& row) {
        if (row.text(0) != u"ok"_s)
            m_report.problems.append(Text::tr("文件结构有损坏：%1").arg(row.text(0)));
    });
    if (!done) return done;
    return m_reader.each(
        "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1", {},
        [&](const Row& row) {
            m_report.problems.append(
                Text::tr("“%1”中有 %2 条记录指向不存在的记录").arg(row.text(0), row.text(1)));
        });
}

Result<RowState> Walk::stateOf(const QByteArray& table, const Uuid& row) {
    if (const auto past = m_past.constFind({table, row}); past != m_past.constEnd()) return *past;
    const QList<QByteArray>& columns = m_columns[table];
    RowState state;
    const auto done
        = m_reader.each("SELECT " + columns.join(", ") + " FROM " + table + " WHERE id = :id",
                        {{":id", row}}, [&](const Row& cells) {
                            for (qsizetype i = 0; i < columns.size(); ++i)
                                state.insert(columns[i], cells.value(int(i)));
                        });
    if (!done) return fail(done.error());
    return state;
}

Result<void> Walk::checkOperation(const OperationInfo& info, const QByteArray& previous) {
    struct Line {
        QByteArray table;
        Uuid row;
        bool isNew;
        Cells before;
        Cells written;
    };
    QList<Line> lines;
    bool isReadable = true;
    auto done = m_reader.each("SELECT table_name, row, before FROM journal WHERE seq = :seq"
                              " ORDER BY position DESC",
                              {{":seq", info.seq}}, [&](const Row& row) {
                                  const auto cells = row.isNull(2) ? Result<Cells>(Cells{})
                                                                   : decodeCells(row.bytes(2));
                                  isReadable = isReadable && cells.has_value();
                                  lines.append({row.text(0).toUtf8(),
                                                row.as<Uuid>(1),
                                                row.isNull(2),
                                                cells.value_or(Cells{}),
                                                {}});
                              });
    if (!done) return done;
    lines.removeIf([&](const Line& line) { return !m_columns.contains(line.table); });
    // Newest line first: one operation may have touched a row more than once.
    for (Line& line : lines) {
        auto state = stateOf(line.table, line.row);
        if (!state) return fail(state.error());
        const std::pair key{line.table, line.row};
        if (line.isNew) {
            for (auto cell = state->cbegin(); cell != state->cend(); ++cell)
                if (!isDefault(cell.value())) line.written.append({cell.key(), cell.value()});
            m_past.remove(key);
            ++m_born[line.table];
            ++m_report.records;
            continue;
        }
        for (const auto& [name, value] : line.before) {
            line.written.append({name, state->value(name)});
            state->insert(name, value);
        }
        m_past.insert(key, *state);
    }
    ChainHash hash(previous, info);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line)
        hash.addLine(line->table, line->row, line->written);
    if (!isReadable || hash.result() != info.hash || lines.size() != info.lines)
        m_report.problems.append(
            Text::tr("第 %1 步“%2”（%3）写下的内容被程序以外的手段改动过")
                .arg(info.seq)
                .arg(info.label, info.wallTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
    return {};
}

Result<void> Walk::checkNothingLeft() {
    const auto stray = m_reader.integer(
        "SELECT count(*) FROM journal WHERE seq NOT IN (SELECT seq FROM operation)");
    if (!stray) return fail(stray.error());
    if (*stray != 0)
        m_report.problems.append(Text::tr("历史里有 %1 行不属于任何一步操作").arg(*stray));
    for (auto table = m_columns.cbegin(); table != m_columns.cend(); ++table) {
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

Result<VerifyReport> Walk::run(const std::function<bool(qint64, qint64)>& progress) {
    Result<void> done = loadTables();
    if (done) done = checkStructure();
    if (!done) return fail(done.error());
    QList<OperationInfo> all;
    done = m_reader.each("SELECT " + operationColumns() + " FROM operation o ORDER BY o.seq", {},
                         [&](const Row& row) { all.append(operationOf(row)); });
    if (!done) return fail(done.error());
    QList<QByteArray> previous;
    QHash<Uuid, QByteArray> newest;
    for (const OperationInfo& info : all) {
        previous.append(newest.value(info.replica));
        newest.insert(info.replica, info.hash);
    }
    for (qsizetype i = all.size() - 1; i >= 0; --i) {
        if (progress && !progress(all.size() - i, all.size()))
            return fail(ErrorCode::Cancelled, Text::tr("检查已停止"));
        if (done = checkOperation(all[i], previous[i]); !done) return fail(done.error());
    }
    if (done = checkNothingLeft(); !done) return fail(done.error());
    m_report.operations = all.size();
    return m_report;
}
}

Result<VerifyReport> verifyStore(const Reader& reader,
                                 const std::function<bool(qint64, qint64)>& progress) {
    return Walk(reader).run(progress);
}

} // namespace baolei
