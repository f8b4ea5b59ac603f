// Undo, redo and taking back any operation: a new operation that writes the earlier values.
// Refused where a later operation that still stands touched the same cells.

#include "core/store/contents.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr Op kUndo{"undo", QT_TRANSLATE_NOOP("Op", "撤销：%1")};
constexpr Op kRedo{"redo", QT_TRANSLATE_NOOP("Op", "重做：%1")};

struct Line {
    QByteArray table;
    Uuid row;
    std::optional<Cells> before; ///< nothing: the record was new
};

Result<std::optional<OperationInfo>> firstOperation(const Reader& reader, const QByteArray& tail,
                                                    const Binds& binds) {
    std::optional<OperationInfo> found;
    const auto done = reader.each("SELECT " + operationColumns() + " FROM operation o " + tail,
                                  binds, [&](const Row& row) {
                                      if (!found) found = operationOf(row);
                                  });
    if (!done) return fail(done.error());
    return found;
}

Result<QList<Line>> linesOf(const Reader& reader, qint64 seq) {
    QList<Line> lines;
    Result<void> read;
    const auto done = reader.each(
        "SELECT table_name, row, before FROM journal WHERE seq = :seq ORDER BY position DESC",
        {{":seq", seq}}, [&](const Row& row) {
            Line line{row.text(0).toUtf8(), row.as<Uuid>(1), std::nullopt};
            if (!row.isNull(2)) {
                auto cells = decodeCells(row.bytes(2));
                if (!cells) {
                    read = fail(cells.error());
                    return;
                }
                line.before = std::move(*cells);
            }
            lines.append(std::move(line));
        });
    if (!done) return fail(done.error());
    if (!read) return fail(read.error());
    return lines;
}

// Operations after `seq` that another one has taken back, and those that did so: together they
// changed nothing. A chain do, undo, redo … cancels in pairs, seen from its end.
Result<QSet<qint64>> cancelledAfter(const Reader& reader, qint64 seq) {
    struct Later {
        qint64 seq;
        Uuid id;
        Uuid reverts;
    };
    QList<Later> later;
    const auto done
        = reader.each("SELECT seq, id, reverts FROM operation WHERE seq > :seq ORDER BY seq",
                      {{":seq", seq}}, [&](const Row& row) {
                          later.append({row.integer(0), row.as<Uuid>(1), row.as<Uuid>(2)});
                      });
    if (!done) return fail(done.error());
    QHash<Uuid, qsizetype> takenBackBy;
    QSet<Uuid> known;
    for (qsizetype i = 0; i < later.size(); ++i) {
        known.insert(later[i].id);
        if (!later[i].reverts.isNull()) takenBackBy.insert(later[i].reverts, i);
    }
    QSet<qint64> cancelled;
    for (qsizetype start = 0; start < later.size(); ++start) {
        if (known.contains(later[start].reverts)) continue; // not the head of its chain
        QList<qint64> chain{later[start].seq};
        for (auto next = takenBackBy.constFind(later[start].id); next != takenBackBy.constEnd();
             next = takenBackBy.constFind(later[*next].id))
            chain.append(later[*next].seq);
        if (chain.size() % 2 != 0) chain.removeFirst();
        for (const qint64 each : chain)
            cancelled.insert(each);
    }
    return cancelled;
}

bool shareColumn(const std::optional<Cells>& mine, const std::optional<Cells>& theirs) {
    if (!mine || !theirs) return true;
    for (const auto& [name, value] : *mine)
        for (const auto& [other, ignored] : *theirs)
            if (name == other) return true;
    return false;
}

Result<void> checkNothingLater(const Reader& reader, const OperationInfo& target) {
    struct Hit {
        qint64 seq;
        QByteArray mine;
        QByteArray theirs;
        bool isMineNew;
        bool isTheirsNew;
    };
    QList<Hit> hits;
    auto done = reader.each(
        "SELECT b.seq, a.before, b.before FROM journal a"
        " JOIN journal b ON b.row = a.row AND b.seq > a.seq AND b.table_name = a.table_name"
        " WHERE a.seq = :seq ORDER BY b.seq",
        {{":seq", target.seq}}, [&](const Row& row) {
            hits.append({row.integer(0), row.bytes(1), row.bytes(2), row.isNull(1), row.isNull(2)});
        });
    if (!done) return done;
    if (hits.isEmpty()) return {};
    const auto cancelled = cancelledAfter(reader, target.seq);
    if (!cancelled) return fail(cancelled.error());
    for (const Hit& hit : hits) {
        if (cancelled->contains(hit.seq)) continue;
        std::optional<Cells> mine;
        std::optional<Cells> theirs;
        if (!hit.isMineNew) mine = decodeCells(hit.mine).value_or(Cells{});
        if (!hit.isTheirsNew) theirs = decodeCells(hit.theirs).value_or(Cells{});
        if (!shareColumn(mine, theirs)) continue;
        const auto later = firstOperation(reader, "WHERE o.seq = :seq", {{":seq", hit.seq}});
        if (!later) return fail(later.error());
        return fail(ErrorCode::Refused,
                    Text::tr("不能撤销“%1”：后来的“%2”又改过同一处")
                        .arg(target.label, *later ? (*later)->label : QString()),
                    Text::tr("请先在历史里撤销后来的那一步，或直接修改"),
                    Text::tr("什么都没有改动"));
    }
    return {};
}

