#pragma once
// Counting secret ballots one after another, and votes on several persons one person at a time.

#include "core/activities/votes.h"

namespace baolei {

enum class BallotMark : quint8 { None, For, Against };

/// One ballot as it is read out: a mark for each candidate of an election; of any other vote one
/// mark, where None is an abstention.
struct Ballot {
    QList<BallotMark> marks;
    bool isVoid = false;
    bool operator==(const Ballot&) const = default;
};

/// Marks that a ballot of this vote has.
qsizetype marksOf(const VoteItem& item);
/// More are chosen than there are seats: such a ballot is void (选举条例).
bool isOverfull(const VoteItem& item, const Ballot& ballot);

/// The vote with what these ballots say in place of what it had, and whom they elect: the most
/// votes, each more than half; a tie for the last seat elects none of those (再次投票).
VoteItem counted(VoteItem item, const QList<Ballot>& ballots, const ElectionTerms& terms = {});

/// 正正一: a stroke a vote, as counters write it.
QString tallyMarks(int votes);

/// Each person of an admission as a vote of their own (细则第20条); what was counted of them
/// together belongs to none of them. One person or none: the vote as it is.
Votes onePersonEach(const VoteItem& item);
/// The vote on the next person: same people there, secret, nothing counted yet.
VoteItem nextPerson(const VoteItem& item);

} // namespace baolei
