#pragma once
// What the list says of each activity.

#include "ui/activities/year_reading.h"
#include "ui/base/record_model.h"

namespace baolei {

QList<RecordColumn<HeldLine>> heldColumns();
bool isFinal(const HeldLine& line);
/// 9月15日 支委会, as a menu names it.
QString shortText(const HeldLine& line);

} // namespace baolei
