#include "core/store/history.h"

namespace baolei {

namespace {
struct RawLine {
    QByteArray table;
    Uuid row;
    bool isNew;
    QByteArray before;
};

// What `column` of a row was right after operation `seq`.
Result<Value> valueAfter(const Reader& reader, const RawLine& line, const QByteArray& column,
                         qint64 seq) {
    std::optional<Value> found;
    auto done = reader.each(
        "SELECT before FROM journal WHERE row = :row AND seq > :seq AND table_name = :table"
        " AND before IS NOT NULL ORDER BY seq",
        {{":row", line.row}, {":seq", seq}, {":table", QString::fromLatin1(line.table)}},
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
    const auto done = reader.each(
        "SELECT table_name, row, before FROM journal WHERE seq = :seq"
        " ORDER BY position LIMIT :limit",
        {{":seq", seq}, {":limit", limit}}, [&](const Row& row) {
            lines.append({row.text(0).toLatin1(), row.as<Uuid>(1), row.isNull(2), row.bytes(2)});
        });
    if (!done) return fail(done.error());
    QList<CellChange> changes;
    for (const RawLine& line : lines) {
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
