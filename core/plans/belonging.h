#pragma once
// Whose plan an activity belongs to. For the files of this folder.

#include "core/activities/kinds.h"
#include "core/plans/plan_item.h"
#include "core/store/reader.h"

namespace baolei {

/// The branches that held it: a group's meeting is its branch's; what was held jointly is
/// everybody's.
Result<QList<Id<Organisation>>> branchesOf(const Reader& reader, const Activity& activity);

/// Where groups meet, one meeting is not yet the branch's: whether all its groups have a final
/// record of the kind in that month. Of other kinds: true.
Result<bool> haveAllMet(const Reader& reader, const ActivityKind& kind, Id<Organisation> branch,
                        QDate monthOf);

} // namespace baolei
