#pragma once
// Somebody else (an undo, an import) may change a record while it is being edited.

#include "core/activities/commands.h"

namespace baolei {

/// `edited`, but what the person left as it was in `opened` is taken from `now`: nothing that
/// happened meanwhile is written over unseen. Cells that belong together go together.
Activity mergedWith(const Activity& opened, const Activity& edited, const Activity& now);
/// The same with what the store has now. Where it is gone, `edited` becomes a new record: what was
/// typed is worth more than the old key.
Result<ActivityRecord> mergedWithStored(const Reader& reader, const ActivityRecord& opened,
                                        ActivityRecord edited);

} // namespace baolei
