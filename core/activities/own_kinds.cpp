#include "core/activities/own_kinds.h"

#include "core/rules/rule_loader.h"
#include "core/rules/strict_json.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(OwnKinds)
};

const QStringList kUnits{u"year"_s, u"quarter"_s, u"month"_s}; // in the order of Period::Unit

void readCadence(JsonFields& fields, OwnKind& own) {
    own.times = fields.numberOr(u"times"_s, 0, 0, kMostTimes);
    if (own.times == 0) return;
    own.per = static_cast<Period::Unit>(fields.choice(u"per"_s, kUnits));
    own.from = QDate::fromString(fields.text(u"from"_s), Qt::ISODate);
    if (!own.from.isValid()) fields.refuse(Text::tr("“from”要写成 2026-12-01"));
    const QString until = fields.textOr(u"until"_s, {});
    own.until = QDate::fromString(until, Qt::ISODate);
    if (!until.isEmpty() && !own.until.isValid())
        fields.refuse(Text::tr("“until”要写成 2026-12-31"));
}

bool isAskedFor(const OwnKind& own) {
    return own.problem.isEmpty() && own.times > 0 && (own.until.isNull() || own.until >= own.from);
}

QJsonObject daysOf(const OwnKind& own) {
    QJsonObject days{{u"from"_s, own.from.toString(Qt::ISODate)}};
    if (own.until.isValid()) days.insert(u"to"_s, own.until.toString(Qt::ISODate));
    return days;
}

// Which branches owe it: a committee's meeting only those with a committee.
QJsonObject ruleOf(const OwnKind& own) {
    const ActivityKind& kind = own.kind;
    QString applies = u"is_branch"_s;
    if (kind.attends == Attends::Committee) applies += u" and has_committee"_s;
    if (kind.attends == Attends::Group) applies += u" and groups > 0"_s;
    QJsonObject rule{
        {u"id"_s, kind.id},
        {u"shown-as"_s, Text::tr("本镇·%1").arg(kind.shortName)},
        {u"kind"_s, u"frequency"_s},
        {u"severity"_s, u"should"_s},
        {u"title"_s,
         Text::tr("%1每%2 %3 次（本镇要求）")
             .arg(kind.name, unitText(own.per), QString::number(own.times))},
        {u"activities"_s, QJsonArray{kind.id}},
        {u"per"_s, kUnits.at(static_cast<qsizetype>(own.per))},
        {u"count"_s, own.times},
        {u"applies"_s, applies},
        {u"message"_s, Text::tr("{period}应开展%1{need}次，已开展{have}次").arg(kind.name)},
        {u"effective"_s, daysOf(own)},
        {u"source"_s, sourceJson(kind.source)}};
    if (kind.attends == Attends::Group) rule.insert(u"over"_s, u"group"_s);
    return rule;
}

}

Result<OwnKind> ownKindFrom(const QByteArray& json, const QString& file) {
    const auto top = jsonObjectOf(json, file);
    if (!top) return fail(top.error());
    JsonFields fields(*top);
    OwnKind own;
    QJsonObject kind = fields.object(u"kind"_s);
    const bool isNew = !kind.contains(u"id"_s);
    if (isNew) kind.insert(u"id"_s, u"new"_s);
    readCadence(fields, own);
    if (const QString problem = fields.problem(); !problem.isEmpty())
        return fail(ErrorCode::BadFile, Text::tr("“%1”写错了：%2").arg(file, problem),
                    Text::tr("请改正后再试"));
    const QJsonObject wrapped{{u"kinds"_s, QJsonArray{kind}}};
    const auto kinds = parseKinds(QJsonDocument(wrapped).toJson(), file);
    if (!kinds) return fail(kinds.error());
    own.kind = kinds->first();
    if (isNew) own.kind.id.clear();
    return own;
}

Result<QList<OwnKind>> ownKinds(const Reader& reader) {
    const auto kept = reader.all<Setting>("WHERE r.name LIKE 'kind.%' ORDER BY r.name");
    if (!kept) return fail(kept.error());
    const auto written = loadKinds();
    if (!written) return fail(written.error());
    qsizetype room = kMostKinds - written->size();
    QList<OwnKind> all;
    for (const Setting& each : *kept) {
        const QString id = each.name.sliced(kOwnKindPrefix.size());
        auto own = ownKindFrom(each.value.toUtf8(), Text::tr("本镇的活动种类"));
        if (!own) {
            own = OwnKind();
            own->kind.name = id;
            own->problem = Text::tr("这一种是更新的程序写的，本程序读不懂；记录都还在");
        }
        own->kind.id = id;
        own->kind.cadence = isAskedFor(*own) ? id : QString();
        if (own->problem.isEmpty() && --room < 0)
            own->problem = Text::tr("活动种类最多 %1 种，这一种排不下了").arg(kMostKinds);
        all.append(*own);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const OwnKind& a, const OwnKind& b) { return a.kind.name < b.kind.name; });
    return all;
}

Result<QList<ActivityKind>> townKinds(const Reader& reader) {
    auto kinds = loadKinds();
    if (!kinds) return kinds;
    const auto own = ownKinds(reader);
    if (!own) return fail(own.error());
    for (const OwnKind& each : *own)
        if (each.problem.isEmpty()) kinds->append(each.kind);
    return kinds;
}

QString settingText(const OwnKind& own) {
    QJsonObject json{{u"kind"_s, jsonOf(own.kind)}};
    if (own.times > 0) {
        json.insert(u"per"_s, kUnits.at(static_cast<qsizetype>(own.per)));
        json.insert(u"times"_s, own.times);
        json.insert(u"from"_s, own.from.toString(Qt::ISODate));
        if (own.until.isValid()) json.insert(u"until"_s, own.until.toString(Qt::ISODate));
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<void> addOwnRules(RuleBook& book, const QList<OwnKind>& kinds) {
    QJsonArray rules;
    for (const OwnKind& own : kinds)
        if (isAskedFor(own)) rules.append(ruleOf(own));
    if (rules.isEmpty()) return {};
    const QByteArray json = QJsonDocument(QJsonObject{{u"rules"_s, rules}}).toJson();
    return addRules(book, json, Text::tr("本镇的活动种类"), book.kinds);
}

} // namespace baolei
