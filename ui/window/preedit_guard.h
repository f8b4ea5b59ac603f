#pragma once
// While an input method is composing, its letters are not shortcuts: they belong to the words.

#include <QObject>

namespace baolei {

class PreeditGuard final : public QObject {
    Q_OBJECT
public:
    /// Watches the whole application.
    explicit PreeditGuard(QObject* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isComposing = false;
};

} // namespace baolei
