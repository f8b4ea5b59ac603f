#include "app/cli/listing.h"

#include "app/cli/json_list.h"
#include "core/activities/own_kinds.h"
#include "core/activities/queries.h"
#include "core/people/codes.h"
#include "core/people/queries.h"
#include "core/spreadsheet/csv_writer.h"

#include <QCoreApplication>

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
             names.value(each.parentId), qint64(figures->value(each.id).members)});
    return {};
}

// Names of the codes of one table, looked up once each: a city has two million of them.
class CodeNames {
public:
    explicit CodeNames(QStringView table)
        : m_table(table) { }
    const QString& of(const QString& code) {
        auto known = m_names.find(code);
        if (known == m_names.end()) known = m_names.insert(code, nameOf(m_table, code));
        return *known;
    }

private:
    QStringView m_table;
    QHash<QString, QString> m_names;
};

class PeopleList {
public:
    PeopleList(const ListRequest& request, const RowSink& sink)
        : m_request(request)
        , m_sink(sink) { }

    Result<void> run() {
        const auto branches = organisationsUnder(m_request.reader, m_request.scope);
        if (!branches) return fail(branches.error());
        for (const Organisation& branch : *branches)
            if (const auto done = readBranch(branch); !done) return done;
        return {};
    }

private:
    Result<void> readBranch(const Organisation& branch) {
        // Groups hold nobody by themselves, unless a group was asked for.
        const QByteArray own = branch.id == m_request.scope ? "(branch_id = :id OR group_id = :id)"
                                                            : "branch_id = :id";
        return m_request.reader.each(
            "SELECT name, sex, ethnicity, born_on, education, stage, joined_on, full_on, job,"
            " id_number, phone, address FROM live_person WHERE "
                + own + " AND left_on IS NULL ORDER BY id",
            {{":id", branch.id}}, [&](const Row& row) { handOut(row, branch.shortName); });
    }

    void handOut(const Row& row, const QString& branch) {
        QList<Value> cells{row.text(0),
                           m_sex.of(row.text(1)),
                           m_ethnicity.of(row.text(2)),
                           row.text(3),
                           m_education.of(row.text(4)),
                           m_stage.of(row.text(5)),
                           branch,
                           row.text(6),
                           row.text(7),
                           m_job.of(row.text(8))};
        if (m_request.withPrivate) cells += {row.text(9), row.text(10), row.text(11)};
        m_sink(cells);
    }

    const ListRequest& m_request;
    const RowSink& m_sink;
    CodeNames m_sex{u"sex"};
    CodeNames m_ethnicity{u"ethnicity"};
    CodeNames m_education{u"education"};
    CodeNames m_stage{u"category"};
    CodeNames m_job{u"job"};
};

Result<void> listPeople(const ListRequest& request, const RowSink& row) {
    return PeopleList(request, row).run();
}

Result<void> listActivities(const ListRequest& request, const RowSink& row) {
    const QString today = QString::number(request.call.clock.today().year());
    const auto period = Period::parse(request.call.option("period", today));
    if (!period) return fail(period.error());
    const auto all = organisations(request.reader);
    const auto kinds = townKinds(request.reader);
    if (!all) return fail(all.error());
    if (!kinds) return fail(kinds.error());
    QHash<Id<Organisation>, QString> names;
    for (const Organisation& each : *all)
        names.insert(each.id, each.shortName);
    KindNames kindNames(*kinds);
    QStringList inOrder;
    for (const ActivityKind& kind : *kinds)
        inOrder.append(kind.name);
    const QString wanted = request.call.option("kind");
    const ActivityKind* only = kindCalled(*kinds, wanted);
    if (!wanted.isEmpty() && !only)
        return fail(ErrorCode::Refused, Text::tr("没有“%1”这一类组织生活").arg(wanted),
                    Text::tr("有：%1").arg(inOrder.join(u'、')));
    return forEachActivity(request.reader, request.scope, *period, [&](const ActivityLine& line) {
        if (only && !kindsServed(line.kind, line.also).contains(only->id)) return;
        row({line.startsAt.toString(Qt::ISODate), kindNames.of(line.kind, line.also),
             names.value(line.organisationId), line.title, line.place, qint64(line.due),
             qint64(line.present), line.state, line.id.value.toText()});
    });
}

QString textOf(const Value& value) {
    const auto* number = std::get_if<qint64>(&value);
    return number ? QString::number(*number) : textIn(value);
}

/// Writes row after row in the form that was asked for.
class ListWriter {
public:
    ListWriter(const Call& call, const QList<ListedColumn>& columns)
        : m_call(call)
        , m_columns(columns)
        , m_isJson(call.has("json"))
        , m_isCsv(call.has("csv"))
        , m_json(call.out) {
        if (!m_isCsv) return;
        QStringList titles;
        for (const ListedColumn& column : columns)
            titles.append(QCoreApplication::translate("Cli", column.title));
        call.out << titles.join(u',') << "\r\n";
    }
    void write(const QList<Value>& cells) {
        if (!m_isJson) {
            for (qsizetype i = 0; i < cells.size(); ++i)
                m_call.out << (i == 0        ? ""
                                   : m_isCsv ? ","
                                             : "  ")
                           << (m_isCsv ? csvField(textOf(cells[i])) : textOf(cells[i]));
            m_call.out << (m_isCsv ? "\r\n" : "\n");
            return;
        }
        for (qsizetype i = 0; i < cells.size(); ++i)
            m_json.add(m_columns[i].key, cells[i]);
        m_json.endRecord();
    }
    void close() {
        if (m_isJson) m_json.close();
    }

private:
    const Call& m_call;
    const QList<ListedColumn>& m_columns;
    bool m_isJson;
    bool m_isCsv;
    JsonList m_json;
};

Result<void> printList(const Listing& listing, const ListRequest& request) {
    QList<ListedColumn> columns = listing.columns;
    if (request.withPrivate) columns += listing.privateColumns;
    ListWriter writer(request.call, columns);
    const auto done
        = listing.read(request, [&](const QList<Value>& cells) { writer.write(cells); });
    if (done) writer.close();
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
          {"state", QT_TRANSLATE_NOOP("Cli", "状态")},
          {"id", QT_TRANSLATE_NOOP("Cli", "编号")}},
         {},
         listActivities},
    };
}

Result<void> list(const Call& call) {
    QStringList names;
    for (const Listing& listing : listings()) {
        names.append(QLatin1String(listing.name));
        if (call.words[1] != names.last()) continue;
        const auto reader = openReader(call);
        if (!reader) return fail(reader.error());
        const auto scope = scopeOf(call, *reader);
        if (!scope) return fail(scope.error());
        const ListRequest request{*reader, *scope, call, call.has("private")};
        return printList(listing, request);
    }
    return fail(ErrorCode::Usage, Text::tr("不能列出“%1”").arg(call.words[1]),
                Text::tr("可以列出：%1").arg(names.join(u'、')));
}

} // namespace baolei::cli
