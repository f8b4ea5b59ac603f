#pragma once
// One line about somebody who was not simply there: mark, reason, day of making up.

#include "core/activities/attendance.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace baolei {

class DateField;

class AttendeeRow final : public QWidget {
    Q_OBJECT
public:
    AttendeeRow(const Attendee& attendee, const QString& name, QDate day, QWidget* parent);
    /// As it stands in the fields.
    Attendee attendee() const;
    QLineEdit* reasonField() const { return m_reason; }
    /// A day of making up that cannot be read; empty: nothing is wrong.
    QString problem() const;

signals:
    void edited();
    void removed(); ///< was there after all
    void left(); ///< Enter in the last field

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMadeUp();

    Attendee m_attendee;
    QString m_name;
    QComboBox* m_mark;
    QLineEdit* m_reason;
    DateField* m_madeUpOn;
};

} // namespace baolei
