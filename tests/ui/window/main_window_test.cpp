#include "ui/window/main_window.h"

#include "core/store/backup.h"
#include "core/store/history.h"
#include "core/store/setting.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/window/desk.h"
#include "ui/window/preedit_guard.h"

#include <QLabel>
#include <QShortcut>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
class PlainPage final : public Page {
public:
    PlainPage(const PageContext& context, const QString& title)
        : Page(context, title) { }
    void show(const Target& target) override { shown = target; }
    bool mayLeave() override { return isFree; }
    Target shown;
    bool isFree = true;

protected:
    QSet<QByteArray> tables() const override { return {}; }
    void refresh() override { }
};

WindowParts parts() {
    WindowParts made;
    for (const QString& id : {u"home"_s, u"people"_s, u"settings"_s})
        made.pages.append({id, u"页 "_s + id, u"home"_s, [id](const PageContext& context) {
                               return new PlainPage(context, id);
                           }});
    made.pages[1].waiting = [](const PageContext& context) {
        return int(context.reader().integer("SELECT count(*) FROM live_person").value_or(0));
    };
    return made;
}

// A window on the town's file, which the town itself has let go.
struct OpenTown : Town {
    OwnSettings settings;
    QString path = store->path();
    MainWindow window{parts(), clock};

    OpenTown() {
        member(u"王强"_s, xidang.id);
        store.reset();
        window.show();
        window.activateWindow();
        window.start(path);
        EXPECT_TRUE(eventually([&] { return window.desk() != nullptr; }));
        EXPECT_TRUE(eventually([&] { return window.isActiveWindow(); }));
    }
    PlainPage& page() { return *static_cast<PlainPage*>(window.desk()->currentPage()); }
    qint64 people() {
        return window.store()->reader().integer("SELECT count(*) FROM live_person").value_or(-1);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&window, Qt::Key(key), modifiers);
        QApplication::processEvents();
    }
};
}

TEST(MainWindow, opensTheFileBacksItUpAndRemembersIt) {
    OpenTown town;
    EXPECT_EQ(town.window.windowTitle(), u"示范镇 — 堡垒"_s);
    EXPECT_EQ(uiSetting(u"lastStore"_s).toString(), town.path);
    EXPECT_TRUE(eventually([&] { return backupsIn(backupFolderOf(town.path)).size() == 1; }));
    EXPECT_TRUE(eventually([&] {
        return child<QPushButton>(&town.window, "backupState")->text().contains(u"已验证"_s);
    }));
}

TEST(MainWindow, undoesAndRedoesByKeyboard) {
    OpenTown town;
    auto* undo = child<QPushButton>(&town.window, "undo");
    EXPECT_TRUE(undo->text().endsWith(u"添加党员：王强"_s)) << undo->text().toStdString();
    town.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(town.people(), 0);
    EXPECT_TRUE(child<QLabel>(&town.window, "said")->text().contains(u"王强"_s));
    auto* redo = child<QPushButton>(&town.window, "redo");
    EXPECT_TRUE(redo->isVisible());
    town.press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(town.people(), 1);
    EXPECT_FALSE(redo->isVisible());
    EXPECT_TRUE(undo->text().endsWith(u"添加党员：王强"_s)) << undo->text().toStdString();
    town.press(Qt::Key_Z, Qt::ControlModifier);
    town.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(town.people(), 1);
}

TEST(MainWindow, namesEachStepOnALongWayBackAndForth) {
    OpenTown town;
    for (const QString& name : {u"李娜"_s, u"赵丽"_s}) {
        Person person;
        person.name = name;
        person.branchId = town.xidang.id;
        person.stage = u"full"_s;
        ASSERT_TRUE(ok(savePerson(*town.window.store(), person)));
    }
    for (int i = 0; i < 3; ++i)
        town.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(town.people(), 0);
    auto* redo = child<QPushButton>(&town.window, "redo");
    auto* undo = child<QPushButton>(&town.window, "undo");
    for (const QString& name : {u"王强"_s, u"李娜"_s, u"赵丽"_s}) {
        EXPECT_TRUE(redo->isVisible());
        EXPECT_TRUE(redo->text().endsWith(name)) << redo->text().toStdString();
        town.press(Qt::Key_Y, Qt::ControlModifier);
        EXPECT_TRUE(undo->text().endsWith(name)) << undo->text().toStdString();
        EXPECT_TRUE(child<QLabel>(&town.window, "said")->text().endsWith(name));
    }
    EXPECT_EQ(town.people(), 3);
    EXPECT_FALSE(redo->isVisible());
}

TEST(MainWindow, saysWhyNothingCanBeTakenBack) {
    OpenTown town;
    ask::Script script;
    for (int i = 0; i < 5; ++i)
        town.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(script.shown().isEmpty());
    EXPECT_FALSE(child<QPushButton>(&town.window, "undo")->isVisible());
}

