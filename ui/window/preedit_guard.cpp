#include "ui/window/preedit_guard.h"

#include <QCoreApplication>
#include <QInputMethodEvent>

namespace baolei {

PreeditGuard::PreeditGuard(QObject* parent)
    : QObject(parent) {
    QCoreApplication::instance()->installEventFilter(this);
}

bool PreeditGuard::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::InputMethod:
        m_isComposing = !static_cast<QInputMethodEvent*>(event)->preeditString().isEmpty();
        break;
    case QEvent::FocusOut:
        m_isComposing = false;
        break;
    case QEvent::ShortcutOverride:
        // An accepted override goes to the field as an ordinary key, and no shortcut sees it.
        if (m_isComposing) {
            event->accept();
            return true;
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace baolei
