#pragma once
// A strip above the pages for what concerns the whole store: the disk is gone, the file is damaged,
// the clock is wrong. Stays until it is answered; the pages can be used meanwhile.

#include "ui/base/theme.h"

#include <QFrame>
#include <functional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class NoticeBar final : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);
    /// A line to be read and put away.
    void tell(const QString& text);
    /// A line, and the verb that takes it up.
    void offer(const QString& text, const QString& verb, std::function<void()> action);
    /// A trouble and the one verb that helps.
    void warn(const QString& text, const QString& verb, std::function<void()> action);
    void clear();
    /// Hides what was only offered.
    void withdraw();

private:
    void put(const QString& text, Tone tone);
    void setAction(const QString& verb, std::function<void()> action);

    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_act;
    QPushButton* m_close;
    std::function<void()> m_action;
    bool m_isOffer = false;
};

} // namespace baolei
