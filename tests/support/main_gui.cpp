#include "core/base/regular_expressions.h"

#include <QApplication>
#include <gtest/gtest.h>

int main(int argc, char** argv) {
    baolei::matchWithoutCompiling();
#ifndef Q_OS_WIN // where only the display's own plugin has fonts
    // A window test needs no display; set the variable to look at it on a real one.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    const QApplication app(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
