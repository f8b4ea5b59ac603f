// What is stopped halfway leaves nothing half-done: the store and its history are as they were, and
// the same thing done again succeeds.

#include "core/people/roster_import.h"
#include "tests/app/window/stopped_town.h"
#include "ui/people/import_dialog.h"

#include <QLabel>

namespace baolei {

namespace {
constexpr int kRows = 3000;
const QByteArray kImported = "live_person WHERE name LIKE '王%' AND born_on = '1970-01-01'";

}

TEST(Stop, anImportLeavesTheStoreAsItWas) {
    StoppedTown town;
    const QString roster = town.file(u"花名册.csv"_s);
    writeRoster(roster, kRows);
    ImportDialog dialog(*town.open.window->store(), town.open.desk().navigator(),
                        town.open.window.get());
    dialog.QDialog::show();
    auto* next = child<QPushButton>(&dialog, "next");
    const auto goOn = [&] { next->click(); };
    const auto reaches = [&](ImportDialog::Step step) {
        return eventually([&] { return dialog.step() == step && !dialog.isBusy(); });
    };
    dialog.readFile(roster);
    ASSERT_TRUE(reaches(ImportDialog::Step::Columns));
    town.stopAt([](qint64 done, qint64) { return done > 0; }, goOn); // among the rows
    ASSERT_TRUE(reaches(ImportDialog::Step::Columns));
    goOn();
    ASSERT_TRUE(reaches(ImportDialog::Step::Branches));
    goOn();
    ASSERT_TRUE(reaches(ImportDialog::Step::Preview));
    const auto filesBefore = filesIn(town.backups());
    town.stopAt(atOnce, goOn); // in the backup that comes first
    EXPECT_EQ(filesIn(town.backups()), filesBefore);
    EXPECT_TRUE(town.isUntouched());
    for (const auto& at : {inTheMiddle, atTheEnd}) {
        ASSERT_TRUE(reaches(ImportDialog::Step::Preview));
        town.stopAt(at, goOn);
        EXPECT_TRUE(town.isUntouched());
    }
    ASSERT_TRUE(reaches(ImportDialog::Step::Preview));
    goOn();
    ASSERT_TRUE(reaches(ImportDialog::Step::Done));
    EXPECT_EQ(town.count(kImported), kRows);
}

TEST(Stop, aFileThatIsLookedIntoCanBeLeft) {
    StoppedTown town;
    ImportDialog dialog(*town.open.window->store(), town.open.desk().navigator(),
                        town.open.window.get());
    dialog.QDialog::show();
    const auto look = [&] {
        dialog.readFile(QStringLiteral(BAOLEI_SOURCE_DIR "/resources/samples/roster.xlsx"));
    };
    town.stopAt(atOnce, look);
    EXPECT_EQ(dialog.step(), ImportDialog::Step::File);
    EXPECT_FALSE(child<QLabel>(&dialog, "fileError")->isVisible());
    look();
    EXPECT_TRUE(eventually([&] { return dialog.step() == ImportDialog::Step::Columns; }));
}

TEST(Stop, takingBackAnImportLeavesItStanding) {
    StoppedTown town;
    const QString roster = town.file(u"花名册.csv"_s);
    writeRoster(roster, kRows);
    Store& store = *town.open.window->store();
    ImportOptions options;
    options.today = town.open.clock.today();
    const auto plan = planImport(roster, store.reader(), options);
    ASSERT_TRUE(ok(plan));
    const QByteArray empty = town.before;
    ASSERT_TRUE(ok(applyImport(store, *plan)));
    town.before = cellsOf(town.open.reader());
    for (const auto& at : {atOnce, inTheMiddle, atTheEnd}) {
        town.stopAt(at, [&] { town.open.press(Qt::Key_Z, Qt::ControlModifier); });
        EXPECT_TRUE(town.isUntouched());
    }
    town.open.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(town.isCalm());
    EXPECT_EQ(town.count(kImported), 0);
    town.before = cellsOf(town.open.reader());
    town.stopAt(inTheMiddle, [&] { town.open.press(Qt::Key_Y, Qt::ControlModifier); });
    EXPECT_TRUE(town.isUntouched());
    town.open.press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_TRUE(town.isCalm());
    EXPECT_EQ(town.count(kImported), kRows);
}

} // namespace baolei
