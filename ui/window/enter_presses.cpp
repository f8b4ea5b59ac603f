#include "ui/window/enter_presses.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace baolei {

namespace {
bool isEnter(const QKeyEvent& key) {
    const auto modifiers = key.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        && modifiers == Qt::NoModifier && !key.isAutoRepeat();
}

// In a dialog Enter already has a meaning: the button in focus, or else the one that saves.
QAbstractButton* buttonWithoutEnter(QObject* watched) {
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (!button || qobject_cast<QDialog*>(button->window())) return nullptr;
    const bool isPlain = qobject_cast<QPushButton*>(button) || qobject_cast<QToolButton*>(button);
    return isPlain ? button : nullptr;
}
}

EnterPresses::EnterPresses(QObject* parent)
    : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool EnterPresses::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && isEnter(*static_cast<QKeyEvent*>(event))) {
        if (auto* button = buttonWithoutEnter(watched); button && button->isEnabled()) {
            button->click();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace baolei
