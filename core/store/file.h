#pragma once
// The file under a store: its lock, its first bytes.

#include "core/base/result.h"

#include <QLockFile>
#include <memory>

namespace baolei {

/// SQLite's way to the file, as sqlite3_open_v2 wants it named.
const char* vfsFor(const QString& path);

/// The way to a file in a network folder that this connection alone uses: without locks, which not
/// every such folder gives. Null: the usual way.
const char* vfsForOwn(const QString& path);

/// The name of this computer, as it stands in locks.
QString thisComputer();

/// Removes the lock's file, unless it is by now that of another program.
struct ReleaseLock {
    void operator()(QLockFile* lock) const;
};
using StoreLock = std::unique_ptr<QLockFile, ReleaseLock>;

/// Takes the lock beside the store; refused where another copy of the program holds it.
Result<StoreLock> lockStore(const QString& path);

/// Takes the lock again where its file has gone, as after a stick was in another computer; refused
/// where somebody else's lies there now.
Result<void> keepLock(StoreLock& lock, const QString& path);

/// Reads the first bytes: refuses what is missing, empty, no SQLite file, or a store whose header
/// is damaged, before SQLite sees it.
Result<void> checkIsStoreFile(const QString& path);

/// What a crash may have left beside a file of ours must not be read into a new one of that name.
void removeTails(const QString& path);

} // namespace baolei
