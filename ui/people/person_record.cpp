#include "ui/people/person_record.h"

#include "core/people/codes.h"
#include "core/people/columns.h"
#include "core/people/queries.h"
#include "core/store/history.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PersonRecord)
};

constexpr qint64 kMostOperations = 12;
// The cells of an operation with more records, such as an import, are not gone through.
constexpr qint64 kMostLines = 60;

Result<QString> organisationName(const Reader& reader, Id<Organisation> id) {
    QString name;
    const auto done = reader.each("SELECT short_name FROM organisation WHERE id = :id",
                                  {{":id", id}}, [&](const Row& row) { name = row.text(0); });
    if (!done) return fail(done.error());
    return name;
}

QString changedCell(const Column& column, const Value& before, const Value& after) {
    const auto shown = [&](const Value& value) {
        if (isDefault(value)) return Text::tr("空");
        return column.isPrivate ? u"****"_s : personCellText(column, value);
    };
    return Text::tr("%1：%2 → %3").arg(column.title, shown(before), shown(after));
}

Result<QStringList> changedCells(const Reader& reader, const OperationInfo& operation,
                                 Id<Person> id) {
    QStringList cells;
    if (operation.lines > kMostLines) return cells;
    const auto changes = changesOf(reader, operation.seq, kMostLines);
    if (!changes) return fail(changes.error());
    for (const CellChange& change : *changes) {
        if (change.row != id.value || change.column.isEmpty()) continue;
        const Column* column = tableOf<Person>().find(change.column);
        // Ids of organisations say nothing; the name of the operation does.
        if (!column || std::holds_alternative<QByteArray>(change.before)
            || std::holds_alternative<QByteArray>(change.after))
            continue;
        cells.append(changedCell(*column, change.before, change.after));
    }
    return cells;
}

Result<void> readHistory(const Reader& reader, PersonRecord& record) {
    const auto done = operations(reader, {record.person.id.value, 0, kMostOperations});
    if (!done) return fail(done.error());
    for (const OperationInfo& operation : *done) {
        const auto cells = changedCells(reader, operation, record.person.id);
        if (!cells) return fail(cells.error());
        const QString when = operation.wallTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s);
        const QString what = operation.isReverted ? Text::tr("%1（已撤销）").arg(operation.label)
                                                  : operation.label;
        record.history.append({when, operation.actor, what, *cells});
    }
    return {};
}

Result<void> readCareer(const Reader& reader, PersonRecord& record) {
    const auto posts = postsOf(reader, record.person.id);
    if (!posts) return fail(posts.error());
    for (const Post& post : *posts) {
        const auto name = organisationName(reader, post.organisationId);
        if (!name) return fail(name.error());
        record.posts.append({post, *name});
    }
    const auto movements = movementsOf(reader, record.person.id);
    if (!movements) return fail(movements.error());
    for (const Movement& movement : *movements) {
        const auto name = organisationName(reader, movement.organisationId);
        if (!name) return fail(name.error());
        record.movements.append({movement, *name});
    }
    return {};
}
}

Result<std::optional<PersonRecord>> readPersonRecord(const Reader& reader, Id<Person> id) {
    const auto person = reader.find(id);
    if (!person) return fail(person.error());
    if (!*person) return std::optional<PersonRecord>();
    PersonRecord record;
    record.person = **person;
    const auto branch = organisationName(reader, record.person.branchId);
    const auto group = organisationName(reader, record.person.groupId);
    if (!branch) return fail(branch.error());
    if (!group) return fail(group.error());
    record.branch = *branch;
    record.group = *group;
    if (const auto done = readCareer(reader, record); !done) return fail(done.error());
    if (const auto done = readHistory(reader, record); !done) return fail(done.error());
    return std::optional(record);
}

QString personCellText(const Column& column, const Value& value) {
    if (column.name.startsWith("is_"))
        return integerIn(value) != 0 ? Text::tr("是") : Text::tr("否");
    if (const auto* number = std::get_if<qint64>(&value)) return QString::number(*number);
    const QString text = textIn(value);
    if (column.name == "quorum_exclusion") return nameOf(u"quorum_exclusion", text);
    const RosterColumn* known = rosterColumn(QString::fromLatin1(column.name));
    if (known && known->kind == ColumnKind::Code) return nameOf(known->table, text);
    return text;
}

} // namespace baolei
