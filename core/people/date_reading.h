#pragma once
// Dates as they stand in real files: 20010701, 2001.07, 2001年7月1日, 二〇〇一年七月, a number of
// days. Nothing is guessed: a year of two digits, or a month that may be 1 or 10, is refused.

#include "core/base/partial_date.h"

namespace baolei {

enum class DateFault {
    None,
    Missing, ///< nothing there, or a word for nothing
    Unreadable, ///< no date, or one that can be read in two ways
    TwoDigitYear, ///< 01.7.1: 1901 or 2001?
    Impossible, ///< such as 30 February
    OutOfRange, ///< a date, but not of 1900–2100; it is in `date` all the same
};

struct DateReading {
    PartialDate date;
    DateFault fault = DateFault::Missing;
};

/// Reads a cell of text.
DateReading readDate(QStringView cell);

/// Reads a cell that was a number in the sheet and had no date format: 20010701, 200107, 2001, or
/// days since 1900 (37073; with `from1904` the other epoch of workbooks).
DateReading readDateNumber(QStringView cell, bool from1904 = false);

/// What is wrong, for the person at the desk.
QString dateFaultText(DateFault fault);

} // namespace baolei
