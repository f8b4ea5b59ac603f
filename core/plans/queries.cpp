#include "core/plans/queries.h"

#include "core/activities/facts_pass.h"
#include "core/activities/own_kinds.h"
#include "core/activities/queries.h"
#include "core/plans/belonging.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// starts_at begins with the date: texts compare as times do.
constexpr const char* kDoneOn
    = "CASE WHEN a.state = 'final' THEN substr(a.starts_at, 1, 10) ELSE p.done_on END";
// Apart from one another: with OR in between, one branch is looked for among all of a city. CROSS
// JOIN after it keeps the order: else the items of all branches are read for one.
constexpr const char* kScope = R"(
    WITH RECURSIVE below(id) AS (
        SELECT id FROM live_organisation WHERE :scope IS NULL
        UNION
        SELECT id FROM live_organisation WHERE id = :scope
        UNION
        SELECT o.id FROM live_organisation o JOIN below b ON o.parent_id = b.id
    )
)";

// The year as the rules see it, to its end: whether a duty is exempt does not wait for its day.
Result<QList<Obligation>> exemptDuties(const Reader& reader, const TownRules& rules,
                                       Id<Organisation> branch, int year, QDate today) {
    const QDate first(year, 1, 1);
    const auto pass
        = FactsPass::overThese(reader, rules, {branch}, {first, first, today, today, false});
    if (!pass) return fail(pass.error());
    QList<Obligation> exempt;
    const auto done = pass->read(reader, 0, pass->size(), [&](const OrganisationFacts& facts) {
        if (facts.exemptions.isEmpty()) return true;
        for (const Obligation& duty :
             obligations(rules.book, facts, Window(first, QDate(year, 12, 31))))
            if (duty.state == ObligationState::Exempt) exempt.append(duty);
        return true;
    });
    if (!done) return fail(done.error());
    return exempt;
}

bool isFreed(const PlanItem& item, const QList<Obligation>& exempt) {
    return std::any_of(exempt.begin(), exempt.end(), [&](const Obligation& duty) {
        return duty.rule->activities.contains(item.kind)
            && (item.month == 0 ? duty.period.unit == Period::Unit::Year
                                : duty.period.contains(QDate(item.year, item.month, 1)));
    });
}

struct Held {
    Activity activity;
    QString holder;
    QStringList kinds; ///< that it served and no item is linked for
};

// Final ones up to today that may still fulfil something of the branch, by time.
Result<QList<Held>> unlinked(const Reader& reader, Id<Organisation> branch, int year, QDate today) {
    const auto all = activitiesOf(reader, branch, Period::ofYear(year));
    if (!all) return fail(all.error());
    QHash<Id<Activity>, QStringList> linked; // the kinds of the items; other work has none
    auto done = reader.each("SELECT activity_id, kind FROM live_plan_item"
                            " WHERE organisation_id = :branch AND activity_id IS NOT NULL",
                            {{":branch", branch}}, [&](const Row& row) {
                                linked[row.as<Id<Activity>>(0)].append(row.text(1));
                            });
    QHash<Id<Organisation>, QString> names;
    if (done)
        done = reader.each("SELECT id, short_name FROM live_organisation"
                           " WHERE id = :branch OR parent_id = :branch",
                           {{":branch", branch}}, [&](const Row& row) {
                               names.insert(row.as<Id<Organisation>>(0), row.text(1));
                           });
    if (!done) return fail(done.error());
    QList<Held> held;
    for (const Activity& each : *all) {
        if (each.state != u"final"_s || each.startsAt.date() > today) continue;
        const QStringList spent = linked.value(each.id);
        QStringList left = kindsServed(each.kind, each.also);
        left.removeIf([&](const QString& kind) { return spent.contains(kind); });
        if (!left.isEmpty() && !spent.contains(QString()))
            held.append({each, names.value(each.organisationId), left});
    }
    return held;
}

PlanCandidate candidateOf(const PlanItem& item, const Held& held) {
    return {item.id, held.activity.id, held.activity.startsAt.date(), held.activity.title,
            held.holder};
}

// How far an activity is from what was planned: the planned day itself, its month, any month.
int distanceOf(const PlanItem& item, const Held& held) {
    const QDate day = held.activity.startsAt.date();
    if (day == item.day) return 0;
    return day.month() == item.month ? 1 : 2;
}
}

Result<QList<PlanItem>> planItems(const Reader& reader, Id<Organisation> branch, int year) {
    return reader.all<PlanItem>("WHERE r.organisation_id = :branch AND r.year = :year"
                                " ORDER BY r.month = 0, r.month, r.position, r.id",
                                {{":branch", branch}, {":year", year}});
}

