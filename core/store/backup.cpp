#include "core/store/backup.h"

#include "core/base/files.h"
#include "core/store/file.h"
#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStorageInfo>
#include <sqlite3.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

constexpr int kPagesPerStep = 2000;
constexpr qsizetype kKeptAlways = 10;
constexpr int kDaysOfWeekly = 90;
const QString kStamp = u"yyyy-MM-dd_HHmmss"_s;

QString stampOf(const Clock& clock) {
    return clock.nowUtc().toLocalTime().toString(kStamp);
}

// 2026-11-23_090000.baolei, or -2, -3 … for further ones of one second: their order; 0: another
// kind of copy, made before a migration or a restore.
int numberOf(const QString& path) {
    static const QRegularExpression shape(
        u"^[0-9]{4}-[0-9]{2}-[0-9]{2}_[0-9]{6}(?:-([0-9]+))?\\.baolei$"_s);
    const auto match = shape.match(QFileInfo(path).fileName());
    if (!match.hasMatch()) return 0;
    return match.captured(1).isEmpty() ? 1 : match.captured(1).toInt();
}

// What a crash may have left beside a file of ours must not be read into a new one of that name.
void removeTails(const QString& path) {
    for (const QString& tail : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + tail);
}

QString freeName(const QString& stem) {
    QString path = stem + u".baolei"_s;
    for (int i = 2; QFile::exists(path); ++i)
        path = stem + u'-' + QString::number(i) + u".baolei"_s;
    return path;
}

Result<void> checkSpace(const QString& storePath, const QString& folder) {
    const qint64 needed = QFileInfo(storePath).size() + QFileInfo(storePath + u"-wal"_s).size();
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < needed)
        return fail(ErrorCode::Io, Text::tr("磁盘空间不够，没有做成备份"),
                    Text::tr("请清理磁盘，或换一个文件夹备份"), Text::tr("数据文件没有改动"));
    return {};
}

Result<void> copyPages(Connection& from, Connection& to, const BackupProgress& progress) {
    sqlite3_backup* copying = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!copying) return fail(storeError(sqlite3_errcode(to.handle()), {}));
    int code = SQLITE_OK;
    bool isStopped = false;
    while (code == SQLITE_OK && !isStopped) {
        code = sqlite3_backup_step(copying, kPagesPerStep);
        const int total = sqlite3_backup_pagecount(copying);
        isStopped = progress && !progress(total - sqlite3_backup_remaining(copying), total);
    }
    sqlite3_backup_finish(copying);
    if (isStopped && code != SQLITE_DONE)
        return fail(ErrorCode::Cancelled, Text::tr("备份已停止"), {}, Text::tr("数据文件没有改动"));
    if (code != SQLITE_DONE) return fail(storeError(code, {}));
    return {};
}

// Written under another name first: a half-made copy is never taken for a backup.
Result<void> copyStore(const QString& from, const QString& to, const BackupProgress& progress) {
    const QString half = to + u".part"_s;
    QFile::remove(half);
    removeTails(half);
    const auto copied = [&]() -> Result<void> {
        const auto source = Connection::open(from, Connection::Mode::ReadOnly);
        if (!source) return fail(source.error());
        const auto target = Connection::open(half, Connection::Mode::Create);
        if (!target) return fail(target.error());
        if (const auto done = copyPages(**source, **target, progress); !done) return done;
        // A backup is one file that can be read from a read-only stick.
        return (*target)->execute("PRAGMA journal_mode = DELETE");
    }();
    Result<void> done = copied;
    if (done) {
        done = checkBackup(half);
        // A faithful copy of a damaged store: it is the store that the person must hear about.
        if (!done && done.error().code == ErrorCode::BadFile)
            done = fail(ErrorCode::BadFile,
                        Text::tr("“%1”已损坏，没有做成备份").arg(QFileInfo(from).fileName()),
                        Text::tr("请从最近一次备份恢复"), Text::tr("程序没有改动它"));
    }
    if (done && !syncToDisk(half)) done = fail(storeError(SQLITE_IOERR, {}));
    if (done) done = replaceFile(half, to);
    if (!done) QFile::remove(half);
    return done;
}

