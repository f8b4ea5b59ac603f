#pragma once
// Making and changing plans. Each is one operation.

#include "core/activities/commands.h"
#include "core/base/period.h"
#include "core/plans/plan_item.h"

namespace baolei {

inline constexpr Op kAddPlanItem{"plan.add", QT_TRANSLATE_NOOP("Op", "%1 %2年度计划：添加%3")};
inline constexpr Op kChangePlanItem{"plan.change",
                                    QT_TRANSLATE_NOOP("Op", "%1 %2年度计划：修改%3")};
inline constexpr Op kRemovePlanItems{"plan.remove",
                                     QT_TRANSLATE_NOOP("Op", "%1 %2年度计划：删除 %3 项")};
inline constexpr Op kLinkPlan{"plan.link",
                              QT_TRANSLATE_NOOP("Op", "%1 %2年度计划：认定 %3 项已由活动完成")};
inline constexpr Op kFinishPlanItem{"plan.finish",
                                    QT_TRANSLATE_NOOP("Op", "%1 %2年度计划：完成%3")};
inline constexpr Op kReopenPlanItem{"plan.reopen",
                                    QT_TRANSLATE_NOOP("Op", "%1 %2年度计划：%3改为未完成")};
inline constexpr Op kCopyPlan{"plan.copy",
                              QT_TRANSLATE_NOOP("Op", "复制%1 %2年度计划到 %4 个党支部（%3年）")};
inline constexpr Op kMakePlan{"plan.make", QT_TRANSLATE_NOOP("Op", "按规定生成%1年度计划：%2")};

/// What a command for several branches has done.
struct PlanOutcome {
    int added = 0; ///< or linked
    int skipped = 0; ///< stood there already
    int branches = 0; ///< that were given something
};
/// How far it is; false stops, and nothing is changed.
using PlanProgress = std::function<bool(qint64 done, qint64 total)>;

/// What is missing or odd; only what cannot be kept is refused.
QList<FieldProblem> checkPlanItem(const PlanItem& item, const QList<ActivityKind>& kinds);

/// Adds an item (a null id is given one, and the last place of its month) or changes it. Refuses
/// what checkPlanItem refuses, and an organisation that is no branch.
Result<PlanItem> savePlanItem(Store& store, PlanItem item);
/// All of one branch and year.
Result<void> removePlanItems(Store& store, const QList<Id<PlanItem>>& items);

struct PlanLink {
    Id<PlanItem> item;
    Id<Activity> activity;
};
/// The activities are what fulfilled the items. Refuses another branch's activity, another kind
/// and an earlier year.
Result<void> linkPlan(Store& store, const QList<PlanLink>& links);
/// Links all that planCandidates() finds for these branches, in one operation; what is left open is
/// for a person to settle.
Result<PlanOutcome> linkCandidates(Store& store, const QList<Id<Organisation>>& branches, int year,
                                   const PlanProgress& progress = {});
/// Work that is no activity was done on `day`.
Result<void> finishPlanItem(Store& store, Id<PlanItem> item, QDate day);
/// Takes the link, or the day on which it was done, off again.
Result<void> reopenPlanItem(Store& store, Id<PlanItem> item);

struct PlanCopy {
    Id<Organisation> from;
    int fromYear = 0;
    QList<Id<Organisation>> to; ///< also `from` itself, into another year
    int toYear = 0;
};
/// Copies a plan as it was meant, not what became of it. What stands there already stays and is
/// not doubled: an item with the same text, or as many of the kind in that month. Another branch
/// is not given the names of people.
Result<PlanOutcome> copyPlan(Store& store, const PlanCopy& copy, const PlanProgress& progress = {});

/// Fills the year of these branches with what the rules in force ask of each, and with the other
/// work of the template. What stands there already stays, as with copyPlan.
Result<PlanOutcome> makePlan(Store& store, const QList<Id<Organisation>>& branches, int year,
                             const PlanProgress& progress = {});

/// Which of `wanted` are not in `there` yet: first those with the same month, kind and text are
/// taken as there, then as many as there are of the kind in the month.
QList<PlanItem> lackingOf(const QList<PlanItem>& wanted, const QList<PlanItem>& there);

/// To be handed to saveActivity: links a final activity to the item of the plan that it fulfils, in
/// the same operation, for each branch that held it and each kind that it served. That is `wanted`,
/// where it is given; else the only open item of the kind in that month, or the one planned for
/// that very day, or, where the month has none, the only one that may be done at any time of the
/// year. Where groups meet, the item is fulfilled when the last of them has met. An item that a
/// corrected record no longer fits is open again. `fulfilled` is given the items; it must live
/// until saveActivity returns.
AlongWith fulfillingPlan(QList<PlanItem>& fulfilled, Id<PlanItem> wanted = {});
/// To be handed to removeActivity: what it had fulfilled is open again.
AlongWith reopeningPlan();

/// 年度计划“11月主题党日”已完成; empty where nothing was fulfilled.
QString fulfilledText(const QList<PlanItem>& fulfilled);

} // namespace baolei
