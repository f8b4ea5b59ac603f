#include "app/cli/command.h"
#include "app/cli/json_list.h"
#include "core/activities/compliance.h"
#include "core/activities/copy.h"
#include "core/activities/queries.h"
#include "core/demo/demo.h"
#include "core/people/queries.h"
#include "core/plans/commands.h"

#include <QCoreApplication>
#include <QFile>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Result<void> log(const Call& call) {
    QFile file(call.words[1]);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Text::tr("打不开“%1”").arg(call.words[1]),
                    Text::tr("请检查文件名"));
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto record = activityFromJson((*store)->reader(), file.readAll());
    if (!record) return fail(record.error());
    QList<PlanItem> fulfilled;
    const auto saved = saveActivity(**store, *record, fulfillingPlan(fulfilled));
    if (!saved) return fail(saved.error());
    call.out << Text::tr("已记录：%1 %2，应到 %3 人，实到 %4 人")
                    .arg(saved->startsAt.date().toString(Qt::ISODate), saved->title)
                    .arg(saved->due)
                    .arg(saved->present)
             << "\n";
    if (!fulfilled.isEmpty()) call.out << fulfilledText(fulfilled) << "\n";
    return {};
}

Result<void> repeat(const Call& call) {
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const Reader& reader = (*store)->reader();
    const Id<Activity> id{Uuid::fromText(call.words[1])};
    const auto month = Period::parse(call.option("to"));
    if (call.has("to") && (!month || month->unit != Period::Unit::Month))
        return fail(ErrorCode::Usage, Text::tr("月份“%1”看不懂").arg(call.option("to")),
                    Text::tr("请写成 2026-12"));
    auto copy = month ? copyInto(reader, id, month->first()) : copyToMonthAfter(reader, id);
    if (!copy) return fail(copy.error());
    copy->activity.state = u"draft"_s; // it has not been held yet
    const auto saved = saveActivity(**store, *copy);
    if (!saved) return fail(saved.error());
    call.out << Text::tr("已存草稿：%1 %2〔%3〕")
                    .arg(saved->startsAt.date().toString(Qt::ISODate), saved->title,
                         saved->id.value.toText())
             << "\n";
    return {};
}

QString standingWord(Standing standing) {
    switch (standing) {
    case Standing::Wrong:
        return u"wrong"_s;
    case Standing::Missing:
        return u"missing"_s;
    case Standing::Due:
        break;
    }
    return u"due"_s;
}

QString standingText(const Finding& finding) {
    switch (finding.standing) {
    case Standing::Wrong:
        // What is only remarked upon is no offence.
        return finding.severity == Severity::Note ? Text::tr("提示") : Text::tr("不符");
    case Standing::Missing:
        return Text::tr("缺");
    case Standing::Due:
        break;
    }
    return Text::tr("待办");
}

using Names = QHash<Uuid, QString>;

void printJson(const Call& call, const QList<Finding>& findings, const Names& names) {
    JsonList json(call.out);
    for (const Finding& finding : findings) {
        json.add("rule", finding.rule);
        json.add("label", finding.label);
        json.add("severity", severityWord(finding.severity));
        json.add("standing", standingWord(finding.standing));
        json.add("organisation", names.value(finding.organisation));
        json.add("message", finding.message);
        json.add("source", finding.source);
        if (!finding.group.isNull()) json.add("group", names.value(finding.group));
        if (finding.period) json.add("period", finding.period->text());
        if (finding.deadline.isValid())
            json.add("deadline", finding.deadline.toString(Qt::ISODate));
        if (finding.have != kUnknown) json.add("have", finding.have);
        if (finding.need != kUnknown) json.add("need", finding.need);
        if (!finding.activity.isNull()) json.add("activity", finding.activity.toText());
        json.endRecord();
    }
    json.close();
}

