#include "core/store/storage.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <algorithm>
#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array kNetwork{"nfs",   "cifs",    "smb",    "9p",      "afs",  "dav",
                              "sshfs", "vboxsf",  "prl_fs", "vmhgfs",  "gvfs", "rclone",
                              "ceph",  "gluster", "ncpfs",  "virtiofs"};
// fuse: drivers of exFAT and NTFS that are programs, and do not promise what a log needs.
constexpr std::array kStick{"fat", "msdos", "fuse"};

bool contains(const auto& parts, const QByteArray& type) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](const char* part) { return type.contains(part); });
}

bool isNetworkPath(const QString& path) {
    if (path.startsWith(u"//"_s) || path.startsWith(u"\\\\"_s)) return true;
#ifdef Q_OS_WIN
    // A network folder under a letter calls itself NTFS.
    const QString root = QDir::toNativeSeparators(QStorageInfo(QFileInfo(path).path()).rootPath());
    return GetDriveTypeW(reinterpret_cast<const wchar_t*>(root.utf16())) == DRIVE_REMOTE;
#else
    return false;
#endif
}
}

StorageKind storageKindOf(const QByteArray& fileSystemType) {
    const QByteArray type = fileSystemType.toLower();
    if (contains(kNetwork, type)) return StorageKind::NetworkFolder;
    return type.isEmpty() || contains(kStick, type) ? StorageKind::Stick : StorageKind::FixedDisk;
}

StoragePlan storagePlan(StorageKind kind) {
    if (kind == StorageKind::FixedDisk) return {};
    return {kind, "DELETE", "EXTRA"};
}

StoragePlan storagePlanAt(const QString& path) {
    if (isNetworkPath(path)) return storagePlan(StorageKind::NetworkFolder);
    return storagePlan(
        storageKindOf(QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType()));
}

} // namespace baolei
