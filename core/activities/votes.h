#pragma once
// What was voted on: one value inside the activity's record, and whether a vote carries. The three
// kinds of majority are not one thing (rulebook 0.2): see judgeVote.

#include "core/base/id.h"
#include "core/base/result.h"

#include <QDate>
#include <QList>

namespace baolei {

enum class VoteKind : quint8 {
    Ordinary, ///< 一般表决
    Admission, ///< 接收预备党员, 转正, 延长预备期: 细则第19、20、32条
    Election, ///< 选举: 选举条例
};

/// One candidate of an election, or one person whose admission was voted on.
struct VoteChoice {
    Uuid person; ///< null: known by name only
    QString name;
    int votes = 0; ///< in favour
    bool elected = false;
    int against = 0; ///< 不赞成; on the ballots that were counted one by one
    int abstain = 0;
    bool operator==(const VoteChoice&) const = default;
};

struct VoteItem {
    QString title;
    VoteKind kind = VoteKind::Ordinary;
    int due = 0; ///< 应到会有表决权(有选举权)
    int present = 0; ///< 实到会有表决权
    int votesFor = 0; ///< written opinions in favour included
    int against = 0;
    int abstain = 0;
    int written = 0; ///< 会前正式提出的书面意见, for and against together
    bool secret = false; ///< 无记名
    bool passed = false; ///< as recorded
    bool differential = false; ///< 差额
    int seats = 0; ///< 应选
    int ballotsOut = 0;
    int ballotsBack = 0;
    int ballotsVoid = 0;
    QList<VoteChoice> choices;
    bool operator==(const VoteItem&) const = default;
};

using Votes = QList<VoteItem>;

QByteArray encodeVotes(const Votes& votes);
/// Any bytes at all: what are no votes is an Error. Empty bytes are no votes.
Result<Votes> decodeVotes(const QByteArray& stored);

/// Election figures on which sources differ or which a town may set; rule C21.
struct ElectionTerms {
    bool ofDue = false; ///< elected by more than half of 应到会, not of 实到会
    int percent = 20; ///< candidates above the seats, rounded up
};

struct VoteVerdict {
    bool mayVote = false; ///< enough are there
    bool passes = false; ///< and enough are for it
    int presentNeeded = 0;
    int votesNeeded = 0;
    QString sentence; ///< why, in one plain sentence
};

/// Ordinary: half of 应到会 there, more than half of 应到会 in favour (支部工作条例第11条).
/// Admission: more than half of 应到会 there, more than half of 应到会 in favour, secret, one
/// person at a time (细则第19、20条). Election: four fifths of 应到会 there, no more ballots back
/// than out, the elected each more than half of 实到会 (选举条例).
VoteVerdict judgeVote(const VoteItem& item, const ElectionTerms& terms = {});

/// Fewest that must be there.
int presentNeeded(VoteKind kind, int due);
/// Fewest votes that carry; `present` matters for elections only.
int votesNeeded(VoteKind kind, int due, int present, const ElectionTerms& terms = {});
/// Fewest candidates for a differential election: 应选3→4, 5→6, 6→8.
int candidatesNeeded(int seats, const ElectionTerms& terms = {});

/// What was counted, for paper and screen: 赞成 9 票、反对 0 票、弃权 1 票, or of an election the
/// ballots and what each candidate got.
QString countedVotes(const VoteItem& item);

/// 一般表决, 发展党员表决, 选举
QString voteKindName(VoteKind kind);
/// ordinary, admission, election: as files and forms call them.
QString voteKindWord(VoteKind kind);

} // namespace baolei
