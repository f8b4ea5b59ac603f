#include "core/activities/kinds.h"

#include "core/base/data_files.h"
#include "core/rules/rule_loader.h"
#include "core/rules/strict_json.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ActivityKinds)
};

const QString kFirstFriday = u"first-friday"_s;

// The words of the files, in the order of the values that they stand for.
const QStringList kTypes{u"text"_s,   u"lines"_s,  u"number"_s, u"date"_s,
                         u"person"_s, u"choice"_s, u"people"_s, u"rows"_s};
const QStringList kBy{u"nothing"_s, u"hour"_s, u"day"_s};
const QStringList kAttends{u"members"_s, u"committee"_s, u"group"_s, u"chosen"_s, u"none"_s};
const QStringList kHeldBy{u"branches"_s, u"any"_s};
const QStringList kQuorums{u"none"_s, u"half-of-due"_s, u"half-of-voting"_s};
const QStringList kVotings{u"none"_s, u"ordinary"_s, u"any"_s};
const QStringList kPoints{u"none"_s, u"attendance"_s, u"appraisal"_s};

tl::unexpected<Error> bad(const QString& file, const QString& kind, const QString& reason) {
    return fail(ErrorCode::BadFile,
                Text::tr("活动种类文件“%1”中的 %2 写错了：%3").arg(file, kind, reason),
                Text::tr("请改正这个文件，或删去自己的副本以恢复原样"));
}

bool isId(const QString& text) {
    static const QRegularExpression shape(u"^[a-z][a-z0-9_-]{0,39}$"_s);
    return shape.match(text).hasMatch();
}

// Fields of a kind are named as the forms name what they print.
bool isFieldId(const QString& text) {
    static const QRegularExpression shape(u"^[a-z][A-Za-z0-9_]{0,39}$"_s);
    return shape.match(text).hasMatch();
}

QList<FieldColumn> columnsOf(JsonFields& item) {
    QList<FieldColumn> columns;
    for (const auto& value : item.array(u"columns"_s)) {
        JsonFields column(value);
        columns.append({column.text(u"id"_s), column.text(u"title"_s)});
        if (!isFieldId(columns.last().id))
            column.refuse(Text::tr("“id”只能用字母和数字，以小写字母开头"));
        if (const QString problem = column.problem(); !problem.isEmpty())
            item.refuse(Text::tr("“columns”：%1").arg(problem));
    }
    return columns;
}

ActivityField fieldOf(JsonFields& item) {
    ActivityField field;
    field.id = item.text(u"id"_s);
    field.title = item.text(u"title"_s);
    field.type = static_cast<FieldType>(item.choice(u"type"_s, kTypes));
    field.required = item.flagOr(u"required"_s, false);
    field.options = item.texts(u"options"_s);
    field.columns = columnsOf(item);
    if ((field.type == FieldType::Choice) != !field.options.isEmpty())
        item.refuse(Text::tr("“options”是 choice 栏目的选项，别的栏目没有"));
    if ((field.type == FieldType::Rows) != !field.columns.isEmpty())
        item.refuse(Text::tr("“columns”是 rows 栏目的列，别的栏目没有"));
    if (!isFieldId(field.id)) item.refuse(Text::tr("“id”只能用字母和数字，以小写字母开头"));
    if (commonFields().contains(field.id)) item.refuse(Text::tr("“%1”是公用栏目").arg(field.id));
    return field;
}

void readFields(JsonFields& fields, ActivityKind& kind) {
    kind.required = fields.texts(u"required"_s);
    for (const QString& name : std::as_const(kind.required)) {
        if (!commonFields().contains(name))
            fields.refuse(Text::tr("“required”里没有叫“%1”的栏目").arg(name));
    }
    if (!kind.required.contains(u"date"_s)) fields.refuse(Text::tr("“required”里要有 date"));
    QStringList ids;
    for (const auto& value : fields.array(u"fields"_s)) {
        JsonFields item(value);
        kind.fields.append(fieldOf(item));
        const QString id = kind.fields.last().id;
        if (ids.contains(id)) item.refuse(Text::tr("栏目“%1”重复").arg(id));
        ids.append(id);
        if (const QString problem = item.problem(); !problem.isEmpty())
            fields.refuse(Text::tr("“fields”：%1").arg(problem));
    }
}

