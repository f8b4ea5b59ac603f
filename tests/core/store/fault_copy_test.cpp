// A failing disk where the whole file is at stake: after a crash, migrating, backing up, restoring.

#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/verify.h"
#include "tests/core/store/faults.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace baolei {

class FaultsOfCopies : public Faults { };

INSTANTIATE_TEST_SUITE_P(Disk, FaultsOfCopies, everyFault(), faultName);

TEST_P(FaultsOfCopies, openingAfterACrash) {
    sweep({[](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(desk.save()));
               const QString crashed = desk.folder + u"/断电.baolei"_s;
               ASSERT_TRUE(QFile::copy(desk.path, crashed));
               ASSERT_TRUE(QFile::copy(desk.path + u"-wal"_s, crashed + u"-wal"_s));
               desk.store.reset();
               desk.path = crashed;
           },
           [](Desk& desk) { return desk.open(); }});
}

namespace {
void makeOldStore(Desk& desk) {
    desk.path = desk.folder + u"/旧镇.baolei"_s;
    const auto older = Connection::open(desk.path, Connection::Mode::Create);
    ASSERT_TRUE(ok(older));
    ASSERT_TRUE(ok(migrate(**older, 1)));
    ASSERT_TRUE(
        ok((*older)->execute("INSERT INTO store_info VALUES('store', x'01'), ('replica', x'02')")));
}

void expectMigratedWholeOrNotAtAll(Desk& desk) {
    const bool isOpen = desk.store != nullptr;
    desk.store.reset();
    if (!isOpen) {
        const auto half = Connection::open(desk.path, Connection::Mode::ReadWrite);
        ASSERT_TRUE(ok(half));
        const auto version = (*half)->integer("PRAGMA user_version");
        ASSERT_TRUE(ok(version));
        EXPECT_TRUE(*version == 1 || *version == newestSchema()) << *version;
    }
    ASSERT_TRUE(ok(desk.open()));
    EXPECT_EQ(desk.store->reader().integer("PRAGMA user_version").value(), newestSchema());
    EXPECT_EQ(verifyStore(desk.store->reader()).value().problems, QStringList());
    const auto copies = backupsIn(backupFolderOf(desk.path));
    EXPECT_FALSE(copies.isEmpty()) << "nothing is migrated without a copy";
    for (const BackupInfo& copy : copies) {
        EXPECT_TRUE(ok(checkBackup(copy.path)));
        EXPECT_EQ(copy.origin, u"升级前v1"_s);
    }
}
}

TEST_P(FaultsOfCopies, migrating) {
    sweep({makeOldStore, [](Desk& desk) { return desk.open(); }, expectMigratedWholeOrNotAtAll,
           false});
}

TEST_P(FaultsOfCopies, backingUp) {
    sweep({[](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(desk.save()));
           },
           [](Desk& desk) -> Result<void> {
               const QString folder = desk.folder + u"/优盘"_s;
               const auto made = backUp(desk.path, folder, desk.clock);
               const auto there = backupsIn(folder);
               EXPECT_EQ(there.size(), made ? 1 : 0) << "only whole copies bear the name of one";
               if (!made) return fail(made.error());
               return {};
           },
           [](Desk& desk) {
               for (const BackupInfo& made : backupsIn(desk.folder + u"/优盘"_s))
                   EXPECT_TRUE(ok(checkBackup(made.path)));
               EXPECT_TRUE(ok(backUp(desk.path, desk.folder + u"/另一个"_s, desk.clock)));
               expectSound(desk);
           }});
}

TEST_P(FaultsOfCopies, restoring) {
    QString former; // has what came after the backup
    sweep({[&](Desk& desk) {
               ASSERT_TRUE(ok(desk.open()));
               ASSERT_TRUE(ok(backUp(desk.path, desk.folder + u"/优盘"_s, desk.clock)));
               ASSERT_TRUE(ok(desk.save()));
               desk.store.reset();
               former.clear();
           },
           [&](Desk& desk) -> Result<void> {
               const QString backup = backupsIn(desk.folder + u"/优盘"_s).first().path;
               const auto kept = restoreBackup(backup, desk.path, desk.clock);
               if (!kept) return fail(kept.error());
               former = *kept;
               return {};
           },
           [&](Desk& desk) {
               if (!former.isEmpty()) {
                   const auto kept = Reader::open(former);
                   EXPECT_TRUE(ok(kept) && isThere(*kept, desk.saved.takeLast()));
               }
               expectSound(desk);
               desk.store.reset();
               const QString backup = backupsIn(desk.folder + u"/优盘"_s).first().path;
               EXPECT_TRUE(ok(restoreBackup(backup, desk.path, desk.clock)));
           }});
}

} // namespace baolei
