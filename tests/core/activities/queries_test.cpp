// Who is expected, and what was held.

#include "tests/core/activities/meetings.h"

#include <algorithm>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kDay(2026, 9, 15);

std::optional<Expected> expectedOf(const Town& town, const Person& person, QDate day,
                                   const QString& kind = u"branch-meeting"_s) {
    const auto all = expectedAt(town.reader(), kindNamed(kind), town.xidang.id, day);
    EXPECT_TRUE(ok(all));
    for (const ExpectedPerson& each : *all)
        if (each.id == person.id) return each.expected;
    return std::nullopt;
}

Person changed(Town& town, Person person, const std::function<void(Person&)>& edit) {
    edit(person);
    const auto saved = savePerson(*town.store, person);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(person);
}

QStringList titlesIn(const Town& town, Id<Organisation> scope, const Period& period,
                     const QString& kind = {}) {
    QStringList titles;
    const auto lines = activitiesIn(town.reader(), scope, period, kind);
    EXPECT_TRUE(ok(lines));
    for (const ActivityLine& line : *lines)
        titles.append(line.title);
    return titles;
}

QStringList titlesOf(const Town& town, Id<Organisation> organisation, const Period& period) {
    QStringList titles;
    const auto all = activitiesOf(town.reader(), organisation, period);
    EXPECT_TRUE(ok(all));
    for (const Activity& each : *all)
        titles.append(each.title);
    return titles;
}

Edit titled(const QString& title) {
    return [title](ActivityRecord& record) { record.activity.title = title; };
}

Edit jointly(const QString& title, Id<Organisation> with) {
    return [title, with](ActivityRecord& record) {
        record.activity.title = title;
        record.activity.joint = with.value.toBytes();
    };
}
}

TEST(Expected, membersOfTheBranchAndNobodyElse) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    town.member(u"邻村人"_s, town.dongyan.id);
    Person applicant = wang;
    applicant.id = {};
    applicant.name = u"申请人"_s;
    applicant.stage = u"activist"_s;
    applicant.joinedOn = {};
    applicant.fullOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, applicant)));
    const auto all
        = expectedAt(town.reader(), kindNamed(u"branch-meeting"_s), town.xidang.id, kDay);
    ASSERT_TRUE(ok(all));
    ASSERT_EQ(all->size(), 1);
    EXPECT_EQ(all->first().name, u"王强"_s);
    EXPECT_TRUE(all->first().expected.voting);
    // Talks are held with whom the clerk chooses, members or not.
    const auto anybody = expectedAt(town.reader(), kindNamed(u"talk"_s), town.xidang.id, kDay);
    EXPECT_EQ(anybody->size(), 2);
}

TEST(Expected, inTheOrderOfStrokes) {
    Town town;
    town.member(u"魏山"_s, town.xidang.id);
    town.member(u"丁山"_s, town.xidang.id);
    town.member(u"王山"_s, town.xidang.id);
    const auto all = expectedAt(town.reader(), kindNamed(u"party-day"_s), town.xidang.id, kDay);
    ASSERT_EQ(all->size(), 3);
    EXPECT_EQ(all->at(0).name, u"丁山"_s);
    EXPECT_EQ(all->at(1).name, u"王山"_s);
    EXPECT_EQ(all->at(2).name, u"魏山"_s);
}

TEST(Expected, probationaryMembersComeButDoNotVote) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id), [](Person& p) {
        p.stage = u"probationary"_s;
        p.joinedOn = PartialDate(2026, 3, 1);
        p.fullOn = {};
    });
    EXPECT_FALSE(expectedOf(town, person, QDate(2026, 2, 28)).has_value()); // not joined yet
    ASSERT_TRUE(expectedOf(town, person, QDate(2026, 3, 1)).has_value());
    EXPECT_FALSE(expectedOf(town, person, QDate(2026, 3, 1))->voting);
}

