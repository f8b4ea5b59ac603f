#include "ui/window/main_window.h"

#include "core/store/backup.h"
#include "core/store/setting.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/window/desk.h"

#include <QFile>
#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Started {
    OwnSettings settings;
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    MainWindow window{WindowParts(), clock};
    bool hasFailed = false;

    Started() {
        QObject::connect(&window, &MainWindow::openFailed, &window, [this] { hasFailed = true; });
        window.show();
    }
    QPushButton* button(const char* name) { return child<QPushButton>(&window, name); }
};

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}
}

TEST(StartScreen, isThereWhenNothingWasOpenedBefore) {
    Started started;
    started.window.start({});
    EXPECT_EQ(started.window.store(), nullptr);
    EXPECT_TRUE(started.button("openStore")->isVisible());
    EXPECT_FALSE(started.button("openLast")->isVisible());
    EXPECT_FALSE(started.button("openDemo")->isVisible()); // no demo was plugged in
}

TEST(StartScreen, saysWhyAFileThatIsNoStoreWasNotOpened) {
    Started started;
    const QString path = started.folder.path(u"照片.baolei"_s);
    write(path, "this is no store at all, only a text of some length");
    started.window.start(path);
    ASSERT_TRUE(eventually([&] { return started.hasFailed; }));
    EXPECT_TRUE(child<QLabel>(&started.window, "failureWhat")->isVisible());
    EXPECT_FALSE(child<QLabel>(&started.window, "failureWhat")->text().isEmpty());
    EXPECT_FALSE(child<QLabel>(&started.window, "failureNext")->text().isEmpty());
    EXPECT_FALSE(started.button("useBackup")->isVisible());
    EXPECT_EQ(contentOf(path).first(4), "this");
}

TEST(StartScreen, offersTheLatestBackupOfADamagedFile) {
    Started started;
    const QString path = started.folder.path(u"示范镇.baolei"_s);
    {
        const auto store = Store::create(path, u"示范镇"_s, {&started.clock, u"李"_s});
        ASSERT_TRUE(ok(store));
    }
    ASSERT_TRUE(ok(backUp(path, backupFolderOf(path), started.clock)));
    write(path, QByteArray(5000, 'x'));
    started.window.start(path);
    ASSERT_TRUE(eventually([&] { return started.hasFailed; }));
    ASSERT_TRUE(started.button("useBackup")->isVisible());
    ask::Script script;
    script.yes();
    started.button("useBackup")->click();
    ASSERT_TRUE(eventually([&] { return started.window.store() != nullptr; }));
    EXPECT_EQ(settingOf(started.window.store()->reader(), kTownName).value_or(QString()),
              u"示范镇"_s);
}

TEST(StartScreen, offersNoBackupWhereAnotherCopyHoldsTheFile) {
    Started started;
    const QString path = started.folder.path(u"示范镇.baolei"_s);
    const auto other = Store::create(path, u"示范镇"_s, {&started.clock, u"李"_s});
    ASSERT_TRUE(ok(other));
    ASSERT_TRUE(ok(backUp(path, backupFolderOf(path), started.clock)));
    started.window.start(path);
    ASSERT_TRUE(eventually([&] { return started.hasFailed; }));
    EXPECT_FALSE(started.button("useBackup")->isVisible());
    EXPECT_TRUE(started.button("tryAgain")->isVisible());
}

TEST(StartScreen, makesANewStore) {
    Started started;
    started.window.start({});
    ask::Script script;
    script.text(u" 新镇 "_s).text(started.folder.path(u"新镇"_s));
    started.button("createStore")->click();
    ASSERT_TRUE(eventually([&] { return started.window.store() != nullptr; }));
    EXPECT_EQ(started.window.store()->path(), started.folder.path(u"新镇.baolei"_s));
    EXPECT_EQ(started.window.windowTitle(), u"新镇 — 堡垒"_s);
}

TEST(StartScreen, changesNothingWhenCancelled) {
    Started started;
    started.window.start({});
    ask::Script script;
    script.text(u"新镇"_s).no();
    started.button("createStore")->click();
    script.no();
    started.button("openStore")->click();
    EXPECT_EQ(started.window.store(), nullptr);
    EXPECT_TRUE(script.allAnswered());
}

} // namespace baolei
