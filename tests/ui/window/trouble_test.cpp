#include "core/store/backup.h"
#include "core/store/setting.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/read_only_folder.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct AtWork {
    OwnSettings settings;
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    QString path = folder.path(u"示范镇.baolei"_s);
    MainWindow window{WindowParts(), clock};
    bool hasFailed = false;

    AtWork() {
        EXPECT_TRUE(ok(Store::create(path, u"示范镇"_s, {&clock, u"李"_s})));
        QObject::connect(&window, &MainWindow::openFailed, &window, [this] { hasFailed = true; });
        window.show();
    }
    void open() {
        window.start(path);
        ASSERT_TRUE(eventually([&] { return window.store() != nullptr; }));
    }
    QWidget* bar() { return child<QWidget>(&window, "noticeBar"); }
    QString notice() { return child<QLabel>(&window, "notice")->text(); }
    QPushButton* button(const char* name) { return child<QPushButton>(&window, name); }
};
}

TEST(Trouble, saysNothingOnAGoodDay) {
    AtWork work;
    work.open();
    EXPECT_FALSE(work.bar()->isVisible());
}

TEST(Trouble, aStickThatIsPulledOutIsToldOfAndTakenUpAgain) {
    FaultVfs disk;
    AtWork work;
    work.open();
    ASSERT_TRUE(eventually(
        [&] { return !backupsIn(backupFolderOf(work.path)).isEmpty(); })); // made in the background
    disk.failAt(1, FaultVfs::Kind::Io, FaultVfs::Lasting::FromThenOn);
    EXPECT_FALSE(changeSetting(*work.window.store(), u"甲"_s, u"1"_s));
    ASSERT_TRUE(work.bar()->isVisible());
    EXPECT_TRUE(work.notice().contains(u"读写"_s)) << work.notice().toStdString();
    EXPECT_TRUE(work.notice().contains(u"都在"_s));
    {
        ask::Script script; // it is not back yet: said, and the strip stays
        work.button("noticeAct")->click();
        EXPECT_EQ(script.shown().size(), 1);
    }
    EXPECT_TRUE(work.bar()->isVisible());
    disk.heal();
    work.button("noticeAct")->click();
    EXPECT_FALSE(work.bar()->isVisible());
    EXPECT_TRUE(ok(changeSetting(*work.window.store(), u"甲"_s, u"2"_s)));
    EXPECT_EQ(settingOf(work.window.store()->reader(), u"甲"_s).value(), u"2"_s);
    EXPECT_TRUE(work.window.closeStore());
}

TEST(Trouble, undoingWithoutTheStickPutsTheStripUpAsSavingDoes) {
    FaultVfs disk;
    AtWork work;
    work.open();
    ASSERT_TRUE(eventually([&] { return !backupsIn(backupFolderOf(work.path)).isEmpty(); }));
    ASSERT_TRUE(ok(changeSetting(*work.window.store(), u"甲"_s, u"1"_s)));
    disk.failAt(1, FaultVfs::Kind::Io, FaultVfs::Lasting::FromThenOn);
    ask::Script script;
    work.window.desk()->undo();
    EXPECT_TRUE(eventually([&] { return !script.shown().isEmpty(); }));
    EXPECT_TRUE(work.bar()->isVisible());
    EXPECT_TRUE(work.notice().contains(u"U盘"_s)) << work.notice().toStdString();
    disk.heal();
    EXPECT_TRUE(work.window.closeStore());
}

TEST(Trouble, aFullDiskIsToldOfAndTheNextSaveTakesTheStripAway) {
    FaultVfs disk;
    AtWork work;
    work.open();
    ASSERT_TRUE(eventually([&] { return !backupsIn(backupFolderOf(work.path)).isEmpty(); }));
    disk.failAt(1, FaultVfs::Kind::Full, FaultVfs::Lasting::FromThenOn);
    EXPECT_FALSE(changeSetting(*work.window.store(), u"甲"_s, u"1"_s));
    EXPECT_TRUE(work.bar()->isVisible());
    EXPECT_TRUE(work.notice().contains(u"磁盘已满"_s)) << work.notice().toStdString();
    disk.heal();
    EXPECT_TRUE(ok(changeSetting(*work.window.store(), u"甲"_s, u"2"_s)));
    EXPECT_TRUE(eventually([&] { return !work.bar()->isVisible(); }));
    EXPECT_TRUE(work.window.closeStore());
}

