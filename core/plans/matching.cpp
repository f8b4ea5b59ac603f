// What was held is told as what fulfilled the plan, when a person says so.

#include "core/people/queries.h"
#include "core/plans/belonging.h"
#include "core/plans/queries.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

Result<void> refuseLink(const Reader& reader, const PlanItem& item, Id<Activity> id) {
    const auto activity = reader.find(id);
    if (!activity) return fail(activity.error());
    if (!*activity) return fail(ErrorCode::NotFound, Text::tr("所选的活动记录已不在"));
    const auto branches = branchesOf(reader, **activity);
    if (!branches) return fail(branches.error());
    if (!branches->contains(item.organisationId))
        return fail(ErrorCode::Refused, Text::tr("这次活动不是这个党支部的"),
                    Text::tr("请选本支部的活动"));
    if (!item.kind.isEmpty()
        && !kindsServed((*activity)->kind, (*activity)->also).contains(item.kind))
        return fail(ErrorCode::Refused, Text::tr("这次活动的类型与计划“%1”不同").arg(item.title),
                    Text::tr("请选同一类型的活动，或修改这一项计划的类型"));
    if ((*activity)->startsAt.date().year() < item.year)
        return fail(ErrorCode::Refused,
                    Text::tr("这次活动在%1年以前，不能算这一年的计划").arg(item.year),
                    Text::tr("请选这一年的活动"));
    return {};
}

Result<void> linkIn(Session& session, const PlanLink& link) {
    auto item = session.find(link.item);
    if (!item) return fail(item.error());
    if (const auto fine = refuseLink(session.reader(), *item, link.activity); !fine) return fine;
    item->activityId = link.activity;
    item->doneOn = {};
    if (const auto put = session.put(*item); !put) return fail(put.error());
    return {};
}

// The branch and year of the operation's label; several branches are counted.
Result<QStringList> labelOf(const Reader& reader, const QList<PlanLink>& links, int branches) {
    const auto first = reader.find(links.first().item);
    if (!first) return fail(first.error());
    if (!*first)
        return fail(ErrorCode::NotFound, Text::tr("这一项计划已不在"),
                    Text::tr("可能刚被撤销或删除，可以到“历史”里找回"));
    QString who = Text::tr("%1 个党支部").arg(branches);
    if (branches == 1) {
        const auto branch = reader.find((*first)->organisationId);
        if (!branch) return fail(branch.error());
        who = *branch ? (*branch)->shortName : QString();
    }
    return QStringList{who, QString::number((*first)->year), QString::number(links.size())};
}

Result<void> linkAll(Store& store, const QList<PlanLink>& links, int branches) {
    if (links.isEmpty()) return {};
    const auto label = labelOf(store.reader(), links, branches);
    if (!label) return fail(label.error());
    return store.run({kLinkPlan, *label}, [&](Session& session) -> Result<void> {
        for (const PlanLink& link : links)
            if (const auto done = linkIn(session, link); !done) return done;
        return {};
    });
}
}

Error planStopped() {
    return {ErrorCode::Cancelled, Text::tr("已停止"), Text::tr("什么都没有改动"), {}};
}

Result<void> linkPlan(Store& store, const QList<PlanLink>& links) {
    return linkAll(store, links, 1);
}

Result<PlanOutcome> linkCandidates(Store& store, const QList<Id<Organisation>>& branches, int year,
                                   const PlanProgress& progress) {
    const auto own = store.newReader();
    if (!own) return fail(own.error());
    QList<PlanLink> links;
    PlanOutcome outcome;
    for (qsizetype i = 0; i < branches.size(); ++i) {
        if (progress && !progress(i, branches.size())) return fail(planStopped());
        const auto found = planCandidates(*own, branches[i], year, store.clock().today());
        if (!found) return fail(found.error());
        for (const PlanCandidate& each : *found)
            links.append({each.item, each.activity});
        outcome.added += int(found->size());
        outcome.branches += !found->isEmpty();
    }
    if (const auto done = linkAll(store, links, outcome.branches); !done) return fail(done.error());
    return outcome;
}

} // namespace baolei
