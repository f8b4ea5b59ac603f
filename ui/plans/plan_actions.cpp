#include "ui/plans/plan_actions.h"

#include "core/people/organisation_tree.h"
#include "ui/base/ask.h"
#include "ui/base/background.h"
#include "ui/plans/plan_dialogs.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kShownMatches = 12; // in a question; the rest is counted

enum class Next { Open, Record, Settle };

Next nextOf(const PlanRow& row) {
    if (!row.line.item.activityId.isNull()) return Next::Open;
    return row.line.item.kind.isEmpty() ? Next::Settle : Next::Record;
}

// Every branch there is, for a copy from one branch to the others.
Result<QList<PlanBranchRow>> everyBranch(const Reader& reader) {
    const auto all = organisationNames(reader);
    if (!all) return fail(all.error());
    QList<PlanBranchRow> branches;
    for (const OrganisationNode& each : namesUnder(*all, {}))
        if (holdsMembers(each.type)) branches.append({each.id, each.shortName, {}});
    return branches;
}

QList<Id<Organisation>> idsOf(const QList<PlanBranchRow>& rows) {
    QList<Id<Organisation>> ids;
    for (const PlanBranchRow& each : rows)
        ids.append(each.branch);
    return ids;
}
}

QString nextStep(const PlanRow& row) {
    switch (nextOf(row)) {
    case Next::Open:
        return PlanActions::tr("打开这次活动");
    case Next::Record:
        return PlanActions::tr("记这一项");
    case Next::Settle:
        break;
    }
    return PlanActions::tr("认定完成…");
}

PlanActions::PlanActions(const PageContext& context, QWidget* parent)
    : QObject(parent)
    , m_context(context)
    , m_parent(parent) { }

void PlanActions::add(Id<Organisation> branch, int year, int month,
                      const QList<ActivityKind>& kinds) {
    PlanItem item;
    item.organisationId = branch;
    item.year = year;
    item.month = month;
    editPlanItem(m_parent, m_context, item, kinds);
}

void PlanActions::edit(const PlanItem& item, const QList<ActivityKind>& kinds) {
    editPlanItem(m_parent, m_context, item, kinds);
}

void PlanActions::goOn(const PlanRow& row) {
    const PlanItem& item = row.line.item;
    switch (nextOf(row)) {
    case Next::Open:
        m_context.navigator.open({u"activities"_s, u"open"_s, {item.activityId.value}});
        return;
    case Next::Record:
        m_context.navigator.open({u"activities"_s, u"plan"_s, {item.id.value}});
        return;
    case Next::Settle:
        settle(item);
    }
}

void PlanActions::settle(const PlanItem& item) {
    settlePlanItem(m_parent, m_context, item);
}

void PlanActions::reopen(const PlanItem& item) {
    const auto done = reopenPlanItem(m_context.store, item.id);
    if (!done) {
        ask::error(m_parent, done.error());
        return;
    }
    m_context.navigator.say(tr("已改为未完成：%1。活动记录没有动").arg(item.title));
}

void PlanActions::remove(const QList<PlanItem>& items) {
    if (items.isEmpty()) return;
    ask::Question question;
    question.title = items.size() == 1 ? tr("从计划里删除这一项？")
                                       : tr("从计划里删除这 %1 项？").arg(items.size());
    question.text = tr("%1。已记的活动不受影响；按 Ctrl+Z 可以撤销。").arg(items.first().title);
    question.yes = tr("删除");
    question.isDangerous = true;
    if (!ask::confirm(m_parent, question)) return;
    QList<Id<PlanItem>> ids;
    for (const PlanItem& each : items)
        ids.append(each.id);
    if (const auto done = removePlanItems(m_context.store, ids); !done) {
        ask::error(m_parent, done.error());
        return;
    }
    m_context.navigator.say(tr("已从计划里删除 %1 项。按 Ctrl+Z 可以撤销").arg(items.size()));
}

template <typename Command>
void PlanActions::runForBranches(const QString& title, Command command,
                                 const std::function<QString(const PlanOutcome&)>& said) {
    runInBackground(
        m_parent, title,
        [command](Progress& progress) -> Result<PlanOutcome> {
            return command(PlanProgress(std::ref(progress)));
        },
        [this, said](const Result<PlanOutcome>& outcome) {
            if (outcome)
                m_context.navigator.say(said(*outcome));
            else
                ask::error(m_parent, outcome.error());
        });
}

