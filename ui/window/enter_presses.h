#pragma once
// Enter presses the button that has the focus, also outside dialogs, where Qt knows only the space
// bar: who works without a mouse does not see the difference between the two places.

#include <QObject>

namespace baolei {

class EnterPresses final : public QObject {
public:
    /// Watches the whole application.
    explicit EnterPresses(QObject* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace baolei
