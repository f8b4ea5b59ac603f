#include "ui/activities/record_merge.h"

#include <QSet>

namespace baolei {

Activity mergedWith(const Activity& opened, const Activity& edited, const Activity& now) {
    const auto& columns = tableOf<Activity>().columns();
    QSet<QByteArray> touchedGroups;
    const auto isTouched
        = [&](const Column& column) { return column.read(&opened) != column.read(&edited); };
    for (const Column& column : columns)
        if (!column.group.isEmpty() && isTouched(column)) touchedGroups.insert(column.group);
    Activity merged = now;
    for (const Column& column : columns)
        if (isTouched(column) || touchedGroups.contains(column.group))
            column.write(&merged, column.read(&edited));
    return merged;
}

} // namespace baolei
