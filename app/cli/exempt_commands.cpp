#include "app/cli/command.h"
#include "core/activities/exemption.h"
#include "core/base/period.h"
#include "core/people/queries.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

tl::unexpected<Error> misused(const QString& what) {
    return fail(ErrorCode::Usage, what,
                Text::tr("请写成 exempt 文件 list、remove 编号，或 add --org 党组织 --rule 规则 "
                         "--period 2026-07 --reason 原因 --approver 批准人"));
}

Result<void> readDays(const Call& call, GrantedExemption& exemption) {
    if (call.has("period")) {
        const auto period = Period::parse(call.option("period"));
        if (!period) return fail(period.error());
        exemption.fromOn = period->first();
        exemption.untilOn = period->last();
        return {};
    }
    const auto from = dayOf(call, "from");
    const auto until = dayOf(call, "until");
    if (!from) return fail(from.error());
    if (!until) return fail(until.error());
    exemption.fromOn = *from;
    exemption.untilOn = *until;
    return {};
}

Result<void> add(const Call& call) {
    if (!call.has("org")) return misused(Text::tr("没有写是哪个党组织"));
    GrantedExemption exemption;
    exemption.rule = call.option("rule");
    exemption.reason = call.option("reason");
    exemption.approver = call.option("approver");
    if (const auto done = readDays(call, exemption); !done) return done;
    const auto approved = dayOf(call, "approved-on");
    if (!approved) return fail(approved.error());
    exemption.approvedOn = *approved;
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto organisation = organisationNamed((*store)->reader(), call.option("org"));
    if (!organisation) return fail(organisation.error());
    exemption.organisationId = organisation->id;
    const auto saved = saveExemption(**store, exemption);
    if (!saved) return fail(saved.error());
    call.out << Text::tr("已登记免除：%1 %2，%3 至 %4，%5批准〔%6〕")
                    .arg(organisation->shortName, saved->rule, saved->fromOn.toString(Qt::ISODate),
                         saved->untilOn.toString(Qt::ISODate), saved->approver,
                         saved->id.value.toText())
             << "\n";
    return {};
}

QJsonObject jsonOf(const GrantedExemption& exemption, const QString& organisation) {
    return {{u"id"_s, exemption.id.value.toText()},
            {u"organisation"_s, organisation},
            {u"rule"_s, exemption.rule},
            {u"from"_s, exemption.fromOn.toString(Qt::ISODate)},
            {u"until"_s, exemption.untilOn.toString(Qt::ISODate)},
            {u"reason"_s, exemption.reason},
            {u"approver"_s, exemption.approver},
            {u"approved_on"_s, exemption.approvedOn.toString(Qt::ISODate)}};
}

Result<void> list(const Call& call) {
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto scope = scopeOf(call, *reader);
    if (!scope) return fail(scope.error());
    const auto granted = exemptionsIn(*reader, *scope);
    if (!granted) return fail(granted.error());
    QJsonArray array;
    for (const GrantedExemption& each : *granted) {
        const auto holder = reader->find(each.organisationId);
        if (!holder) return fail(holder.error());
        const QString name = *holder ? (*holder)->shortName : QString();
        array.append(jsonOf(each, name));
        if (call.has("json")) continue;
        call.out << each.fromOn.toString(Qt::ISODate) << Text::tr(" 至 ")
                 << each.untilOn.toString(Qt::ISODate) << "  " << name << "  " << each.rule << "  "
                 << each.reason << u"〔"_s << Text::tr("%1批准").arg(each.approver) << u"，"_s
                 << each.id.value.toText() << u"〕\n"_s;
    }
    if (call.has("json")) call.printJson(array);
    return {};
}

Result<void> remove(const Call& call) {
    const Uuid id = Uuid::fromText(call.word(2));
    if (id.isNull()) return misused(Text::tr("编号“%1”看不懂").arg(call.word(2)));
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    if (const auto done = removeExemption(**store, {id}); !done) return done;
    call.out << Text::tr("已取消这项免除") << "\n";
    return {};
}

Result<void> exempt(const Call& call) {
    const QString action = call.word(1);
    if (action == u"add"_s) return add(call);
    if (action == u"list"_s) return list(call);
    if (action == u"remove"_s) return remove(call);
    return misused(Text::tr("没有“%1”这个做法").arg(action));
}
}

QList<Command> exemptCommands() {
    static const OptionSpec json{"json", nullptr, QT_TRANSLATE_NOOP("Cli", "按 JSON 输出")};
    return {
        {"exempt",
         {u"STORE"_s, u"add|list|remove"_s, u"[ID]"_s},
         QT_TRANSLATE_NOOP("Cli", "登记、列出或取消经批准的免除（某支部某段时间不开某一项）"),
         {{"org", "NAME", QT_TRANSLATE_NOOP("Cli", "党组织，连同它的下级")},
          {"rule", "ID", QT_TRANSLATE_NOOP("Cli", "免哪一条规则，如 R-104")},
          {"period", "PERIOD", QT_TRANSLATE_NOOP("Cli", "2026-07、2026-Q3 或 2026")},
          {"from", "YYYY-MM-DD", QT_TRANSLATE_NOOP("Cli", "从哪天起，不用 --period 时写")},
          {"until", "YYYY-MM-DD", QT_TRANSLATE_NOOP("Cli", "到哪天止，不用 --period 时写")},
          {"reason", "TEXT", QT_TRANSLATE_NOOP("Cli", "原因，必填")},
          {"approver", "TEXT", QT_TRANSLATE_NOOP("Cli", "批准人或批准机关，必填")},
          {"approved-on", "YYYY-MM-DD", QT_TRANSLATE_NOOP("Cli", "批准日期")},
          json},
         exempt},
    };
}

} // namespace baolei::cli
