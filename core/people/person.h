#pragma once
// A person on the books of a branch: members, and those on the way to becoming one. Coded columns
// hold codes of resources/people/codes.json.

#include "core/people/organisation.h"

namespace baolei {

struct Person {
    Id<Person> id;
    Id<Organisation> branchId;
    Id<Organisation> groupId; ///< 党小组; null: not in one
    QString name;
    QString sex;
    QString idNumber; ///< private; empty: not on record
    QString idRemark; ///< why a number that fails its check is kept
    QString ethnicity;
    PartialDate bornOn;
    QString education;
    QString degree;
    QString stage; ///< code table category
    QString membership; ///< code table membership
    PartialDate joinedOn; ///< 入党日期: the day the members' meeting passed it
    PartialDate fullOn; ///< 转正日期
    QString joinKind;
    QString fullResult;
    PartialDate probationUntil;
    QString joinedAt;
    int seniorityCorrection = 0; ///< months
    QString job;
    QString technicalPost;
    QString technicalTitle;
    QString stratum;
    bool isMigrantWorker = false;
    QString frontline;
    QString training;
    PartialDate workStartedOn;
    QString marital;
    QString nativePlace;
    bool isTaiwanese = false;
    QString archiveAt;
    QString phone; ///< private
    QString landline; ///< private
    QString registeredPhone; ///< private
    QString address; ///< private
    QString household; ///< private
    PartialDate registeredOn;
    bool isLost = false;
    PartialDate lostSince;
    bool isFloating = false;
    QString floatingTo;
    PartialDate appliedOn;
    QString appliedTo;
    PartialDate activistOn;
    PartialDate leagueJoinedOn;
    QString political;
    QString background;
    QString increaseNote;
    QString decreaseNote;
    PartialDate exemptSince; ///< 免作要求: old, ill or unable to move (教育管理条例 art. 23)
    QString quorumExclusion; ///< one of the approved reasons for not counting as 应到
    PartialDate quorumExcludedOn;
    QString quorumExcludedBy;
    PartialDate rightsSuspendedUntil; ///< 留党察看: no vote until this day
    PartialDate leftOn; ///< gone from the books; null: here
    QString note;
    bool operator==(const Person&) const = default;
};
template <> const Table& tableOf<Person>();

} // namespace baolei
