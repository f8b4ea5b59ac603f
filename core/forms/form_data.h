#pragma once
// What a form is filled with: values by dotted name, and lists of rows that are data themselves.
// Building it from the store is the caller's work; nothing here reads a database.

#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

namespace baolei {

struct FormData {
    QHash<QString, QVariant> values; ///< text, whole number, bool, QDate, QDateTime, list of texts
    QHash<QString, QList<FormData>> lists;
    QString record; ///< where the values were taken from, as the caller names it; may stay empty

    bool operator==(const FormData&) const = default;
};

/// How a value is written on paper.
enum class ValueFormat {
    Text,
    Date, ///< 2026年9月15日; a partial date (2001-07) as 2001年7月
    DottedDate, ///< 2001.07.09, for narrow columns
    Month, ///< 2026年9月
    DayOfYear, ///< 9月15日, for attendance and disclosure columns
    DottedDay, ///< 9.15
    DateTime, ///< 2026年9月15日 9:00
    DateTimeRange, ///< 2026年9月15日 9:00–10:30; needs a second value
    Number,
    Check, ///< √ when true
};

/// The value as it is printed; empty when there is none, so that it can be written by hand.
QString valueText(const QVariant& value, ValueFormat format, const QVariant& until = {});

} // namespace baolei
