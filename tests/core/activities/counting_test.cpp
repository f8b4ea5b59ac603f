// Ballot after ballot, person after person.

#include "core/activities/counting.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr auto F = BallotMark::For;
constexpr auto A = BallotMark::Against;
constexpr auto N = BallotMark::None;

VoteItem election(int seats, const QStringList& names) {
    VoteItem item;
    item.kind = VoteKind::Election;
    item.due = item.present = 5;
    item.seats = seats;
    item.secret = true;
    for (const QString& name : names)
        item.choices.append({Uuid(), name, 0, false});
    return item;
}

QStringList elected(const VoteItem& item) {
    QStringList names;
    for (const VoteChoice& each : item.choices)
        if (each.elected) names.append(each.name);
    return names;
}
}

TEST(Counting, countsEachCandidateAndLeavesOutVoidBallots) {
    const VoteItem item = counted(election(2, {u"甲"_s, u"乙"_s, u"丙"_s}),
                                  {{{F, F, N}}, {{F, A, F}}, {{F, F, A}}, {{F, F, F}, true}});
    EXPECT_EQ(item.ballotsBack, 4);
    EXPECT_EQ(item.ballotsVoid, 1);
    EXPECT_EQ(item.ballotsOut, 5); // everybody who is there was given one
    EXPECT_EQ(item.choices[0], (VoteChoice{Uuid(), u"甲"_s, 3, true, 0, 0}));
    EXPECT_EQ(item.choices[1], (VoteChoice{Uuid(), u"乙"_s, 2, false, 1, 0}));
    EXPECT_EQ(item.choices[2], (VoteChoice{Uuid(), u"丙"_s, 1, false, 1, 1}));
}

TEST(Counting, electsThoseWithTheMostVotesAndMoreThanHalf) {
    const QStringList names{u"甲"_s, u"乙"_s, u"丙"_s};
    const VoteItem clear = counted(
        election(2, names), {{{F, F, N}}, {{F, F, N}}, {{F, F, N}}, {{N, F, F}}, {{N, N, F}}});
    EXPECT_EQ(elected(clear), (QStringList{u"甲"_s, u"乙"_s}));
    EXPECT_TRUE(clear.passed);
    // 2 of 5 is not more than half, though there is a seat.
    const VoteItem few
        = counted(election(2, names), {{{F, F, N}}, {{F, F, N}}, {{F, N, N}}, {{F}}, {{F}}});
    EXPECT_EQ(elected(few), QStringList{u"甲"_s});
    // Two have the votes for one seat: neither, until they are voted on again.
    const VoteItem tied = counted(
        election(1, names), {{{F, F, N}}, {{F, F, N}}, {{F, F, N}}, {{N, N, N}}, {{N, N, N}}});
    EXPECT_TRUE(elected(tied).isEmpty());
    EXPECT_FALSE(tied.passed);
}

TEST(Counting, knowsABallotWithMoreNamesThanSeats) {
    const VoteItem item = election(2, {u"甲"_s, u"乙"_s, u"丙"_s});
    EXPECT_FALSE(isOverfull(item, {{F, F, A}}));
    EXPECT_TRUE(isOverfull(item, {{F, F, F}}));
}

TEST(Counting, countsAnswersOnOnePerson) {
    VoteItem item;
    item.kind = VoteKind::Admission;
    item.due = item.present = 5;
    item.secret = true;
    item.votesFor = 99; // from before
    item = counted(item, {{{F}}, {{F}}, {{F}}, {{A}}, {{N}}});
    EXPECT_EQ(item.votesFor, 3);
    EXPECT_EQ(item.against, 1);
    EXPECT_EQ(item.abstain, 1);
    EXPECT_TRUE(item.passed);
    EXPECT_EQ(marksOf(item), 1);
}

TEST(Counting, writesStrokesAsCountersDo) {
    const QList<std::pair<int, QString>> table{{0, {}},         {1, u"一"_s},     {4, u"止"_s},
                                               {5, u"正"_s},    {6, u"正一"_s},   {9, u"正止"_s},
                                               {10, u"正正"_s}, {12, u"正正丅"_s}};
    for (const auto& [votes, marks] : table)
        EXPECT_EQ(tallyMarks(votes), marks) << votes;
}

TEST(OnePersonEach, makesAVoteOfEachPersonOfAnAdmission) {
    VoteItem item;
    item.kind = VoteKind::Admission;
    item.title = u"讨论接收甲某、乙某、丙某为预备党员"_s;
    item.due = 20;
    item.present = 15;
    item.votesFor = 14;
    item.passed = true;
    item.choices = {{newUuid(1), u"甲某"_s, 0, false},
                    {Uuid(), u"乙某"_s, 0, false},
                    {Uuid(), u"丙某"_s, 0, false}};
    const Votes votes = onePersonEach(item);
    ASSERT_EQ(votes.size(), 3);
    for (qsizetype i = 0; i < votes.size(); ++i) {
        ASSERT_EQ(votes[i].choices.size(), 1);
        EXPECT_EQ(votes[i].choices[0].person, item.choices[i].person);
        EXPECT_EQ(votes[i].title, u"讨论接收%1为预备党员"_s.arg(item.choices[i].name));
        EXPECT_EQ(votes[i].due, 20);
        EXPECT_EQ(votes[i].present, 15);
        EXPECT_EQ(votes[i].votesFor, 0); // of all together is of none
        EXPECT_TRUE(votes[i].secret);
        EXPECT_FALSE(votes[i].passed);
    }
    item.choices.resize(1);
    EXPECT_EQ(onePersonEach(item), Votes{item});
    item.kind = VoteKind::Election;
    item.choices = {{}, {}};
    EXPECT_EQ(onePersonEach(item), Votes{item});
}

TEST(OnePersonEach, goesOnToTheNextPerson) {
    VoteItem item;
    item.kind = VoteKind::Admission;
    item.title = u"讨论接收甲某为预备党员"_s;
    item.due = 20;
    item.present = 15;
    item.votesFor = 14;
    item.choices = {{newUuid(1), u"甲某"_s, 0, false}};
    const VoteItem next = nextPerson(item);
    EXPECT_EQ(next.title, u"讨论接收为预备党员"_s);
    EXPECT_EQ(next.due, 20);
    EXPECT_EQ(next.present, 15);
    EXPECT_EQ(next.votesFor, 0);
    EXPECT_TRUE(next.secret);
    EXPECT_TRUE(next.choices.isEmpty());
}
