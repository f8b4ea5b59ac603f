#pragma once
// What a writer puts into a cell. Text stays text: it never becomes a formula, a number or a date,
// whatever it looks like.

#include <QDate>
#include <QString>
#include <variant>

namespace baolei {

/// Nothing, text, a whole number, a day.
using CellValue = std::variant<std::monostate, QString, qint64, QDate>;

/// The value as a person reads it: dates as 2001-07-09.
QString textOf(const CellValue& value);

/// True for digits that spreadsheets would spoil if they took them for a number: 13742180967123
/// (more than 11 digits) and 0571 (a zero in front).
bool isFragileNumber(QStringView text);

} // namespace baolei
