#include "app/cli/listing.h"

#include "core/activities/kinds.h"
#include "core/activities/queries.h"
#include "core/people/codes.h"
#include "core/people/queries.h"
#include "core/spreadsheet/csv_writer.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<void> listOrganisations(const ListRequest& request, const RowSink& row) {
    const auto all = organisationsUnder(request.reader, request.scope);
    if (!all) return fail(all.error());
    const auto figures = branchFigures(request.reader, request.scope, request.call.clock.today());
    if (!figures) return fail(figures.error());
    QHash<Id<Organisation>, QString> names;
    for (const Organisation& each : *all)
        names.insert(each.id, each.shortName);
    for (const Organisation& each : *all)
        row({each.name, each.shortName, nameOf(u"organisation_type", each.type),
             names.value(each.parentId), figures->value(each.id).members});
    return {};
}

void handOut(const ListRequest& request, const Person& person, const QString& branch,
             const RowSink& row) {
    QList<QJsonValue> cells{person.name,
                            nameOf(u"sex", person.sex),
                            nameOf(u"ethnicity", person.ethnicity),
                            person.bornOn.text(),
                            nameOf(u"education", person.education),
                            nameOf(u"category", person.stage),
                            branch,
                            person.joinedOn.text(),
                            person.fullOn.text(),
                            nameOf(u"job", person.job)};
    if (request.withPrivate) {
        cells.append({person.idNumber, person.phone, person.address});
    }
    row(cells);
}

Result<void> listPeople(const ListRequest& request, const RowSink& row) {
    const auto branches = organisationsUnder(request.reader, request.scope);
    if (!branches) return fail(branches.error());
    for (const Organisation& branch : *branches) {
        // Groups hold nobody by themselves, unless a group was asked for.
        const bool isScope = branch.id == request.scope;
        const auto people = request.reader.all<Person>(
            isScope ? "WHERE (r.branch_id = :id OR r.group_id = :id) AND r.left_on IS NULL"
                      " ORDER BY r.id"
                    : "WHERE r.branch_id = :id AND r.left_on IS NULL ORDER BY r.id",
            {{":id", branch.id}});
        if (!people) return fail(people.error());
        for (const Person& person : *people)
            handOut(request, person, branch.shortName, row);
    }
    return {};
}

Result<void> listActivities(const ListRequest& request, const RowSink& row) {
    const QString today = QString::number(request.call.clock.today().year());
    const auto period = Period::parse(request.call.option("period", today));
    if (!period) return fail(period.error());
    const auto all = organisations(request.reader);
    const auto kinds = loadKinds();
    const auto lines = activitiesIn(request.reader, request.scope, *period);
    if (!all) return fail(all.error());
    if (!kinds) return fail(kinds.error());
    if (!lines) return fail(lines.error());
    QHash<Id<Organisation>, QString> names;
    for (const Organisation& each : *all)
        names.insert(each.id, each.shortName);
    QHash<QString, QString> kindNames;
    for (const ActivityKind& kind : *kinds)
        kindNames.insert(kind.id, kind.name);
    for (const ActivityLine& line : *lines)
        row({line.startsAt.toString(Qt::ISODate), kindNames.value(line.kind, line.kind),
             names.value(line.organisationId), line.title, line.place, line.due, line.present,
             line.state});
    return {};
}

QString textOf(const QJsonValue& value) {
    return value.toVariant().toString();
}

/// Reads everything that was asked for, in the form that was asked for.
Result<void> printList(const Listing& listing, const ListRequest& request) {
    const Call& call = request.call;
    QList<ListedColumn> columns = listing.columns;
    if (request.withPrivate) columns += listing.privateColumns;
    QStringList titles;
    for (const ListedColumn& column : columns)
        titles.append(QCoreApplication::translate("Cli", column.title));
    if (call.has("csv")) call.out << titles.join(u',') << "\r\n";
    QJsonArray array;
    const auto done = listing.read(request, [&](const QList<QJsonValue>& cells) {
        QJsonObject object;
        QStringList texts;
        for (qsizetype i = 0; i < qMin(cells.size(), columns.size()); ++i) {
            if (call.has("json")) object.insert(QLatin1String(columns[i].key), cells[i]);
            texts.append(call.has("csv") ? csvField(textOf(cells[i])) : textOf(cells[i]));
        }
        if (call.has("json"))
            array.append(object);
        else if (call.has("csv"))
            call.out << texts.join(u',') << "\r\n";
        else
            call.out << texts.join(u"  "_s) << "\n";
    });
    if (done && call.has("json")) call.printJson(array);
    return done;
}
}

QList<Listing> listings() {
    return {
        {"orgs",
         {{"name", QT_TRANSLATE_NOOP("Cli", "全称")},
          {"shortName", QT_TRANSLATE_NOOP("Cli", "简称")},
          {"type", QT_TRANSLATE_NOOP("Cli", "组织类型")},
          {"parent", QT_TRANSLATE_NOOP("Cli", "上级")},
          {"members", QT_TRANSLATE_NOOP("Cli", "党员数")}},
         {},
         listOrganisations},
        {"people",
         {{"name", QT_TRANSLATE_NOOP("Cli", "姓名")},
          {"sex", QT_TRANSLATE_NOOP("Cli", "性别")},
          {"ethnicity", QT_TRANSLATE_NOOP("Cli", "民族")},
          {"bornOn", QT_TRANSLATE_NOOP("Cli", "出生日期")},
          {"education", QT_TRANSLATE_NOOP("Cli", "学历")},
          {"stage", QT_TRANSLATE_NOOP("Cli", "人员类别")},
          {"branch", QT_TRANSLATE_NOOP("Cli", "所在党支部")},
          {"joinedOn", QT_TRANSLATE_NOOP("Cli", "入党日期")},
          {"fullOn", QT_TRANSLATE_NOOP("Cli", "转正日期")},
          {"job", QT_TRANSLATE_NOOP("Cli", "工作岗位")}},
         {{"idNumber", QT_TRANSLATE_NOOP("Cli", "公民身份号码")},
          {"phone", QT_TRANSLATE_NOOP("Cli", "手机号码")},
          {"address", QT_TRANSLATE_NOOP("Cli", "现居住地")}},
         listPeople},
        {"activities",
         {{"startsAt", QT_TRANSLATE_NOOP("Cli", "时间")},
          {"kind", QT_TRANSLATE_NOOP("Cli", "类别")},
          {"organisation", QT_TRANSLATE_NOOP("Cli", "党组织")},
          {"title", QT_TRANSLATE_NOOP("Cli", "名称")},
          {"place", QT_TRANSLATE_NOOP("Cli", "地点")},
          {"due", QT_TRANSLATE_NOOP("Cli", "应到")},
          {"present", QT_TRANSLATE_NOOP("Cli", "实到")},
          {"state", QT_TRANSLATE_NOOP("Cli", "状态")}},
         {},
         listActivities},
    };
}

Result<void> list(const Call& call) {
    QStringList names;
    for (const Listing& listing : listings()) {
        names.append(QLatin1String(listing.name));
        if (call.words[1] != names.last()) continue;
        const auto reader = openReader(call.words[0]);
        if (!reader) return fail(reader.error());
        ListRequest request{*reader, {}, call, call.has("private")};
        if (call.has("org")) {
            const auto named = organisationNamed(*reader, call.option("org"));
            if (!named) return fail(named.error());
            request.scope = named->id;
        }
        return printList(listing, request);
    }
    return fail(ErrorCode::Usage, Text::tr("不能列出“%1”").arg(call.words[1]),
                Text::tr("可以列出：%1").arg(names.join(u'、')));
}

} // namespace baolei::cli
