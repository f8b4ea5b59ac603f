#include "core/store/backup.h"

#include "core/store/verify.h"
#include "tests/core/store/toys.h"

#include <QDir>
#include <QFile>
#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

// Flips bytes in the middle of the file, past the first page.
void damage(const QString& path) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    for (qint64 at = 4096; at < file.size(); at += 512) {
        file.seek(at);
        file.write(QByteArray(64, '\xA5'));
    }
}

void fill(ToyStore& toys, int clubs) {
    ASSERT_TRUE(ok(toys->run({kDraw, {u"多"_s}}, [&](Session& s) -> Result<void> {
        for (int i = 0; i < clubs; ++i)
            if (const auto put = s.add(toys.club(u"名"_s.repeated(1000))); !put) return put;
        return {};
    })));
}
}

#ifndef Q_OS_WIN // where no lock is lost by closing the file elsewhere

namespace {
// Asked from another process, as only there the locks of this one are seen.
bool isLockedForOthers(const QString& path) {
    const pid_t other = fork();
    if (other == 0) {
        struct flock wanted { };
        wanted.l_type = F_WRLCK;
        wanted.l_whence = SEEK_SET;
        const int file = open(QFile::encodeName(path).constData(), O_RDWR);
        _exit(fcntl(file, F_GETLK, &wanted) == 0 && wanted.l_type != F_UNLCK ? 0 : 1);
    }
    int state = 1;
    waitpid(other, &state, 0);
    return WIFEXITED(state) && WEXITSTATUS(state) == 0;
}
}

TEST(Backup, leavesTheLocksOfTheOpenStoreInPlace) {
    ToyStore toys;
    toys.save(toys.club(u"东风"_s));
    ASSERT_TRUE(isLockedForOthers(toys.path));
    ASSERT_TRUE(ok(backUp(toys.path, toys.folder.path(u"U盘"_s), toys.clock)));
    EXPECT_TRUE(isLockedForOthers(toys.path));
}

#endif

TEST(Backup, holdsEverythingAndCanBeReadFromAReadOnlyStick) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    const auto path = backUp(toys.path, toys.folder.path(u"U盘"_s), toys.clock);
    ASSERT_TRUE(ok(path));
    EXPECT_TRUE(ok(checkBackup(*path)));
    EXPECT_EQ(filesIn(toys.folder.path(u"U盘"_s)).size(), 1) << "one file, no log beside it";
    const auto reader = Reader::open(*path);
    ASSERT_TRUE(ok(reader));
    EXPECT_EQ(reader->find(club.id).value(), club);
    EXPECT_EQ(verifyStore(*reader).value().problems, QStringList());
    EXPECT_EQ(filesIn(toys.folder.path(u"U盘"_s)).size(), 1);
}

TEST(Backup, takesWhatIsCommittedWhileTheStoreIsOpenForWriting) {
    ToyStore toys;
    const Club before = toys.save(toys.club(u"已存"_s));
    Result<QString> path = fail(ErrorCode::Broken, {});
    ASSERT_TRUE(ok(toys->run({kDraw, {u"途中"_s}}, [&](Session& s) -> Result<bool> {
        const auto put = s.put(toys.club(u"未存"_s));
        path = backUp(toys.path, toys.folder.path(u"备"_s), toys.clock);
        return put;
    })));
    ASSERT_TRUE(ok(path));
    EXPECT_EQ(Reader::open(*path)->all<Club>("ORDER BY r.id").value(), QList<Club>{before});
}

TEST(Backup, twoInOneSecondKeepTheirOrder) {
    ToyStore toys;
    const QString folder = backupFolderOf(toys.path);
    QStringList made;
    for (int i = 0; i < 11; ++i) {
        toys.save(toys.club(u"又一个"_s));
        made.prepend(backUpAutomatically(toys.path, toys.clock).value());
    }
    const auto found = backupsIn(folder);
    ASSERT_EQ(found.size(), 11);
    for (qsizetype i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].path, made[i]);
        EXPECT_TRUE(found[i].madeAt.isValid());
        EXPECT_GT(found[i].bytes, 0);
    }
}

