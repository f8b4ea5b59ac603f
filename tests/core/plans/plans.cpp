#include "tests/core/plans/plans.h"

namespace baolei {

PlanItem plan(Town& town, const QString& kind, int month, const QString& title) {
    PlanItem item;
    item.organisationId = town.xidang.id;
    item.year = 2026;
    item.month = month;
    item.kind = kind;
    item.title = title;
    const auto saved = savePlanItem(*town.store, item);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(item);
}

Recorded record(Town& town, const QString& kind, Id<Organisation> organisation, QDate day,
                const Edit& edit, Id<PlanItem> wanted) {
    ActivityRecord meeting = meetingOf(town, kind, organisation, day);
    if (edit) edit(meeting);
    Recorded recorded;
    const auto saved
        = saveActivity(*town.store, meeting, fulfillingPlan(recorded.fulfilled, wanted));
    EXPECT_TRUE(ok(saved));
    recorded.activity = saved.value_or(Activity{});
    return recorded;
}

QList<PlanLine> planLines(const Town& town) {
    const auto rules = townRules(town.reader());
    EXPECT_TRUE(ok(rules));
    const auto lines = planOf(town.reader(), *rules, town.xidang.id, 2026, town.clock.today());
    EXPECT_TRUE(ok(lines));
    return lines.value_or(QList<PlanLine>{});
}

PlanState stateOf(const Town& town, Id<PlanItem> item) {
    for (const PlanLine& line : planLines(town))
        if (line.item.id == item) return line.state;
    ADD_FAILURE() << "no such item";
    return PlanState::Planned;
}

QList<PlanItem> itemsIn(const Town& town, Id<Organisation> branch, int year) {
    const auto items = planItems(town.reader(), branch, year);
    EXPECT_TRUE(ok(items));
    return items.value_or(QList<PlanItem>{});
}

QStringList titlesOf(const Town& town, Id<Organisation> branch, int year) {
    QStringList titles;
    for (const PlanItem& item : itemsIn(town, branch, year))
        titles.append(item.title);
    return titles;
}

} // namespace baolei
