#include "core/store/interruption.h"

#include "core/store/backup.h"
#include "tests/core/store/toys.h"

#include <QDir>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// Minutes of work in one step.
const QByteArray kEndless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n"
                            " WHERE x < 5000000000) SELECT count(*) FROM n";
}

TEST(Interruption, breaksOffOneStepThatLasts) {
    ToyStore toys;
    Connection& connection = toys->reader().connection();
    std::atomic<int> asked = 0;
    {
        Interruption interruption(connection, [&] { return ++asked < 3; });
        const auto done = interruption.run([&] { return connection.integer(kEndless); });
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::Cancelled);
    }
    EXPECT_GE(asked, 3);
    EXPECT_TRUE(ok(connection.integer("SELECT count(*) FROM operation"))); // it goes on after it
}

TEST(Interruption, leavesAloneWhatNobodyStops) {
    ToyStore toys;
    Connection& connection = toys->reader().connection();
    Interruption patient(connection, [] { return true; });
    const auto ask = [&] { return connection.integer("SELECT 7"); };
    EXPECT_EQ(patient.run(ask).value(), 7);
    Interruption unasked(connection, {});
    EXPECT_EQ(unasked.run(ask).value(), 7);
}

TEST(Interruption, stopsTheCheckOfABackupAndTheSearchForOne) {
    ToyStore toys;
    const auto made = backUp(toys.path, backupFolderOf(toys.path), toys.clock);
    ASSERT_TRUE(ok(made));
    const BackupProgress no = [](int, int) { return false; };
    const auto checked = checkBackup(*made, no);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(lastGoodBackup(toys.path, no), std::nullopt);
    EXPECT_EQ(lastGoodBackup(toys.path)->path, *made);
}

} // namespace baolei
