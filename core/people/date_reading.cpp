#include "core/people/date_reading.h"

#include "core/people/cell_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <optional>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DateReading)
};

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;

QRegularExpression pattern(const QString& text) {
    return QRegularExpression(QRegularExpression::anchoredPattern(text));
}

/// 十 is written out in months and days and never in years: 二〇〇一年十二月三十一日.
int chineseNumber(QStringView text) {
    constexpr QStringView kDigits = u"〇一二三四五六七八九";
    const qsizetype ten = text.indexOf(u'十');
    if (ten < 0) {
        int number = 0;
        for (const QChar c : text)
            number = number * 10 + int(kDigits.indexOf(c));
        return number;
    }
    const QStringView before = text.first(ten);
    const QStringView after = text.sliced(ten + 1);
    return (before.isEmpty() ? 1 : chineseNumber(before)) * 10 + chineseNumber(after);
}

QString withPlainNumbers(const QString& text) {
    static const QRegularExpression chinese(u"[〇一二三四五六七八九十]+"_s);
    QString zeros = text;
    for (const QChar zero : {u'零', u'○', u'Ο', u'О', u'◯'})
        zeros.replace(zero, u'〇');
    QString out;
    qsizetype done = 0;
    for (auto it = chinese.globalMatch(zeros); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(zeros).sliced(done, match.capturedStart() - done);
        out += QString::number(chineseNumber(match.capturedView()));
        done = match.capturedEnd();
    }
    out += QStringView(zeros).sliced(done);
    return out;
}

/// Midnight after a date is what database exports add; any time of day is left out.
QString withoutTime(QString text) {
    static const QRegularExpression time(
        u"[T ]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    return text.remove(time);
}

/// 2001-7-1 from every spelling with separators, digits only as they are.
QString canonical(QStringView cell) {
    static const QRegularExpression spaceBetween(u"(?<=\\d) +(?=\\d)"_s);
    static const QRegularExpression separators(u"[./\\\\年月、。・·,~–—－_]"_s);
    QString text = withoutTime(plainCell(cell));
    while (text.startsWith(u'\'') || text.startsWith(u'’'))
        text.remove(0, 1);
    text = withPlainNumbers(text);
    text.replace(spaceBetween, u"-"_s);
    text.remove(u' ').replace(separators, u"-"_s);
    if (text.endsWith(u'日') || text.endsWith(u'号')) text.chop(1);
    while (text.endsWith(u'-'))
        text.chop(1);
    return text;
}

DateReading dated(int year, int month, int day) {
    // Files write 00 for what is not known.
    const PartialDate date = month != 0 ? PartialDate(year, month, day)
        : day != 0                      ? PartialDate()
                                        : PartialDate::ofYear(year);
    if (year < 1000) return {{}, DateFault::Unreadable};
    if (date.isNull()) return {{}, DateFault::Impossible};
    const bool inRange = year >= kFirstYear && year <= kLastYear;
    return {date, inRange ? DateFault::None : DateFault::OutOfRange};
}

bool isPlausibleYear(int year) {
    return year >= 1800 && year < 2200;
}

/// The spellings that fill most files, without the cost of expressions: 20010701, 2001.07.01,
/// 2001-7-1, 2001/7/1, 2001年7月1日. Nothing for any other.
std::optional<DateReading> readCommon(QStringView text) {
    constexpr QStringView kFirst = u".-/年";
    constexpr QStringView kSecond = u".-/月";
    if (text.endsWith(u'日')) text.chop(1);
    int numbers[3] = {};
    int places[3] = {};
    int part = 0;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9' && places[part] < 8) {
            numbers[part] = numbers[part] * 10 + c.digitValue();
            ++places[part];
        } else if (part < 2 && (part == 0 ? kFirst : kSecond).contains(c)) {
            ++part;
        } else {
            return std::nullopt;
        }
    }
    if (part == 0 && places[0] == 8) {
        const int year = numbers[0] / 10'000;
        if (!isPlausibleYear(year)) return std::nullopt;
        return dated(year, numbers[0] / 100 % 100, numbers[0] % 100);
    }
    const bool isWhole = part == 2 && places[0] == 4 && places[1] >= 1 && places[1] <= 2
        && places[2] >= 1 && places[2] <= 2;
    if (!isWhole) return std::nullopt;
    return dated(numbers[0], numbers[1], numbers[2]);
}

DateReading readDigits(const QString& text) {
    const int year = text.left(4).toInt();
    // 010701 has six digits too: a year far off means that the digits mean something else.
    if (!isPlausibleYear(year)) return {{}, DateFault::Unreadable};
    if (text.size() == 4) return dated(year, 0, 0);
    if (text.size() == 6) return dated(year, text.mid(4, 2).toInt(), 0);
    if (text.size() == 8) return dated(year, text.mid(4, 2).toInt(), text.mid(6, 2).toInt());
    return {{}, DateFault::Unreadable};
}

} // namespace

DateReading readDate(QStringView cell) {
    static const QRegularExpression digits = pattern(u"\\d+"_s);
    static const QRegularExpression parts = pattern(u"(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?"_s);
    static const QRegularExpression shortYear
        = pattern(u"'?\\d{2}-\\d{1,2}(-\\d{1,2})?|\\d{1,2}-\\d{1,2}-\\d{2}"_s);
    if (const auto common = readCommon(cell)) return *common;
    if (isWordForNothing(cell)) return {};
    const QString text = canonical(cell);
    if (digits.match(text).hasMatch()) return readDigits(text);
    if (const auto match = parts.match(text); match.hasMatch())
        return dated(match.captured(1).toInt(), match.captured(2).toInt(),
                     match.captured(3).toInt());
    if (shortYear.match(text).hasMatch()) return {{}, DateFault::TwoDigitYear};
    return {{}, DateFault::Unreadable};
}

DateReading readDateNumber(QStringView cell, bool from1904) {
    static const QRegularExpression serial = pattern(u"(\\d{4,5})(\\.\\d+)?"_s);
    const QString text = plainCell(cell);
    const int whole = text.section(u'.', 0, 0).toInt();
    const auto match = serial.match(text);
    // Days from 1905-10 to 2100; smaller numbers are years.
    if (match.hasMatch() && whole > kLastYear && whole <= 73'415) {
        const QDate epoch = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
        const QDate day = epoch.addDays(whole);
        return dated(day.year(), day.month(), day.day());
    }
    // As a number, 2001.10 became 2001.1: January or October cannot be told apart.
    if (match.hasMatch() && match.captured(2) == u".1"_s) return {{}, DateFault::Unreadable};
    return readDate(cell);
}

QString dateFaultText(DateFault fault) {
    switch (fault) {
    case DateFault::None:
        return {};
    case DateFault::Missing:
        return Text::tr("没有日期");
    case DateFault::Unreadable:
        return Text::tr("看不出是哪一天，请写成2001.07.01的样子");
    case DateFault::TwoDigitYear:
        return Text::tr("年份只有两位，分不清世纪，请写四位年份");
    case DateFault::Impossible:
        return Text::tr("没有这一天");
    case DateFault::OutOfRange:
        return Text::tr("年份不在1900至2100年之间");
    }
    return {};
}

} // namespace baolei
