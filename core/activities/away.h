#pragma once
// 连续缺席 (rule E03): members who have come to nothing for months and were never excused.

#include "core/people/queries.h"

#include <QSet>

namespace baolei {

/// What is looked at: so many whole months up to a day.
struct AwaySpan {
    QDate today;
    int months = 0;
    /// Whoever was absent then, and ever since, has been away for as long.
    QDate boundary() const { return today.addMonths(-months); }
    /// Before this day nothing is looked at.
    QDate first() const { return today.addMonths(-2 * months); }
};

/// Members of the branch who were 缺席 on or before the boundary and at everything since that they
/// were expected at. Not counted: whoever was there, excused, exempt or made up for it just once
/// since; who is 免作要求, 流动 or 失联 or has come from elsewhere since; what is not written down.
/// `joined`: what others held and this branch joined.
Result<QList<Id<Person>>> awayMembers(const Reader& reader, Id<Organisation> branch,
                                      const AwaySpan& span, const QList<Uuid>& joined);

} // namespace baolei
