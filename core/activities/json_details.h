#pragma once
// One field of a kind as JSON gives it.

#include "core/activities/field_rows.h"

#include <QJsonValue>

namespace baolei {

/// A text, a number, a list of lines or names; for rows a list of objects by column id or title.
/// Refuses what is no number, no day, no option and no column.
Result<QString> detailFromJson(const ActivityField& field, const QJsonValue& value);

} // namespace baolei
