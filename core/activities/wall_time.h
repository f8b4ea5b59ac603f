#pragma once
// Times as the column starts_at writes them (2026-09-15T09:00:00), taken apart without copies and
// without asking for the time zone: a city has half a million of them.

#include <QByteArrayView>
#include <QDateTime>

namespace baolei {

/// Digits only, as the store writes them.
inline int numberIn(QByteArrayView digits) {
    int number = 0;
    for (const char digit : digits)
        number = number * 10 + (digit - '0');
    return number;
}

/// Minutes after midnight; -1 where there is no time.
inline int minutesIn(QByteArrayView time) {
    if (time.size() < 16) return -1;
    return numberIn(time.sliced(11, 2)) * 60 + numberIn(time.sliced(14, 2));
}

/// A null date where there is none.
inline QDate dayIn(QByteArrayView time) {
    if (time.size() < 10) return {};
    return {numberIn(time.first(4)), numberIn(time.sliced(5, 2)), numberIn(time.sliced(8, 2))};
}

/// The same day and hour in a zone that is always at hand; not to be compared with local times.
inline QDateTime wallTimeIn(QByteArrayView time) {
    const int minutes = minutesIn(time);
    if (minutes < 0) return {};
    return {dayIn(time), QTime(minutes / 60, minutes % 60), Qt::UTC};
}

} // namespace baolei
