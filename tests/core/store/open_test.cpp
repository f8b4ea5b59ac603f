#include "core/store/backup.h"
#include "core/store/file.h"
#include "core/store/migrations.h"
#include "core/store/setting.h"
#include "tests/core/store/toys.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void expectRefused(const QString& path, ErrorCode code) {
    const QByteArray before = contentOf(path);
    const auto opened = Store::open(path);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, code) << opened.error().text().toStdString();
    EXPECT_FALSE(opened.error().next.isEmpty());
    EXPECT_EQ(contentOf(path), before) << "a refused file must not be changed";
    EXPECT_FALSE(QFile::exists(path + u".lock"_s));
}
}

TEST(StoreOpen, createsAStoreThatOpensAgain) {
    ToyStore toys;
    const Uuid replica = toys->replica();
    EXPECT_FALSE(replica.isNull());
    EXPECT_EQ(settingOf(toys->reader(), kTownName).value(), u"示范镇"_s);
    EXPECT_EQ(toys.count("SELECT count(*) FROM operation"), 1);
    toys.reopen();
    EXPECT_EQ(toys->replica(), replica);
    EXPECT_EQ(settingOf(toys->reader(), kTownName).value(), u"示范镇"_s);
    EXPECT_EQ(toys.count("PRAGMA application_id"), kApplicationId);
    EXPECT_EQ(toys.count("PRAGMA user_version"), newestSchema());
    EXPECT_TRUE(toys->copyBeforeMigration().isEmpty());
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(StoreOpen, writesAheadOnAFixedDisk) {
    const ToyStore toys;
    if (toys->path().startsWith(u"//"_s)) GTEST_SKIP();
    EXPECT_TRUE(QFile::exists(toys.path + u"-wal"_s));
    EXPECT_EQ(toys.count("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
}

TEST(StoreOpen, worksWithoutWriteAheadOnANetworkPath) {
    const TempFolder folder;
    const QString path = networkPath(folder.path(u"镇.baolei"_s));
    if (path.isEmpty()) GTEST_SKIP() << "there is no server";
    ToyStore toys(path);
    EXPECT_FALSE(QFile::exists(toys.path + u"-wal"_s));
    const Club club = toys.save(toys.club(u"东风"_s));
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.saved(club), std::nullopt);
    EXPECT_TRUE(ok(toys->redo()));
    toys.reopen();
    EXPECT_EQ(toys.saved(club), club);
    EXPECT_EQ(toys.problems(), QStringList());
    EXPECT_TRUE(ok(backUpAutomatically(toys.path, toys.clock)));
}

TEST(StoreOpen, worksBeyondTheOldLimitOfWindows) {
    const TempFolder folder;
    QString deep = folder.path();
    while (deep.size() < 300)
        deep += u"/folder with a long name"_s;
    ASSERT_TRUE(QDir().mkpath(deep));
    ToyStore toys(deep + u"/镇.baolei"_s);
    const Club club = toys.save(toys.club(u"东风"_s));
    toys.reopen();
    EXPECT_EQ(toys.saved(club), club);
    const auto made = backUpAutomatically(toys.path, toys.clock);
    ASSERT_TRUE(ok(made));
    toys.store.reset();
    ASSERT_TRUE(ok(restoreBackup(*made, toys.path, toys.clock)));
    toys.reopen();
    EXPECT_EQ(toys.saved(club), club);
}

TEST(StoreOpen, doesNotCreateOverAFile) {
    const TempFolder folder;
    writeFile(folder.path(u"旧.baolei"_s), "keep me");
    const auto made = Store::create(folder.path(u"旧.baolei"_s), u"镇"_s);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Refused);
    EXPECT_EQ(contentOf(folder.path(u"旧.baolei"_s)), QByteArray("keep me"));
}

TEST(StoreOpen, saysThatAFileIsMissing) {
    const TempFolder folder;
    const auto opened = Store::open(folder.path(u"没有.baolei"_s));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(QFile::exists(folder.path(u"没有.baolei"_s)));
    EXPECT_FALSE(Store::create(folder.path(u"没有/有.baolei"_s), u"镇"_s));
}

TEST(StoreOpen, refusesFilesThatAreNoStore) {
    const TempFolder folder;
    const QString text = folder.path(u"名单.txt"_s);
    writeFile(text, "姓名,性别\n");
    expectRefused(text, ErrorCode::BadFile);
    const QString empty = folder.path(u"空.baolei"_s);
    writeFile(empty, {});
    expectRefused(empty, ErrorCode::BadFile);
    const QString shortened = folder.path(u"短.baolei"_s);
    writeFile(shortened, QByteArray("SQLite format 3\0", 16));
    expectRefused(shortened, ErrorCode::Damaged);
    const QString other = folder.path(u"别的.baolei"_s);
    {
        const auto connection = Connection::open(other, Connection::Mode::Create);
        ASSERT_TRUE(ok((*connection)->execute("CREATE TABLE t(a); PRAGMA user_version = 3")));
    }
    expectRefused(other, ErrorCode::BadFile);
}

TEST(StoreOpen, refusesAFileOfANewerProgram) {
    ToyStore toys;
    toys.store.reset();
    tamper(toys.path,
           "PRAGMA journal_mode = DELETE;"
           "PRAGMA user_version = "
               + QByteArray::number(newestSchema() + 1));
    expectRefused(toys.path, ErrorCode::NewerFile);
    EXPECT_FALSE(QDir(backupFolderOf(toys.path)).exists());
}

TEST(StoreOpen, refusesASecondWriter) {
    ToyStore toys;
    const auto second = Store::open(toys.path);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Locked);
    EXPECT_TRUE(second.error().next.contains(u".lock"_s));
    toys.save(toys.club(u"仍可写"_s));
    toys.store.reset();
    EXPECT_TRUE(ok(Store::open(toys.path)));
}

