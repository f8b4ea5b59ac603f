#include "core/store/backup.h"

#include "core/base/files.h"
#include "core/store/file.h"
#include "core/store/integrity.h"
#include "core/store/interruption.h"
#include "core/store/migrations.h"
#include "core/store/reader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
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
const QString kBeforeRestore = u"恢复前"_s;

QString withOrigin(const QString& name, const QString& origin) {
    return (origin.isEmpty() ? name : name + u'-' + origin) + u".baolei"_s;
}

// 2026-11-23_090000.baolei, 2026-11-23_090000-2.baolei, 2026-11-23_090000-2-恢复前.baolei …
std::optional<BackupInfo> infoOf(const QFileInfo& file) {
    static const QRegularExpression shape(
        u"^(\\d{4}-\\d{2}-\\d{2}_\\d{6})(?:-(\\d+))?(?:-(.+))?\\.baolei$"_s);
    const auto match = shape.match(file.fileName());
    const QDateTime madeAt = QDateTime::fromString(match.captured(1), kStamp);
    if (!madeAt.isValid()) return std::nullopt;
    return BackupInfo{file.absoluteFilePath(), madeAt, file.size(),
                      qMax(1, match.captured(2).toInt()), match.captured(3)};
}

// A name that sorts behind all that are there, whatever the clock says.
QString nextName(const QString& folder, const Clock& clock, const QString& origin) {
    const QDateTime now = clock.nowUtc().toLocalTime();
    const auto there = backupsIn(folder);
    int round = there.isEmpty() ? 1 : there.first().round;
    if (!there.isEmpty() && now.secsTo(there.first().madeAt) >= 0) ++round;
    const QString stamp = now.toString(kStamp);
    return folder + u'/'
        + withOrigin(round == 1 ? stamp : stamp + u'-' + QString::number(round), origin);
}

// A folder whose name is not on the disk takes with it what lies in it.
bool makeFolder(const QString& folder) {
    if (QFileInfo(folder).isDir()) return true;
    const bool isMade = QDir().mkpath(folder);
    syncFolder(QFileInfo(folder).absolutePath());
    return isMade;
}

Error noFolder(const QString& folder) {
    return {ErrorCode::Io, Text::tr("备份文件夹“%1”建不起来").arg(shownPath(folder)),
            Text::tr("数据文件没有改动"), Text::tr("请换一个能写入的文件夹")};
}

Error notWritable(const QString& folder) {
    return {ErrorCode::Io,
            Text::tr("文件夹“%1”写不进去（只能读，或磁盘已满）").arg(shownPath(folder)),
            Text::tr("数据文件没有改动"), Text::tr("请换一个能写入的文件夹")};
}

Result<void> checkSpace(const QString& storePath, const QString& folder) {
    const qint64 needed = QFileInfo(storePath).size() + QFileInfo(storePath + u"-wal"_s).size();
    const QStorageInfo disk(folder);
    // Some network folders do not say how large they are.
    if (disk.isValid() && disk.bytesTotal() > 0 && disk.bytesAvailable() < needed)
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
        const auto source = Reader::open(from);
        if (!source) return fail(source.error());
        const auto target = Connection::open(half, Connection::Mode::Create, vfsForOwn(half));
        if (!target && target.error().code == ErrorCode::Io)
            return fail(notWritable(QFileInfo(to).absolutePath()));
        if (!target) return fail(target.error());
        // A log is read without shared memory, which such a way to a file does not give.
        if (vfsForOwn(half)) (void)(*target)->execute("PRAGMA locking_mode = EXCLUSIVE");
        if (const auto done = copyPages(source->connection(), **target, progress); !done)
            return done;
        // A backup is one file that can be read from a read-only stick.
        return (*target)->execute("PRAGMA journal_mode = DELETE");
    }();
    Result<void> done = copied;
    if (done) {
        done = checkBackup(half, progress);
        // A faithful copy of a damaged store: it is the store that the person must hear about.
        if (!done && done.error().code == ErrorCode::BadFile)
            done = fail(ErrorCode::Damaged,
                        Text::tr("“%1”已损坏，没有做成备份").arg(QFileInfo(from).fileName()),
                        Text::tr("请从最近一次完好的备份恢复"), Text::tr("程序没有改动它"));
    }
    if (done && !syncToDisk(half)) done = fail(storeError(SQLITE_IOERR, {}));
    if (done) done = replaceFile(half, to);
    if (!done) QFile::remove(half);
    return done;
}

