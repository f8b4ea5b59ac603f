#include "core/store/history.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

struct RawLine {
    qint64 position;
    QByteArray table;
    Uuid row;
    bool isNew;
    QByteArray before;
};

// What `column` of a row was right after this line of operation `seq`, which may have further ones.
Result<Value> valueAfter(const Reader& reader, const RawLine& line, const QByteArray& column,
                         qint64 seq) {
    std::optional<Value> found;
    auto done = reader.each(
        "SELECT before FROM journal WHERE row = :row AND (seq, position) > (:seq, :position)"
        " AND table_name = :table AND before IS NOT NULL ORDER BY seq, position",
        {{":row", line.row},
         {":seq", seq},
         {":position", line.position},
         {":table", QString::fromLatin1(line.table)}},
        [&](const Row& row) {
            if (found) return;
            for (const auto& [name, value] : decodeCells(row.bytes(0)).value_or(Cells{}))
                if (name == column) found = value;
        });
    if (!done) return fail(done.error());
    if (found) return *found;
    Value now;
    done = reader.each("SELECT " + column + " FROM " + line.table + " WHERE id = :id",
                       {{":id", line.row}}, [&](const Row& row) { now = row.value(0); });
    if (!done) return fail(done.error());
    return now;
}
}

Result<QList<OperationInfo>> operations(const Reader& reader, const HistoryFilter& filter) {
    QByteArray conditions = "WHERE (:before = 0 OR o.seq < :before)";
    Binds binds{{":before", filter.before}, {":limit", filter.limit}};
    if (filter.row) {
        conditions += " AND o.seq IN (SELECT seq FROM journal WHERE row = :row)";
        binds.append({":row", *filter.row});
    }
    QList<OperationInfo> found;
    const auto done = reader.each("SELECT " + operationColumns() + " FROM operation o " + conditions
                                      + " ORDER BY o.seq DESC LIMIT :limit",
                                  binds, [&](const Row& row) { found.append(operationOf(row)); });
    if (!done) return fail(done.error());
    return found;
}

Result<QList<CellChange>> changesOf(const Reader& reader, qint64 seq, qint64 limit) {
    QList<RawLine> lines;
    const auto done
        = reader.each("SELECT position, table_name, row, before FROM journal WHERE seq = :seq"
                      " ORDER BY position LIMIT :limit",
                      {{":seq", seq}, {":limit", limit}}, [&](const Row& row) {
                          lines.append({row.integer(0), row.text(1).toUtf8(), row.as<Uuid>(2),
                                        row.isNull(3), row.bytes(3)});
                      });
    if (!done) return fail(done.error());
    QList<CellChange> changes;
    for (const RawLine& line : lines) {
        if (!isIdentifier(line.table))
            return fail(ErrorCode::BadFile, Text::tr("历史记录中有一行已损坏"),
                        Text::tr("请从最近一次备份恢复"));
        if (line.isNew) {
            changes.append({line.table, line.row, {}, {}, {}});
            continue;
        }
        const auto cells = decodeCells(line.before);
        if (!cells) return fail(cells.error());
        for (const auto& [column, before] : *cells) {
            const auto after = valueAfter(reader, line, column, seq);
            if (!after) return fail(after.error());
            changes.append({line.table, line.row, column, before, *after});
        }
    }
    return changes;
}

} // namespace baolei
