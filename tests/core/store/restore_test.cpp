#include "core/store/backup.h"
#include "core/store/history.h"
#include "core/store/verify.h"
#include "tests/core/store/toys.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
/// A store with one club, backed up, and a second club that came later.
struct Town {
    Town() {
        first = toys.save(toys.club(u"早"_s));
        backup = backUp(toys.path, toys.folder.path(u"备"_s), toys.clock).value();
        second = toys.save(toys.club(u"晚"_s));
    }
    ToyStore toys;
    Club first;
    Club second;
    QString backup;
};
}

TEST(Restore, bringsTheOldStateAndKeepsTheFormerFile) {
    Town town;
    const Uuid replica = town.toys->replica();
    town.toys.store.reset();
    const QByteArray backupBytes = contentOf(town.backup);
    const auto kept = restoreBackup(town.backup, town.toys.path, town.toys.clock);
    ASSERT_TRUE(ok(kept));
    EXPECT_EQ(contentOf(town.backup), backupBytes);
    EXPECT_EQ(Reader::open(*kept)->find(town.second.id).value(), town.second);
    EXPECT_TRUE(ok(checkBackup(*kept)));
    EXPECT_EQ(QFileInfo(*kept).absolutePath(), backupFolderOf(town.toys.path));
    town.toys.reopen();
    EXPECT_EQ(town.toys.saved(town.first), town.first);
    EXPECT_EQ(town.toys.saved(town.second), std::nullopt);
    EXPECT_NE(town.toys->replica(), replica);
    EXPECT_FALSE(town.toys->replica().isNull());
    EXPECT_EQ(town.toys.problems(), QStringList());
    EXPECT_EQ(QDir(town.toys.folder.path()).entryList({u"*restoring*"_s}), QStringList());
}

TEST(Restore, theChainGoesOnUnderTheNewName) {
    Town town;
    town.toys.store.reset();
    ASSERT_TRUE(ok(restoreBackup(town.backup, town.toys.path, town.toys.clock)));
    town.toys.reopen();
    const Club third = town.toys.save(town.toys.club(u"恢复后"_s));
    Club first = town.first;
    first.name = u"改"_s;
    town.toys.save(first);
    town.toys.reopen();
    EXPECT_EQ(town.toys.problems(), QStringList());
    const auto all = operations(town.toys->reader()).value();
    EXPECT_EQ(all[0].replica, town.toys->replica());
    EXPECT_NE(all[2].replica, town.toys->replica());
    EXPECT_EQ(all[0].clock, all[1].clock + 1);
    EXPECT_TRUE(ok(town.toys->undo()));
    EXPECT_TRUE(ok(town.toys->undo()));
    EXPECT_EQ(town.toys.saved(third), std::nullopt);
    EXPECT_EQ(town.toys.saved(town.first), town.first);
    // What an older copy did can be taken back from the history.
    EXPECT_TRUE(ok(town.toys->revert(all[2].id)));
    EXPECT_EQ(town.toys.problems(), QStringList());
}

TEST(Restore, isRefusedWhileTheStoreIsOpen) {
    Town town;
    const auto refused = restoreBackup(town.backup, town.toys.path, town.toys.clock);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Locked);
    EXPECT_EQ(town.toys.saved(town.second), town.second);
}

TEST(Restore, refusesADamagedBackupAndChangesNothing) {
    Town town;
    town.toys.store.reset();
    QFile::resize(town.backup, 8192);
    const QByteArray before = contentOf(town.toys.path);
    const auto refused = restoreBackup(town.backup, town.toys.path, town.toys.clock);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::BadFile);
    EXPECT_EQ(contentOf(town.toys.path), before);
    town.toys.reopen();
    EXPECT_EQ(town.toys.saved(town.second), town.second);
}

