#pragma once
// What stands where there is nothing yet: one sentence, and the one thing to do about it.

#include <QPushButton>
#include <QWidget>
#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace baolei {

class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    /// `action` empty: no button. 还没有党员。| 导入花名册 →
    void set(const QString& sentence, const QString& action = {},
             const std::function<void()>& onAction = {});

private:
    QLabel* m_sentence;
    QPushButton* m_button;
    std::function<void()> m_onAction;
};

} // namespace baolei
