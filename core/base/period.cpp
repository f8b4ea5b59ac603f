#include "core/base/period.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Period)
};

int monthsIn(Period::Unit unit) {
    switch (unit) {
    case Period::Unit::Year:
        return 12;
    case Period::Unit::Quarter:
        return 3;
    case Period::Unit::Month:
        break;
    }
    return 1;
}
}

Period Period::containing(QDate day, Unit unit) {
    switch (unit) {
    case Unit::Quarter:
        return ofQuarter(day.year(), (day.month() + 2) / 3);
    case Unit::Month:
        return ofMonth(day.year(), day.month());
    case Unit::Year:
        break;
    }
    return ofYear(day.year());
}

Result<Period> Period::parse(const QString& text) {
    static const QRegularExpression shape(
        u"^([12][0-9]{3})(?:-(?:[Qq]([1-4])|(0?[1-9]|1[0-2])))?$"_s);
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return fail(ErrorCode::Usage, Text::tr("期间“%1”看不懂").arg(text),
                    Text::tr("请写成 2026（年）、2026-Q3（季度）或 2026-11（月）"));
    const int year = match.captured(1).toInt();
    if (!match.captured(2).isEmpty()) return ofQuarter(year, match.captured(2).toInt());
    if (!match.captured(3).isEmpty()) return ofMonth(year, match.captured(3).toInt());
    return ofYear(year);
}

QDate Period::first() const {
    const int month = unit == Unit::Year ? 1 : (number - 1) * monthsIn(unit) + 1;
    return {year, month, 1};
}

QDate Period::last() const {
    return first().addMonths(monthsIn(unit)).addDays(-1);
}

QList<Period> Period::split(Unit part) const {
    QList<Period> parts;
    if (monthsIn(part) > monthsIn(unit)) return parts;
    for (QDate day = first(); day <= last(); day = day.addMonths(monthsIn(part)))
        parts.append(containing(day, part));
    return parts;
}

Period Period::next() const {
    return containing(last().addDays(1), unit);
}

Period Period::previous() const {
    return containing(first().addDays(-1), unit);
}

QString Period::text() const {
    const QString head = QString::number(year);
    switch (unit) {
    case Unit::Quarter:
        return head + u"-Q"_s + QString::number(number);
    case Unit::Month:
        return head + u'-' + QString::number(number).rightJustified(2, u'0');
    case Unit::Year:
        break;
    }
    return head;
}

QString Period::chinese() const {
    const QString head = QString::number(year) + u'年';
    switch (unit) {
    case Unit::Quarter:
        return head + u'第' + QString::number(number) + u"季度"_s;
    case Unit::Month:
        return head + QString::number(number) + u'月';
    case Unit::Year:
        break;
    }
    return head;
}

} // namespace baolei