TEST(Restore, worksOverADamagedStoreAndKeepsItsBytes) {
    Town town;
    town.toys.store.reset();
    const QByteArray garbage = QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x5A');
    for (const QByteArray& bytes : {garbage, QByteArray("hello"), QByteArray()}) {
        QFile file(town.toys.path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto kept = restoreBackup(town.backup, town.toys.path, town.toys.clock);
        ASSERT_TRUE(ok(kept));
        EXPECT_EQ(contentOf(*kept), bytes);
        town.toys.reopen();
        EXPECT_EQ(town.toys.saved(town.first), town.first);
        EXPECT_EQ(town.toys.problems(), QStringList());
        town.toys.store.reset();
    }
}

TEST(Restore, keepsTheLogOfADamagedStoreWithIt) {
    Town town;
    town.toys.store.reset();
    QFile file(town.toys.path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no database");
    file.close();
    QFile log(town.toys.path + u"-wal"_s);
    ASSERT_TRUE(log.open(QIODevice::WriteOnly));
    log.write("the last day's work");
    log.close();
    const auto kept = restoreBackup(town.backup, town.toys.path, town.toys.clock);
    ASSERT_TRUE(ok(kept));
    EXPECT_EQ(contentOf(*kept + u"-wal"_s), QByteArray("the last day's work"));
    EXPECT_FALSE(QFile::exists(town.toys.path + u"-wal"_s));
    town.toys.reopen();
    EXPECT_EQ(town.toys.problems(), QStringList());
}

TEST(Restore, keepsWhatACrashLeftInTheLog) {
    Town town;
    // As after a crash: the file and its log, copied while the store was open.
    const QString crashed = town.toys.folder.path(u"断电.baolei"_s);
    ASSERT_TRUE(QFile::copy(town.toys.path, crashed));
    ASSERT_TRUE(QFile::copy(town.toys.path + u"-wal"_s, crashed + u"-wal"_s));
    const auto kept = restoreBackup(town.backup, crashed, town.toys.clock);
    ASSERT_TRUE(ok(kept));
    EXPECT_EQ(Reader::open(*kept)->find(town.second.id).value(), town.second);
    const auto store = Store::open(crashed, {.clock = &town.toys.clock});
    ASSERT_TRUE(ok(store));
    EXPECT_EQ((*store)->reader().find(town.second.id).value(), std::nullopt);
    EXPECT_EQ(verifyStore((*store)->reader()).value().problems, QStringList());
}

TEST(Restore, aCrashedStoreOpensWithAllThatWasSaved) {
    Town town;
    const QString crashed = town.toys.folder.path(u"断电.baolei"_s);
    ASSERT_TRUE(QFile::copy(town.toys.path, crashed));
    ASSERT_TRUE(QFile::copy(town.toys.path + u"-wal"_s, crashed + u"-wal"_s));
    const auto store = Store::open(crashed, {.clock = &town.toys.clock});
    ASSERT_TRUE(ok(store));
    EXPECT_EQ((*store)->reader().find(town.second.id).value(), town.second);
    EXPECT_EQ(verifyStore((*store)->reader()).value().problems, QStringList());
}

TEST(Restore, toAPlaceWhereNothingStood) {
    Town town;
    const QString fresh = town.toys.folder.path(u"新电脑.baolei"_s);
    const auto kept = restoreBackup(town.backup, fresh, town.toys.clock);
    ASSERT_TRUE(ok(kept));
    EXPECT_TRUE(kept->isEmpty());
    const auto store = Store::open(fresh, {.clock = &town.toys.clock});
    ASSERT_TRUE(ok(store));
    EXPECT_EQ((*store)->reader().find(town.first.id).value(), town.first);
}

TEST(Restore, twiceInOneSecondKeepsBothFormerFiles) {
    Town town;
    town.toys.store.reset();
    const QString first = restoreBackup(town.backup, town.toys.path, town.toys.clock).value();
    const QString second = restoreBackup(town.backup, town.toys.path, town.toys.clock).value();
    EXPECT_NE(first, second);
    EXPECT_TRUE(ok(checkBackup(first)));
    EXPECT_EQ(Reader::open(first)->find(town.second.id).value(), town.second);
}

TEST(Restore, theNextAutomaticBackupIsMadeOfTheRestoredStore) {
    Town town;
    ASSERT_TRUE(ok(backUpAutomatically(town.toys.path, town.toys.clock)));
    town.toys.store.reset();
    town.toys.clock.advanceSeconds(60);
    ASSERT_TRUE(ok(restoreBackup(town.backup, town.toys.path, town.toys.clock)));
    town.toys.clock.advanceSeconds(60);
    const auto made = backUpAutomatically(town.toys.path, town.toys.clock);
    ASSERT_TRUE(ok(made));
    EXPECT_EQ(Reader::open(*made)->find(town.second.id).value(), std::nullopt);
}
