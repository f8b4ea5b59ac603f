#include "core/store/storage.h"

#include "core/store/backup.h"
#include "core/store/verify.h"
#include "tests/core/store/toys.h"

#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(Storage, knowsTheDiskByTheNameOfItsFileSystem) {
    const auto expectAll = [](StorageKind kind, const QList<QByteArray>& types) {
        for (const QByteArray& type : types)
            EXPECT_EQ(storageKindOf(type), kind) << type.toStdString();
    };
    expectAll(StorageKind::FixedDisk,
              {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "ntfs3", "NTFS", "ReFS", "apfs", "f2fs",
               "zfs"});
    expectAll(StorageKind::Stick,
              {"vfat", "msdos", "exfat", "exFAT", "FAT", "FAT32", "fuseblk", "fuse", ""});
    expectAll(StorageKind::NetworkFolder,
              {"nfs", "nfs4", "cifs", "smb3", "smb2", "smbfs", "9p", "afs", "davfs", "fuse.sshfs",
               "fuse.gvfsd-fuse", "fuse.rclone", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse", "ceph"});
}

TEST(Storage, writesAheadOnFixedDisksOnly) {
    EXPECT_STREQ(storagePlan(StorageKind::FixedDisk).journalMode, "WAL");
    EXPECT_STREQ(storagePlan(StorageKind::FixedDisk).synchronous, "FULL");
    for (const StorageKind kind : {StorageKind::Stick, StorageKind::NetworkFolder}) {
        EXPECT_STREQ(storagePlan(kind).journalMode, "DELETE");
        EXPECT_STREQ(storagePlan(kind).synchronous, "EXTRA");
        EXPECT_EQ(storagePlan(kind).kind, kind);
    }
}

TEST(Storage, knowsANetworkFolderByItsPath) {
    EXPECT_EQ(storagePlanAt(u"//server/share/镇.baolei"_s).kind, StorageKind::NetworkFolder);
    EXPECT_EQ(storagePlanAt(u"\\\\server\\share\\镇.baolei"_s).kind, StorageKind::NetworkFolder);
}

TEST(Storage, aFixedDiskSaysNothing) {
    const ToyStore toys;
    EXPECT_EQ(toys->notices(), QStringList());
}

TEST(Storage, aStoreInANetworkFolderIsBestKeptOnThisComputer) {
    const TempFolder folder;
    const QString path = networkPath(folder.path(u"镇.baolei"_s));
    if (path.isEmpty()) GTEST_SKIP() << "there is no server";
    const ToyStore toys(path);
    ASSERT_EQ(toys->notices().size(), 1);
    EXPECT_TRUE(toys->notices().first().contains(u"网络文件夹"_s));
}

TEST(Storage, aStoreOfAFixedDiskLosesItsLogOnTheWayToANetworkFolder) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    // As after a crash: the log holds what the file does not.
    const TempFolder share;
    const QString moved = share.path(u"镇.baolei"_s);
    if (networkPath(moved).isEmpty()) GTEST_SKIP() << "there is no server";
    ASSERT_TRUE(QFile::copy(toys.path, moved));
    ASSERT_TRUE(QFile::copy(toys.path + u"-wal"_s, moved + u"-wal"_s));
    {
        const auto store = Store::open(networkPath(moved), {.clock = &toys.clock});
        ASSERT_TRUE(ok(store));
        EXPECT_EQ((*store)->reader().find(club.id).value(), club);
        EXPECT_FALSE(QFile::exists(moved + u"-wal"_s));
        EXPECT_FALSE(QFile::exists(moved + u"-shm"_s));
    }
    // And gets it back on a fixed disk.
    const auto store = Store::open(moved, {.clock = &toys.clock});
    ASSERT_TRUE(ok(store));
    EXPECT_EQ((*store)->reader().find(club.id).value(), club);
    EXPECT_TRUE(QFile::exists(moved + u"-wal"_s));
    EXPECT_EQ(verifyStore((*store)->reader()).value().problems, QStringList());
}

TEST(Storage, aNetworkFolderThatDoesNotLockIsNamedAsTheReason) {
    const TempFolder share;
    const QString path = networkPath(share.path(u"镇.baolei"_s));
    if (path.isEmpty()) GTEST_SKIP() << "there is no server";
    ToyStore toys(path);
    const auto other = Connection::open(path, Connection::Mode::ReadWrite);
    ASSERT_TRUE(ok((*other)->execute("BEGIN EXCLUSIVE")));
    const auto saved
        = toys->run({kDraw, {u"晚"_s}}, [&](Session& s) { return s.put(toys.club(u"晚"_s)); });
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::Locked);
    EXPECT_TRUE(saved.error().next.contains(u"自己的电脑"_s)) << saved.error().text().toStdString();
    EXPECT_FALSE(saved.error().kept.isEmpty());
    // A copy is made there all the same: nobody else knows of it.
    ASSERT_TRUE(ok((*other)->execute("COMMIT")));
    EXPECT_TRUE(ok(backUp(path, networkPath(share.path(u"备份"_s)), toys.clock)));
}
