#pragma once
// ‹ 2026年11月 ›: the period of the whole window. The button in the middle opens the year with its
// quarters and months.

#include "ui/base/scope.h"

#include <QFrame>
#include <QPushButton>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace baolei {

/// One year to choose from; arrows and PgUp/PgDn walk through it.
class PeriodPopup final : public QFrame {
    Q_OBJECT
public:
    explicit PeriodPopup(QWidget* parent);
    void showYear(int year, const Period& chosen, QDate today);

signals:
    void chosen(const baolei::Period& period);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPushButton* addPart(const Period& part, int row, int column, int span);
    void fill();

    int m_year = 0;
    QDate m_today;
    Period m_chosen;
    QLabel* m_title;
    QList<QPushButton*> m_parts; ///< the year, four quarters, twelve months
};

class PeriodChooser final : public QWidget {
    Q_OBJECT
public:
    PeriodChooser(Scope& scope, QDate today, QWidget* parent = nullptr);
    void openPopup();
    void goBack();
    void goOn();

private:
    void follow();

    Scope& m_scope;
    QDate m_today;
    QPushButton* m_button;
    PeriodPopup* m_popup;
};

} // namespace baolei
