#include "core/people/commands.h"
#include "core/people/queries.h"
#include "core/store/history.h"
#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QList<QByteArray> refusedColumns(const Person& person) {
    QList<QByteArray> columns;
    for (const FieldProblem& problem : checkPerson(person, QDate(2026, 11, 20)))
        if (problem.isRefused) columns.append(problem.column);
    return columns;
}

Person soundPerson() {
    Person person;
    person.name = u"王强"_s;
    person.branchId = {newUuid(1'800'000'000'000)};
    person.stage = u"full"_s;
    person.bornOn = PartialDate(1980, 5, 1);
    person.joinedOn = PartialDate(2001, 7, 1);
    return person;
}
}

TEST(PersonCheck, joiningAtEighteenIsTheBoundary) {
    Person person = soundPerson();
    person.joinedOn = PartialDate(1998, 5, 1);
    EXPECT_TRUE(refusedColumns(person).isEmpty());
    person.joinedOn = PartialDate(1998, 4, 30);
    EXPECT_EQ(refusedColumns(person), QList<QByteArray>{"joined_on"});
    person.joinedOn = PartialDate(1998, 4); // the month before the birthday
    EXPECT_EQ(refusedColumns(person), QList<QByteArray>{"joined_on"});
    person.joinedOn = PartialDate(1998, 5); // may be the birthday or after: not refused
    EXPECT_TRUE(refusedColumns(person).isEmpty());
    person.joinedOn = PartialDate(1990, 1, 1);
    person.stage = u"applicant"_s; // not a member: the rule does not speak of him
    EXPECT_TRUE(refusedColumns(person).isEmpty());
}

TEST(PersonCheck, fullMembershipEarlierThanAYearIsOnlyAWarning) {
    Person person = soundPerson();
    person.idNumber = u"329999198005010014"_s;
    const auto problemsOf = [&](const PartialDate& fullOn) {
        person.fullOn = fullOn;
        QList<QByteArray> columns;
        for (const auto& problem : checkPerson(person, QDate(2026, 11, 20)))
            columns.append(problem.column);
        return columns.contains("full_on");
    };
    EXPECT_FALSE(problemsOf(PartialDate(2002, 7, 1)));
    EXPECT_TRUE(problemsOf(PartialDate(2002, 6, 30)));
    EXPECT_TRUE(refusedColumns(person).isEmpty());
}

TEST(PersonCheck, whoIsNotCountedNeedsTheApprovalOfTheSuperior) {
    Person person = soundPerson();
    person.quorumExclusion = u"bedridden"_s;
    const auto warnings = [&] {
        QList<QByteArray> columns;
        for (const auto& problem : checkPerson(person, QDate(2026, 11, 20)))
            if (problem.column.startsWith("quorum") && !problem.isRefused)
                columns.append(problem.column);
        return columns;
    };
    EXPECT_EQ(warnings(), (QList<QByteArray>{"quorum_excluded_on", "quorum_excluded_by"}));
    person.quorumExcludedOn = PartialDate(2026, 5, 10);
    EXPECT_EQ(warnings(), QList<QByteArray>{"quorum_excluded_by"});
    person.quorumExcludedBy = u"中共示范镇委员会"_s;
    EXPECT_EQ(warnings(), QList<QByteArray>{});
}

TEST(PersonCommands, refusesANumberThatSomebodyElseHas) {
    Town town;
    Person first = town.member(u"王强"_s, town.xidang.id);
    first.idNumber = u"329999197001010013"_s;
    ASSERT_TRUE(ok(savePerson(*town.store, first)));
    Person second = town.member(u"赵丽"_s, town.dongyan.id);
    second.idNumber = first.idNumber;
    const auto refused = savePerson(*town.store, second);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().what.contains(u"王强"_s));
    EXPECT_FALSE(refused.error().text().contains(first.idNumber));
    // A person who was removed frees the number.
    ASSERT_TRUE(ok(removePerson(*town.store, first.id)));
    EXPECT_TRUE(ok(savePerson(*town.store, second)));
}

