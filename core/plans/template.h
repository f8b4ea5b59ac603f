#pragma once
// What a plan begins with, as data: resources/plans/plan.json. How often a thing is owed is not
// said there but by the rule books; the file only says in which month of a quarter or a year it is
// planned, how the item is called, and which other work belongs into a year.

#include "core/activities/kinds.h"
#include "core/plans/plan_item.h"

namespace baolei {

/// How the items of one kind of activity look. Titles may hold {year}, {quarter} and {month}.
struct KindTemplate {
    QString kind;
    QString title; ///< empty: the name of the kind
    QString method;
    QString responsible; ///< code of a post
    int inQuarter = 3; ///< which month of a quarter
    int inYear = 0; ///< which month of a year; 0: some time in the year
    bool isOnPartyDay = false; ///< planned for the branch's own day of the month
};

/// Work that is no activity.
struct WorkTemplate {
    QList<int> months;
    QString title;
    QString method;
    QString responsible;
    RuleSource source;
};

struct PlanTemplate {
    QList<KindTemplate> kinds;
    QList<WorkTemplate> works;
    /// Of a kind that the file does not name: its name, in the last month of a quarter.
    KindTemplate ofKind(const ActivityKind& kind) const;
};

/// Strict: unknown keys and kinds are refused, with file and place.
Result<PlanTemplate> parsePlanTemplate(const QByteArray& json, const QString& file);
Result<PlanTemplate> loadPlanTemplate();

/// What a rule asks of a branch in one period: `count` times this kind.
struct PlanDuty {
    QString kind;
    Period period;
    int count = 1;
    QString basis; ///< the rule and its source, in words
};

/// For whom items are made.
struct PlanSubject {
    Organisation branch;
    int year = 0;
    QHash<QString, QString> holders; ///< names by code of the post
};

/// The items of a year: the duties, each kind no oftener than its strictest duty asks, and the
/// other work. In order, without ids. Pure.
QList<PlanItem> itemsOf(const PlanTemplate& plan, const QList<ActivityKind>& kinds,
                        QList<PlanDuty> duties, const PlanSubject& subject);

} // namespace baolei
