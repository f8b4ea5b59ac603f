#pragma once
// One item of a branch's yearly plan: what is to be done in which month, how and by whom.

#include "core/activities/activity.h"

namespace baolei {

struct PlanItem {
    Id<PlanItem> id;
    Id<Organisation> organisationId; ///< a branch
    int year = 0;
    int month = 0; ///< 1–12; 0: some time in the year
    QString kind; ///< id of a kind of activity; empty: other work
    QString title; ///< 内容
    QString method; ///< 方式
    QString responsible; ///< 责任人, a name
    QDate day; ///< planned for; null: some day of the month
    QString note;
    Id<Activity> activityId; ///< what fulfilled it
    QDate doneOn; ///< said by a person, where no activity fulfils it
    int position = 0; ///< order within its month

    /// The last day on which it is in time.
    QDate deadline() const;
    bool operator==(const PlanItem&) const = default;
};
template <> const Table& tableOf<PlanItem>();

/// How an item stands on a day.
enum class PlanState {
    Planned, ///< its month is still to come
    Due, ///< to be done by the end of this month
    Late, ///< its time is over and it was not done
    Done,
    DoneLate, ///< done after its time
    Exempt, ///< an approved exemption frees the branch from it
};

/// From the day on which it was done, or a null date.
PlanState planStateOf(const PlanItem& item, QDate doneOn, QDate today);
/// 已列入, 本月要办, 逾期未办, 已完成, 逾期完成, 免作要求
QString nameOf(PlanState state);
/// Neither done nor exempt.
bool isOpen(PlanState state);

/// 3月, 全年
QString monthText(int month);

} // namespace baolei
