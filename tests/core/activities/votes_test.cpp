#include "core/activities/votes.h"

#include "core/activities/activity_facts.h"
#include "tests/support/support.h"

#include <QRandomGenerator>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
Votes someVotes() {
    VoteItem plan;
    plan.title = u"年度工作计划"_s;
    plan.due = 21;
    plan.present = 15;
    plan.votesFor = 14;
    plan.abstain = 1;
    plan.passed = true;
    VoteItem election;
    election.title = u"选举支部委员"_s;
    election.kind = VoteKind::Election;
    election.due = 21;
    election.present = 20;
    election.secret = election.differential = true;
    election.seats = 1;
    election.ballotsOut = election.ballotsBack = 20;
    election.choices = {{newUuid(1), u"张三"_s, 15, true}, {Uuid(), u"李四"_s, 5, false, 14, 1}};
    return {plan, election};
}
}

TEST(Votes, comeBackAsTheyWereWritten) {
    const Votes votes = someVotes();
    const auto read = decodeVotes(encodeVotes(votes));
    ASSERT_TRUE(ok(read));
    EXPECT_EQ(*read, votes);
    EXPECT_EQ(encodeVotes(*read), encodeVotes(votes));
    EXPECT_TRUE(encodeVotes({}).isEmpty());
    EXPECT_TRUE(decodeVotes({}).value().isEmpty());
}

// As written before it was known who was against a candidate: 4 fields each.
TEST(Votes, areReadAsTheyWereOnceWritten) {
    Votes votes = someVotes();
    votes[1].choices = {{Uuid(), u"李四"_s, 5, true}};
    const QByteArray now = encodeVotes(votes);
    QByteArray before = now; // ... 86 40 66(name) 05 01 00 00
    ASSERT_TRUE(before.endsWith(QByteArray::fromHex("05010000")));
    before.chop(2);
    before[before.lastIndexOf('\x86')] = '\x84';
    const auto read = decodeVotes(before);
    ASSERT_TRUE(ok(read));
    EXPECT_EQ(*read, votes);
}

TEST(Votes, refuseDamagedBytes) {
    const QByteArray stored = encodeVotes(someVotes());
    for (qsizetype size = 1; size < stored.size(); ++size)
        EXPECT_FALSE(decodeVotes(stored.left(size))) << size;
    EXPECT_FALSE(decodeVotes(stored + 'x'));
    EXPECT_FALSE(decodeVotes("hello"));
    EXPECT_FALSE(decodeVotes(QByteArray(100'000, '\x81')));
    EXPECT_FALSE(decodeVotes(QByteArray::fromHex("82019bffffffffffffffff")));
    Votes negative = someVotes();
    negative[0].votesFor = -1;
    EXPECT_FALSE(decodeVotes(encodeVotes(negative)));
    negative[0].votesFor = 1'000'001;
    EXPECT_FALSE(decodeVotes(encodeVotes(negative)));
}

TEST(Votes, neverCrashOnAnyBytes) {
    const QByteArray stored = encodeVotes(someVotes());
    QRandomGenerator random(5);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = stored;
        for (int i = random.bounded(5); i >= 0; --i)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        const auto read = decodeVotes(bytes);
        if (!read) continue;
        for (const VoteItem& item : *read)
            (void)judgeVote(item);
    }
}

TEST(ActivityFacts, tellTheRulesWhatWasVoted) {
    const Votes votes = someVotes();
    const VoteRow plan = voteRow(votes.at(0));
    EXPECT_EQ(plan[VoteFact::IsOrdinary], 1);
    EXPECT_EQ(plan[VoteFact::VoteDue], 21);
    EXPECT_EQ(plan[VoteFact::VotePersons], 1);
    EXPECT_EQ(plan[VoteFact::BallotsOut], kUnknown);
    const VoteRow election = voteRow(votes.at(1));
    EXPECT_EQ(election[VoteFact::IsElection], 1);
    EXPECT_EQ(election[VoteFact::Candidates], 2);
    EXPECT_EQ(election[VoteFact::LowestElected], 15);
    EXPECT_EQ(voteRow(VoteItem())[VoteFact::VoteDue], kUnknown);
}

TEST(ActivityFacts, leaveCountsUnknownWhenNobodyIsEntered) {
    ActivityRow row;
    fillCounts(row, {});
    EXPECT_EQ(row[ActivityFact::Due], kUnknown);
    AttendanceCounts counts;
    counts.due = 5;
    counts.present = 3;
    fillCounts(row, counts);
    EXPECT_EQ(row[ActivityFact::Due], 5);
    EXPECT_EQ(row[ActivityFact::Present], 3);
    EXPECT_EQ(row[ActivityFact::VotingDue], 0);
}
