#include "ui/window/enter_presses.h"

#include "tests/ui/support.h"

#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace baolei {

namespace {
int pressesBy(QAbstractButton& button, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QSignalSpy clicked(&button, &QAbstractButton::clicked);
    QTest::keyClick(&button, key, modifiers);
    return static_cast<int>(clicked.count());
}
}

TEST(EnterPresses, buttonsOfAnOrdinaryWindow) {
    QWidget window;
    QPushButton push(&window);
    QToolButton tool(&window);
    EXPECT_EQ(pressesBy(push, Qt::Key_Return), 0); // what Qt does by itself
    const EnterPresses enter(&window);
    EXPECT_EQ(pressesBy(push, Qt::Key_Return), 1);
    EXPECT_EQ(pressesBy(push, Qt::Key_Enter, Qt::KeypadModifier), 1);
    EXPECT_EQ(pressesBy(tool, Qt::Key_Return), 1);
}

TEST(EnterPresses, leavesDialogsModifiersAndDisabledButtonsAlone) {
    QWidget window;
    const EnterPresses enter(&window);
    QPushButton push(&window);
    EXPECT_EQ(pressesBy(push, Qt::Key_Return, Qt::ControlModifier), 0);
    push.setEnabled(false);
    EXPECT_EQ(pressesBy(push, Qt::Key_Return), 0);
    QDialog dialog;
    QPushButton plain(&dialog);
    plain.setAutoDefault(false);
    EXPECT_EQ(pressesBy(plain, Qt::Key_Return), 0);
}

} // namespace baolei