TEST(StoreOpen, refusesWhatAnotherComputerHoldsAndTakesOverFromACrash) {
    ToyStore toys;
    toys.store.reset();
    // As QLockFile writes it: process, program, host, boot. Another computer's pulled-out stick.
    writeFile(toys.path + u".lock"_s, "1\nbaolei\nelsewhere\n\n\n");
    const auto held = Store::open(toys.path);
    ASSERT_FALSE(held);
    EXPECT_EQ(held.error().code, ErrorCode::Locked);
    EXPECT_TRUE(held.error().what.contains(u"elsewhere"_s));
    // A process of this computer that is gone.
    writeFile(toys.path + u".lock"_s, "4194000\nbaolei\n" + thisComputer().toUtf8() + "\n\n\n");
    EXPECT_TRUE(ok(Store::open(toys.path)));
}

TEST(StoreOpen, settingIdsAgreeBetweenStores) {
    ToyStore one;
    ToyStore two;
    ASSERT_TRUE(ok(changeSetting(*one, u"打印.页边"_s, u"20"_s)));
    ASSERT_TRUE(ok(changeSetting(*two, u"打印.页边"_s, u"25"_s)));
    const auto ids = [](const ToyStore& toys) {
        return toys->reader().all<Setting>("WHERE r.name = '打印.页边'").value().first().id;
    };
    EXPECT_EQ(ids(one), ids(two));
    EXPECT_EQ(settingOf(one->reader(), u"打印.页边"_s).value(), u"20"_s);
    EXPECT_EQ(settingOf(one->reader(), u"没选过"_s, u"默认"_s).value(), u"默认"_s);
}

TEST(StoreOpen, takesALockThatAKilledProgramLeftWithoutItsName) {
    ToyStore toys;
    toys.store.reset();
    QFile lock(toys.path + u".lock"_s);
    ASSERT_TRUE(lock.open(QIODevice::WriteOnly));
    ASSERT_TRUE(
        lock.setFileTime(QDateTime(QDate(2026, 1, 1), QTime(9, 0)), QFile::FileModificationTime));
    lock.close();
    EXPECT_TRUE(ok(Store::open(toys.path)));
}

TEST(StoreOpen, clearsAwayWhatAKilledProgramLeftHalfMade) {
    ToyStore toys;
    const QString backup = backUp(toys.path, backupFolderOf(toys.path), toys.clock).value();
    toys.store.reset();
    for (const QString& tail : {u".part"_s, u".part-journal"_s})
        ASSERT_TRUE(QFile::copy(backup, backup + tail));
    ASSERT_TRUE(ok(Store::open(toys.path)));
    EXPECT_EQ(QDir(backupFolderOf(toys.path)).entryList(QDir::Files).size(), 1);
    EXPECT_TRUE(QFile::exists(backup));
}

TEST(StoreCreate, isNotHinderedByAHalfMadeStore) {
    const TempFolder folder;
    const QString path = folder.path(u"镇.baolei"_s);
    for (const QString& tail : {u".part"_s, u".part-wal"_s, u".part-journal"_s}) {
        QFile half(path + tail);
        ASSERT_TRUE(half.open(QIODevice::WriteOnly));
        half.write("half");
    }
    ASSERT_TRUE(ok(Store::create(path, u"示范镇"_s)));
    EXPECT_EQ(QDir(folder.path()).entryList({u"*.part*"_s}, QDir::Files), QStringList());
}
