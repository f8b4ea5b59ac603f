#include "core/people/roster_export.h"

#include "core/base/files.h"
#include "core/people/codes.h"
#include "core/people/columns.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(RosterExport)
};

constexpr qreal kNarrow = 6;
constexpr qreal kWide = 28;

qreal widthOf(const QString& text) {
    // A Chinese character takes two digits' width.
    qreal width = 2;
    for (const QChar c : text)
        width += c.unicode() < 0x80 ? 1 : 2;
    return qBound(kNarrow, width, kWide);
}

qreal widthOf(const RosterColumn& column) {
    switch (column.kind) {
    case ColumnKind::IdNumber:
        return 20;
    case ColumnKind::Organisation:
        return 24;
    case ColumnKind::Date:
        return 12;
    default:
        return qMax(widthOf(column.title), column.isPrivate ? 16.0 : kNarrow);
    }
}

/// The posts that people hold on no end, by person, in words.
Result<QHash<Id<Person>, QStringList>> heldPosts(const Reader& reader) {
    QHash<Id<Person>, QStringList> posts;
    const auto done = reader.each(
        "SELECT person_id, kind FROM live_post WHERE until_on IS NULL ORDER BY person_id, id", {},
        [&](const Row& row) { posts[row.as<Id<Person>>(0)].append(nameOf(u"post", row.text(1))); });
    if (!done) return fail(done.error());
    return posts;
}

Result<QStringList> checkedFields(const RosterExport& wanted) {
    if (wanted.fields.isEmpty()) return exportFields(wanted.withPrivate);
    for (const QString& field : wanted.fields) {
        const RosterColumn* column = rosterColumn(field);
        if (!column) return fail(ErrorCode::Refused, Text::tr("花名册没有“%1”这一列").arg(field));
        if (column->isPrivate && !wanted.withPrivate)
            return fail(ErrorCode::Refused,
                        Text::tr("“%1”属于个人信息，没有导出").arg(column->title),
                        Text::tr("确需导出的，请先勾选“包含个人信息”"));
    }
    return wanted.fields;
}

/// Branch after branch, so that a city's people are never all in memory.
class People {
public:
    People(const Reader& reader, QList<Id<Organisation>> branches, const RosterExport& wanted)
        : m_reader(reader)
        , m_branches(std::move(branches))
        , m_wanted(wanted) { }

    /// The next person; null at the end, and after an error.
    const Person* next() {
        while (m_at >= m_people.size()) {
            if (m_branch >= m_branches.size()) return nullptr;
            const QByteArray gone
                = m_wanted.leavers == Leavers::Left ? " AND r.left_on IS NULL" : "";
            auto people
                = m_reader.all<Person>("WHERE r.branch_id IS :branch" + gone + " ORDER BY r.id",
                                       {{":branch", m_branches[m_branch++]}});
            if (!people) {
                error = people.error();
                return nullptr;
            }
            m_people = std::move(*people);
            if (const auto& chosen = m_wanted.chosen)
                m_people.removeIf([&](const Person& p) { return !chosen->people.contains(p.id); });
            m_at = 0;
        }
        return &m_people[m_at++];
    }

    std::optional<Error> error;

private:
    const Reader& m_reader;
    QList<Id<Organisation>> m_branches;
    const RosterExport& m_wanted;
    qsizetype m_branch = 0;
    QList<Person> m_people;
    qsizetype m_at = 0;
};

Result<QList<Id<Organisation>>> branchIds(const Reader& reader, Id<Organisation> scope) {
    const auto under = organisationsUnder(reader, scope);
    if (!under) return fail(under.error());
    QList<Id<Organisation>> ids;
    for (const Organisation& each : *under)
        ids.append(each.id);
    return ids;
}

TableFile rosterFile(const QStringList& fields) {
    TableFile table;
    table.name = Text::tr("党员花名册");
    table.columns.append({Text::tr("序号"), kNarrow});
    for (const QString& field : fields)
        table.columns.append({rosterColumn(field)->title, widthOf(*rosterColumn(field))});
    return table;
}

/// Whole words rather than codes; numbers stay numbers where they are counted.
QList<CellValue> organisationRow(const Organisation& each, const QString& parent,
                                 const BranchFigures& figures) {
    return {each.name,
            each.shortName,
            nameOf(u"organisation_type", each.type),
            parent,
            nameOf(u"organisation_category", each.sector),
            each.establishedOn.text(),
            each.termStartedOn.text(),
            each.termEndsOn.text(),
            each.place,
            qint64(figures.members),
            qint64(figures.full),
            qint64(figures.probationary),
            qint64(figures.women)};
}
}

QStringList exportFields(bool withPrivate) {
    QStringList fields;
    for (const RosterColumn& column : rosterColumns())
        if (column.kind != ColumnKind::Ignored && (withPrivate || !column.isPrivate))
            fields.append(column.field);
    return fields;
}

