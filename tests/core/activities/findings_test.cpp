// What is wrong with an organisation or with one meeting, through the store.

#include "tests/core/activities/meetings.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);
const QDate kDay(2026, 9, 15);

qsizetype count(const Town& town, const QString& rule, QDate today = kToday) {
    return findingsOf(town, rule, town.xidang.id, today).size();
}

Edit voting(int due, int present, int votesFor, VoteKind kind = VoteKind::Ordinary) {
    return [=](ActivityRecord& record) {
        VoteItem item;
        item.title = u"决议"_s;
        item.kind = kind;
        item.due = due;
        item.present = present;
        item.votesFor = votesFor;
        item.secret = true;
        item.passed = true;
        record.votes.append(item);
    };
}

void absent(ActivityRecord& record, qsizetype howMany) {
    for (qsizetype i = 0; i < howMany; ++i)
        record.attendance[record.attendance.size() - 1 - i].mark = Mark::Absent;
}

void endTerm(Town& town, const PartialDate& day) {
    Organisation branch = town.reader().find(town.xidang.id).value().value();
    branch.termEndsOn = day;
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch)));
}
}

TEST(BranchFindings, fewerThanThreeFullMembers) {
    Town town;
    settle(town, town.xidang.id, 2);
    EXPECT_EQ(count(town, u"C01"_s), 1);
    Person third = town.member(u"王强"_s, town.xidang.id);
    EXPECT_EQ(count(town, u"C01"_s), 0);
    third.stage = u"probationary"_s; // counts as a member, not as a full one
    third.joinedOn = PartialDate(2026, 3, 1);
    third.fullOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, third)));
    EXPECT_EQ(count(town, u"C01"_s), 1);
    EXPECT_EQ(findingsOf(town, u"C01"_s, town.xidang.id, kToday).first().have, 2);
}

TEST(BranchFindings, moreThanFiftyMembers) {
    Town town;
    settle(town, town.xidang.id, 50);
    EXPECT_EQ(count(town, u"C02"_s), 0);
    town.member(u"第五十一"_s, town.xidang.id);
    EXPECT_EQ(count(town, u"C02"_s), 1);
}

TEST(BranchFindings, sevenFullMembersNeedACommittee) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 6);
    EXPECT_EQ(count(town, u"R-109"_s), 0);
    town.member(u"第七人"_s, town.xidang.id);
    EXPECT_EQ(count(town, u"R-109"_s), 1);
    seat(town, people[1], town.xidang.id, u"publicity_member"_s);
    EXPECT_EQ(count(town, u"R-109"_s), 0);
    EXPECT_EQ(count(town, u"C04"_s), 1); // two seats: fewer than three
    seat(town, people[2], town.xidang.id, u"discipline_member"_s);
    EXPECT_EQ(count(town, u"C04"_s), 0);
}

TEST(BranchFindings, committeeOfSevenAtMost) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 9);
    for (int i = 1; i <= 6; ++i)
        seat(town, people[i], town.xidang.id, u"publicity_member"_s);
    EXPECT_EQ(count(town, u"C04"_s), 0); // with the secretary seven
    seat(town, people[7], town.xidang.id, u"publicity_member"_s);
    EXPECT_EQ(count(town, u"C04"_s), 1);
    // A seat that has ended counts no more.
    const auto posts = postsIn(town.reader(), town.xidang.id, kToday).value();
    ASSERT_TRUE(ok(endPost(*town.store, posts.last().id, PartialDate(kToday.addDays(-1)))));
    EXPECT_EQ(count(town, u"C04"_s), 0);
}

