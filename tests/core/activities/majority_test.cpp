// The three kinds of majority at their boundaries (rulebook 15, C18, C19, C21).

#include "core/activities/votes.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
VoteItem vote(VoteKind kind, int due, int present, int votesFor) {
    VoteItem item;
    item.kind = kind;
    item.due = due;
    item.present = present;
    item.votesFor = votesFor;
    item.secret = true;
    return item;
}

VoteItem election(int due, int present, int lowest) {
    VoteItem item = vote(VoteKind::Election, due, present, 0);
    item.seats = 1;
    item.ballotsOut = item.ballotsBack = present;
    item.choices = {{Uuid(), u"张三"_s, lowest, true}, {Uuid(), u"李四"_s, 0, false}};
    return item;
}
}

TEST(Majority, ordinaryNeedsHalfThereAndMoreThanHalfOfTheDue) {
    struct Case {
        int due, present, votesFor;
        bool mayVote, passes;
    };
    for (const Case& one :
         {Case{21, 11, 11, true, true}, Case{21, 11, 10, true, false},
          Case{21, 10, 10, false, false}, Case{20, 10, 10, true, false},
          Case{20, 11, 11, true, true}, Case{20, 9, 9, false, false}, Case{1, 1, 1, true, true},
          Case{2, 1, 1, true, false}, Case{2, 2, 2, true, true}, Case{0, 0, 0, false, false}}) {
        const VoteVerdict verdict
            = judgeVote(vote(VoteKind::Ordinary, one.due, one.present, one.votesFor));
        EXPECT_EQ(verdict.mayVote, one.mayVote) << one.due << ' ' << one.present;
        EXPECT_EQ(verdict.passes, one.passes) << one.due << ' ' << one.votesFor;
        EXPECT_FALSE(verdict.sentence.isEmpty());
    }
}

TEST(Majority, admissionNeedsMoreThanHalfThere) {
    EXPECT_FALSE(judgeVote(vote(VoteKind::Admission, 20, 10, 10)).mayVote);
    EXPECT_TRUE(judgeVote(vote(VoteKind::Admission, 20, 11, 11)).passes);
    EXPECT_TRUE(judgeVote(vote(VoteKind::Admission, 21, 11, 11)).passes);
    EXPECT_FALSE(judgeVote(vote(VoteKind::Admission, 21, 10, 10)).mayVote);
    EXPECT_FALSE(judgeVote(vote(VoteKind::Admission, 20, 12, 10)).passes);
}

TEST(Majority, admissionCountsWrittenOpinions) {
    VoteItem item = vote(VoteKind::Admission, 20, 11, 12);
    EXPECT_FALSE(judgeVote(item).passes); // 12 votes of 11 persons
    item.written = 1;
    EXPECT_TRUE(judgeVote(item).passes);
}

TEST(Majority, admissionIsSecretAndOneByOne) {
    VoteItem item = vote(VoteKind::Admission, 20, 15, 15);
    item.secret = false;
    EXPECT_FALSE(judgeVote(item).passes);
    EXPECT_TRUE(judgeVote(item).sentence.contains(u"无记名"_s));
    item.secret = true;
    item.choices = {{Uuid(), u"张三"_s, 15, true}};
    EXPECT_TRUE(judgeVote(item).passes);
    item.choices.append({Uuid(), u"李四"_s, 15, true});
    EXPECT_FALSE(judgeVote(item).passes);
    EXPECT_TRUE(judgeVote(item).sentence.contains(u"逐个"_s));
}

TEST(Majority, electionNeedsFourFifthsThere) {
    EXPECT_EQ(presentNeeded(VoteKind::Election, 21), 17);
    EXPECT_EQ(presentNeeded(VoteKind::Election, 20), 16);
    EXPECT_TRUE(judgeVote(election(21, 17, 9)).passes);
    EXPECT_FALSE(judgeVote(election(21, 16, 16)).mayVote);
    EXPECT_TRUE(judgeVote(election(20, 16, 9)).passes);
    EXPECT_FALSE(judgeVote(election(20, 16, 8)).passes); // 8 of 16 is not more than half
}

TEST(Majority, electionTermsMayCountTheDue) {
    EXPECT_TRUE(judgeVote(election(20, 16, 9)).passes);
    EXPECT_FALSE(judgeVote(election(20, 16, 10), {true, 20}).passes);
    EXPECT_TRUE(judgeVote(election(20, 16, 11), {true, 20}).passes);
}

TEST(Majority, electionRefusesMoreBallotsBackThanOut) {
    VoteItem item = election(20, 20, 15);
    item.ballotsBack = 21;
    EXPECT_FALSE(judgeVote(item).passes);
    item.ballotsBack = 20;
    EXPECT_TRUE(judgeVote(item).passes);
    item.ballotsBack = 19;
    EXPECT_TRUE(judgeVote(item).passes);
}

TEST(Majority, electionRefusesMoreElectedThanSeats) {
    VoteItem item = election(20, 20, 15);
    item.choices[1] = {Uuid(), u"李四"_s, 14, true};
    EXPECT_FALSE(judgeVote(item).passes);
    item.seats = 2;
    EXPECT_TRUE(judgeVote(item).passes);
    item.choices[0].elected = item.choices[1].elected = false;
    EXPECT_FALSE(judgeVote(item).passes);
}

TEST(Majority, differentialElectionRoundsUp) {
    const QList<std::pair<int, int>> table{{3, 4}, {4, 5}, {5, 6}, {6, 8}, {7, 9}, {10, 12}};
    for (const auto& [seats, candidates] : table)
        EXPECT_EQ(candidatesNeeded(seats), candidates) << seats;
    VoteItem item = election(20, 20, 15);
    item.differential = true;
    EXPECT_TRUE(judgeVote(item).passes); // two for one seat
    item.choices.removeLast();
    EXPECT_FALSE(judgeVote(item).passes);
    item.differential = false;
    EXPECT_TRUE(judgeVote(item).passes);
}

TEST(Majority, refusesImpossibleCounts) {
    EXPECT_FALSE(judgeVote(vote(VoteKind::Ordinary, 20, 21, 15)).passes);
    EXPECT_FALSE(judgeVote(vote(VoteKind::Ordinary, 20, 15, 16)).passes);
    EXPECT_TRUE(judgeVote(vote(VoteKind::Ordinary, 20, 15, 15)).passes);
}

TEST(Majority, saysWhyInFigures) {
    const QString sentence = judgeVote(vote(VoteKind::Ordinary, 21, 11, 10)).sentence;
    for (const QString& word : {u"10"_s, u"21"_s, u"至少 11 票"_s})
        EXPECT_TRUE(sentence.contains(word)) << sentence.toStdString();
}

TEST(Majority, tellsWhatWasCounted) {
    VoteItem item = vote(VoteKind::Ordinary, 21, 15, 13);
    item.against = 1;
    item.abstain = 2;
    EXPECT_EQ(countedVotes(item), u"赞成 13 票、反对 1 票、弃权 2 票"_s);
    item.written = 1;
    EXPECT_EQ(countedVotes(item), u"赞成 13 票、反对 1 票、弃权 2 票（含书面意见 1 票）"_s);
    item = election(20, 17, 12);
    item.ballotsVoid = 1;
    EXPECT_EQ(countedVotes(item),
              u"发出选票 17 张、收回 17 张，其中无效票 1 张；"
              u"得票：张三 12 票（当选）、李四 0 票"_s);
    item.choices.clear();
    EXPECT_EQ(countedVotes(item), u"发出选票 17 张、收回 17 张，其中无效票 1 张"_s);
}
