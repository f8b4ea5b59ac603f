#include "ui/history/change_text.h"

#include "core/base/normal_text.h"
#include "core/people/codes.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ChangeText)
};

constexpr qsizetype kLongestValue = 60;

const Table* tableNamed(const QList<const Table*>& tables, const QByteArray& name) {
    for (const Table* table : tables)
        if (table->name() == name) return table;
    return nullptr;
}

// The column by which people call a record of this table; empty: it has none.
QByteArray callingColumn(const Table& table) {
    for (const char* name : {"short_name", "name", "title"})
        if (const Column* column = table.find(name); column && !column->isPrivate) return name;
    return {};
}

// Names of the records that an operation touched or that its cells point at.
class Names {
public:
    Names(const Reader& reader, const QList<const Table*>& tables)
        : m_reader(reader)
        , m_tables(tables) { }

    /// The first `limit` that operation `seq` touched.
    Result<void> addTouchedBy(qint64 seq, qint64 limit) {
        for (const Table* table : m_tables) {
            const QByteArray column = callingColumn(*table);
            if (column.isEmpty()) continue;
            const auto done = read("SELECT id, " + column + " FROM " + table->name()
                                       + " WHERE id IN (SELECT row FROM journal WHERE seq = :seq"
                                         " ORDER BY position LIMIT :limit) ORDER BY id",
                                   {{":seq", seq}, {":limit", limit}});
            if (!done) return done;
        }
        return {};
    }

    QString of(const Uuid& id) const {
        if (const auto known = m_names.constFind(id); known != m_names.constEnd()) return *known;
        for (const Table* table : m_tables) {
            const QByteArray column = callingColumn(*table);
            if (column.isEmpty()) continue;
            (void)read("SELECT id, " + column + " FROM " + table->name() + " WHERE id = :id",
                       {{":id", id}});
        }
        return m_names.value(id);
    }

private:
    Result<void> read(const QByteArray& sql, const Binds& binds) const {
        return m_reader.each(
            sql, binds, [this](const Row& row) { m_names.insert(row.as<Uuid>(0), row.text(1)); });
    }

    const Reader& m_reader;
    const QList<const Table*>& m_tables;
    mutable QHash<Uuid, QString> m_names;
};

QString codeName(const QByteArray& table, const QByteArray& column, const QString& code) {
    for (const QByteArray& name : {column, table + '_' + column, table}) {
        const QString found = nameOf(QString::fromLatin1(name), code);
        if (found != code) return found;
    }
    return code;
}

QString textOf(const Value& value, const CellChange& change, const Names& names) {
    if (std::holds_alternative<std::monostate>(value)) return Text::tr("（空）");
    if (const auto* number = std::get_if<qint64>(&value)) {
        if (change.column.startsWith("is_")) return *number ? Text::tr("是") : Text::tr("否");
        return QString::number(*number);
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value)) {
        const QString name = bytes->size() == 16 ? names.of(Uuid::fromBytes(*bytes)) : QString();
        return name.isEmpty() ? Text::tr("（一份名单）") : name;
    }
    const QString text = std::get<QString>(value);
    if (text.isEmpty()) return Text::tr("（空）");
    const QString shown = codeName(change.table, change.column, text).replace(u'\n', u' ');
    return shown.size() > kLongestValue ? startOf(shown, kLongestValue) + u'…' : shown;
}

QString maskOf(const Value& value) {
    return isDefault(value) ? Text::tr("（空）") : QString::fromUtf16(kMask);
}

ChangeLine lineOf(const CellChange& change, const Table* table, const Names& names) {
    ChangeLine line;
    const QString kind = table ? table->title() : QString::fromLatin1(change.table);
    line.record = u"%1 %2"_s.arg(kind, names.of(change.row)).trimmed();
    if (change.column.isEmpty()) {
        line.item = Text::tr("新增");
        return line;
    }
    if (change.column == kDeletedAt) {
        line.item = isNull(change.after) ? Text::tr("恢复") : Text::tr("删除");
        return line;
    }
    const Column* column = table ? table->find(change.column) : nullptr;
    const bool isOpen = column && !column->isPrivate;
    line.item = column ? column->title : QString::fromLatin1(change.column);
    line.before = isOpen ? textOf(change.before, change, names) : maskOf(change.before);
    line.after = isOpen ? textOf(change.after, change, names) : maskOf(change.after);
    return line;
}
}

Result<QList<ChangeLine>> changeLines(const Reader& reader, qint64 seq,
                                      const QList<const Table*>& tables, qint64 limit) {
    const auto changes = changesOf(reader, seq, limit);
    if (!changes) return fail(changes.error());
    Names names(reader, tables);
    if (const auto done = names.addTouchedBy(seq, limit); !done) return fail(done.error());
    QList<ChangeLine> lines;
    for (const CellChange& change : *changes)
        lines.append(lineOf(change, tableNamed(tables, change.table), names));
    return lines;
}

} // namespace baolei
