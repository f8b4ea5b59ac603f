#pragma once
// What the table 待办 says of each finding, and what mends it.

#include "ui/activities/year_reading.h"
#include "ui/base/navigator.h"
#include "ui/base/record_model.h"

namespace baolei {

/// ○ missing, ◐ wrong, ! due.
Status statusOf(const Finding& finding);
QList<RecordColumn<FindingLine>> findingColumns();

/// Where the finding can be mended.
enum class Mend {
    Record, ///< something was not held: record it
    OpenActivity, ///< the record of one activity
    OpenOrganisation, ///< term, committee: the organisation, on the page that the rule names
};
Mend mendOf(const FindingLine& line);
QString mendText(const FindingLine& line); ///< a verb: 记一次会

/// Whether the finding belongs to one of the figures of `period`: missing, due.
bool isOfFigure(const FindingLine& line, Standing standing, const Period& period, QDate today);

} // namespace baolei