TEST(BranchFindings, theTermIsRemindedOfAndRunsOut) {
    Town town;
    settle(town, town.xidang.id, 3);
    EXPECT_EQ(count(town, u"R-107"_s) + count(town, u"C05"_s), 0); // no term on record
    endTerm(town, PartialDate(kToday.addDays(181)));
    EXPECT_EQ(count(town, u"R-107"_s), 0);
    endTerm(town, PartialDate(kToday.addDays(180)));
    EXPECT_EQ(count(town, u"R-107"_s), 1);
    EXPECT_EQ(findingsOf(town, u"R-107"_s, town.xidang.id, kToday).first().standing, Standing::Due);
    endTerm(town, PartialDate(kToday)); // the last day
    EXPECT_EQ(count(town, u"R-107"_s), 1);
    EXPECT_EQ(count(town, u"C05"_s), 0);
    endTerm(town, PartialDate(kToday.addDays(-1)));
    EXPECT_EQ(count(town, u"R-107"_s), 0);
    EXPECT_EQ(count(town, u"C05"_s), 1);
    EXPECT_EQ(findingsOf(town, u"C05"_s, town.xidang.id, kToday).first().have, 1);
}

TEST(BranchFindings, oneSecretaryOfTwoBranches) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    EXPECT_EQ(count(town, u"C09"_s), 0);
    const Post second = seat(town, people[0], town.dongyan.id, u"secretary"_s);
    EXPECT_EQ(count(town, u"C09"_s), 1);
    // Also where only one of the two is asked about.
    const auto scoped = check(town.reader(), town.xidang.id, kToday).value();
    EXPECT_TRUE(std::any_of(scoped.begin(), scoped.end(),
                            [](const Finding& each) { return each.rule == u"C09"_s; }));
    ASSERT_TRUE(ok(endPost(*town.store, second.id, PartialDate(2026, 11, 19))));
    EXPECT_EQ(count(town, u"C09"_s), 0);
}

TEST(MeetingFindings, committeeNeedsHalfOfItsMembers) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 4);
    for (int i = 1; i <= 3; ++i)
        seat(town, people[i], town.xidang.id, u"publicity_member"_s);
    hold(town, u"committee-meeting"_s, town.xidang.id, kDay,
         [](ActivityRecord& record) { absent(record, 2); }); // 2 of 4
    EXPECT_EQ(count(town, u"C17"_s), 0);
    hold(town, u"committee-meeting"_s, town.xidang.id, kDay.addDays(1),
         [](ActivityRecord& record) { absent(record, 3); });
    EXPECT_EQ(count(town, u"C17"_s), 1);
    const Finding finding = findingsOf(town, u"C17"_s, town.xidang.id, kToday).first();
    EXPECT_EQ(finding.have, 1);
    EXPECT_EQ(finding.need, 2);
    EXPECT_FALSE(finding.activity.isNull());
}

TEST(MeetingFindings, votesNeedQuorumAndMajorityOfAllWhoAreDue) {
    Town town;
    settle(town, town.xidang.id, 4);
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay, voting(4, 4, 3));
    EXPECT_EQ(count(town, u"R-106"_s) + count(town, u"C18"_s), 0);
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay.addDays(1), [](ActivityRecord& record) {
        absent(record, 2);
        voting(4, 2, 2)(record); // half is there: may vote; half in favour: does not carry
    });
    EXPECT_EQ(count(town, u"R-106"_s), 0);
    EXPECT_EQ(count(town, u"C18"_s), 1);
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay.addDays(2), [](ActivityRecord& record) {
        absent(record, 3);
        voting(4, 1, 1)(record);
    });
    EXPECT_EQ(count(town, u"R-106"_s), 1);
    EXPECT_EQ(count(town, u"C18"_s), 2);
}

TEST(MeetingFindings, whoHasNoVoteIsNotCounted) {
    Town town;
    QList<Person> people = settle(town, town.xidang.id, 4);
    people[3].stage = u"probationary"_s;
    people[3].joinedOn = PartialDate(2026, 3, 1);
    people[3].fullOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, people[3])));
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay, voting(3, 3, 3));
    EXPECT_EQ(count(town, u"C20"_s), 0);
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay.addDays(1), voting(4, 4, 4));
    EXPECT_EQ(count(town, u"C20"_s), 2); // too many due, too many present
}

