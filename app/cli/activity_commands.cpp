#include "app/cli/command.h"
#include "core/activities/compliance.h"
#include "core/activities/queries.h"
#include "core/demo/demo.h"
#include "core/people/queries.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

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
    const auto saved = saveActivity(**store, *record);
    if (!saved) return fail(saved.error());
    call.out << Text::tr("已记录：%1 %2，应到 %3 人，实到 %4 人")
                    .arg(saved->startsAt.date().toString(Qt::ISODate), saved->title)
                    .arg(saved->due)
                    .arg(saved->present)
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

QString severityWord(Severity severity) {
    switch (severity) {
    case Severity::Must:
        return u"must"_s;
    case Severity::Should:
        return u"should"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

using Names = QHash<Uuid, QString>;

QJsonObject jsonOf(const Finding& finding, const Names& names) {
    QJsonObject object{{u"rule"_s, finding.rule},
                       {u"label"_s, finding.label},
                       {u"severity"_s, severityWord(finding.severity)},
                       {u"standing"_s, standingWord(finding.standing)},
                       {u"organisation"_s, names.value(finding.organisation)},
                       {u"message"_s, finding.message},
                       {u"source"_s, finding.source}};
    if (!finding.group.isNull()) object.insert(u"group"_s, names.value(finding.group));
    if (finding.period) object.insert(u"period"_s, finding.period->text());
    if (finding.deadline.isValid())
        object.insert(u"deadline"_s, finding.deadline.toString(Qt::ISODate));
    if (finding.have != kUnknown) object.insert(u"have"_s, finding.have);
    if (finding.need != kUnknown) object.insert(u"need"_s, finding.need);
    if (!finding.activity.isNull()) object.insert(u"activity"_s, finding.activity.toText());
    return object;
}

/// By organisation, the one with the most pressing finding first; at the end what to do.
void printFindings(const Call& call, const QList<Finding>& findings, const Names& names) {
    QList<Uuid> order;
    QHash<Uuid, QStringList> lines;
    const QStringList standings{Text::tr("不符"), Text::tr("缺"), Text::tr("待办"),
                                Text::tr("提示")};
    QHash<QString, int> counts;
    for (const Finding& finding : findings) {
        const QString standing = standingText(finding);
        QStringList& own = lines[finding.organisation];
        if (own.isEmpty()) order.append(finding.organisation);
        own.append(
            u"  %1  %2〔%3，%4〕"_s.arg(standing, finding.message, finding.label, finding.source));
        ++counts[standing];
    }
    for (const Uuid& organisation : std::as_const(order)) {
        const QStringList own = lines.value(organisation);
        call.out << Text::tr("%1（%2 条）").arg(names.value(organisation)).arg(own.size()) << "\n"
                 << own.join(u'\n') << "\n\n";
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

Result<Id<Organisation>> scopeOf(const Call& call, const Reader& reader) {
    if (!call.has("org")) return Id<Organisation>{};
    const auto organisation = organisationNamed(reader, call.option("org"));
    if (!organisation) return fail(organisation.error());
    return organisation->id;
}

Result<void> checkStore(const Call& call) {
    const QDate day = call.has("date") ? QDate::fromString(call.option("date"), Qt::ISODate)
                                       : call.clock.today();
    if (!day.isValid())
        return fail(ErrorCode::Usage, Text::tr("日期“%1”看不懂").arg(call.option("date")),
                    Text::tr("请写成 2026-11-20"));
    const auto reader = openReader(call.words[0]);
    if (!reader) return fail(reader.error());
    const auto scope = scopeOf(call, *reader);
    if (!scope) return fail(scope.error());
    const auto findings = check(*reader, *scope, day);
    if (!findings) return fail(findings.error());
    const auto all = organisationsUnder(*reader, {}, day);
    if (!all) return fail(all.error());
    Names names;
    for (const Organisation& each : *all)
        names.insert(each.id.value, each.shortName);
    if (!call.has("json")) {
        printFindings(call, *findings, names);
        return {};
    }
    QJsonArray array;
    for (const Finding& finding : *findings)
        array.append(jsonOf(finding, names));
    call.printJson(array);
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