// For a store too damaged to be copied page by page; its log may hold what the file does not.
bool copyAsItIs(const QString& from, const QString& to) {
    bool isCopied = QFile::copy(from, to);
    for (const QString& tail : {u"-wal"_s, u"-journal"_s})
        if (QFile::exists(from + tail)) isCopied = isCopied && QFile::copy(from + tail, to + tail);
    return isCopied;
}

Result<QByteArray> newestHash(const QString& path) {
    const auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection) return fail(connection.error());
    const auto newest
        = (*connection)->prepare("SELECT hash FROM operation ORDER BY seq DESC LIMIT 1");
    if (!newest) return fail(newest.error());
    const auto row = (*newest)->step();
    if (!row) return fail(row.error());
    return *row ? (*newest)->bytes(0) : QByteArray();
}
}

QString backupFolderOf(const QString& storePath) {
    const QFileInfo info(storePath);
    return info.absolutePath() + u'/' + info.completeBaseName() + u".备份"_s;
}

Result<QString> backUp(const QString& storePath, const QString& folder, const Clock& clock,
                       const BackupProgress& progress) {
    if (const auto fine = checkIsStoreFile(storePath); !fine) return fail(fine.error());
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, Text::tr("备份文件夹“%1”建不起来").arg(shownPath(folder)),
                    Text::tr("请换一个能写入的文件夹"), Text::tr("数据文件没有改动"));
    if (const auto room = checkSpace(storePath, folder); !room) return fail(room.error());
    const QString path = freeName(folder + u'/' + stampOf(clock));
    if (const auto done = copyStore(storePath, path, progress); !done) return fail(done.error());
    return path;
}

Result<QString> backUpAutomatically(const QString& storePath, const Clock& clock,
                                    const BackupProgress& progress) {
    const QString folder = backupFolderOf(storePath);
    const auto there = backupsIn(folder);
    if (!there.isEmpty()) {
        const auto now = newestHash(storePath);
        const auto then = newestHash(there.first().path);
        if (now && then && *now == *then) return there.first().path;
    }
    const auto made = backUp(storePath, folder, clock, progress);
    if (!made) return made;
    auto ordinary = backupsIn(folder);
    ordinary.removeIf([](const BackupInfo& each) { return numberOf(each.path) == 0; });
    for (const BackupInfo& old : backupsToDrop(ordinary))
        QFile::remove(old.path);
    return made;
}

QList<BackupInfo> backupsIn(const QString& folder) {
    QList<BackupInfo> found;
    for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.baolei"_s}, QDir::Files)) {
        const QDateTime madeAt = QDateTime::fromString(
            file.fileName().first(qMin<qsizetype>(17, file.fileName().size())), kStamp);
        if (madeAt.isValid()) found.append({file.absoluteFilePath(), madeAt, file.size()});
    }
    std::sort(found.begin(), found.end(), [](const BackupInfo& a, const BackupInfo& b) {
        return std::tuple(b.madeAt, numberOf(b.path), b.path)
            < std::tuple(a.madeAt, numberOf(a.path), a.path);
    });
    return found;
}

QList<BackupInfo> backupsToDrop(const QList<BackupInfo>& newestFirst) {
    QList<BackupInfo> dropped;
    if (newestFirst.size() <= kKeptAlways) return dropped;
    const QDate newest = newestFirst.first().madeAt.date();
    QString lastKept;
    for (const BackupInfo& backup : newestFirst.sliced(kKeptAlways)) {
        const QDate day = backup.madeAt.date();
        int weekYear = 0;
        const int week = day.weekNumber(&weekYear);
        const QString slot = day.daysTo(newest) <= kDaysOfWeekly
            ? u"%1-W%2"_s.arg(weekYear).arg(week)
            : day.toString(u"yyyy-MM"_s);
        if (slot == lastKept) dropped.append(backup);
        lastKept = slot;
    }
    return dropped;
}

