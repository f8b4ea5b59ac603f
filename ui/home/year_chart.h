#pragma once
// Twelve bars: what each month asked for, and how much of it is on record. The arrows and the mouse
// choose a month, a sentence says it in words, Enter or a click makes it the period of the window.

#include "ui/home/home_answer.h"

#include <QWidget>

namespace baolei {

class YearChart final : public QWidget {
    Q_OBJECT
public:
    explicit YearChart(QWidget* parent = nullptr);
    /// `today` tells which months are still to come; `shown` is the month of the window, or 0.
    void setYear(const std::array<MonthDuties, 12>& months, int year, QDate today, int shown);
    int year() const { return m_year; }
    int month() const { return m_month; } ///< the one that is spoken of, from 1
    /// 9月应办 46 项：已记录 40，没有记录 6。
    QString sentence() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void monthChanged(int month);
    void monthChosen(int month); ///< to be looked at by the whole window

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRect plot() const;
    QRect slot(int month) const; ///< the whole column of a month
    int monthAt(QPoint point) const; ///< 0: none
    void setMonth(int month);
    void drawScale(QPainter& painter) const;
    void drawMonth(QPainter& painter, int month) const;
    void drawKey(QPainter& painter) const;
    void describe();

    std::array<MonthDuties, 12> m_months;
    int m_year = 0;
    int m_most = 2; ///< top of the scale
    QDate m_today;
    int m_shown = 0;
    int m_month = 1;
};

} // namespace baolei