TEST(Backup, anUnchangedStoreIsNotCopiedAgain) {
    ToyStore toys;
    const QString first = backUpAutomatically(toys.path, toys.clock).value();
    toys.clock.advanceSeconds(3600);
    EXPECT_EQ(backUpAutomatically(toys.path, toys.clock).value(), first);
    EXPECT_EQ(backupsIn(backupFolderOf(toys.path)).size(), 1);
    toys.save(toys.club(u"新的"_s));
    EXPECT_NE(backUpAutomatically(toys.path, toys.clock).value(), first);
    EXPECT_EQ(backupsIn(backupFolderOf(toys.path)).size(), 2);
}

TEST(Backup, aTruncatedNewestOneIsReplacedByAWholeOne) {
    ToyStore toys;
    const QString first = backUpAutomatically(toys.path, toys.clock).value();
    QFile::resize(first, 2000);
    toys.clock.advanceSeconds(60);
    const auto second = backUpAutomatically(toys.path, toys.clock);
    ASSERT_TRUE(ok(second));
    EXPECT_NE(*second, first);
}

TEST(Backup, dropsWhatTheRuleNoLongerKeepsButNoCopyOfAnotherKind) {
    ToyStore toys;
    const QString folder = backupFolderOf(toys.path);
    const auto special = copyBeforeMigration(toys.path, 1, toys.clock);
    ASSERT_TRUE(ok(special));
    for (int i = 0; i < 14; ++i) {
        toys.clock.advanceSeconds(60);
        toys.save(toys.club(u"又一个"_s));
        ASSERT_TRUE(ok(backUpAutomatically(toys.path, toys.clock)));
    }
    // Ten, and the newest of the week among the older ones.
    EXPECT_EQ(backupsIn(folder).size(), 12);
    EXPECT_TRUE(QFile::exists(*special));
}

