#include "core/spreadsheet/number_text.h"

#include <QDate>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr int kExactDigits = 15; // every integer below 10^15 survives as a double
constexpr double kFirstInexact = 1e15;
constexpr int kLastDay1900 = 2'958'465; // 9999-12-31
constexpr int kLastDay1904 = 2'957'003;
constexpr int kSecondsPerDay = 86'400;

bool isPlainInteger(std::string_view raw) {
    std::string_view digits = raw;
    if (digits.starts_with('-')) digits.remove_prefix(1);
    if (digits.empty() || digits.size() > kExactDigits) return false;
    if (digits[0] == '0' && raw.size() > 1) return false; // 007, -0: not as we write numbers
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

QString latin1(std::string_view text) {
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

/// `digits` (without point) with the point after `exponent` + 1 of them.
QString placePoint(std::string_view digits, int exponent) {
    const QString all = latin1(digits);
    const int whole = exponent + 1;
    if (whole <= 0) return u"0."_s + QString(-whole, u'0') + all;
    if (whole >= int(digits.size())) return all + QString(whole - int(digits.size()), u'0');
    return all.left(whole) + u'.' + all.mid(whole);
}

QString numberText(double value) {
    if (value == 0) return u"0"_s;
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(value),
                                   std::chars_format::scientific, kExactDigits - 1);
    std::string_view all(buffer.data(), std::size_t(end.ptr - buffer.data()));
    const std::size_t e = all.find('e');
    int exponent = 0;
    const std::size_t digitsAt = e + (all[e + 1] == '+' ? 2 : 1); // from_chars reads no plus
    std::from_chars(all.data() + digitsAt, all.data() + all.size(), exponent);
    std::array<char, kExactDigits> digits{all[0]};
    std::copy(all.begin() + 2, all.begin() + std::ptrdiff_t(e), digits.begin() + 1);
    std::string_view kept(digits.data(), digits.size());
    while (kept.size() > 1 && kept.back() == '0')
        kept.remove_suffix(1);
    const QString sign = value < 0 ? u"-"_s : QString();
    if (exponent >= -10 && exponent <= 20) return sign + placePoint(kept, exponent);
    return sign + placePoint(kept, 0) + u'E' + (exponent < 0 ? u'-' : u'+')
        + QString::number(std::abs(exponent));
}

QString clockText(qint64 seconds) {
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, u'0'); };
    QString text = two(seconds / 3600) + u':' + two(seconds / 60 % 60);
    if (seconds % 60 != 0) text += u':' + two(seconds % 60);
    return text;
}

QString dayText(qint64 day, bool from1904) {
    if (from1904) return QDate(1904, 1, 1).addDays(day).toString(Qt::ISODate);
    // Excel believes in a 29 February 1900 (day 60), as Lotus 1-2-3 did.
    if (day == 60) return u"1900-02-29"_s;
    return QDate(1899, 12, day < 60 ? 31 : 30).addDays(day).toString(Qt::ISODate);
}

} // namespace

NumberFormat builtinNumberFormat(int id) {
    using enum NumberFormat::Kind;
    if (id == 46) return {Elapsed}; // [h]:mm:ss
    const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
        || (id >= 50 && id <= 58);
    return {date ? Date : General};
}

NumberFormat numberFormatOf(QStringView code) {
    using enum NumberFormat::Kind;
    const QStringView zeros = u"00000000000000000000";
    if (code.size() >= 2 && code.size() <= zeros.size() && zeros.startsWith(code))
        return {Zeros, quint8(code.size())};
    bool date = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const char16_t c = code[i].toLower().unicode();
        if (c == u';') break; // the first section is for positive numbers
        if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'"') {
            i = code.indexOf(u'"', i + 1);
            if (i < 0) break;
        } else if (c == u'[') {
            const qsizetype close = code.indexOf(u']', i);
            if (close < 0) break;
            const QString inside = code.sliced(i + 1, close - i - 1).toString().toLower();
            if (inside == u"h" || inside == u"hh" || inside == u"m" || inside == u"mm"
                || inside == u"s" || inside == u"ss")
                return {Elapsed};
            i = close;
        } else if (c == u'y' || c == u'm' || c == u'd' || c == u'h' || c == u's') {
            date = true;
        }
    }
    return {date ? Date : General};
}

QString dateOfSerial(double serial, bool from1904) {
    if (!(serial >= 0) || serial >= (from1904 ? kLastDay1904 : kLastDay1900) + 1) return {};
    qint64 day = qint64(serial);
    qint64 seconds = std::llround((serial - double(day)) * kSecondsPerDay);
    if (seconds == kSecondsPerDay) {
        ++day;
        seconds = 0;
    }
    if (day == 0 && !(from1904 && seconds == 0)) return clockText(seconds);
    const QString text = dayText(day, from1904);
    return seconds == 0 ? text : text + u' ' + clockText(seconds);
}

void setNumber(Cell& cell, double value, NumberFormat format, bool from1904) {
    using enum NumberFormat::Kind;
    cell.type = CellType::Number;
    cell.lostPrecision = std::fabs(value) >= kFirstInexact;
    cell.text = numberText(value);
    if (format.kind == Date) {
        // 20010701 typed into a date cell is no day at all; it stays the number that it is.
        const QString text = dateOfSerial(value, from1904);
        if (text.isEmpty()) return;
        cell.type = CellType::Date;
        cell.text = text;
    } else if (format.kind == Elapsed && value >= 0 && value < kLastDay1900) {
        cell.type = CellType::Date;
        cell.text = clockText(std::llround(value * kSecondsPerDay));
    } else if (format.kind == Zeros && !cell.lostPrecision && value >= 0) {
        cell.text = cell.text.rightJustified(format.width, u'0');
    }
}

void setNumber(Cell& cell, std::string_view raw, NumberFormat format, bool from1904) {
    using enum NumberFormat::Kind;
    if (format.kind == General && isPlainInteger(raw)) {
        cell.type = CellType::Number;
        cell.text = latin1(raw);
        return;
    }
    if (raw.starts_with('+')) raw.remove_prefix(1);
    double value = 0;
    const auto [end, failure] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (failure != std::errc() || end != raw.data() + raw.size() || !std::isfinite(value)) {
        cell.text = QString::fromUtf8(raw.data(), qsizetype(raw.size()));
        cell.type = cell.text.isEmpty() ? CellType::Empty : CellType::Text;
        return;
    }
    setNumber(cell, value, format, from1904);
}

} // namespace baolei