QString rosterCell(const Person& person, const QString& field,
                   const QHash<Id<Organisation>, QString>& shortNames) {
    if (field == u"branch") return shortNames.value(person.branchId);
    if (field == u"group") return shortNames.value(person.groupId);
    const RosterColumn* roster = rosterColumn(field);
    const Column* column = tableOf<Person>().find(field.toLatin1());
    if (!roster || !column) return {};
    const Value value = column->read(&person);
    switch (roster->kind) {
    case ColumnKind::Code:
        return nameOf(roster->table, textIn(value));
    case ColumnKind::YesNo:
        return integerIn(value) != 0 ? Text::tr("是") : Text::tr("否");
    case ColumnKind::Number:
        return integerIn(value) == 0 ? QString() : QString::number(integerIn(value));
    default:
        return textIn(value);
    }
}

Result<QHash<Id<Organisation>, QString>> shortNames(const Reader& reader) {
    QHash<Id<Organisation>, QString> names;
    const auto done = reader.each(
        "SELECT id, short_name FROM live_organisation ORDER BY id", {},
        [&](const Row& row) { names.insert(row.as<Id<Organisation>>(0), row.text(1)); });
    if (!done) return fail(done.error());
    return names;
}

Result<void> writeWhole(const QString& path, const TableFile& table, const bool& isStopped) {
    const QFileInfo wanted(path);
    const QString part = wanted.dir().filePath(u"~"_s + wanted.fileName());
    auto written = writeTable(part, table);
    if (written && isStopped)
        written = fail(ErrorCode::Cancelled, Text::tr("已按要求停止，没有写出文件"));
    if (written) written = replaceFile(part, path);
    if (!written) QFile::remove(part);
    return written;
}

Result<qint64> exportRoster(const Reader& reader, const QString& path, const RosterExport& wanted,
                            const ExportProgress& progress) {
    const auto fields = checkedFields(wanted);
    if (!fields) return fail(fields.error());
    const auto names = shortNames(reader);
    const auto posts = heldPosts(reader);
    const auto branches = wanted.chosen ? Result<QList<Id<Organisation>>>(wanted.chosen->branches)
                                        : branchIds(reader, wanted.scope);
    if (!names) return fail(names.error());
    if (!posts) return fail(posts.error());
    if (!branches) return fail(branches.error());
    People people(reader, *branches, wanted);
    qint64 count = 0;
    bool isStopped = false;
    TableFile table = rosterFile(*fields);
    table.next = [&](QList<CellValue>& row) {
        const Person* person = people.next();
        isStopped = people.error || (progress && !progress(count));
        if (!person || isStopped) return false;
        row.append(++count);
        for (const QString& field : *fields)
            row.append(field == u"post" ? posts->value(person->id).join(u'、')
                                        : rosterCell(*person, field, *names));
        return true;
    };
    const auto written = writeWhole(path, table, isStopped);
    if (people.error) return fail(*people.error);
    if (!written) return fail(written.error());
    return count;
}

Result<qint64> exportOrganisations(const Reader& reader, const QString& path,
                                   Id<Organisation> scope, QDate day) {
    const auto all = organisationsUnder(reader, scope);
    const auto names = shortNames(reader);
    const auto figures = branchFigures(reader, scope, day);
    if (!all) return fail(all.error());
    if (!names) return fail(names.error());
    if (!figures) return fail(figures.error());
    TableFile table;
    table.name = Text::tr("党组织");
    table.columns
        = {{Text::tr("全称"), kWide},  {Text::tr("简称"), 20},     {Text::tr("组织类型"), 12},
           {Text::tr("上级"), 20},     {Text::tr("所属领域"), 12}, {Text::tr("成立日期"), 12},
           {Text::tr("换届日期"), 12}, {Text::tr("届满日期"), 12}, {Text::tr("活动阵地"), 20},
           {Text::tr("党员数"), 10},   {Text::tr("正式党员"), 10}, {Text::tr("预备党员"), 10},
           {Text::tr("女党员"), 10}};
    qsizetype at = 0;
    table.next = [&](QList<CellValue>& row) {
        if (at >= all->size()) return false;
        const Organisation& each = all->at(at++);
        row = organisationRow(each, names->value(each.parentId), figures->value(each.id));
        return true;
    };
    const auto written = writeWhole(path, table, false);
    if (!written) return fail(written.error());
    return all->size();
}

Result<void> exportRows(const QString& path, const ShownRows& shown,
                        const ExportProgress& progress) {
    TableFile table;
    table.name = shown.name;
    for (qsizetype i = 0; i < shown.headers.size(); ++i) {
        qreal width = widthOf(shown.headers[i]);
        for (const QStringList& row : shown.rows)
            if (i < row.size()) width = qMax(width, widthOf(row[i]));
        table.columns.append({shown.headers[i], width});
    }
    qsizetype at = 0;
    bool isStopped = false;
    table.next = [&](QList<CellValue>& row) {
        isStopped = progress && !progress(at);
        if (isStopped || at >= shown.rows.size()) return false;
        for (const QString& cell : shown.rows[at])
            row.append(cell);
        ++at;
        return true;
    };
    return writeWhole(path, table, isStopped);
}

} // namespace baolei