TEST(Expected, fullMembersVoteFromTheDayOfTheirConfirmation) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id), [](Person& p) {
        p.joinedOn = PartialDate(2025, 6, 1);
        p.fullOn = PartialDate(2026, 6, 1);
    });
    EXPECT_FALSE(expectedOf(town, person, QDate(2026, 5, 31))->voting);
    EXPECT_TRUE(expectedOf(town, person, QDate(2026, 6, 1))->voting);
}

TEST(Expected, suspendedMembersDoNotVoteUntilTheDay) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id), [](Person& p) {
        p.rightsSuspendedUntil = PartialDate(2026, 9, 15);
    });
    EXPECT_FALSE(expectedOf(town, person, QDate(2026, 9, 14))->voting);
    EXPECT_TRUE(expectedOf(town, person, QDate(2026, 9, 15))->voting);
}

TEST(Expected, whoIsExcludedWithApprovalIsNeitherCountedNorVotes) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id), [](Person& p) {
        p.quorumExclusion = u"bedridden"_s;
        p.exemptSince = PartialDate(2026, 1, 1); // the stronger of the two holds
        p.quorumExcludedOn = PartialDate(2026, 5, 10);
    });
    EXPECT_TRUE(expectedOf(town, person, QDate(2026, 5, 9))->voting);
    EXPECT_EQ(expectedOf(town, person, QDate(2026, 5, 9))->mark, Mark::Exempt);
    EXPECT_FALSE(expectedOf(town, person, QDate(2026, 5, 10))->voting);
    EXPECT_EQ(expectedOf(town, person, QDate(2026, 5, 10))->mark, Mark::Excluded);
}

TEST(Expected, exclusionsThatNobodyHasApprovedCountAsBefore) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id),
                                  [](Person& p) { p.quorumExclusion = u"abroad"_s; });
    EXPECT_TRUE(expectedOf(town, person, QDate(2026, 5, 9))->voting);
    EXPECT_EQ(expectedOf(town, person, QDate(2026, 5, 9))->mark, Mark::Present);
}

TEST(Expected, oldAndIllAreExemptFromTheirDay) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id),
                                  [](Person& p) { p.exemptSince = PartialDate(2026, 4, 1); });
    EXPECT_EQ(expectedOf(town, person, QDate(2026, 3, 31))->mark, Mark::Present);
    EXPECT_EQ(expectedOf(town, person, QDate(2026, 4, 1))->mark, Mark::Exempt);
    EXPECT_TRUE(expectedOf(town, person, QDate(2026, 4, 1))->voting);
}

TEST(Expected, whoHasLeftIsNotExpectedFromThatDayOn) {
    Town town;
    const Person person = changed(town, town.member(u"王强"_s, town.xidang.id),
                                  [](Person& p) { p.leftOn = PartialDate(2026, 9, 15); });
    EXPECT_TRUE(expectedOf(town, person, QDate(2026, 9, 14)).has_value());
    EXPECT_FALSE(expectedOf(town, person, QDate(2026, 9, 15)).has_value());
}

TEST(Expected, committeeMeetingsOfThoseWhoHeldASeatOnThatDay) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 4);
    const Post publicity = seat(town, people[1], town.xidang.id, u"publicity_member"_s);
    seat(town, people[2], town.xidang.id, u"village_director"_s); // no seat of the committee
    const auto names = [&](QDate day) {
        return expectedAt(town.reader(), kindNamed(u"committee-meeting"_s), town.xidang.id, day)
            ->size();
    };
    EXPECT_EQ(names(kDay), 2);
    EXPECT_EQ(names(QDate(2023, 12, 31)), 0);
    ASSERT_TRUE(ok(endPost(*town.store, publicity.id, PartialDate(2026, 9, 14))));
    EXPECT_EQ(names(QDate(2026, 9, 14)), 2);
    EXPECT_EQ(names(kDay), 1);
}

