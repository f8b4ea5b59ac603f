#include "app/cli/command.h"
#include "app/cli/json_list.h"
#include "core/activities/own_kinds.h"
#include "core/people/queries.h"
#include "core/plans/commands.h"
#include "core/plans/queries.h"

#include <QCoreApplication>

namespace baolei::cli {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

tl::unexpected<Error> misused(const QString& what) {
    return fail(ErrorCode::Usage, what,
                Text::tr("请写成 plan 文件 list、make --org 党组织、copy --org 党支部、"
                         "add --org 党支部 --month 11 --title 内容、candidates、"
                         "link 编号 活动编号、done 编号、reopen 编号 或 remove 编号"));
}

QString stateWord(PlanState state) {
    static const QStringList words{u"planned"_s, u"due"_s,       u"late"_s,
                                   u"done"_s,    u"done-late"_s, u"exempt"_s}; // as PlanState
    return words.at(int(state));
}

Result<int> yearOf(const Call& call, const char* option, int otherwise) {
    if (!call.has(option)) return otherwise;
    bool isNumber = false;
    const int year = call.option(option).toInt(&isNumber);
    if (isNumber) return year;
    return misused(Text::tr("年度“%1”看不懂").arg(call.option(option)));
}

Result<int> yearOf(const Call& call) {
    return yearOf(call, "year", call.clock.today().year());
}

template <typename T> Result<Id<T>> idIn(const Call& call, int position) {
    const Uuid id = Uuid::fromText(call.word(position));
    if (id.isNull()) return misused(Text::tr("编号“%1”看不懂").arg(call.word(position)));
    return Id<T>{id};
}

/// The branches of --org and below; of everything where it is not given.
Result<QList<Organisation>> branchesOf(const Call& call, const Reader& reader) {
    const auto scope = scopeOf(call, reader);
    if (!scope) return fail(scope.error());
    const auto all = organisationsUnder(reader, *scope);
    if (!all) return fail(all.error());
    return branchesIn(*all);
}

QList<Id<Organisation>> idsOf(const QList<Organisation>& branches) {
    QList<Id<Organisation>> ids;
    for (const Organisation& each : branches)
        ids.append(each.id);
    return ids;
}

void lineJson(JsonList& json, const Organisation& branch, const PlanLine& line) {
    const PlanItem& item = line.item;
    json.add("id", item.id.value.toText());
    json.add("branch", branch.shortName);
    json.add("year", qint64(item.year));
    json.add("month", qint64(item.month));
    json.add("kind", item.kind);
    json.add("title", item.title);
    json.add("method", item.method);
    json.add("responsible", item.responsible);
    if (item.day.isValid()) json.add("day", item.day.toString(Qt::ISODate));
    json.add("note", item.note);
    json.add("state", stateWord(line.state));
    if (line.doneOn.isValid()) json.add("done_on", line.doneOn.toString(Qt::ISODate));
    if (!item.activityId.isNull()) json.add("activity", item.activityId.value.toText());
    json.endRecord();
}

QString stateText(const PlanLine& line) {
    return line.doneOn.isValid() ? nameOf(line.state) + u' ' + line.doneOn.toString(Qt::ISODate)
                                 : nameOf(line.state);
}

void printLine(const Call& call, const Organisation& branch, const PlanLine& line) {
    const PlanItem& item = line.item;
    QStringList parts{branch.shortName, monthText(item.month), item.title};
    if (!item.method.isEmpty()) parts.append(item.method);
    if (!item.responsible.isEmpty()) parts.append(item.responsible);
    parts.append(stateText(line));
    call.out << parts.join(u"  "_s) << u"〔"_s << item.id.value.toText() << u"〕\n"_s;
}

Result<void> list(const Call& call) {
    const auto year = yearOf(call);
    if (!year) return fail(year.error());
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto branches = branchesOf(call, *reader);
    if (!branches) return fail(branches.error());
    const auto rules = townRules(*reader);
    if (!rules) return fail(rules.error());
    JsonList json(call.out);
    int count = 0;
    int open = 0;
    for (const Organisation& branch : *branches) {
        const auto lines = planOf(*reader, *rules, branch.id, *year, call.clock.today());
        if (!lines) return fail(lines.error());
        for (const PlanLine& line : *lines) {
            ++count;
            open += isOpen(line.state);
            call.has("json") ? lineJson(json, branch, line) : printLine(call, branch, line);
        }
    }
    if (call.has("json"))
        json.close();
    else
        call.out << Text::tr("%1年共 %2 项，还没有完成 %3 项").arg(*year).arg(count).arg(open)
                 << "\n";
    return {};
}

void printOutcome(const Call& call, const PlanOutcome& outcome) {
    call.out << Text::tr("已添加 %1 项（%2 个党支部），原来就有的 %3 项没有动")
                    .arg(outcome.added)
                    .arg(outcome.branches)
                    .arg(outcome.skipped)
             << "\n";
}

Result<void> make(const Call& call) {
    if (call.has("org") == call.has("all"))
        return misused(Text::tr("请用 --org 写明党组织，或用 --all 表示所有党支部"));
    const auto year = yearOf(call);
    if (!year) return fail(year.error());
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto branches = branchesOf(call, (*store)->reader());
    if (!branches) return fail(branches.error());
    const auto made = makePlan(**store, idsOf(*branches), *year);
    if (!made) return fail(made.error());
    printOutcome(call, *made);
    return {};
}

/// Where a copy goes: --to, or --all, or the branch itself.
Result<QList<Id<Organisation>>> targetsOf(const Call& call, const Reader& reader,
                                          Id<Organisation> from) {
    if (call.has("all")) {
        const auto all = organisations(reader);
        if (!all) return fail(all.error());
        return idsOf(branchesIn(*all));
    }
    QList<Id<Organisation>> targets;
    for (const QString& name : call.all("to")) {
        const auto branch = organisationNamed(reader, name);
        if (!branch) return fail(branch.error());
        if (!targets.contains(branch->id)) targets.append(branch->id);
    }
    if (targets.isEmpty()) targets.append(from);
    return targets;
}

Result<void> copy(const Call& call) {
    if (!call.has("org")) return misused(Text::tr("没有写从哪个党支部复制"));
    if (call.has("to") && call.has("all")) return misused(Text::tr("--to 和 --all 只能写一个"));
    const auto year = yearOf(call);
    if (!year) return fail(year.error());
    // Other branches get the same year, the branch itself the next one.
    const bool isForOthers = call.has("to") || call.has("all");
    const auto toYear = yearOf(call, "to-year", isForOthers ? *year : *year + 1);
    if (!toYear) return fail(toYear.error());
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto from = organisationNamed((*store)->reader(), call.option("org"));
    if (!from) return fail(from.error());
    const auto targets = targetsOf(call, (*store)->reader(), from->id);
    if (!targets) return fail(targets.error());
    const auto copied = copyPlan(**store, {from->id, *year, *targets, *toYear});
    if (!copied) return fail(copied.error());
    printOutcome(call, *copied);
    return {};
}

/// The id of a kind given by id or name; of nothing: other work.
Result<QString> kindOf(const Reader& reader, const QString& text) {
    const auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    if (text.isEmpty()) return QString();
    for (const ActivityKind& kind : *kinds)
        if (kind.id == text || kind.name == text) return kind.id;
    return misused(Text::tr("没有“%1”这一类组织生活").arg(text));
}

Result<PlanItem> itemOf(const Call& call, const Reader& reader, Id<Organisation> branch) {
    PlanItem item;
    item.organisationId = branch;
    item.title = call.option("title");
    item.method = call.option("method");
    item.responsible = call.option("responsible");
    item.note = call.option("note");
    const auto year = yearOf(call);
    const auto day = dayOf(call, "day");
    const auto kind = kindOf(reader, call.option("kind"));
    if (!year) return fail(year.error());
    if (!day) return fail(day.error());
    if (!kind) return fail(kind.error());
    item.year = *year;
    item.day = *day;
    item.kind = *kind;
    bool isNumber = true;
    if (call.has("month")) item.month = call.option("month").toInt(&isNumber);
    if (!isNumber) return misused(Text::tr("月份“%1”看不懂").arg(call.option("month")));
    return item;
}

Result<void> add(const Call& call) {
    if (!call.has("org")) return misused(Text::tr("没有写是哪个党支部"));
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    const auto branch = organisationNamed((*store)->reader(), call.option("org"));
    if (!branch) return fail(branch.error());
    const auto item = itemOf(call, (*store)->reader(), branch->id);
    if (!item) return fail(item.error());
    const auto saved = savePlanItem(**store, *item);
    if (!saved) return fail(saved.error());
    call.out << Text::tr("已列入计划：%1 %2年%3 %4〔%5〕")
                    .arg(branch->shortName, QString::number(saved->year), monthText(saved->month),
                         saved->title, saved->id.value.toText())
             << "\n";
    return {};
}

/// What has been held and may have fulfilled an item; linking it is for a person to say.
Result<void> candidates(const Call& call) {
    const auto year = yearOf(call);
    if (!year) return fail(year.error());
    const auto reader = openReader(call);
    if (!reader) return fail(reader.error());
    const auto branches = branchesOf(call, *reader);
    if (!branches) return fail(branches.error());
    JsonList json(call.out);
    for (const Organisation& branch : *branches) {
        const auto found = planCandidates(*reader, branch.id, *year, call.clock.today());
        if (!found) return fail(found.error());
        for (const PlanCandidate& each : *found) {
            const QString item = each.item.value.toText();
            const QString activity = each.activity.value.toText();
            if (!call.has("json")) {
                call.out << each.holder << "  " << each.day.toString(Qt::ISODate) << "  "
                         << each.title << "  link " << item << " " << activity << "\n";
                continue;
            }
            json.add("item", item);
            json.add("activity", activity);
            json.add("day", each.day.toString(Qt::ISODate));
            json.add("title", each.title);
            json.add("holder", each.holder);
            json.endRecord();
        }
    }
    if (call.has("json")) json.close();
    return {};
}

Result<void> link(const Call& call, Store& store, Id<PlanItem> item) {
    const auto activity = idIn<Activity>(call, 3);
    if (!activity) return fail(activity.error());
    if (const auto done = linkPlan(store, {{item, *activity}}); !done) return done;
    call.out << Text::tr("已认定由这次活动完成") << "\n";
    return {};
}

Result<void> finish(const Call& call, Store& store, Id<PlanItem> item) {
    auto day = dayOf(call, "day");
    if (!day) return fail(day.error());
    if (day->isNull()) day = call.clock.today();
    if (const auto done = finishPlanItem(store, item, *day); !done) return done;
    call.out << Text::tr("已完成，日期 %1").arg(day->toString(Qt::ISODate)) << "\n";
    return {};
}

Result<void> reopen(const Call& call, Store& store, Id<PlanItem> item) {
    if (const auto done = reopenPlanItem(store, item); !done) return done;
    call.out << Text::tr("已改为未完成") << "\n";
    return {};
}

Result<void> remove(const Call& call, Store& store, Id<PlanItem> item) {
    if (const auto done = removePlanItems(store, {item}); !done) return done;
    call.out << Text::tr("已从计划里删除，可用 undo 撤销") << "\n";
    return {};
}

Result<void> plan(const Call& call) {
    using Action = Result<void> (*)(const Call&);
    using ItemAction = Result<void> (*)(const Call&, Store&, Id<PlanItem>);
    static const QHash<QString, Action> actions{{u"list"_s, list},
                                                {u"make"_s, make},
                                                {u"copy"_s, copy},
                                                {u"add"_s, add},
                                                {u"candidates"_s, candidates}};
    static const QHash<QString, ItemAction> itemActions{
        {u"link"_s, link}, {u"done"_s, finish}, {u"reopen"_s, reopen}, {u"remove"_s, remove}};
    const QString word = call.word(1);
    if (const Action action = actions.value(word)) return action(call);
    const ItemAction action = itemActions.value(word);
    if (!action) return misused(Text::tr("没有“%1”这个做法").arg(word));
    const auto item = idIn<PlanItem>(call, 2);
    if (!item) return fail(item.error());
    const auto store = openStore(call.words[0], call.clock);
    if (!store) return fail(store.error());
    return action(call, **store, *item);
}
}

