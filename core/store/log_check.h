#pragma once
// Looks into the log that a crash left beside a store, before SQLite takes from it what is whole
// and silently leaves the rest.

#include <QString>

namespace baolei {

/// True where something that looks saved lies behind the first broken place of the log at
/// `storePath` + "-wal": a damaged disk, or an unfinished save when the power went.
bool hasBrokenLog(const QString& storePath);

} // namespace baolei