// What was taken back must leave no live record that points at one that is gone.
Result<void> checkReferences(const Reader& reader, qint64 targetSeq) {
    struct Reference {
        QByteArray table;
        QByteArray column;
        QByteArray parent;
    };
    QList<Reference> references;
    auto done = reader.each("SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_master m,"
                            " pragma_foreign_key_list(m.name) f"
                            " WHERE m.type = 'table' ORDER BY m.name, f.id",
                            {}, [&](const Row& row) {
                                references.append({row.text(0).toLatin1(), row.text(1).toLatin1(),
                                                   row.text(2).toLatin1()});
                            });
    if (!done) return done;
    for (const Reference& each : references) {
        const QByteArray broken = " FROM journal j JOIN " + each.parent
            + " parent ON parent.id = j.row JOIN " + each.table + " child ON child." + each.column
            + " = parent.id WHERE j.seq = :seq AND parent.deleted_at IS NOT NULL"
              " AND child.deleted_at IS NULL";
        const QByteArray orphaned = " FROM journal j JOIN " + each.table
            + " child ON child.id = j.row JOIN " + each.parent + " parent ON parent.id = child."
            + each.column
            + " WHERE j.seq = :seq AND parent.deleted_at IS NOT NULL"
              " AND child.deleted_at IS NULL";
        for (const QByteArray& question : {broken, orphaned}) {
            const auto found
                = reader.integer("SELECT EXISTS(SELECT 1" + question + ")", {{":seq", targetSeq}});
            if (!found) return fail(found.error());
            if (*found != 0)
                return fail(ErrorCode::Refused, Text::tr("不能撤销：还有别的记录用着它"),
                            Text::tr("请先撤销或删除后来添加的那些记录"),
                            Text::tr("什么都没有改动"));
        }
    }
    return {};
}
}

bool hasWayBack(const QByteArray& key) {
    return key != kCreateStore.key && key != kDropContents.key;
}

Result<OperationInfo> Store::undo(const WorkProgress& progress) {
    const auto own = newReader();
    if (!own) return fail(own.error());
    const auto target = firstOperation(
        *own,
        "WHERE o.replica = :replica AND o.key NOT IN ('undo', 'store.create', 'content.drop')"
        " AND NOT EXISTS (SELECT 1 FROM operation later WHERE later.reverts = o.id)"
        " ORDER BY o.seq DESC LIMIT 1",
        {{":replica", m_replica}});
    if (!target) return fail(target.error());
    if (!*target)
        return fail(ErrorCode::Refused, Text::tr("没有可以撤销的操作"),
                    Text::tr("做过什么请看历史"));
    return takeBack(**target, kUndo, progress);
}

Result<OperationInfo> Store::redo(const WorkProgress& progress) {
    const auto own = newReader();
    if (!own) return fail(own.error());
    const auto target = firstOperation(
        *own,
        "WHERE o.replica = :replica AND o.key = 'undo'"
        " AND NOT EXISTS (SELECT 1 FROM operation later WHERE later.reverts = o.id)"
        " AND o.seq > (SELECT coalesce(max(done.seq), 0) FROM operation done"
        "              WHERE done.replica = :replica AND done.reverts IS NULL)"
        " ORDER BY o.seq DESC LIMIT 1",
        {{":replica", m_replica}});
    if (!target) return fail(target.error());
    if (!*target)
        return fail(ErrorCode::Refused, Text::tr("没有可以重做的操作"),
                    Text::tr("只有刚撤销的步骤可以重做"));
    return takeBack(**target, kRedo, progress);
}

Result<OperationInfo> Store::revert(const Uuid& operation, const WorkProgress& progress) {
    const auto own = newReader();
    if (!own) return fail(own.error());
    const auto target = firstOperation(*own, "WHERE o.id = :id", {{":id", operation}});
    if (!target) return fail(target.error());
    if (!*target || !hasWayBack((*target)->key))
        return fail(ErrorCode::NotFound, Text::tr("这一步操作不能撤销"));
    return takeBack(**target, (*target)->key == kUndo.key ? kRedo : kUndo, progress);
}

Result<OperationInfo> Store::takeBack(const OperationInfo& target, const Op& op,
                                      const WorkProgress& progress) {
    if (target.isReverted)
        return fail(ErrorCode::Refused, Text::tr("“%1”已经撤销过了").arg(target.label));
    // 撤销：撤销：… would grow without end: the label names what was done in the first place.
    QString label = target.label;
    for (const Op& each : {kUndo, kRedo}) {
        if (target.key != each.key) continue;
        const QString prefix = Operation{each, {QString()}}.label();
        if (label.startsWith(prefix)) label = label.sliced(prefix.size());
    }
    auto running = begin({op, {label}}, target.id);
    if (!running) return fail(running.error());
    Session& session = (*running)->session();
    if (const auto free = checkNothingLater(session.reader(), target); !free)
        return fail(free.error());
    const auto lines = linesOf(session.reader(), target.seq);
    if (!lines) return fail(lines.error());
    qint64 taken = 0;
    for (const Line& line : *lines) {
        if (progress && !progress(taken++, lines->size()))
            return fail(ErrorCode::Cancelled, Text::tr("已按要求停止"), {},
                        Text::tr("什么都没有改动"));
        const Cells gone{{kDeletedAt, toValue(session.now())}};
        const auto done = session.writeCells(line.table, line.row, line.before.value_or(gone));
        if (!done) return fail(done.error());
    }
    if (const auto whole = checkReferences(session.reader(), target.seq); !whole)
        return fail(whole.error());
    if (const auto whole = checkContents(session.reader(), target.seq); !whole)
        return fail(whole.error());
    if (const auto done = commit(**running); !done) return fail(done.error());
    OperationInfo named = target;
    named.label = label;
    return named;
}

} // namespace baolei
