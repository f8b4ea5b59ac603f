#include "core/spreadsheet/cell_value.h"

#include <algorithm>

namespace baolei {

namespace {
constexpr qsizetype kSafeDigits = 11; // Excel shows 12 digits and more as 1.23E+11
}

QString textOf(const CellValue& value) {
    if (const auto* text = std::get_if<QString>(&value)) return *text;
    if (const auto* number = std::get_if<qint64>(&value)) return QString::number(*number);
    if (const auto* day = std::get_if<QDate>(&value)) return day->toString(Qt::ISODate);
    return {};
}

bool isFragileNumber(QStringView text) {
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && (text.size() > kSafeDigits || (text.size() > 1 && text[0] == u'0'));
}

} // namespace baolei
