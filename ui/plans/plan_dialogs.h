#pragma once
// Questions about plans: what an item says, what has fulfilled it, and from where to where a plan
// is copied. Each saves by itself.

#include "core/plans/commands.h"
#include "ui/base/page.h"
#include "ui/plans/plan_answer.h"

namespace baolei {

/// Adds (a null id) or changes an item. True: something was saved.
bool editPlanItem(QWidget* parent, const PageContext& context, const PlanItem& item,
                  const QList<ActivityKind>& kinds);

/// Asks which activity has fulfilled it, or, of work that is no activity, on which day it was done.
bool settlePlanItem(QWidget* parent, const PageContext& context, const PlanItem& item);

/// What may be copied, and to whom.
struct PlanCopyStart {
    QList<PlanBranchRow> sources; ///< the first one is proposed
    QList<Id<Organisation>> chosen; ///< targets that are selected
    QList<Id<Organisation>> all; ///< all targets there are
    int year = 0;
};
/// What to copy; nothing where the person does not want to.
std::optional<PlanCopy> askPlanCopy(QWidget* parent, const PlanCopyStart& start);

} // namespace baolei