void readDay(JsonFields& fields, ActivityKind& kind) {
    kind.day = fields.textOr(u"day"_s, {});
    if (kind.day.isEmpty()) return;
    if (kind.day != kFirstFriday) fields.refuse(Text::tr("“day”只能是 first-friday"));
    if (!fieldWithId(kind, u"moved"_s))
        fields.refuse(Text::tr("有“day”的种类要有栏目 moved（改期原因）"));
}

StudyWorth worthOf(JsonFields& fields, const QList<ActivityField>& own) {
    if (!fields.has(u"hours"_s)) return {};
    JsonFields item(fields.object(u"hours"_s));
    StudyWorth worth;
    worth.field = item.textOr(u"field"_s, {});
    if (item.has(u"otherwise"_s))
        worth.otherwise = static_cast<StudyWorth::By>(item.choice(u"otherwise"_s, kBy));
    worth.less = item.textOr(u"less"_s, {});
    for (const QString& name : {worth.field, worth.less}) {
        const bool isNumber = std::any_of(own.begin(), own.end(), [&](const ActivityField& field) {
            return field.id == name && field.type == FieldType::Number;
        });
        if (!name.isEmpty() && !isNumber) item.refuse(Text::tr("没有叫“%1”的数字栏目").arg(name));
    }
    if (!worth.isStudy()) item.refuse(Text::tr("要有“field”或“otherwise”"));
    if (const QString problem = item.problem(); !problem.isEmpty())
        fields.refuse(Text::tr("“hours”：%1").arg(problem));
    return worth;
}

ActivityKind kindOf(JsonFields& fields) {
    ActivityKind kind;
    kind.id = fields.text(u"id"_s);
    if (!isId(kind.id)) fields.refuse(Text::tr("“id”只能用小写字母、数字和连字符"));
    kind.name = fields.text(u"name"_s);
    kind.shortName = fields.text(u"short"_s);
    kind.symbol = fields.text(u"symbol"_s);
    if (kind.symbol.toUcs4().size() != 1) fields.refuse(Text::tr("“symbol”应当是一个字"));
    kind.cadence = fields.textOr(u"cadence"_s, {});
    kind.attends = static_cast<Attends>(fields.choice(u"attends"_s, kAttends));
    if (fields.has(u"held-by"_s))
        kind.heldBy = static_cast<HeldBy>(fields.choice(u"held-by"_s, kHeldBy));
    kind.quorum = static_cast<Quorum>(fields.choice(u"quorum"_s, kQuorums));
    kind.voting = static_cast<Voting>(fields.choice(u"vote"_s, kVotings));
    readFields(fields, kind);
    readDay(fields, kind);
    kind.hours = worthOf(fields, kind.fields);
    kind.form = fields.textOr(u"form"_s, u"record"_s);
    kind.isRegister = fields.flagOr(u"register"_s, false);
    kind.points = kPoints.at(fields.choice(u"points"_s, kPoints));
    kind.isDisclosed = fields.flagOr(u"disclosed"_s, false);
    kind.isRetired = fields.flagOr(u"retired"_s, false);
    QString problem;
    kind.source = parseSource(fields.value(u"source"_s), problem);
    if (!problem.isEmpty()) fields.refuse(problem);
    return kind;
}

template <typename Word> QString wordOf(const QStringList& words, Word word) {
    return words.at(static_cast<qsizetype>(word));
}

QJsonObject jsonOf(const FieldColumn& column) {
    return {{u"id"_s, column.id}, {u"title"_s, column.title}};
}

QJsonObject jsonOf(const ActivityField& field) {
    QJsonObject json{
        {u"id"_s, field.id}, {u"title"_s, field.title}, {u"type"_s, wordOf(kTypes, field.type)}};
    if (field.required) json.insert(u"required"_s, true);
    if (!field.options.isEmpty())
        json.insert(u"options"_s, QJsonArray::fromStringList(field.options));
    QJsonArray columns;
    for (const FieldColumn& column : field.columns)
        columns.append(jsonOf(column));
    if (!columns.isEmpty()) json.insert(u"columns"_s, columns);
    return json;
}

QJsonObject jsonOf(const StudyWorth& worth) {
    QJsonObject json;
    if (!worth.field.isEmpty()) json.insert(u"field"_s, worth.field);
    if (worth.otherwise != StudyWorth::By::Nothing)
        json.insert(u"otherwise"_s, wordOf(kBy, worth.otherwise));
    if (!worth.less.isEmpty()) json.insert(u"less"_s, worth.less);
    return json;
}

