#pragma once
// One line of the sidebar, drawn by itself: icon, title, count.

#include <QAbstractButton>

namespace baolei {

class SideEntry final : public QAbstractButton {
    Q_OBJECT
public:
    SideEntry(const QString& title, const QIcon& picture, QWidget* parent);
    void setWaiting(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_waiting = 0;
};

} // namespace baolei
