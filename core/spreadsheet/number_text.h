#pragma once
// Numbers and dates of spreadsheets as a person reads them. Spreadsheets keep numbers as doubles
// of 15 decimal digits; everything beyond is noise and is neither shown nor trusted.

#include "core/spreadsheet/cell.h"

#include <string_view>

namespace baolei {

/// What a number format makes of a number, as far as it changes the meaning.
struct NumberFormat {
    enum class Kind : quint8 { General, Date, Elapsed, Zeros };
    Kind kind = Kind::General;
    quint8 width = 0; ///< Zeros: "000000" shows 6 digits at least
    bool operator==(const NumberFormat&) const = default;
};

/// The meaning of a format that every .xlsx knows by number (ECMA-376 part 1, 18.8.30; 27–36 and
/// 50–58 are the Chinese dates).
NumberFormat builtinNumberFormat(int id);
/// The meaning of a custom format such as `yyyy"年"m"月"d"日"`.
NumberFormat numberFormatOf(QStringView code);

/// Fills `cell` with the number written as `raw`; text, if it is none.
void setNumber(Cell& cell, std::string_view raw, NumberFormat format, bool from1904);
/// Fills `cell` with `value`: up to 15 digits, no exponent below 1e21.
void setNumber(Cell& cell, double value, NumberFormat format = {}, bool from1904 = false);
/// 2001-07-09, with the time of day where there is one; empty if `serial` is no possible day.
QString dateOfSerial(double serial, bool from1904);

} // namespace baolei
