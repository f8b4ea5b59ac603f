#include "core/base/partial_date.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// No conversion of the library: dates are taken apart by the million.
int numberIn(QStringView digits) {
    int number = 0;
    for (const QChar digit : digits)
        number = number * 10 + (digit.unicode() - u'0');
    return number;
}

void putDigits(QString& text, qsizetype at, int width, int number) {
    for (qsizetype i = at + width; i-- > at; number /= 10)
        text[i] = QChar(u'0' + number % 10);
}

// Rosters of a city have a million dates: each is made in one piece.
QString written(int year, int month, int day) {
    QString text(month == 0 ? 4 : day == 0 ? 7 : 10, u'-');
    putDigits(text, 0, 4, year);
    if (month != 0) putDigits(text, 5, 2, month);
    if (day != 0) putDigits(text, 8, 2, day);
    return text;
}
}

PartialDate::PartialDate(QDate day) {
    int year = 0, month = 0, dayOfMonth = 0;
    day.getDate(&year, &month, &dayOfMonth);
    if (year >= 1 && year <= 9999) m_text = written(year, month, dayOfMonth);
}

PartialDate::PartialDate(int year, int month, int day) {
    if (!QDate::isValid(year, month, day == 0 ? 1 : day) || year < 1 || year > 9999) return;
    m_text = written(year, month, day);
}

PartialDate PartialDate::ofYear(int year) {
    PartialDate date;
    if (year >= 1 && year <= 9999) date.m_text = written(year, 0, 0);
    return date;
}

PartialDate PartialDate::fromText(QStringView text) {
    const qsizetype length = text.size();
    if (length != 4 && length != 7 && length != 10) return {};
    for (qsizetype i = 0; i < length; ++i) {
        const bool hyphen = i == 4 || i == 7;
        if (hyphen ? text[i] != u'-' : (text[i] < u'0' || text[i] > u'9')) return {};
    }
    const int year = numberIn(text.first(4));
    if (length == 4) return ofYear(year);
    return {year, numberIn(text.sliced(5, 2)), length == 10 ? numberIn(text.last(2)) : 0};
}

int PartialDate::year() const {
    return numberIn(QStringView(m_text).first(qMin<qsizetype>(4, m_text.size())));
}

int PartialDate::month() const {
    return m_text.size() >= 7 ? numberIn(QStringView(m_text).sliced(5, 2)) : 0;
}

int PartialDate::day() const {
    return isFull() ? numberIn(QStringView(m_text).last(2)) : 0;
}

QDate PartialDate::earliest() const {
    if (isNull()) return {};
    return {year(), qMax(1, month()), qMax(1, day())};
}

QDate PartialDate::latest() const {
    if (isNull() || isFull()) return earliest();
    const QDate first(year(), month() == 0 ? 12 : month(), 1);
    return {first.year(), first.month(), first.daysInMonth()};
}

QString PartialDate::chinese() const {
    if (isNull()) return {};
    QString out = QString::number(year()) + u'年';
    if (month() != 0) out += QString::number(month()) + u'月';
    if (day() != 0) out += QString::number(day()) + u'日';
    return out;
}

QString chineseDate(QDate day) {
    return PartialDate(day).chinese();
}

} // namespace baolei
