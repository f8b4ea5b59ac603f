#pragma once
// Tests of widgets: preferences of their own, and a wait for what happens on another thread.

#include "tests/support/town.h"
#include "ui/base/page.h"
#include "ui/base/theme.h"
#include "ui/base/ui_settings.h"

#include <QApplication>
#include <QTest>

namespace baolei {

/// Preferences in a folder that goes with the test; normal type, light shade.
class OwnSettings {
public:
    OwnSettings() {
        useUiSettingsFile(m_folder.path(QStringLiteral("baolei.ini")));
        startTheme(*qApp);
        setLargeType(false);
        setDark(false);
    }
    ~OwnSettings() { useUiSettingsFile({}); }
    OwnSettings(const OwnSettings&) = delete;
    OwnSettings& operator=(const OwnSettings&) = delete;

private:
    TempFolder m_folder;
};

/// The town with what a page is given.
struct PageTown : Town {
    OwnSettings settings;
    Scope scope{Period::ofMonth(2026, 11)};
    Navigator navigator;
    PageContext context() { return {*store, scope, navigator}; }
};

/// Turns the event loop until `isTrue`; a minute at most, so that a slow machine fails nothing.
template <typename F> testing::AssertionResult eventually(F isTrue) {
    if (QTest::qWaitFor(isTrue, 60000)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "did not happen within a minute";
}

template <typename W> W* child(QWidget* in, const char* name) {
    auto* found = in->findChild<W*>(QString::fromLatin1(name));
    EXPECT_TRUE(found) << name;
    return found;
}

} // namespace baolei
