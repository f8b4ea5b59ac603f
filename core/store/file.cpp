#include "core/store/file.h"

#include "core/base/files.h"
#include "core/store/migrations.h"
#include "core/store/storage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QSysInfo>
#include <QTemporaryFile>
#include <QtEndian>
#include <optional>
#include <sqlite3.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr qsizetype kHeaderSize = 100;
const QByteArray kMagic("SQLite format 3\0", 16);

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
            const int code = file->pMethods->xRead(file, header->data(), int(kHeaderSize), 0);
            if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) header.reset();
        }
        if (file->pMethods) file->pMethods->xClose(file);
    }
    sqlite3_free(file);
    sqlite3_free_filename(filename);
    return header;
}

// What every store of ours has in its first bytes (SQLite's file format, 1.3) and nothing else
// compares: a file that lies here would be read, and written, in another way than it was.
bool isPlausible(const QByteArray& header) {
    const auto number = [&](qsizetype at) { return qFromBigEndian<quint32>(header.data() + at); };
    const auto byte = [&](qsizetype at) { return int(static_cast<unsigned char>(header[at])); };
    const int size = qFromBigEndian<quint16>(header.data() + 16);
    const bool isPageSize = size == 1 || (size >= 512 && (size & (size - 1)) == 0);
    const bool isMode = (byte(18) == 1 || byte(18) == 2) && byte(18) == byte(19);
    const bool isFraction = byte(21) == 64 && byte(22) == 32 && byte(23) == 32;
    const bool isUtf8 = number(56) == 1;
    const bool isPlain = number(44) == 4 && number(52) == 0 && number(64) == 0;
    const bool isZero = header.sliced(72, 20).count('\0') == 20;
    return isPageSize && isMode && isFraction && isUtf8 && isPlain && isZero;
}

QString ownerOf(const QLockFile& lock) {
    qint64 process = 0;
    QString host;
    QString program;
    lock.getLockInfo(&process, &host, &program);
    if (host == thisComputer())
        return Text::tr("这台电脑上的另一个“%1”（进程 %2）").arg(program).arg(process);
    return host.isEmpty() ? Text::tr("另一个窗口或另一台电脑") : Text::tr("电脑“%1”").arg(host);
}
}

const char* vfsForOwn([[maybe_unused]] const QString& path) {
#ifndef Q_OS_WIN // where every network folder locks
    if (storagePlanAt(path).kind == StorageKind::NetworkFolder) return "unix-none";
#endif
    return nullptr;
}

// As QLockFile asks for it.
QString thisComputer() {
#ifdef Q_OS_WIN
    return qEnvironmentVariable("COMPUTERNAME");
#else
    return QSysInfo::machineHostName();
#endif
}

const char* vfsFor(const QString& path) {
    // The plain one of Windows takes 260 characters.
    return systemPath(path).startsWith(u"\\\\?\\"_s) ? "win32-longpath" : nullptr;
}

namespace {
// A program killed between making its lock and writing its name into it leaves one that no process
// can be asked about: nobody's, unless it is being made at this very moment.
bool tryUnnamed(QLockFile& lock) {
    if (lock.error() != QLockFile::LockFailedError || lock.getLockInfo(nullptr, nullptr, nullptr))
        return false;
    constexpr int kMaking = 2000; // milliseconds
    lock.setStaleLockTime(kMaking);
    const bool isLocked = lock.tryLock(kMaking + 100);
    lock.setStaleLockTime(0);
    return isLocked;
}
}

