#include "core/activities/activity_facts.h"

namespace baolei {

VoteRow voteRow(const VoteItem& item) {
    VoteRow row;
    row[VoteFact::IsOrdinary] = item.kind == VoteKind::Ordinary;
    row[VoteFact::IsAdmission] = item.kind == VoteKind::Admission;
    row[VoteFact::IsElection] = item.kind == VoteKind::Election;
    row[VoteFact::IsDifferential] = item.differential;
    row[VoteFact::VoteFor] = item.votesFor;
    row[VoteFact::VoteAgainst] = item.against;
    row[VoteFact::VoteAbstain] = item.abstain;
    row[VoteFact::VoteWritten] = item.written;
    row[VoteFact::VotePassed] = item.passed;
    row[VoteFact::VoteSecret] = item.secret;
    row[VoteFact::VotePersons] = qMax<qint64>(item.choices.size(), 1);
    if (item.due > 0) { // nobody due: not filled in
        row[VoteFact::VoteDue] = item.due;
        row[VoteFact::VotePresent] = item.present;
    }
    if (item.kind != VoteKind::Election) return row;
    row[VoteFact::BallotsOut] = item.ballotsOut;
    row[VoteFact::BallotsBack] = item.ballotsBack;
    row[VoteFact::Seats] = item.seats;
    row[VoteFact::Candidates] = item.choices.size();
    for (const VoteChoice& choice : item.choices) {
        qint64& lowest = row[VoteFact::LowestElected];
        if (choice.elected && (lowest == kUnknown || choice.votes < lowest)) lowest = choice.votes;
    }
    return row;
}

void fillCounts(ActivityRow& row, const AttendanceCounts& counts) {
    if (counts.due + counts.votingDue == 0) return;
    row[ActivityFact::Due] = counts.due;
    row[ActivityFact::Present] = counts.present;
    row[ActivityFact::VotingDue] = counts.votingDue;
    row[ActivityFact::VotingPresent] = counts.votingPresent;
}

} // namespace baolei