/// By organisation, the one with the most pressing finding first; at the end what to do.
void printFindings(const Call& call, const QList<Finding>& findings, const Names& names) {
    QList<Uuid> order;
    QHash<Uuid, QList<const Finding*>> byOrganisation;
    const QStringList standings{Text::tr("不符"), Text::tr("缺"), Text::tr("待办"),
                                Text::tr("提示")};
    QHash<QString, int> counts;
    for (const Finding& finding : findings) {
        QList<const Finding*>& own = byOrganisation[finding.organisation];
        if (own.isEmpty()) order.append(finding.organisation);
        own.append(&finding);
        ++counts[standingText(finding)];
    }
    for (const Uuid& organisation : std::as_const(order)) {
        const QList<const Finding*> own = byOrganisation.value(organisation);
        call.out
            << Text::tr("%1（%2 条）").arg(names.value(organisation), QString::number(own.size()))
            << "\n";
        for (const Finding* each : own)
            call.out << "  " << standingText(*each) << "  " << each->message << u"〔"_s
                     << each->label << u"，"_s << each->source << u"〕\n"_s;
        call.out << "\n";
    }
    call.out << Text::tr("共 %1 条").arg(findings.size());
    QStringList sums;
    for (const QString& standing : standings)
        if (counts.contains(standing))
            sums.append(Text::tr("%1 %2 条").arg(standing).arg(counts[standing]));
    call.out << (sums.isEmpty() ? Text::tr("，没有发现问题") : u'：' + sums.join(u'、')) << "\n";
    if (!sums.isEmpty())
        call.out << Text::tr("不符的请核对记录、按规定改正；缺的请尽快补开，已开的请补录；"
                             "待办的请在期限前完成。")
                 << "\n";
}

// Also of those that are dissolved: nothing but names, as a city has many.
Result<Names> namesOf(const Reader& reader) {
    Names names;
    const auto done
        = reader.each("SELECT id, short_name FROM live_organisation", {},
                      [&](const Row& row) { names.insert(row.as<Uuid>(0), row.text(1)); });
    if (!done) return fail(done.error());
    return names;
}

Result<void> checkStore(const Call& call) {
    const QDate day = call.has("date") ? QDate::fromString(call.option("date"), Qt::ISODate)
                                       : call.clock.today();
    if (!day.isValid())
        return fail(ErrorCode::Usage, Text::tr("日期“%1”看不懂").arg(call.option("date")),
                    Text::tr("请写成 2026-11-20"));
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto scope = scopeOf(call, *reader);
    if (!scope) return fail(scope.error());
    const auto findings = check(*reader, *scope, day);
    if (!findings) return fail(findings.error());
    const auto names = namesOf(*reader);
    if (!names) return fail(names.error());
    (call.has("json") ? printJson : printFindings)(call, *findings, *names);
    return {};
}

Result<void> demo(const Call& call) {
    const auto scale = demoScaleFrom(call.option("scale", u"town"_s));
    if (!scale) return fail(scale.error());
    const auto store = Store::create(call.words[0], demoTownName(*scale), storeOptions(call.clock));
    if (!store) return fail(store.error());
    if (const auto filled = fillDemo(**store, *scale); !filled) return filled;
    call.out << Text::tr("已生成示范数据：%1").arg(call.words[0]) << "\n";
    return {};
}
}

QList<Command> activityCommands() {
    static const OptionSpec json{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")};
    static const OptionSpec org{"org", "NAME", QT_TRANSLATE_NOOP("Cli", "只看这个党组织及其下级")};
    return {
        {"log",
         {u"STORE"_s, u"FILE.json"_s},
         QT_TRANSLATE_NOOP("Cli", "记录一次组织生活"),
         {},
         log},
        {"repeat",
         {u"STORE"_s, u"ID"_s},
         QT_TRANSLATE_NOOP("Cli", "照一次活动为下月存一份草稿：时间、地点、主持、议题照旧"),
         {{"to", "YYYY-MM", QT_TRANSLATE_NOOP("Cli", "哪个月，默认那次活动的下一个月")}},
         repeat},
        {"check",
         {u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "缺什么、什么不合规、什么快到期，附依据"),
         {{"date", "YYYY-MM-DD", QT_TRANSLATE_NOOP("Cli", "以哪一天为准，默认今天")}, org, json},
         checkStore},
        {"demo",
         {u"STORE"_s},
         QT_TRANSLATE_NOOP("Cli", "生成编造的示范数据"),
         {{"scale", "town|county|city", QT_TRANSLATE_NOOP("Cli", "规模，默认 town")}},
         demo},
    };
}

} // namespace baolei::cli
