#pragma once
// The whole program with an empty store open in its window.

#include "app/pages.h"
#include "tests/ui/support.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QTextStream>

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

/// A roster of that many members, forty in a branch, none of whom is in a store yet.
inline void writeRoster(const QString& path, int rows) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    QTextStream text(&file);
    text << QStringLiteral("姓名,性别,出生日期,人员类别,所在党支部,入党日期\n");
    const QString line = QStringLiteral("王%1,男,1970-01-01,正式党员,新%2村党支部,2001-07-01\n");
    for (int i = 0; i < rows; ++i)
        text << line.arg(i).arg(i / 40);
}

} // namespace baolei