TEST(MeetingFindings, theSecretaryOfThatDayPresides) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    const auto hostedBy = [&](const Person& host, QDate day, const QString& delegation = {}) {
        hold(town, u"branch-meeting"_s, town.xidang.id, day, [&](ActivityRecord& record) {
            record.activity.host = host.name;
            record.activity.hostId = host.id;
            record.activity.delegation = delegation;
        });
    };
    hostedBy(people[0], QDate(2026, 2, 1));
    hostedBy(people[1], QDate(2026, 5, 1), u"书记外出学习,委托主持"_s);
    EXPECT_EQ(count(town, u"C22"_s), 0);
    hostedBy(people[1], QDate(2026, 6, 1));
    EXPECT_EQ(count(town, u"C22"_s), 1);
    // A new secretary from 1 September: the meetings before were the old one's.
    const auto posts = postsIn(town.reader(), town.xidang.id, kToday).value();
    ASSERT_TRUE(ok(endPost(*town.store, posts.first().id, PartialDate(2026, 8, 31))));
    Post next;
    next.personId = people[2].id;
    next.organisationId = town.xidang.id;
    next.kind = u"secretary"_s;
    next.fromOn = PartialDate(2026, 9, 1);
    ASSERT_TRUE(ok(appoint(*town.store, next)));
    EXPECT_EQ(count(town, u"C22"_s), 1);
    hostedBy(people[2], QDate(2026, 9, 1));
    EXPECT_EQ(count(town, u"C22"_s), 1);
    hostedBy(people[0], QDate(2026, 10, 1));
    EXPECT_EQ(count(town, u"C22"_s), 2);
}

TEST(MeetingFindings, notBeforeTheBranchNorAfterToday) {
    Town town;
    Organisation branch = town.xidang;
    branch.establishedOn = PartialDate(2026, 3, 1);
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch)));
    settle(town, town.xidang.id, 3);
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 3, 1));
    hold(town, u"party-day"_s, town.xidang.id, kToday);
    EXPECT_EQ(count(town, u"C23"_s), 0);
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 2, 28));
    EXPECT_EQ(count(town, u"C23"_s), 1);
    hold(town, u"party-day"_s, town.xidang.id, kToday.addDays(1),
         [](ActivityRecord& record) { record.activity.recordedOn = kToday; });
    EXPECT_EQ(count(town, u"C23"_s), 2);
}

TEST(MeetingFindings, aDayInThePastDoesNotSeeWhatCameLater) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"party-day"_s, town.xidang.id, kDay);
    EXPECT_EQ(count(town, u"C23"_s, QDate(2026, 6, 30)), 0);
}

TEST(MeetingFindings, lateWritingIsOnlyNoted) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto writtenAfter = [&](QDate day, int days) {
        hold(town, u"party-day"_s, town.xidang.id, day,
             [&](ActivityRecord& record) { record.activity.recordedOn = day.addDays(days); });
    };
    writtenAfter(QDate(2026, 5, 1), 30);
    EXPECT_EQ(count(town, u"R-111"_s), 0);
    writtenAfter(QDate(2026, 6, 1), 31);
    EXPECT_EQ(count(town, u"R-111"_s), 1);
    EXPECT_EQ(findingsOf(town, u"R-111"_s, town.xidang.id, kToday).first().severity,
              Severity::Note);
}

TEST(MeetingFindings, branchAndCommitteeMeetingAtTheSameTime) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    seat(town, people[1], town.xidang.id, u"publicity_member"_s);
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay); // 9:00 to 10:00
    hold(town, u"committee-meeting"_s, town.xidang.id, kDay, [](ActivityRecord& record) {
        record.activity.startsAt = QDateTime(kDay, QTime(10, 0));
        record.activity.endsAt = QDateTime(kDay, QTime(11, 0));
    });
    EXPECT_EQ(count(town, u"R-110"_s), 0);
    hold(town, u"committee-meeting"_s, town.xidang.id, kDay,
         [](ActivityRecord& record) { record.activity.startsAt = QDateTime(kDay, QTime(9, 59)); });
    EXPECT_EQ(count(town, u"R-110"_s), 1);
}
