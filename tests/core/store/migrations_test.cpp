#include "core/store/migrations.h"

#include "core/store/backup.h"
#include "core/store/verify.h"
#include "tests/core/store/toys.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
// A store as an older program left it: `version` migrations, one setting, one operation.
QString olderStore(const TempFolder& folder, int version) {
    const QString path = folder.path(u"旧镇.baolei"_s);
    const auto connection = Connection::open(path, Connection::Mode::Create);
    EXPECT_TRUE(ok(connection));
    EXPECT_TRUE(ok(migrate(**connection, version)));
    EXPECT_TRUE(ok((*connection)
                       ->execute("INSERT INTO store_info VALUES('store', zeroblob(16)),"
                                 " ('replica', x'0102030405060708090a0b0c0d0e0f10')")));
    return path;
}
}

TEST(Migrations, everyOlderVersionIsCopiedAndBroughtUpToDate) {
    for (int version = 1; version < newestSchema(); ++version) {
        const TempFolder folder;
        const FixedClock clock(QDate(2026, 11, 23));
        const QString path = olderStore(folder, version);
        const auto store = Store::open(path, {.clock = &clock});
        ASSERT_TRUE(ok(store));
        EXPECT_EQ((*store)->reader().integer("PRAGMA user_version").value(), newestSchema());
        const QString copy = (*store)->copyBeforeMigration();
        ASSERT_TRUE(QFile::exists(copy));
        EXPECT_TRUE(copy.contains(u"升级前v%1"_s.arg(version)));
        const auto old = Connection::open(copy, Connection::Mode::ReadOnly);
        ASSERT_TRUE(ok(old));
        EXPECT_EQ((*old)->integer("PRAGMA user_version").value(), version);
        EXPECT_TRUE(ok(checkBackup(copy)));
        EXPECT_EQ(verifyStore((*store)->reader()).value().problems, QStringList());
    }
}

TEST(Migrations, canBeStoppedAndLeavesTheFileAsItWas) {
    for (const int report : {1, 2, 3}) { // copied, the copy checked, brought up to date
        const TempFolder folder;
        const FixedClock clock(QDate(2026, 11, 23));
        const QString path = olderStore(folder, 1);
        int seen = 0;
        const auto stopped
            = Store::open(path, {.clock = &clock}, [&](qint64, qint64) { return ++seen < report; });
        ASSERT_FALSE(stopped) << report;
        EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
        const auto old = Connection::open(path, Connection::Mode::ReadOnly);
        EXPECT_EQ((*old)->integer("PRAGMA user_version").value(), 1);
        EXPECT_TRUE(ok(Store::open(path, {.clock = &clock}))) << report;
    }
}

TEST(Migrations, aStepThatFailsLeavesTheFileAsItWas) {
    if (newestSchema() < 2) GTEST_SKIP();
    const TempFolder folder;
    const QString path = olderStore(folder, 1);
    // A table of that name is in the way of the second step.
    tamper(path, "CREATE TABLE movement(other)");
    const auto store = Store::open(path);
    ASSERT_FALSE(store);
    const auto connection = Connection::open(path, Connection::Mode::ReadOnly);
    EXPECT_EQ((*connection)->integer("PRAGMA user_version").value(), 1);
    EXPECT_EQ((*connection)
                  ->integer("SELECT count(*) FROM sqlite_master WHERE name = 'organisation'")
                  .value(),
              0);
    EXPECT_EQ((*connection)->integer("SELECT count(*) FROM store_info").value(), 2);
    // The file can be used again at once: no lock, no open transaction.
    EXPECT_FALSE(QFile::exists(path + u".lock"_s));
}

TEST(Migrations, theFilesAreNumberedWithoutGaps) {
    const QStringList files
        = QDir(u":/migrations"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    ASSERT_EQ(files.size(), newestSchema());
    for (qsizetype i = 0; i < files.size(); ++i)
        EXPECT_EQ(files[i].left(4).toInt(), i + 1) << files[i].toStdString();
}

TEST(Migrations, aColumnAddedLaterLeavesTheHistoryTrue) {
    ToyStore toys;
    Club club = toys.save(toys.club(u"东风"_s));
    club.position = 3;
    toys.save(club);
    toys.store.reset();
    tamper(toys.path,
           "ALTER TABLE club ADD COLUMN colour TEXT NOT NULL DEFAULT '';"
           "ALTER TABLE club ADD COLUMN closed_on TEXT;"
           "ALTER TABLE club ADD COLUMN seats INTEGER NOT NULL DEFAULT 0;");
    toys.reopen();
    EXPECT_EQ(toys.problems(), QStringList());
    EXPECT_TRUE(ok(toys->undo()));
    EXPECT_EQ(toys.problems(), QStringList());
}
