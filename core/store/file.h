#pragma once
// The file under a store: its lock, the disk it lies on, its safe replacement.

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace baolei {

/// Takes the lock beside the store; refused where another copy of the program holds it.
Result<std::unique_ptr<QLockFile>> lockStore(const QString& path);

/// True for FAT and exFAT sticks and for network folders, where write-ahead logging is unsafe.
bool needsRollbackJournal(const QString& path);

/// Reads the first bytes: refuses what is missing, empty or no SQLite file, before SQLite sees it.
Result<void> checkIsStoreFile(const QString& path);

/// Writes what the machine still holds in memory of this file to the disk.
bool syncToDisk(const QString& path);

/// Puts `from` in the place of `to` in one step; both lie in one folder.
Result<void> replaceFile(const QString& from, const QString& to);

} // namespace baolei