QList<Command> planCommands() {
    return {
        {"plan",
         {u"STORE"_s, u"list|make|copy|add|candidates|link|done|reopen|remove"_s, u"[ITEM]"_s,
          u"[ACTIVITY]"_s},
         QT_TRANSLATE_NOOP("Cli",
                           "党支部年度计划：查看、按规定生成、复制、添加一项、认定由哪次活动"
                           "完成、标为完成、改为未完成、删除"),
         {{"org", "NAME", QT_TRANSLATE_NOOP("Cli", "党组织；list、make、candidates 连同它的下级")},
          {"year", "2026", QT_TRANSLATE_NOOP("Cli", "哪一年，默认今年")},
          {"all", nullptr, QT_TRANSLATE_NOOP("Cli", "make、copy：所有党支部")},
          {"to", "NAME", QT_TRANSLATE_NOOP("Cli", "copy：复制到哪个党支部，可写多次")},
          {"to-year", "2027",
           QT_TRANSLATE_NOOP("Cli", "copy：复制到哪一年；默认：本支部下一年，别的支部同一年")},
          {"month", "1-12", QT_TRANSLATE_NOOP("Cli", "add：月份；不写：全年中某个时候")},
          {"kind", "KIND", QT_TRANSLATE_NOOP("Cli", "add：组织生活类型；不写：其他工作")},
          {"title", "TEXT", QT_TRANSLATE_NOOP("Cli", "add：内容，必填")},
          {"method", "TEXT", QT_TRANSLATE_NOOP("Cli", "add：方式")},
          {"responsible", "NAME", QT_TRANSLATE_NOOP("Cli", "add：责任人")},
          {"note", "TEXT", QT_TRANSLATE_NOOP("Cli", "add：备注")},
          {"day", "YYYY-MM-DD",
           QT_TRANSLATE_NOOP("Cli", "add：计划哪一天；done：哪一天完成，默认今天")},
          {"json", nullptr, QT_TRANSLATE_NOOP("Cli", "list、candidates：按 JSON 输出")}},
         plan},
    };
}

} // namespace baolei::cli