TEST(Trouble, aClockThatIsBehindIsToldOfOnce) {
    AtWork work;
    work.clock.set(QDate(2016, 11, 20));
    work.open();
    ASSERT_TRUE(work.bar()->isVisible());
    EXPECT_TRUE(work.notice().contains(u"电脑日期"_s));
    EXPECT_FALSE(work.button("noticeAct")->isVisible());
    work.button("noticeClose")->click();
    EXPECT_FALSE(work.bar()->isVisible());
}

#ifndef Q_OS_WIN
TEST(Trouble, aStoreOnACdIsReadAndTheStripSaysWhatToDo) {
    AtWork work;
    const ReadOnlyFolder cd(work.folder.path());
    work.open();
    ASSERT_TRUE(work.bar()->isVisible());
    EXPECT_TRUE(work.notice().contains(u"复制到自己的电脑上"_s)) << work.notice().toStdString();
    EXPECT_FALSE(work.button("noticeAct")->isVisible());
    EXPECT_EQ(settingOf(work.window.store()->reader(), kTownName).value(), u"示范镇"_s);
    const auto saved = changeSetting(*work.window.store(), u"甲"_s, u"1"_s);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, ErrorCode::ReadOnly);
    EXPECT_EQ(child<QPushButton>(&work.window, "backupState")->text(), u"还没有备份"_s)
        << "it is not tried where it cannot be done";
    work.button("noticeClose")->click();
    EXPECT_TRUE(child<QLabel>(&work.window, "saved")->text().startsWith(u"只能查看"_s))
        << "still to be seen when the strip is gone";
    EXPECT_FALSE(work.button("undo")->isVisible());
    EXPECT_TRUE(work.window.closeStore());
}
#endif

TEST(Trouble, damageWhileOpenLeadsToTheLastGoodBackup) {
    AtWork work;
    ASSERT_TRUE(ok(backUp(work.path, backupFolderOf(work.path), work.clock)));
    work.open();
    work.window.desk()->navigator().failed({ErrorCode::Damaged, u"坏了"_s, {}, {}});
    ASSERT_TRUE(work.bar()->isVisible());
    ask::Script script;
    script.yes();
    const Store* before = work.window.store();
    work.button("noticeAct")->click();
    ASSERT_TRUE(eventually(
        [&] { return work.window.store() != nullptr && work.window.store() != before; }));
    ASSERT_EQ(script.shown().size(), 1);
    EXPECT_TRUE(script.shown().first().contains(u"2026-11-20"_s));
}

TEST(Trouble, theOfferOnTheStartScreenNamesTheDayOfTheBackup) {
    AtWork work;
    const QString good = backUp(work.path, backupFolderOf(work.path), work.clock).value();
    work.clock.advanceSeconds(86400);
    const QString bad = backUp(work.path, backupFolderOf(work.path), work.clock).value();
    for (const QString& each : {bad, work.path}) {
        QFile file(each);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
    }
    work.window.start(work.path);
    ASSERT_TRUE(eventually([&] { return work.hasFailed; }));
    ASSERT_TRUE(work.button("useBackup")->isVisible());
    EXPECT_TRUE(work.button("useBackup")->text().contains(u"2026年11月20日"_s));
    EXPECT_TRUE(child<QLabel>(&work.window, "failureOffer")->isVisible());
    ask::Script script;
    script.yes();
    work.button("useBackup")->click();
    ASSERT_TRUE(eventually([&] { return work.window.store() != nullptr; }));
    EXPECT_TRUE(QFile::exists(good));
}

} // namespace baolei
