#pragma once
// A Party organisation: committee, general branch, branch or group, in a tree by parentId.

#include "core/store/record.h"

namespace baolei {

struct Organisation {
    Id<Organisation> id;
    Id<Organisation> parentId; ///< null: the top of the tree
    QString name; ///< 中共示范镇西荡村支部委员会
    QString shortName; ///< 西荡村党支部
    QString type; ///< code table organisation_type
    QString sector; ///< code table organisation_category
    int position = 0; ///< order among its siblings
    PartialDate establishedOn;
    QString approval; ///< 成立批复文号
    PartialDate termStartedOn; ///< 换届日
    PartialDate termEndsOn; ///< 届满日
    QString place; ///< 活动阵地
    QString partyDay; ///< 固定党日
    QString publicPhone; ///< 监督电话, posted on the wall
    PartialDate dissolvedOn;
    bool operator==(const Organisation&) const = default;
};
template <> const Table& tableOf<Organisation>();

/// The day that 每月15日 means in a month; null: no day is named, or the month does not have it.
QDate partyDayIn(const QString& partyDay, int year, int month);

} // namespace baolei
