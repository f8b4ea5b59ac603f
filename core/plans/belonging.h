#pragma once
// For the files of this folder: whose plan an activity belongs to.

#include "core/activities/kinds.h"
#include "core/plans/commands.h"

namespace baolei {

/// The branches that held it: a group's meeting is its branch's; what was held jointly is
/// everybody's.
Result<QList<Id<Organisation>>> branchesOf(const Reader& reader, const Activity& activity);

/// Where groups meet, one meeting is not yet the branch's: whether all its groups have a final
/// record of the kind in that month. Of other kinds: true.
Result<bool> haveAllMet(const Reader& reader, const ActivityKind& kind, Id<Organisation> branch,
                        QDate monthOf);

/// What ends a command that a person stops.
Error planStopped();

} // namespace baolei
