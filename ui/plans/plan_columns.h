#pragma once
// The columns of the plan's tables.

#include "ui/base/record_model.h"
#include "ui/base/status.h"
#include "ui/plans/plan_answer.h"

namespace baolei {

Status statusOf(PlanState state);
/// ● 已完成 11-15
QString stateText(const PlanLine& line);
/// What is known of an item, in one sentence for below the table.
QString describe(const PlanRow& row);

QList<RecordColumn<PlanRow>> planColumns();
QList<RecordColumn<PlanBranchRow>> planBranchColumns();

} // namespace baolei
