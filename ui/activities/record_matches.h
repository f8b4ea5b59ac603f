#pragma once
// Whom somebody means who types a few letters, and why that person was not there.

#include "ui/activities/record_source.h"

namespace baolei {

struct AbsentEntry {
    QString who; ///< a name, part of one, pinyin or initials
    QString reason; ///< what follows the first space
};
AbsentEntry readAbsentEntry(const QString& typed);

/// Positions in `people` of those meant by `who`, the best fitting first: names and initials in
/// full, then beginnings, then parts of names. Expected people come before others.
QList<qsizetype> matchingPeople(const QList<RecordPerson>& people, const QString& who,
                                const QSet<Uuid>& except);

} // namespace baolei
