#include "core/forms/form_data.h"

#include "core/base/partial_date.h"

#include <QCoreApplication>
#include <QDateTime>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

PartialDate dateOf(const QVariant& value) {
    if (value.typeId() == QMetaType::QDate) return PartialDate(value.toDate());
    if (value.typeId() == QMetaType::QDateTime) return PartialDate(value.toDateTime().date());
    return PartialDate::fromText(value.toString());
}

QString dateText(const QVariant& value, ValueFormat format) {
    const PartialDate date = dateOf(value);
    if (date.isNull()) return value.toString();
    if (format == ValueFormat::DottedDate) return QString(date.text()).replace(u'-', u'.');
    if (format == ValueFormat::Month && date.month() > 0)
        return Text::tr("%1年%2月").arg(date.year()).arg(date.month());
    if (format == ValueFormat::DayOfYear && date.isFull())
        return Text::tr("%1月%2日").arg(date.month()).arg(date.day());
    if (format == ValueFormat::DottedDay && date.isFull())
        return u"%1.%2"_s.arg(date.month()).arg(date.day());
    return date.chinese();
}

QString timeText(const QDateTime& moment) {
    return moment.time().toString(u"H:mm"_s);
}

QString rangeText(const QDateTime& from, const QDateTime& until) {
    const QString start = chineseDate(from.date()) + u' ' + timeText(from);
    if (!until.isValid()) return start;
    if (until.date() == from.date()) return start + u'–' + timeText(until);
    const QString endDay = until.date().year() == from.date().year()
        ? Text::tr("%1月%2日").arg(until.date().month()).arg(until.date().day())
        : chineseDate(until.date());
    return Text::tr("%1至%2 %3").arg(start, endDay, timeText(until));
}
}

QString valueText(const QVariant& value, ValueFormat format, const QVariant& until) {
    if (!value.isValid() || value.isNull()) return {};
    switch (format) {
    case ValueFormat::Date:
    case ValueFormat::DottedDate:
    case ValueFormat::Month:
    case ValueFormat::DayOfYear:
    case ValueFormat::DottedDay:
        return dateText(value, format);
    case ValueFormat::DateTime:
    case ValueFormat::DateTimeRange:
        if (!value.toDateTime().isValid()) return value.toString();
        if (value.typeId() == QMetaType::QDate) return dateText(value, ValueFormat::Date);
        return rangeText(value.toDateTime(), until.toDateTime());
    case ValueFormat::Check:
        return value.toBool() ? u"√"_s : QString();
    case ValueFormat::Text:
    case ValueFormat::Number:
        break;
    }
    if (value.typeId() == QMetaType::QStringList) return value.toStringList().join(u'、');
    if (value.typeId() == QMetaType::QDate || value.typeId() == QMetaType::QDateTime)
        return dateText(value, ValueFormat::Date);
    if (value.typeId() == QMetaType::Bool) return value.toBool() ? Text::tr("是") : Text::tr("否");
    return value.toString();
}

} // namespace baolei
