#pragma once
// A quiet line below a page: how far a long reading is, and 停止. Nothing is seen of a short one.

#include "ui/base/background.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class PassBar final : public QWidget {
    Q_OBJECT
public:
    explicit PassBar(QWidget* parent = nullptr);

    /// Follows a reading from now on; `what`: 正在统计各支部.
    void follow(const QString& what, const std::shared_ptr<Progress>& progress);
    /// The reading has ended. `note`: what is still to be known of it; empty: nothing is seen.
    void end(const QString& note = {});
    /// It was stopped: offers to go on.
    void endStopped(const QString& note);

signals:
    void goOnWanted();

private:
    void look();

    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_button;
    QTimer m_tick;
    QString m_what;
    std::shared_ptr<Progress> m_progress; ///< null: nothing is read
    int m_ticks = 0;
};

} // namespace baolei