void PlanActions::make(const PlanAnswer& answer, const QList<Id<Organisation>>& branches,
                       int year) {
    ask::Question question;
    question.title = tr("按规定生成 %1 年的计划？").arg(year);
    question.text = tr("%1：按现行规则要求的次数，把三会一课、主题党日等逐月列入计划，"
                       "再加上全年的固定工作。已经列入的不动，也不会重复。")
                        .arg(answer.isOneBranch() ? answer.branchName
                                                  : tr("%1 个党支部").arg(branches.size()));
    question.yes = tr("生成");
    if (!ask::confirm(m_parent, question)) return;
    runForBranches(
        tr("正在生成计划"),
        [store = &m_context.store, branches, year](const PlanProgress& progress) {
            return makePlan(*store, branches, year, progress);
        },
        [](const PlanOutcome& outcome) {
            return tr("已列入 %1 项（%2 个党支部），原来就有的 %3 项没有动。按 Ctrl+Z 可以撤销")
                .arg(outcome.added)
                .arg(outcome.branches)
                .arg(outcome.skipped);
        });
}

void PlanActions::copy(const PlanAnswer& answer, const QList<Id<Organisation>>& chosen, int year) {
    PlanCopyStart start;
    start.year = year;
    start.sources = answer.branches;
    start.all = idsOf(answer.branches);
    if (answer.isOneBranch()) {
        const auto every = everyBranch(m_context.reader());
        if (!every) {
            ask::error(m_parent, every.error());
            return;
        }
        start.all = idsOf(*every);
        // Nothing is there yet: last year's plan is what is wanted.
        if (answer.items.isEmpty()) start.year = year - 1;
    } else {
        start.sources.removeIf([](const PlanBranchRow& row) { return row.figures.items == 0; });
        if (start.sources.isEmpty()) {
            start.sources = answer.branches;
            start.year = year - 1;
        }
        start.chosen = chosen;
    }
    const auto copy = askPlanCopy(m_parent, start);
    if (!copy) return;
    runForBranches(
        tr("正在复制计划"),
        [store = &m_context.store, copy = *copy](const PlanProgress& progress) {
            return copyPlan(*store, copy, progress);
        },
        [toYear = copy->toYear](const PlanOutcome& outcome) {
            return tr("已复制到 %1 年：%2 个党支部，共 %3 项；原来就有的 %4 项没有动。"
                      "按 Ctrl+Z 可以撤销")
                .arg(toYear)
                .arg(outcome.branches)
                .arg(outcome.added)
                .arg(outcome.skipped);
        });
}

void PlanActions::linkHeld(const PlanAnswer& answer, const QList<Id<Organisation>>& branches,
                           int year) {
    ask::Question question;
    question.title = tr("把已经记下的活动认定为计划的完成？");
    question.yes = tr("认定");
    question.text = tr("%1 个党支部里，同一个月、同一类、还没有认定过的活动，"
                       "会逐项与计划对上。对不上的不动；按 Ctrl+Z 可以撤销。")
                        .arg(branches.size());
    if (answer.isOneBranch()) {
        const auto found
            = planCandidates(m_context.reader(), answer.branch, year, m_context.clock().today());
        if (!found) {
            ask::error(m_parent, found.error());
            return;
        }
        QStringList lines;
        for (const PlanCandidate& each : found->first(qMin(kShownMatches, found->size())))
            lines.append(
                tr("%1月%2日 %3").arg(each.day.month()).arg(each.day.day()).arg(each.title));
        if (found->size() > kShownMatches) lines.append(tr("……共 %1 次").arg(found->size()));
        question.text = tr("能与计划对上的有：\n%1\n按 Ctrl+Z 可以撤销。").arg(lines.join(u'\n'));
    }
    if (!ask::confirm(m_parent, question)) return;
    runForBranches(
        tr("正在与计划核对"),
        [store = &m_context.store, branches, year](const PlanProgress& progress) {
            return linkCandidates(*store, branches, year, progress);
        },
        [](const PlanOutcome& outcome) {
            return outcome.added == 0 ? tr("没有能对上的")
                                      : tr("已认定完成 %1 项（%2 个党支部）。按 Ctrl+Z 可以撤销")
                                            .arg(outcome.added)
                                            .arg(outcome.branches);
        });
}

} // namespace baolei