TEST(Expected, groupMeetingsOfTheGroup) {
    Town town;
    const Organisation group = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    town.member(u"王强"_s, town.xidang.id);
    changed(town, town.member(u"赵丽"_s, town.xidang.id), [&](Person& p) { p.groupId = group.id; });
    const auto all = expectedAt(town.reader(), kindNamed(u"group-meeting"_s), group.id, kDay);
    ASSERT_EQ(all->size(), 1);
    EXPECT_EQ(all->first().name, u"赵丽"_s);
}

TEST(ActivitiesIn, ofAScopeAndAPeriodByTime) {
    Town town;
    settle(town, town.xidang.id, 3);
    const Organisation group = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 9, 30), titled(u"九月末"_s));
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 9, 1), titled(u"九月初"_s));
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 8, 31), titled(u"八月末"_s));
    hold(town, u"talk"_s, town.xidang.id, QDate(2026, 9, 10), titled(u"谈话"_s));
    hold(town, u"group-meeting"_s, group.id, QDate(2026, 9, 12), [](ActivityRecord& record) {
        record.activity.title = u"小组"_s;
        record.activity.state = u"draft"_s; // nobody is in it
    });
    hold(town, u"party-day"_s, town.dongyan.id, QDate(2026, 9, 5), [](ActivityRecord& record) {
        record.activity.title = u"邻村"_s;
        record.activity.state = u"draft"_s;
    });
    const Period september = Period::ofMonth(2026, 9);
    EXPECT_EQ(titlesIn(town, town.xidang.id, september),
              QStringList({u"九月初"_s, u"谈话"_s, u"小组"_s, u"九月末"_s}));
    EXPECT_EQ(titlesIn(town, town.xidang.id, september, u"party-day"_s),
              QStringList({u"九月初"_s, u"九月末"_s}));
    EXPECT_EQ(titlesIn(town, town.committee.id, september).size(), 5);
    EXPECT_EQ(titlesIn(town, {}, Period::ofYear(2026)).size(), 6);
    EXPECT_EQ(titlesOf(town, town.xidang.id, september),
              QStringList({u"九月初"_s, u"谈话"_s, u"小组"_s, u"九月末"_s}));
    EXPECT_EQ(titlesOf(town, group.id, september), QStringList(u"小组"_s));
}

TEST(ActivitiesIn, jointOnesBelongToAllWhoHeldThem) {
    Town town;
    settle(town, town.xidang.id, 3);
    const Organisation hewan = town.add(u"河湾村党支部"_s, u"branch"_s, town.committee.id);
    hold(town, u"party-day"_s, town.xidang.id, kDay, jointly(u"联合"_s, town.dongyan.id));
    const Period month = Period::ofMonth(2026, 9);
    for (const Id<Organisation> scope : {town.xidang.id, town.dongyan.id, town.committee.id}) {
        EXPECT_EQ(titlesIn(town, scope, month), QStringList(u"联合"_s)); // once, also for both
    }
    EXPECT_EQ(titlesOf(town, town.dongyan.id, month), QStringList(u"联合"_s));
    EXPECT_TRUE(titlesIn(town, hewan.id, month).isEmpty());
    EXPECT_TRUE(titlesOf(town, hewan.id, month).isEmpty());
}

TEST(ActivitiesIn, groupsThatMetTogetherAreOfTheirBranch) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    const Organisation first = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    const Organisation second = town.add(u"第二党小组"_s, u"group"_s, town.xidang.id);
    changed(town, people[1], [&](Person& p) { p.groupId = first.id; });
    hold(town, u"group-meeting"_s, first.id, kDay, jointly(u"两组"_s, second.id));
    const Period month = Period::ofMonth(2026, 9);
    EXPECT_EQ(titlesOf(town, town.xidang.id, month), QStringList(u"两组"_s));
    EXPECT_EQ(titlesOf(town, second.id, month), QStringList(u"两组"_s));
    EXPECT_TRUE(titlesOf(town, town.dongyan.id, month).isEmpty());
}

