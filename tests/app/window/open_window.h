#pragma once
// The whole program with an empty store open in its window.

#include "app/pages.h"
#include "tests/ui/support.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

namespace baolei {

struct OpenWindow {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    OwnSettings settings;
    std::unique_ptr<MainWindow> window;

    OpenWindow() {
        StoreOptions options;
        options.clock = &clock;
        const QString path = folder.path(QStringLiteral("示范镇.baolei"));
        EXPECT_TRUE(ok(Store::create(path, QStringLiteral("示范镇"), options)));
        window = std::make_unique<MainWindow>(windowParts(), clock);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        window->start(path);
        EXPECT_TRUE(eventually([&] { return window->desk() && window->isActiveWindow(); }));
    }
    const Reader& reader() const { return window->store()->reader(); }
    Desk& desk() const { return *window->desk(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const {
        window->activateWindow(); // a dialog has just gone
        EXPECT_TRUE(eventually([&] { return window->isActiveWindow(); }));
        QTest::keyClick(window.get(), Qt::Key(key), modifiers);
        QApplication::processEvents();
    }
    qint64 count(const QByteArray& view) const {
        return reader().integer("SELECT count(*) FROM " + view).value_or(-1);
    }
};

} // namespace baolei
