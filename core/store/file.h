#pragma once
// The file under a store: its lock and the disk it lies on.

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace baolei {

/// SQLite's way to the file, as sqlite3_open_v2 wants it named.
const char* vfsFor(const QString& path);

/// Takes the lock beside the store; refused where another copy of the program holds it.
Result<std::unique_ptr<QLockFile>> lockStore(const QString& path);

/// True for FAT and exFAT sticks and for network folders, where write-ahead logging is unsafe.
bool needsRollbackJournal(const QString& path);

/// Reads the first bytes: refuses what is missing, empty or no SQLite file, before SQLite sees it.
Result<void> checkIsStoreFile(const QString& path);

} // namespace baolei