TEST(PersonCommands, movingEndsPostsAndLeavesBothTraces) {
    Town town;
    const Person person = town.member(u"王强"_s, town.xidang.id);
    ASSERT_TRUE(ok(appoint(
        *town.store,
        {{}, person.id, town.xidang.id, u"secretary"_s, {}, {}, PartialDate(2021, 3, 1), {}, 38})));
    ASSERT_TRUE(ok(movePerson(*town.store, person.id, town.dongyan.id, PartialDate(2026, 6, 1),
                              u"介绍信 1 号"_s)));
    EXPECT_EQ(town.reader().find(person.id).value()->branchId, town.dongyan.id);
    const auto movements = movementsOf(town.reader(), person.id).value();
    ASSERT_EQ(movements.size(), 2);
    EXPECT_EQ(movements[0].direction, u"out"_s);
    EXPECT_EQ(movements[0].organisationId, town.xidang.id);
    EXPECT_EQ(movements[1].direction, u"in"_s);
    EXPECT_EQ(movements[1].counterpart, u"西荡村党支部"_s);
    EXPECT_EQ(postsOf(town.reader(), person.id).value().first().untilOn, PartialDate(2026, 6, 1));
    // One undo takes back all of it.
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.reader().find(person.id).value()->branchId, town.xidang.id);
    EXPECT_TRUE(movementsOf(town.reader(), person.id).value().isEmpty());
    EXPECT_TRUE(postsOf(town.reader(), person.id).value().first().untilOn.isNull());
}

TEST(PersonCommands, leavingKeepsThePersonAndTakesHimOffTheRoster) {
    Town town;
    const Person person = town.member(u"王强"_s, town.xidang.id);
    ASSERT_FALSE(leaveBranch(*town.store, person.id, u"4"_s, {}, {}, {}));
    ASSERT_TRUE(ok(
        leaveBranch(*town.store, person.id, u"2"_s, PartialDate(2026, 6, 1), u"邻县某镇"_s, {})));
    EXPECT_TRUE(roster(town.reader(), town.xidang.id).value().isEmpty());
    EXPECT_EQ(roster(town.reader(), town.xidang.id, Leavers::Kept).value().size(), 1);
    EXPECT_EQ(peopleOf(town.reader(), town.xidang.id, QDate(2026, 5, 31)).value().size(), 1);
    EXPECT_EQ(peopleOf(town.reader(), town.xidang.id, QDate(2026, 6, 1)).value().size(), 0);
    ASSERT_TRUE(ok(arriveAtBranch(*town.store, person.id, town.dongyan.id, u"3"_s,
                                  PartialDate(2026, 9, 1), u"邻县某镇"_s, {})));
    EXPECT_EQ(roster(town.reader(), town.dongyan.id).value().size(), 1);
}

TEST(OrganisationCommands, refuseLoopsTwinsAndRemovalWhileInUse) {
    Town town;
    Organisation committee = town.committee;
    const Organisation general
        = town.add(u"东堰村党总支"_s, u"general_branch"_s, town.committee.id);
    committee.parentId = general.id;
    const auto loop = saveOrganisation(*town.store, committee);
    ASSERT_FALSE(loop);
    EXPECT_TRUE(loop.error().what.contains(u"它自己或它的下级"_s));
    Organisation twin = town.xidang;
    twin.id = {};
    EXPECT_FALSE(saveOrganisation(*town.store, twin));
    const Person person = town.member(u"王强"_s, town.xidang.id);
    EXPECT_FALSE(removeOrganisation(*town.store, town.xidang.id));
    ASSERT_TRUE(ok(removePerson(*town.store, person.id)));
    EXPECT_TRUE(ok(removeOrganisation(*town.store, town.xidang.id)));
}

TEST(OrganisationCommands, putOnlyGroupsBelowABranch) {
    Town town;
    Organisation branch = town.dongyan;
    branch.parentId = town.xidang.id;
    const auto refused = saveOrganisation(*town.store, branch);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().what.contains(u"只设党小组"_s));
    branch.type = u"group"_s;
    EXPECT_TRUE(ok(saveOrganisation(*town.store, branch)));
}