TEST(Backup, cancellingLeavesNothing) {
    ToyStore toys;
    fill(toys, 8'000);
    const QString folder = toys.folder.path(u"备"_s);
    int asked = 0;
    const auto stopped = backUp(toys.path, folder, toys.clock, [&](int done, int total) {
        EXPECT_LE(done, total);
        return ++asked < 2;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(filesIn(folder), QStringList());
    EXPECT_TRUE(ok(backUp(toys.path, folder, toys.clock)));
}

TEST(Backup, isWrittenFirstUnderAnotherName) {
    ToyStore toys;
    fill(toys, 8'000);
    const QString folder = toys.folder.path(u"备"_s);
    QStringList during;
    ASSERT_TRUE(ok(backUp(toys.path, folder, toys.clock, [&](int, int) {
        during += QDir(folder).entryList({u"*.baolei"_s});
        return true;
    })));
    EXPECT_EQ(during, QStringList());
}

TEST(Backup, refusesToCallACopyOfADamagedStoreABackup) {
    ToyStore toys;
    fill(toys, 500);
    toys.store.reset();
    damage(toys.path);
    const auto made = backUp(toys.path, toys.folder.path(u"备"_s), toys.clock);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Damaged);
    EXPECT_EQ(filesIn(toys.folder.path(u"备"_s)), QStringList());
}

TEST(Backup, checkFindsDamage) {
    ToyStore toys;
    fill(toys, 500);
    const QString path = backUp(toys.path, toys.folder.path(u"备"_s), toys.clock).value();
    const QByteArray sound = contentOf(path);
    damage(path);
    EXPECT_FALSE(checkBackup(path));
    const auto write = [&](const QByteArray& bytes) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(sound.first(sound.size() / 2));
    EXPECT_FALSE(checkBackup(path));
    write(sound);
    EXPECT_TRUE(ok(checkBackup(path)));
    tamper(path, QByteArray(kUnlockJournal) + "DELETE FROM journal WHERE position = 7");
    EXPECT_FALSE(checkBackup(path)) << "a journal that lost a line";
    EXPECT_FALSE(checkBackup(toys.folder.path(u"没有"_s)));
}

TEST(Backup, explainsAFolderThatCannotBeMade) {
    ToyStore toys;
    QFile file(toys.folder.path(u"一个文件"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto made = backUp(toys.path, toys.folder.path(u"一个文件/夹"_s), toys.clock);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Io);
    EXPECT_FALSE(made.error().kept.isEmpty());
}

TEST(Backup, explainsAFolderThatCannotBeWritten) {
    if (!permissionsBind()) GTEST_SKIP() << "this user may write everywhere";
    ToyStore toys;
    const QString folder = toys.folder.path(u"只读"_s);
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    const auto made = backUp(toys.path, folder, toys.clock);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Io);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

namespace {
QList<BackupInfo> onDays(const QList<QDate>& newestFirst) {
    QList<BackupInfo> all;
    for (const QDate day : newestFirst)
        all.append({day.toString(Qt::ISODate), QDateTime(day, QTime(9, 0)), 1});
    return all;
}

QStringList droppedOf(const QList<QDate>& newestFirst) {
    QStringList names;
    for (const BackupInfo& each : backupsToDrop(onDays(newestFirst)))
        names.append(each.path);
    return names;
}

QList<QDate> tenDays(QDate newest) {
    QList<QDate> days;
    for (int i = 0; i < 10; ++i)
        days.append(newest.addDays(-i));
    return days;
}
}

TEST(BackupRule, keepsTheLastTenWhateverTheirAge) {
    EXPECT_EQ(droppedOf({}), QStringList());
    EXPECT_EQ(droppedOf(QList<QDate>(10, QDate(2026, 11, 23))), QStringList());
    QList<QDate> sparse;
    for (int i = 0; i < 10; ++i)
        sparse.append(QDate(2026, 11, 23).addYears(-i));
    EXPECT_EQ(droppedOf(sparse), QStringList());
}

TEST(BackupRule, keepsTheNewestOfEachWeekThen) {
    // 2026-11-23 is a Monday; the ten days before end on Saturday the 14th.
    QList<QDate> days = tenDays(QDate(2026, 11, 23));
    for (int i = 10; i <= 24; ++i)
        days.append(QDate(2026, 11, 23).addDays(-i)); // Friday 13 Nov … Friday 30 Oct
    EXPECT_EQ(droppedOf(days),
              (QStringList{u"2026-11-12"_s, u"2026-11-11"_s, u"2026-11-10"_s, u"2026-11-09"_s,
                           u"2026-11-07"_s, u"2026-11-06"_s, u"2026-11-05"_s, u"2026-11-04"_s,
                           u"2026-11-03"_s, u"2026-11-02"_s, u"2026-10-31"_s, u"2026-10-30"_s}));
}

TEST(BackupRule, countsTheWeekAcrossTheYear) {
    QList<QDate> days = tenDays(QDate(2027, 2, 1));
    // One ISO week, 2026-W53.
    days.append({QDate(2027, 1, 3), QDate(2027, 1, 1), QDate(2026, 12, 31), QDate(2026, 12, 28)});
    EXPECT_EQ(droppedOf(days), (QStringList{u"2027-01-01"_s, u"2026-12-31"_s, u"2026-12-28"_s}));
}

TEST(BackupRule, keepsOneAMonthAfterNinetyDays) {
    const QDate newest(2026, 11, 23);
    const QDate edge = newest.addDays(-90); // 2026-08-25, still by weeks
    QList<QDate> days = tenDays(newest);
    days.append({edge, edge.addDays(-1), QDate(2026, 8, 3), QDate(2026, 7, 31), QDate(2026, 7, 1),
                 QDate(2025, 7, 31)});
    EXPECT_EQ(droppedOf(days), (QStringList{u"2026-08-03"_s, u"2026-07-01"_s}));
}

TEST(BackupRule, overThreeYearsOfDailyWorkStaysSmallAndReachesBack) {
    QList<QDate> kept;
    const QDate start(2026, 1, 1);
    for (int day = 0; day < 3 * 365; ++day) {
        kept.prepend(start.addDays(day));
        QList<BackupInfo> all = onDays(kept);
        const auto dropped = backupsToDrop(all);
        ASSERT_LE(dropped.size(), 2);
        for (const BackupInfo& each : dropped)
            kept.removeOne(each.madeAt.date());
        ASSERT_EQ(kept.first(), start.addDays(day));
    }
    EXPECT_LE(kept.size(), 10 + 13 + 36);
    EXPECT_GE(kept.size(), 10 + 11 + 32);
    EXPECT_LE(kept.last(), QDate(2026, 1, 31));
}