// For a store too damaged to be copied page by page; its log may hold what the file does not.
bool copyAsItIs(const QString& from, const QString& to) {
    bool isCopied = QFile::copy(from, to) && syncToDisk(to);
    for (const QString& tail : {u"-wal"_s, u"-journal"_s})
        if (isCopied && QFile::exists(from + tail))
            isCopied = QFile::copy(from + tail, to + tail) && syncToDisk(to + tail);
    if (isCopied) return true;
    QFile::remove(to);
    removeTails(to);
    return false;
}

// Leaves what stands at `path` in its backup folder. Gives the copy; empty: nothing stood there.
Result<QString> keepFormer(const QString& path, const Clock& clock,
                           const BackupProgress& progress) {
    if (!QFile::exists(path)) return QString();
    const QString folder = backupFolderOf(path);
    if (!makeFolder(folder)) return fail(noFolder(folder));
    const QString kept = nextName(folder, clock, kBeforeRestore);
    const auto copied = copyStore(path, kept, progress);
    if (!copied && copied.error().code == ErrorCode::Cancelled) return fail(copied.error());
    if (copied || copyAsItIs(path, kept)) return kept;
    return fail(ErrorCode::Io, Text::tr("恢复前没能留下现在的数据文件"),
                Text::tr("请清理磁盘后再试"), Text::tr("现在的数据文件没有改动"));
}

// The old file's log must not be read into the new file. What it holds goes home into the old file,
// or, where that is damaged, aside until the new one stands.
Result<void> replaceStore(const QString& fresh, const QString& path) {
    if (const auto old = Connection::open(path, Connection::Mode::ReadWrite); old)
        (void)(*old)->execute("PRAGMA journal_mode = DELETE");
    const QStringList tails{u"-wal"_s, u"-journal"_s};
    for (const QString& tail : tails)
        QFile::rename(path + tail, fresh + u".old"_s + tail);
    // In this order, also on the disk.
    syncFolder(QFileInfo(path).absolutePath());
    const auto done = replaceFile(fresh, path);
    for (const QString& tail : tails) {
        if (done)
            QFile::remove(fresh + u".old"_s + tail);
        else
            QFile::rename(fresh + u".old"_s + tail, path + tail);
    }
    if (done) removeTails(path);
    return done;
}

Result<void> renameReplica(const QString& path, const Clock& clock) {
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    if (!connection) return fail(connection.error());
    const auto update
        = (*connection)->prepare("UPDATE store_info SET value = ? WHERE name = 'replica'");
    if (!update) return fail(update.error());
    (*update)->bind(1, toValue(newUuid(clock.nowUtc().toMSecsSinceEpoch())));
    return (*update)->run();
}

