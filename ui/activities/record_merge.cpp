#include "ui/activities/record_merge.h"

#include "core/store/reader.h"

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

Result<ActivityRecord> mergedWithStored(const Reader& reader, const ActivityRecord& opened,
                                        ActivityRecord edited) {
    const auto now = reader.find(edited.activity.id);
    if (!now) return fail(now.error());
    if (*now) return unpack(mergedWith(pack(opened), pack(edited), **now));
    edited.activity.id = {};
    return edited;
}

} // namespace baolei