TEST(OrganisationCommands, dissolveWhatIsEmptyAndKeepItsRecords) {
    Town town;
    const Person person = town.member(u"王强"_s, town.xidang.id);
    const PartialDate day(2026, 11, 15);
    EXPECT_FALSE(dissolveOrganisation(*town.store, town.xidang.id, day)); // he is still there
    EXPECT_FALSE(dissolveOrganisation(*town.store, town.committee.id, day)); // so are branches
    ASSERT_TRUE(ok(movePerson(*town.store, person.id, town.dongyan.id, day, {})));
    EXPECT_FALSE(dissolveOrganisation(*town.store, town.xidang.id, {}));
    ASSERT_TRUE(ok(dissolveOrganisation(*town.store, town.xidang.id, day)));
    EXPECT_EQ(organisations(town.reader())->size(), 2);
    EXPECT_EQ(town.reader().find(town.xidang.id)->value().dissolvedOn, day);
    EXPECT_EQ(
        movementsIn(town.reader(), town.xidang.id, QDate(2026, 1, 1), QDate(2026, 12, 31))->size(),
        1);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(organisations(town.reader())->size(), 3);
}

TEST(OrganisationQueries, scopeAndNames) {
    Town town;
    const Organisation group = town.add(u"西荡村第一党小组"_s, u"group"_s, town.xidang.id);
    const auto all = organisations(town.reader()).value();
    ASSERT_EQ(all.size(), 4);
    EXPECT_EQ(all.first().id, town.committee.id);
    EXPECT_EQ(branchesIn(all).size(), 2);
    EXPECT_EQ(organisationsUnder(town.reader(), town.xidang.id).value().size(), 2);
    EXPECT_EQ(organisationNamed(town.reader(), u"东堰"_s).value().id, town.dongyan.id);
    EXPECT_EQ(organisationNamed(town.reader(), u"西荡村党支部"_s).value().id, town.xidang.id);
    EXPECT_EQ(organisationNamed(town.reader(), u"西荡"_s).value().id, town.xidang.id); // its group
    EXPECT_EQ(organisationNamed(town.reader(), u"第一党小组"_s).value().id, group.id);
    EXPECT_FALSE(organisationNamed(town.reader(), u"党支部"_s)); // which branch?
    EXPECT_FALSE(organisationNamed(town.reader(), u"没有村"_s));
    town.member(u"王强"_s, town.xidang.id);
    EXPECT_EQ(roster(town.reader(), town.committee.id).value().size(), 1);
    EXPECT_EQ(roster(town.reader(), town.dongyan.id).value().size(), 0);
}

TEST(BranchFigures, countOnTheDay) {
    Town town;
    Person young = town.member(u"孙小华"_s, town.xidang.id);
    young.bornOn = PartialDate(1990, 11, 21); // 35 on 20 November 2026
    young.joinedOn = PartialDate(2026, 3, 1);
    young.fullOn = {};
    young.stage = u"probationary"_s;
    young.sex = u"2"_s;
    young.education = u"21"_s;
    ASSERT_TRUE(ok(savePerson(*town.store, young)));
    Person old = town.member(u"赵大山"_s, town.xidang.id);
    old.bornOn = PartialDate(1966, 11, 20); // 60 that day
    ASSERT_TRUE(ok(savePerson(*town.store, old)));
    ASSERT_TRUE(ok(appoint(
        *town.store,
        {{}, old.id, town.xidang.id, u"secretary"_s, {}, {}, PartialDate(2021, 3, 1), {}, 0})));
    ASSERT_TRUE(ok(appoint(*town.store,
                           {{},
                            old.id,
                            town.xidang.id,
                            u"village_director"_s,
                            {},
                            {},
                            PartialDate(2021, 3, 1),
                            {},
                            0})));
    const auto figures = branchFigures(town.reader(), Id<Organisation>{}, QDate(2026, 11, 20))
                             .value()
                             .value(town.xidang.id);
    EXPECT_EQ(figures.members, 2);
    EXPECT_EQ(figures.full, 1);
    EXPECT_EQ(figures.probationary, 1);
    EXPECT_EQ(figures.women, 1);
    EXPECT_EQ(figures.upTo35, 1);
    EXPECT_EQ(figures.from60, 1);
    EXPECT_EQ(figures.college, 1);
    EXPECT_EQ(figures.committee, 1);
    EXPECT_EQ(figures.secretary, old.id);
    EXPECT_FALSE(figures.hasCommittee);
    EXPECT_EQ(figures.votingMembers, 1);
    const auto before = branchFigures(town.reader(), Id<Organisation>{}, QDate(2026, 2, 28))
                            .value()
                            .value(town.xidang.id);
    EXPECT_EQ(before.members, 1);
}
