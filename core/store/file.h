#pragma once
// The file under a store: its lock, its first bytes.

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace baolei {

/// SQLite's way to the file, as sqlite3_open_v2 wants it named.
const char* vfsFor(const QString& path);

/// Takes the lock beside the store; refused where another copy of the program holds it.
Result<std::unique_ptr<QLockFile>> lockStore(const QString& path);

/// Reads the first bytes: refuses what is missing, empty, no SQLite file, or a store whose header
/// is damaged, before SQLite sees it.
Result<void> checkIsStoreFile(const QString& path);

/// What a crash may have left beside a file of ours must not be read into a new one of that name.
void removeTails(const QString& path);

} // namespace baolei