Result<void> checkBackup(const QString& path) {
    if (const auto fine = checkIsStoreFile(path); !fine) return fine;
    const auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    if (!connection) return fail(connection.error());
    if (const auto version = schemaOf(**connection); !version) return fail(version.error());
    const auto check = (*connection)->prepare("PRAGMA integrity_check(1)");
    if (!check) return fail(check.error());
    const auto row = (*check)->step();
    if (!row) return fail(row.error());
    const bool isSound = *row && (*check)->text(0) == u"ok"_s;
    (*check)->reset();
    const auto broken = (*connection)->integer("SELECT count(*) FROM pragma_foreign_key_check");
    if (!broken) return fail(broken.error());
    const auto missing = (*connection)
                             ->integer("SELECT (SELECT coalesce(sum(lines), 0) FROM operation)"
                                       " - (SELECT count(*) FROM journal)");
    if (!missing) return fail(missing.error());
    if (!isSound || *broken != 0 || *missing != 0)
        return fail(ErrorCode::BadFile, Text::tr("备份“%1”已损坏").arg(QFileInfo(path).fileName()),
                    Text::tr("请换用另一份备份"), Text::tr("程序没有改动它"));
    return {};
}

Result<QString> restoreBackup(const QString& backupPath, const QString& storePath,
                              const Clock& clock) {
    if (const auto sound = checkBackup(backupPath); !sound) return fail(sound.error());
    const auto lock = lockStore(storePath);
    if (!lock) return fail(lock.error());
    const QString fresh = storePath + u".restoring"_s;
    removeTails(fresh);
    if (const auto copied = copyStore(backupPath, fresh, {}); !copied) return fail(copied.error());
    const auto renamed = [&]() -> Result<void> {
        const auto connection = Connection::open(fresh, Connection::Mode::ReadWrite);
        if (!connection) return fail(connection.error());
        const auto update
            = (*connection)->prepare("UPDATE store_info SET value = ? WHERE name = 'replica'");
        if (!update) return fail(update.error());
        (*update)->bind(1, toValue(newUuid(clock.nowUtc().toMSecsSinceEpoch())));
        return (*update)->run();
    }();
    QString kept;
    Result<void> done = renamed;
    if (done && QFile::exists(storePath)) {
        kept = freeName(backupFolderOf(storePath) + u'/' + stampOf(clock) + u"-恢复前"_s);
        QDir().mkpath(backupFolderOf(storePath));
        if (!copyStore(storePath, kept, {}) && !copyAsItIs(storePath, kept))
            done = fail(ErrorCode::Io, Text::tr("恢复前没能留下现在的数据文件"),
                        Text::tr("请清理磁盘后再试"), Text::tr("现在的数据文件没有改动"));
    }
    // The old file's log must not be read into the new file; what it holds goes home first.
    if (done) {
        if (const auto old = Connection::open(storePath, Connection::Mode::ReadWrite); old)
            (void)(*old)->execute("PRAGMA journal_mode = DELETE");
        removeTails(storePath);
        done = replaceFile(fresh, storePath);
    }
    if (!done) {
        QFile::remove(fresh);
        return fail(done.error());
    }
    return kept;
}

Result<QString> copyBeforeMigration(const QString& storePath, int version, const Clock& clock) {
    const QString folder = backupFolderOf(storePath);
    QDir().mkpath(folder);
    if (const auto room = checkSpace(storePath, folder); !room) return fail(room.error());
    const QString path = folder + u'/' + stampOf(clock) + u"-升级前v%1.baolei"_s.arg(version);
    if (const auto done = copyStore(storePath, path, {}); !done) return fail(done.error());
    return path;
}

} // namespace baolei
