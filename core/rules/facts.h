#pragma once
// What rules judge: numbers about an organisation, about what it held, and about what was voted on.
// Whoever asks for an evaluation fills them; what is not known stays kUnknown and raises no alarm.
// Days are Julian day numbers (dayNumber), times of day are minutes after midnight, flags 0 or 1.

#include "core/base/id.h"
#include "core/rules/expression.h"

#include <QDate>
#include <array>

namespace baolei {

enum class OrganisationFact {
    Today, ///< set by the evaluation itself
    IsBranch, ///< 支部, 联合支部, 临时支部
    IsGeneralBranch, ///< 党总支
    IsPartyCommittee, ///< 党委
    IsVillage,
    IsCommunity,
    IsTemporary, ///< 临时支部
    Members, ///< formal and probationary
    FullMembers, ///< 正式党员
    Probationary,
    VotingMembers, ///< 应到会有表决权
    HasCommittee, ///< 设支委会
    CommitteeSize,
    Groups, ///< number of 党小组
    UngroupedMembers,
    Established, ///< day
    Dissolved, ///< day, the last one on which it existed
    TermStarts, ///< day of the last election
    TermEnds, ///< day 届满
    PreviousTermEnds, ///< day on which the term before this one was to end
    TermExtendedTo, ///< day, if an extension is on record
    ExtensionApproved, ///< flag: the superior's approval is on record
    SecretaryPosts, ///< organisations of which this one's secretary is secretary
    StudyDeadline, ///< last day of the year whose hours of study are looked at
    MembersShort, ///< members without a seat who have fewer hours than they should
    SeatsShort, ///< secretary and committee members who do
    MembersAway, ///< members who were absent from everything for months (rule E03)
    Count
};

enum class ActivityFact {
    Date,
    From,
    To,
    RecordedOn, ///< day on which it was first entered
    Final, ///< flag: not a draft
    Due, ///< 应到
    Present, ///< 到会, without 列席
    VotingDue, ///< 应到会有表决权, from the attendance
    VotingPresent,
    HostIsSecretary,
    HasDelegation, ///< flag: the secretary's delegation is on record
    VoteItems,
    Count
};

enum class VoteFact {
    IsOrdinary,
    IsAdmission, ///< 接收预备党员, 转正
    IsElection,
    IsDifferential, ///< flag: 差额 election of committee members or delegates
    VoteDue,
    VotePresent,
    VoteFor, ///< written opinions in favour included
    VoteAgainst,
    VoteAbstain,
    VoteWritten, ///< 会前正式提出的书面意见, all of them
    VotePassed, ///< flag: recorded as passed
    VoteSecret, ///< flag: 无记名
    VotePersons, ///< persons decided on by this one ballot
    BallotsOut,
    BallotsBack,
    Seats,
    Candidates,
    LowestElected, ///< fewest votes among those recorded as elected
    Count
};

template <typename Fact> struct FactRow {
    static constexpr size_t kSize = static_cast<size_t>(Fact::Count);
    std::array<qint64, kSize> values;
    FactRow() { values.fill(kUnknown); }
    qint64& operator[](Fact fact) { return values[static_cast<size_t>(fact)]; }
    qint64 operator[](Fact fact) const { return values[static_cast<size_t>(fact)]; }
};

using OrganisationRow = FactRow<OrganisationFact>;
using ActivityRow = FactRow<ActivityFact>;
using VoteRow = FactRow<VoteFact>;

struct ActivityFacts {
    Uuid id;
    quint64 kinds = 0; ///< RuleBook::kindBit of each of its kinds
    int group = -1; ///< index in OrganisationFacts::groups; -1: held by the whole organisation
    bool isJoint = false; ///< held together with others: told with each of them
    ActivityRow row;
    QList<VoteRow> votes;
};

struct GroupFacts {
    Uuid id;
    QString name;
    QDate established; ///< null: as long as the organisation
    QDate dissolved;
};

/// The organisation need not do what rule `rule` asks in the periods that touch these days.
struct Exemption {
    QString rule;
    QDate from;
    QDate to;
};

struct OrganisationFacts {
    Uuid id;
    QString name;
    OrganisationRow row;
    QList<GroupFacts> groups;
    QList<ActivityFacts> activities;
    QList<Exemption> exemptions;
};

enum class FactType { Number, Flag, Day, Time };

/// How one fact is called in rules (`id`) and by people (`title`).
struct FactName {
    QString id;
    QString title;
    FactType type = FactType::Number;
};

/// All facts: first those of the organisation, then of the activity, then of the vote.
const QList<FactName>& factNames();

inline constexpr int kOrganisationFacts = static_cast<int>(OrganisationFact::Count);
inline constexpr int kActivityFacts = static_cast<int>(ActivityFact::Count);
inline constexpr int kVoteFacts = static_cast<int>(VoteFact::Count);
inline constexpr int kAllFacts = kOrganisationFacts + kActivityFacts + kVoteFacts;

/// kUnknown for a null date.
inline qint64 dayNumber(QDate day) {
    return day.isValid() ? day.toJulianDay() : kUnknown;
}
/// A null date for kUnknown.
inline QDate dayOf(qint64 number) {
    return number == kUnknown ? QDate() : QDate::fromJulianDay(number);
}
/// A fact as people write it: 21, 是, 2026年11月20日, 09:30, (未填).
QString factText(qint64 value, FactType type);

} // namespace baolei