Result<void> addKinds(QList<ActivityKind>& kinds, const QByteArray& json, const QString& file) {
    const auto top = jsonObjectOf(json, file);
    if (!top) return fail(top.error());
    JsonFields fields(*top);
    const QJsonArray entries = fields.array(u"kinds"_s);
    if (entries.isEmpty()) fields.refuse(Text::tr("缺少“kinds”"));
    if (kinds.size() + entries.size() > kMostKinds)
        fields.refuse(Text::tr("种类太多，一共最多 %1 种").arg(kMostKinds));
    if (const QString problem = fields.problem(); !problem.isEmpty())
        return bad(file, u"-"_s, problem);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        JsonFields item(entries.at(i));
        const ActivityKind kind = kindOf(item);
        if (kindWithId(kinds, kind.id)) item.refuse(Text::tr("与前面的种类同号"));
        const QString problem = item.problem();
        const QString name = kind.id.isEmpty() ? Text::tr("第 %1 种").arg(i + 1) : kind.id;
        if (!problem.isEmpty()) return bad(file, name, problem);
        kinds.append(kind);
    }
    return {};
}
}

const QStringList& commonFields() {
    static const QStringList names{u"date"_s,    u"from"_s,       u"to"_s,         u"place"_s,
                                   u"host"_s,    u"recorder"_s,   u"title"_s,      u"agenda"_s,
                                   u"content"_s, u"resolution"_s, u"attendance"_s, u"votes"_s};
    return names;
}

QJsonObject jsonOf(const ActivityKind& kind) {
    QJsonObject json{{u"id"_s, kind.id},
                     {u"name"_s, kind.name},
                     {u"short"_s, kind.shortName},
                     {u"symbol"_s, kind.symbol},
                     {u"attends"_s, wordOf(kAttends, kind.attends)},
                     {u"held-by"_s, wordOf(kHeldBy, kind.heldBy)},
                     {u"quorum"_s, wordOf(kQuorums, kind.quorum)},
                     {u"vote"_s, wordOf(kVotings, kind.voting)},
                     {u"required"_s, QJsonArray::fromStringList(kind.required)},
                     {u"form"_s, kind.form},
                     {u"points"_s, kind.points},
                     {u"source"_s, sourceJson(kind.source)}};
    QJsonArray fields;
    for (const ActivityField& field : kind.fields)
        fields.append(jsonOf(field));
    if (!fields.isEmpty()) json.insert(u"fields"_s, fields);
    if (!kind.cadence.isEmpty()) json.insert(u"cadence"_s, kind.cadence);
    if (!kind.day.isEmpty()) json.insert(u"day"_s, kind.day);
    if (kind.hours.isStudy()) json.insert(u"hours"_s, jsonOf(kind.hours));
    if (kind.isRegister) json.insert(u"register"_s, true);
    if (kind.isDisclosed) json.insert(u"disclosed"_s, true);
    if (kind.isRetired) json.insert(u"retired"_s, true);
    return json;
}

Result<QList<ActivityKind>> parseKinds(const QByteArray& json, const QString& file) {
    QList<ActivityKind> kinds;
    if (const auto done = addKinds(kinds, json, file); !done) return fail(done.error());
    return kinds;
}

Result<QList<ActivityKind>> loadKinds() {
    QList<ActivityKind> kinds;
    const QStringList names
        = QStringList(u"rules/activities.json"_s) + dataFiles(u"rules"_s, u"-activities.json"_s);
    for (const QString& name : names) {
        const auto bytes = readDataFile(name);
        if (!bytes) return fail(bytes.error());
        if (const auto done = addKinds(kinds, *bytes, dataFilePath(name)); !done)
            return fail(done.error());
    }
    return kinds;
}

Result<void> checkCadences(const QList<ActivityKind>& kinds, const RuleBook& book) {
    for (const ActivityKind& kind : kinds) {
        if (kind.cadence.isEmpty()) continue;
        bool found = false;
        for (const Rule& rule : book.rules) {
            found = found
                || (rule.id == kind.cadence && rule.kind == RuleKind::Frequency
                    && rule.activities.contains(kind.id));
        }
        if (!found)
            return bad(u"activities.json"_s, kind.id,
                       Text::tr("没有一条叫“%1”的频次规则管它").arg(kind.cadence));
    }
    return {};
}

} // namespace baolei