Result<QList<PlanLine>> planOf(const Reader& reader, const TownRules& rules,
                               Id<Organisation> branch, int year, QDate today) {
    const auto items = planItems(reader, branch, year);
    if (!items) return fail(items.error());
    QHash<Id<Activity>, ActivityLine> linked;
    auto done = reader.each("SELECT a.id, a.title, a.starts_at, a.state FROM live_plan_item p"
                            " JOIN live_activity a ON a.id = p.activity_id"
                            " WHERE p.organisation_id = :branch AND p.year = :year",
                            {{":branch", branch}, {":year", year}}, [&](const Row& row) {
                                ActivityLine line;
                                line.id = row.as<Id<Activity>>(0);
                                line.title = row.text(1);
                                line.startsAt = row.as<QDateTime>(2);
                                line.state = row.text(3);
                                linked.insert(line.id, line);
                            });
    if (!done) return fail(done.error());
    const auto exempt = exemptDuties(reader, rules, branch, year, today);
    if (!exempt) return fail(exempt.error());
    QList<PlanLine> lines;
    for (const PlanItem& item : *items) {
        PlanLine line{item, {}, item.doneOn, {}, false};
        if (const auto found = linked.constFind(item.activityId); found != linked.cend()) {
            line.activityTitle = found->title;
            line.isDraft = found->state != u"final"_s;
            if (!line.isDraft) line.doneOn = found->startsAt.date();
        }
        if (line.doneOn > today) line.doneOn = {};
        line.state = planStateOf(item, line.doneOn, today);
        if (isOpen(line.state) && isFreed(item, *exempt)) line.state = PlanState::Exempt;
        lines.append(line);
    }
    return lines;
}

Result<QList<PlanCandidate>> planCandidates(const Reader& reader, Id<Organisation> branch, int year,
                                            QDate today) {
    const auto items = planItems(reader, branch, year);
    if (!items) return fail(items.error());
    auto held = unlinked(reader, branch, year, today);
    if (!held) return fail(held.error());
    const auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    QList<PlanCandidate> candidates;
    // Months before whole years: what fits a month is not spent on an item that can wait.
    for (const PlanItem& item : *items) {
        if (item.kind.isEmpty() || !item.activityId.isNull() || item.doneOn.isValid()) continue;
        auto best = held->end();
        for (auto each = held->begin(); each != held->end(); ++each) {
            if (!each->kinds.contains(item.kind)) continue;
            if (item.month > 0 && distanceOf(item, *each) > 1) continue;
            if (best == held->end() || distanceOf(item, *each) < distanceOf(item, *best))
                best = each;
        }
        const ActivityKind* kind = kindWithId(*kinds, item.kind);
        if (best == held->end() || !kind) continue;
        const auto isWhole = haveAllMet(reader, *kind, branch, best->activity.startsAt.date());
        if (!isWhole) return fail(isWhole.error());
        if (!*isWhole) continue;
        candidates.append(candidateOf(item, *best));
        best->kinds.removeAll(item.kind);
    }
    return candidates;
}

Result<QList<PlanCandidate>> planCandidatesFor(const Reader& reader, const PlanItem& item,
                                               QDate today) {
    auto held = unlinked(reader, item.organisationId, item.year, today);
    if (!held) return fail(held.error());
    std::stable_sort(held->begin(), held->end(), [&](const Held& a, const Held& b) {
        return distanceOf(item, a) < distanceOf(item, b);
    });
    QList<PlanCandidate> candidates;
    for (const Held& each : *held)
        if (item.kind.isEmpty() || each.kinds.contains(item.kind))
            candidates.append(candidateOf(item, each));
    return candidates;
}

Result<void> forEachPlannedMonth(const Reader& reader, Id<Organisation> scope, int year,
                                 const std::function<void(const PlannedMonth&)>& each) {
    return reader.each(
        kScope
            + QByteArray("SELECT p.organisation_id, p.kind, p.month, count(*),"
                         " sum(p.done_on IS NULL AND a.id IS NULL) AS open FROM below b"
                         " CROSS JOIN plan_item p ON p.organisation_id = b.id AND p.year = :year"
                         " AND p.deleted_at IS NULL AND p.kind <> ''"
                         " LEFT JOIN live_activity a ON a.id = p.activity_id AND a.state = 'final'"
                         " GROUP BY p.organisation_id, p.month, p.kind HAVING open > 0"),
        {{":scope", scope}, {":year", year}}, [&](const Row& row) {
            each({row.as<Id<Organisation>>(0), row.text(1), int(row.integer(2)),
                  int(row.integer(3)), int(row.integer(4))});
        });
}

PlanFigures& PlanFigures::operator+=(const PlanFigures& other) {
    items += other.items;
    done += other.done;
    due += other.due;
    late += other.late;
    return *this;
}

Result<QHash<Id<Organisation>, PlanFigures>>
planFigures(const Reader& reader, Id<Organisation> scope, int year, QDate today) {
    QHash<Id<Organisation>, PlanFigures> figures;
    const auto done = reader.each(
        kScope + QByteArray("SELECT p.organisation_id, p.month, ") + kDoneOn
            + " AS done, count(*) FROM below b"
              " CROSS JOIN plan_item p ON p.organisation_id = b.id AND p.year = :year"
              " AND p.deleted_at IS NULL LEFT JOIN live_activity a ON a.id = p.activity_id"
              " GROUP BY p.organisation_id, p.month, done",
        {{":scope", scope}, {":year", year}}, [&](const Row& row) {
            PlanItem item;
            item.year = year;
            item.month = int(row.integer(1));
            QDate doneOn = row.as<QDate>(2);
            if (doneOn > today) doneOn = {};
            const int count = int(row.integer(3));
            const PlanState state = planStateOf(item, doneOn, today);
            PlanFigures& own = figures[row.as<Id<Organisation>>(0)];
            own.items += count;
            if (doneOn.isValid()) own.done += count;
            if (state == PlanState::Due) own.due += count;
            if (state == PlanState::Late) own.late += count;
        });
    if (!done) return fail(done.error());
    return figures;
}

} // namespace baolei
