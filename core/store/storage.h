#pragma once
// What a store lies on, and how SQLite keeps it safe there.

#include <QByteArray>
#include <QString>

namespace baolei {

enum class StorageKind {
    FixedDisk, ///< a disk of this computer
    Stick, ///< FAT and exFAT, and what is not known: no room for a shared log
    NetworkFolder, ///< another computer's: locks may lie, and the connection may go at any moment
};

struct StoragePlan {
    StorageKind kind = StorageKind::FixedDisk;
    const char* journalMode = "WAL";
    /// EXTRA: the folder, from which the journal is deleted, reaches the disk as well.
    const char* synchronous = "FULL";
    bool operator==(const StoragePlan& other) const { return kind == other.kind; }
};

/// `fileSystemType` as QStorageInfo names it: ext4, NTFS, vfat, exFAT, cifs …
StorageKind storageKindOf(const QByteArray& fileSystemType);
StoragePlan storagePlan(StorageKind kind);
/// For the folder of the file at `path`.
StoragePlan storagePlanAt(const QString& path);

} // namespace baolei