TEST(LastActivity, isTheNewestFinalOne) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto last
        = [&] { return lastActivity(town.reader(), town.xidang.id, u"party-day"_s).value(); };
    EXPECT_FALSE(last().has_value());
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 9, 15), titled(u"新"_s));
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 8, 15), titled(u"旧"_s));
    hold(town, u"talk"_s, town.xidang.id, QDate(2026, 10, 1), titled(u"别的"_s));
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 10, 15), [](ActivityRecord& record) {
        record.activity.title = u"草稿"_s;
        record.activity.state = u"draft"_s;
    });
    ASSERT_TRUE(last().has_value());
    EXPECT_EQ(last()->title, u"新"_s);
}

TEST(NamesOf, alsoOfPeopleWhoWereRemoved) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    ASSERT_TRUE(ok(removePerson(*town.store, wang.id)));
    const Uuid nobody = newUuid(1'800'000'000'000);
    const auto names = namesOf(town.reader(), {wang.id.value, nobody});
    ASSERT_TRUE(ok(names));
    EXPECT_EQ(names->value(wang.id.value), u"王强"_s);
    EXPECT_FALSE(names->contains(nobody));
}

TEST(Held, isTheSameLineByLine) {
    Town town;
    settle(town, town.xidang.id, 3);
    town.member(u"王强"_s, town.dongyan.id);
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 9, 15), titled(u"九月"_s));
    hold(town, u"party-day"_s, town.dongyan.id, QDate(2026, 2, 15),
         jointly(u"二月"_s, town.xidang.id));
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 2, 20), titled(u"大会"_s));
    hold(town, u"party-day"_s, town.xidang.id, QDate(2025, 12, 31), titled(u"去年"_s));
    for (const Id<Organisation>& scope : {Id<Organisation>{}, town.xidang.id, town.dongyan.id}) {
        QStringList titles;
        ASSERT_TRUE(
            ok(forEachActivity(town.reader(), scope, Period::ofYear(2026),
                               [&](const ActivityLine& line) { titles.append(line.title); })));
        EXPECT_EQ(titles, titlesIn(town, scope, Period::ofYear(2026)));
        EXPECT_TRUE(titles.contains(u"二月"_s));
    }
}

TEST(Held, isCountedWholeAndListedInPart) {
    Town town;
    settle(town, town.xidang.id, 3);
    town.member(u"王强"_s, town.dongyan.id);
    const QDate today(2026, 9, 20);
    for (const int day : {3, 18, 25})
        hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 9, day), titled(u"党日"_s));
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 9, 10),
         [](ActivityRecord& record) { record.activity.state = u"draft"_s; });
    hold(town, u"party-day"_s, town.dongyan.id, QDate(2026, 9, 1),
         jointly(u"共同"_s, town.xidang.id));
    const auto overview
        = heldOverview(town.reader(), town.xidang.id, Period::ofMonth(2026, 9), today, 2);
    ASSERT_TRUE(ok(overview));
    EXPECT_EQ(overview->count, 5);
    EXPECT_EQ(overview->byKind.value(u"party-day"_s).held, 3); // the 25th is still to come
    EXPECT_EQ(overview->byKind.value(u"branch-meeting"_s).drafts, 1);
    ASSERT_EQ(overview->lines.size(), 2); // the earliest, the joint one among them
    EXPECT_EQ(overview->lines[0].startsAt.date(), QDate(2026, 9, 1));
    EXPECT_EQ(overview->lines[1].startsAt.date(), QDate(2026, 9, 3));
    ActivityLine line = overview->lines[0];
    EXPECT_TRUE(line.title.isEmpty());
    ASSERT_TRUE(ok(addTexts(town.reader(), line)));
    EXPECT_EQ(line.title, u"共同"_s);
    EXPECT_EQ(line.place, u"会议室"_s);
}
