#include "core/store/file.h"

#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <optional>
#include <sqlite3.h>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr int kHeaderSize = 16;

// Through SQLite's own layer: POSIX drops all locks of a process on a file as soon as the process
// closes it anywhere, and a store without its locks loses its log to any other program that looks
// into it. SQLite closes late where it still holds a lock. Nothing where the file cannot be read.
std::optional<QByteArray> headerOf(const QString& path) {
    const QByteArray name = systemPath(path).toUtf8();
    sqlite3_vfs* vfs = sqlite3_vfs_find(vfsFor(path));
    const auto filename = sqlite3_create_filename(name.constData(), "", "", 0, nullptr);
    auto* file = static_cast<sqlite3_file*>(sqlite3_malloc(vfs->szOsFile));
    std::optional<QByteArray> header;
    if (filename && file) {
        file->pMethods = nullptr;
        const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
        if (vfs->xOpen(vfs, filename, file, flags, nullptr) == SQLITE_OK) {
            header = QByteArray(kHeaderSize, 0); // a shorter file leaves zeros
            const int code = file->pMethods->xRead(file, header->data(), kHeaderSize, 0);
            if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) header.reset();
        }
        if (file->pMethods) file->pMethods->xClose(file);
    }
    sqlite3_free(file);
    sqlite3_free_filename(filename);
    return header;
}
}

const char* vfsFor(const QString& path) {
    // The plain one of Windows takes 260 characters.
    return systemPath(path).startsWith(u"\\\\?\\"_s) ? "win32-longpath" : nullptr;
}

Result<std::unique_ptr<QLockFile>> lockStore(const QString& path) {
    auto lock = std::make_unique<QLockFile>(path + u".lock"_s);
    lock->setStaleLockTime(0); // stale only when its process is gone, never by age
    if (lock->tryLock(0)) return lock;
    if (lock->error() == QLockFile::LockFailedError) {
        qint64 pid = 0;
        QString host;
        QString program;
        lock->getLockInfo(&pid, &host, &program);
        // A stick that was pulled out carries its lock to the next computer: say how to go on.
        return fail(
            ErrorCode::Locked,
            Text::tr("这个数据文件正被另一个窗口或另一台电脑使用（%1）").arg(host),
            Text::tr("请先关闭那一个，再打开；若那台电脑已不再使用它，请删除旁边的“%1”再打开")
                .arg(QFileInfo(path).fileName() + u".lock"_s),
            Text::tr("程序没有改动它"));
    }
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder))
        return fail(ErrorCode::NotFound, Text::tr("没有文件夹“%1”").arg(shownPath(folder)),
                    Text::tr("请先建立这个文件夹，或换一个位置"), Text::tr("什么都没有改动"));
    return fail(ErrorCode::Io, Text::tr("这个文件夹不能写入，打不开数据文件"),
                Text::tr("请把数据文件复制到可以写入的文件夹，再打开"), Text::tr("程序没有改动它"));
}

bool needsRollbackJournal(const QString& path) {
    const QByteArray type = QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType().toLower();
    for (const char* unsafe :
         {"fat", "msdos", "fuse", "cifs", "smb", "nfs", "9p", "vboxsf", "prl_fs", "afs", "davfs"})
        if (type.contains(unsafe)) return true;
#ifdef Q_OS_WIN
    // A network folder under a letter calls itself NTFS.
    const QString root = QDir::toNativeSeparators(QStorageInfo(QFileInfo(path).path()).rootPath());
    if (GetDriveTypeW(reinterpret_cast<const wchar_t*>(root.utf16())) == DRIVE_REMOTE) return true;
#endif
    return path.startsWith(u"//"_s) || path.startsWith(u"\\\\"_s);
}

Result<void> checkIsStoreFile(const QString& path) {
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::NotFound, Text::tr("找不到数据文件“%1”").arg(shownPath(path)),
                    Text::tr("请检查U盘是否插好、文件是否被移走"));
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::BadFile, Text::tr("“%1”是文件夹，不是数据文件").arg(shownPath(path)),
                    Text::tr("请选择其中以“.baolei”结尾的文件"));
    const auto header = headerOf(path);
    if (!header)
        return fail(ErrorCode::Io, Text::tr("数据文件“%1”打不开").arg(shownPath(path)),
                    Text::tr("请检查文件夹权限"));
    if (*header != QByteArray("SQLite format 3\0", kHeaderSize))
        return fail(ErrorCode::BadFile, Text::tr("“%1”不是本程序的数据文件").arg(shownPath(path)),
                    Text::tr("请选择以“.baolei”结尾的文件；若它原来能打开，请从备份恢复"),
                    Text::tr("程序没有改动它"));
    return {};
}

} // namespace baolei
