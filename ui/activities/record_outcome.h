#pragma once
// What one entry has produced, in one line for the status bar.

#include "core/activities/activity.h"
#include "core/activities/compliance.h"
#include "core/plans/plan_item.h"

namespace baolei {

/// 已记录：11月20日党员大会，应到 41 人、实到 38 人；手册 P10 一页、月度公示一行；
/// 年度计划“第四季度党员大会”已完成
QString savedText(const Activity& activity, const ActivityKind& kind,
                  const QList<PlanItem>& fulfilled);

/// 2026年第4季度党员大会 1 次 ✔; empty where no rule counts the kind. Reads the town's secretaries:
/// for a thread of its own.
Result<QString> standingText(const Reader& reader, const Activity& activity,
                             const ActivityKind& kind, Id<Organisation> branch, QDate today);

} // namespace baolei
