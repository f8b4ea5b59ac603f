#pragma once
// A store as an older program left it, made from the numbered migrations.

#include "core/base/result.h"

namespace baolei {

/// Makes a store of schema `version` with two operations in its journal: settings, and where that
/// version knows people, `people` of them.
Result<void> makeOlderStore(const QString& path, int version, int people);

} // namespace baolei
