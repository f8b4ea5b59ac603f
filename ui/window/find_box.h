#pragma once
// The find box in the top bar (Ctrl+K): answers while one types, from wherever the program wires
// it.

#include "ui/base/navigator.h"

#include <QLineEdit>
#include <QTimer>
#include <functional>

QT_BEGIN_NAMESPACE
class QListWidget;
QT_END_NAMESPACE

namespace baolei {

/// Best hits first, a few dozen at most, within 50 ms.
using FindFunction = std::function<QList<FindHit>(const QString&)>;

class FindBox final : public QLineEdit {
    Q_OBJECT
public:
    FindBox(Navigator& navigator, FindFunction find, QWidget* parent = nullptr);
    void begin(); ///< takes the focus with everything selected

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void search();
    void place();
    void openHit(int row);

    Navigator& m_navigator;
    FindFunction m_find;
    QListWidget* m_list;
    QList<FindHit> m_hits;
    QTimer m_wait;
};

} // namespace baolei