// Beside the store, under a name that is never too long.
QString freshName(const QString& path) {
    const QFileInfo info(path);
    const QByteArray hash
        = QCryptographicHash::hash(info.fileName().toUtf8(), QCryptographicHash::Blake2b_160);
    return info.absolutePath() + u"/恢复中-"_s + QString::fromLatin1(hash.toHex().first(8))
        + u".baolei"_s;
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

void removeHalfMade(const QString& storePath) {
    const QDir backups(backupFolderOf(storePath));
    for (const QString& half : backups.entryList({u"*.part*"_s}, QDir::Files))
        QFile::remove(backups.filePath(half));
    const QFileInfo fresh(freshName(storePath));
    for (const QString& half : fresh.dir().entryList({fresh.fileName() + u'*'}, QDir::Files))
        QFile::remove(fresh.dir().filePath(half));
}

Result<QString> backUp(const QString& storePath, const QString& folder, const Clock& clock,
                       const BackupProgress& progress) {
    if (const auto fine = checkIsStoreFile(storePath); !fine) return fail(fine.error());
    if (!makeFolder(folder)) return fail(noFolder(folder));
    if (const auto room = checkSpace(storePath, folder); !room) return fail(room.error());
    const QString path = nextName(folder, clock, {});
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
    ordinary.removeIf([](const BackupInfo& each) { return !each.origin.isEmpty(); });
    for (const BackupInfo& old : backupsToDrop(ordinary))
        QFile::remove(old.path);
    return made;
}

QList<BackupInfo> backupsIn(const QString& folder) {
    QList<BackupInfo> found;
    for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.baolei"_s}, QDir::Files))
        if (const auto info = infoOf(file)) found.append(*info);
    std::sort(found.begin(), found.end(), [](const BackupInfo& a, const BackupInfo& b) {
        return std::tie(b.round, b.madeAt, b.path) < std::tie(a.round, a.madeAt, a.path);
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

namespace {
Result<bool> hasSoundContent(Connection& connection) {
    if (const auto version = schemaOf(connection); !version) return fail(version.error());
    const auto problems = structureProblems(connection, 1);
    if (!problems) return fail(problems.error());
    if (!problems->isEmpty()) return false;
    const auto broken = connection.integer("SELECT count(*) FROM pragma_foreign_key_check");
    if (!broken) return fail(broken.error());
    const auto missing = connection.integer("SELECT (SELECT coalesce(sum(lines), 0) FROM operation)"
                                            " - (SELECT count(*) FROM journal)");
    if (!missing) return fail(missing.error());
    return *broken == 0 && *missing == 0;
}

Result<bool> isSound(Connection& connection, const BackupProgress& progress) {
    Interruption interruption(connection,
                              progress ? [&] { return progress(0, 0); } : std::function<bool()>());
    return interruption.run([&] { return hasSoundContent(connection); });
}
}

Result<void> checkBackup(const QString& path, const BackupProgress& progress) {
    const auto fine = checkIsStoreFile(path);
    const auto reader = fine ? Reader::open(path) : fail(fine.error());
    const auto sound = reader ? isSound(reader->connection(), progress) : fail(reader.error());
    if (!sound && sound.error().code != ErrorCode::Damaged) return fail(sound.error());
    if (sound.value_or(false)) return {};
    return fail(ErrorCode::BadFile, Text::tr("备份“%1”已损坏").arg(QFileInfo(path).fileName()),
                Text::tr("请换用另一份备份"), Text::tr("程序没有改动它"));
}

std::optional<BackupInfo> lastGoodBackup(const QString& storePath, const BackupProgress& progress) {
    for (const BackupInfo& backup : backupsIn(backupFolderOf(storePath))) {
        if (backup.origin.startsWith(kBeforeRestore)) continue;
        const auto sound = checkBackup(backup.path, progress);
        if (sound) return backup;
        if (sound.error().code == ErrorCode::Cancelled) break;
    }
    return std::nullopt;
}

Result<QString> restoreBackup(const QString& backupPath, const QString& storePath,
                              const Clock& clock, const BackupProgress& progress) {
    if (const auto sound = checkBackup(backupPath, progress); !sound) return fail(sound.error());
    const auto lock = lockStore(storePath);
    if (!lock) return fail(lock.error());
    const QString fresh = freshName(storePath);
    removeTails(fresh);
    Result<void> done = copyStore(backupPath, fresh, progress);
    if (done) done = renameReplica(fresh, clock);
    const Result<QString> kept = done ? keepFormer(storePath, clock, progress) : fail(done.error());
    done = kept ? replaceStore(fresh, storePath) : fail(kept.error());
    if (done) return kept;
    QFile::remove(fresh);
    removeTails(fresh);
    return fail(done.error());
}

Result<QString> copyBeforeMigration(const QString& storePath, int version, const Clock& clock,
                                    const BackupProgress& progress) {
    const QString folder = backupFolderOf(storePath);
    if (!makeFolder(folder)) return fail(noFolder(folder));
    if (const auto room = checkSpace(storePath, folder); !room) return fail(room.error());
    const QString path = nextName(folder, clock, u"升级前v%1"_s.arg(version));
    if (const auto done = copyStore(storePath, path, progress); !done) return fail(done.error());
    return path;
}

} // namespace baolei
