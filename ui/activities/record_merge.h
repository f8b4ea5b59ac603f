#pragma once
// Somebody else (an undo, an import) may change a record while it is being edited.

#include "core/activities/activity.h"

namespace baolei {

/// `edited`, but what the person left as it was in `opened` is taken from `now`: nothing that
/// happened meanwhile is written over unseen. Cells that belong together go together.
Activity mergedWith(const Activity& opened, const Activity& edited, const Activity& now);

} // namespace baolei