Result<StoreLock> lockStore(const QString& path) {
    StoreLock lock(new QLockFile(path + u".lock"_s));
    lock->setStaleLockTime(0); // stale only when its process is gone, never by age
    if (lock->tryLock(0) || tryUnnamed(*lock)) return lock;
    const QString untouched = Text::tr("程序没有改动它");
    // A stick that was pulled out carries its lock to the next computer: say how to go on.
    if (lock->error() == QLockFile::LockFailedError)
        return fail(
            ErrorCode::Locked, Text::tr("这个数据文件正被%1使用").arg(ownerOf(*lock)),
            Text::tr("请先关闭那一个，再打开；若那台电脑已不再使用它，请删除旁边的“%1”再打开")
                .arg(QFileInfo(path).fileName() + u".lock"_s),
            untouched);
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder))
        return fail(ErrorCode::NotFound, Text::tr("没有文件夹“%1”").arg(shownPath(folder)),
                    Text::tr("请先建立这个文件夹，或换一个位置"), Text::tr("什么都没有改动"));
    // Windows gives a reason of its own for a stick whose switch is on, Linux for files that nobody
    // may change; where a file can be made at all, the disk is full.
    if (lock->error() == QLockFile::PermissionError || QStorageInfo(folder).isReadOnly()
        || !QTemporaryFile(folder + u"/XXXXXX.part"_s).open())
        return fail(ErrorCode::ReadOnly, Text::tr("文件夹“%1”不能写入").arg(shownPath(folder)),
                    Text::tr("请换一个能写入的文件夹，例如自己电脑上的"),
                    Text::tr("什么都没有改动"));
    // The file was made and not filled.
    return fail(ErrorCode::Io, Text::tr("磁盘已满，打不开数据文件"), Text::tr("请清理磁盘，再打开"),
                untouched);
}

namespace {
// A lock that is there and cannot be read just now is no other's.
bool isLost(const QLockFile& lock) {
    qint64 process = 0;
    QString host;
    if (!QFile::exists(lock.fileName())) return true;
    return lock.getLockInfo(&process, &host, nullptr)
        && (process != QCoreApplication::applicationPid() || host != thisComputer());
}
}

// QLockFile removes whatever bears the name: what is not ours is out of the way meanwhile.
void ReleaseLock::operator()(QLockFile* lock) const {
    const QString path = lock->fileName();
    const QString aside = path + u".kept"_s;
    const bool isAside = lock->isLocked() && isLost(*lock) && QFile::rename(path, aside);
    delete lock;
    if (isAside) QFile::rename(aside, path);
}

Result<void> keepLock(StoreLock& lock, const QString& path) {
    if (lock && !isLost(*lock)) return {};
    lock.reset();
    auto again = lockStore(path);
    if (!again) return fail(again.error());
    lock = std::move(*again);
    return {};
}

Result<void> checkIsStoreFile(const QString& path) {
    const QString untouched = Text::tr("程序没有改动它");
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::NotFound, Text::tr("找不到数据文件“%1”").arg(shownPath(path)),
                    Text::tr("请检查U盘是否插好、文件是否被移走"), Text::tr("什么都没有改动"));
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::BadFile, Text::tr("“%1”是文件夹，不是数据文件").arg(shownPath(path)),
                    Text::tr("请选择其中以“.baolei”结尾的文件"), untouched);
    const auto header = headerOf(path);
    if (!header)
        return fail(ErrorCode::Io, Text::tr("数据文件“%1”打不开").arg(shownPath(path)),
                    Text::tr("请检查U盘是否插好、文件夹权限够不够，再试一次"), untouched);
    if (!header->startsWith(kMagic))
        return fail(ErrorCode::BadFile, Text::tr("“%1”不是本程序的数据文件").arg(shownPath(path)),
                    Text::tr("请选择以“.baolei”结尾的文件；若它原来能打开，请从备份恢复"),
                    untouched);
    const bool isOurs = qFromBigEndian<quint32>(header->data() + 68) == kApplicationId;
    if (isOurs && !isPlausible(*header))
        return fail(ErrorCode::Damaged, Text::tr("“%1”已损坏").arg(QFileInfo(path).fileName()),
                    Text::tr("请从最近一次完好的备份恢复"), untouched);
    return {};
}

void removeTails(const QString& path) {
    for (const QString& tail : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + tail);
}

} // namespace baolei