TEST(MainWindow, walksThroughPagesByKeyboard) {
    OpenTown town;
    EXPECT_EQ(town.page().title(), u"home"_s);
    town.press(Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(town.page().title(), u"settings"_s);
    town.press(Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_EQ(town.page().title(), u"home"_s);
    EXPECT_TRUE(child<QAbstractButton>(&town.window, "side-home")->isChecked());
    town.page().isFree = false;
    town.press(Qt::Key_2, Qt::AltModifier);
    EXPECT_EQ(town.page().title(), u"home"_s); // an entry there is not saved
    EXPECT_TRUE(child<QAbstractButton>(&town.window, "side-home")->isChecked());
    town.page().isFree = true;
}

TEST(MainWindow, takesATargetToItsPage) {
    OpenTown town;
    const Target target{u"people"_s, u"person"_s, {town.xidang.id.value}};
    town.window.desk()->navigator().open(target);
    EXPECT_EQ(town.page().title(), u"people"_s);
    EXPECT_EQ(town.page().shown, target);
    EXPECT_FALSE(town.window.desk()->open({u"nowhere"_s}));
}

TEST(MainWindow, countsWhatWaitsInTheSidebar) {
    OpenTown town;
    auto* entry = child<QAbstractButton>(&town.window, "side-people");
    EXPECT_TRUE(entry->accessibleDescription().contains(u'1'));
    town.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(entry->accessibleDescription().isEmpty());
}

TEST(MainWindow, changesTheTypeByKeyboard) {
    OpenTown town;
    const int sideWidth = child<QWidget>(&town.window, "sideBar")->width();
    town.press(Qt::Key_Plus, Qt::ControlModifier);
    EXPECT_TRUE(isLargeType());
    EXPECT_GT(child<QWidget>(&town.window, "sideBar")->width(), sideWidth * 12 / 10);
    EXPECT_NEAR(child<QLabel>(&town.window, "saved")->font().pointSizeF(), 10.5 * 1.35, 0.01);
    town.press(Qt::Key_Minus, Qt::ControlModifier);
    EXPECT_FALSE(isLargeType());
}

TEST(MainWindow, restoresABackupAndKeepsWhatWasThere) {
    OpenTown town;
    ASSERT_TRUE(eventually([&] { return backupsIn(backupFolderOf(town.path)).size() == 1; }));
    const QString backup = backupsIn(backupFolderOf(town.path)).first().path;
    town.press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_EQ(town.people(), 0);
    ask::Script script;
    script.no();
    town.window.desk()->navigator().restore(backup);
    QApplication::processEvents();
    EXPECT_EQ(town.people(), 0);
    script.yes();
    bool isOpened = false;
    QObject::connect(&town.window, &MainWindow::opened, &town.window, [&] { isOpened = true; });
    town.window.desk()->navigator().restore(backup);
    ASSERT_TRUE(eventually([&] { return isOpened; }));
    EXPECT_EQ(town.people(), 1);
    EXPECT_TRUE(script.allAnswered());
    bool isKept = false;
    for (const BackupInfo& each : backupsIn(backupFolderOf(town.path)))
        isKept = isKept || each.path.contains(u"恢复前"_s);
    EXPECT_TRUE(isKept);
}

TEST(PreeditGuard, keepsShortcutsFromWordsThatAreBeingTyped) {
    OpenTown town;
    const PreeditGuard guard(nullptr);
    auto* find = child<QLineEdit>(&town.window, "find");
    find->setFocus();
    QInputMethodEvent composing(u"zhang"_s, {});
    QApplication::sendEvent(find, &composing);
    QTest::keyClick(find, Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(town.page().title(), u"home"_s);
    QInputMethodEvent done;
    done.setCommitString(u"张"_s);
    QApplication::sendEvent(find, &done);
    QTest::keyClick(find, Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(town.page().title(), u"settings"_s);
}

TEST(MainWindow, opensAgainAFileThatIsStillBeingPutInOrder) {
    OpenTown town;
    ASSERT_TRUE(town.window.closeStore());
    town.window.start(town.path);
    ASSERT_TRUE(eventually([&] { return town.window.desk() != nullptr; }));
    // Another window that was closed a moment ago: nobody is told that the file is in use.
    ASSERT_TRUE(town.window.closeStore());
    std::unique_ptr<Store> other;
    ASSERT_TRUE(eventually([&] {
        auto opened = Store::open(town.path, {&town.clock, u"李"_s});
        if (opened) other = std::move(*opened);
        return other != nullptr;
    }));
    bool hasFailed = false;
    QObject::connect(&town.window, &MainWindow::openFailed, &town.window,
                     [&] { hasFailed = true; });
    town.window.start(town.path);
    other.reset();
    ASSERT_TRUE(eventually([&] { return town.window.desk() != nullptr; }));
    EXPECT_FALSE(hasFailed);
}

TEST(MainWindow, offersWhatWasLeftUnfinishedUntilItsPageIsShown) {
    for (const bool isTakenUp : {true, false}) {
        Town town;
        const OwnSettings settings;
        const QString path = town.store->path();
        town.store.reset();
        WindowParts made = parts();
        made.pages[1].unfinished = [](const PageContext&) -> std::optional<Unfinished> {
            return Unfinished{u"上次没有写完"_s, u"接着写"_s, {u"people"_s, u"go-on"_s}};
        };
        MainWindow window{made, town.clock};
        window.show();
        window.start(path);
        ASSERT_TRUE(eventually([&] { return window.desk() != nullptr; }));
        auto* notice = child<QLabel>(&window, "notice");
        ASSERT_TRUE(notice->isVisible());
        EXPECT_EQ(notice->text(), u"上次没有写完"_s);
        if (isTakenUp)
            QTest::mouseClick(child<QPushButton>(&window, "noticeAct"), Qt::LeftButton);
        else
            window.desk()->showPage(1);
        EXPECT_FALSE(notice->isVisible());
        const auto* page = static_cast<PlainPage*>(window.desk()->currentPage());
        EXPECT_EQ(page->shown.action, isTakenUp ? u"go-on"_s : QString());
    }
}

} // namespace baolei
