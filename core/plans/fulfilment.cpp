// Which item of a plan an activity fulfils, settled in the operation that records the activity.

#include "core/people/queries.h"
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

// Of one branch and the activity's kind and year (`wanted` of any year), neither done nor linked to
// a record that is there.
Result<QList<PlanItem>> openItems(const Reader& reader, Id<Organisation> branch,
                                  const Activity& activity, Id<PlanItem> wanted) {
    return reader.all<PlanItem>(
        "WHERE r.organisation_id = :branch AND (r.year = :year OR r.id = :wanted)"
        " AND r.kind = :kind AND r.done_on IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM live_activity a WHERE a.id = r.activity_id)"
        " ORDER BY r.month = 0, r.month, r.position, r.id",
        {{":branch", branch},
         {":year", activity.startsAt.date().year()},
         {":kind", activity.kind},
         {":wanted", wanted}});
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

std::optional<PlanItem> meantBy(const QList<PlanItem>& open, const Activity& activity) {
    const QDate day = activity.startsAt.date();
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
        const auto kinds = loadKinds();
        if (!kinds) return fail(kinds.error());
        const ActivityKind* kind = kindWithId(*kinds, m_activity.kind);
        const auto branches = branchesOf(m_session.reader(), m_activity);
        if (!branches) return fail(branches.error());
        for (const Id<Organisation> branch : *branches)
            if (const auto done = settle(branch, kind, wanted); !done) return done;
        return {};
    }

private:
    Result<void> settle(Id<Organisation> branch, const ActivityKind* kind, Id<PlanItem> wanted) {
        const Reader& reader = m_session.reader();
        const auto linked
            = reader.integer("SELECT count(*) FROM live_plan_item WHERE activity_id = :activity"
                             " AND organisation_id = :branch",
                             {{":activity", m_activity.id}, {":branch", branch}});
        if (!linked) return fail(linked.error());
        if (*linked != 0 || !kind) return {};
        const auto open = openItems(reader, branch, m_activity, wanted);
        if (!open) return fail(open.error());
        auto item = onlyOf(*open, [&](const PlanItem& each) { return each.id == wanted; });
        if (!item) item = meantBy(*open, m_activity);
        if (!item) return {};
        const auto isWhole = haveAllMet(reader, *kind, branch, m_activity.startsAt.date());
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
    const QString title = fulfilled.first().title;
    return fulfilled.size() == 1
        ? Text::tr("年度计划“%1”已完成").arg(title)
        : Text::tr("年度计划“%1”已完成，共 %2 个党支部").arg(title).arg(fulfilled.size());
}

} // namespace baolei
