// Which item of a plan an activity fulfils, settled in the operation that records the activity.

#include "core/people/queries.h"
#include "core/activities/own_kinds.h"
#include "core/plans/belonging.h"
#include "core/plans/commands.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

// Of one branch and kind and the activity's year (`wanted` of any year), neither done nor linked to
// a record that is there.
Result<QList<PlanItem>> openItems(const Reader& reader, Id<Organisation> branch,
                                  const QString& kind, int year, Id<PlanItem> wanted) {
    return reader.all<PlanItem>(
        "WHERE r.organisation_id = :branch AND (r.year = :year OR r.id = :wanted)"
        " AND r.kind = :kind AND r.done_on IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM live_activity a WHERE a.id = r.activity_id)"
        " ORDER BY r.month = 0, r.month, r.position, r.id",
        {{":branch", branch}, {":year", year}, {":kind", kind}, {":wanted", wanted}});
}

std::optional<PlanItem> onlyOf(const QList<PlanItem>& items,
                               const std::function<bool(const PlanItem&)>& fits) {
    std::optional<PlanItem> found;
    for (const PlanItem& each : items) {
        if (!fits(each)) continue;
        if (found) return std::nullopt;
        found = each;
    }
    return found;
}

std::optional<PlanItem> meantBy(const QList<PlanItem>& open, QDate day) {
    const auto isOfMonth = [&](const PlanItem& item) { return item.month == day.month(); };
    const auto isOfDay = [&](const PlanItem& item) { return item.day == day; };
    const auto isOfYear = [](const PlanItem& item) { return item.month == 0; };
    if (std::any_of(open.begin(), open.end(), isOfMonth)) {
        const auto only = onlyOf(open, isOfMonth);
        return only ? only : onlyOf(open, isOfDay);
    }
    return onlyOf(open, isOfYear);
}

class Fulfilling {
public:
    Fulfilling(Session& session, const Activity& activity, QList<PlanItem>& fulfilled)
        : m_session(session)
        , m_activity(activity)
        , m_fulfilled(fulfilled) { }

    Result<void> run(Id<PlanItem> wanted) {
        if (m_activity.state != u"final"_s) return {};
        const auto kinds = townKinds(m_session.reader());
        if (!kinds) return fail(kinds.error());
        const auto branches = branchesOf(m_session.reader(), m_activity);
        if (!branches) return fail(branches.error());
        const QStringList served = kindsServed(m_activity.kind, m_activity.also);
        if (const auto done = release(*branches, served); !done) return done;
        for (const Id<Organisation> branch : *branches)
            for (const QString& id : served)
                if (const ActivityKind* kind = kindWithId(*kinds, id))
                    if (const auto done = settle(branch, *kind, wanted); !done) return done;
        return {};
    }

private:
    // The record may have been corrected: another kind, another branch.
    Result<void> release(const QList<Id<Organisation>>& branches, const QStringList& served) {
        const auto linked = m_session.reader().all<PlanItem>("WHERE r.activity_id = :activity",
                                                             {{":activity", m_activity.id}});
        if (!linked) return fail(linked.error());
        for (PlanItem item : *linked) {
            const bool isOfKind = item.kind.isEmpty() || served.contains(item.kind);
            if (isOfKind && branches.contains(item.organisationId)) continue;
            item.activityId = {};
            if (const auto put = m_session.put(item); !put) return fail(put.error());
        }
        return {};
    }

    Result<void> settle(Id<Organisation> branch, const ActivityKind& kind, Id<PlanItem> wanted) {
        const Reader& reader = m_session.reader();
        const QDate day = m_activity.startsAt.date();
        // What was linked as other work is spoken for.
        const auto linked = reader.integer(
            "SELECT count(*) FROM live_plan_item WHERE activity_id = :activity"
            " AND organisation_id = :branch AND kind IN (:kind, '')",
            {{":activity", m_activity.id}, {":branch", branch}, {":kind", kind.id}});
        if (!linked) return fail(linked.error());
        if (*linked != 0) return {};
        const auto open = openItems(reader, branch, kind.id, day.year(), wanted);
        if (!open) return fail(open.error());
        auto item = onlyOf(*open, [&](const PlanItem& each) { return each.id == wanted; });
        if (!item) item = meantBy(*open, day);
        if (!item) return {};
        const auto isWhole = haveAllMet(reader, kind, branch, day);
        if (!isWhole) return fail(isWhole.error());
        if (!*isWhole) return {};
        item->activityId = m_activity.id;
        if (const auto put = m_session.put(*item); !put) return fail(put.error());
        m_fulfilled.append(*item);
        return {};
    }

    Session& m_session;
    const Activity& m_activity;
    QList<PlanItem>& m_fulfilled;
};
}

AlongWith fulfillingPlan(QList<PlanItem>& fulfilled, Id<PlanItem> wanted) {
    return [&fulfilled, wanted](Session& session, const Activity& activity) {
        fulfilled.clear(); // an operation that failed may be tried again
        return Fulfilling(session, activity, fulfilled).run(wanted);
    };
}

AlongWith reopeningPlan() {
    return [](Session& session, const Activity& activity) -> Result<void> {
        auto linked = session.reader().all<PlanItem>("WHERE r.activity_id = :activity",
                                                     {{":activity", activity.id}});
        if (!linked) return fail(linked.error());
        for (PlanItem& item : *linked) {
            item.activityId = {};
            if (const auto put = session.put(item); !put) return fail(put.error());
        }
        return {};
    };
}

QString fulfilledText(const QList<PlanItem>& fulfilled) {
    if (fulfilled.isEmpty()) return {};
    QStringList titles;
    QSet<Id<Organisation>> branches;
    for (const PlanItem& item : fulfilled) {
        if (!titles.contains(item.title)) titles.append(item.title);
        branches.insert(item.organisationId);
    }
    const QString text = Text::tr("年度计划“%1”已完成").arg(titles.join(u"”、“"_s));
    return branches.size() == 1 ? text : text + Text::tr("，共 %1 个党支部").arg(branches.size());
}

} // namespace baolei
