#pragma once
// A year, a quarter or a month: what checks, sheets and handbooks are made for.

#include "core/base/result.h"

#include <QDate>
#include <QList>

namespace baolei {

struct Period {
    enum class Unit { Year, Quarter, Month };
    Unit unit = Unit::Year;
    int year = 0;
    int number = 0; ///< quarter 1–4, month 1–12; 0 for a year

    static Period ofYear(int year) { return {Unit::Year, year, 0}; }
    static Period ofQuarter(int year, int quarter) { return {Unit::Quarter, year, quarter}; }
    static Period ofMonth(int year, int month) { return {Unit::Month, year, month}; }
    /// The year, quarter or month that `day` falls in.
    static Period containing(QDate day, Unit unit);
    /// Reads 2026, 2026-Q3 and 2026-11; refuses anything else.
    static Result<Period> parse(const QString& text);

    QDate first() const;
    QDate last() const;
    bool contains(QDate day) const { return day >= first() && day <= last(); }
    /// The months, quarters or years inside; itself if `part` is its own unit, none if larger.
    QList<Period> split(Unit part) const;
    Period next() const;
    Period previous() const;
    QString text() const; ///< 2026, 2026-Q3, 2026-11
    QString chinese() const; ///< 2026年, 2026年第3季度, 2026年11月

    bool operator==(const Period&) const = default;
};

} // namespace baolei
