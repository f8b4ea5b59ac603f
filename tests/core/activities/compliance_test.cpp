// How often things are owed and held, through the store: dates, groups, committees, joint meetings,
// the town's own settings.

#include "core/activities/rule_settings.h"
#include "tests/core/activities/meetings.h"

#include <algorithm>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

// Periods of the findings with this standing.
QStringList periods(const QList<Finding>& findings, Standing standing) {
    QStringList texts;
    for (const Finding& finding : findings)
        if (finding.standing == standing && finding.period) texts.append(finding.period->text());
    return texts;
}

QStringList missing(const Town& town, const QString& rule, Id<Organisation> organisation,
                    QDate today = kToday) {
    return periods(findingsOf(town, rule, organisation, today), Standing::Missing);
}

QStringList due(const Town& town, const QString& rule, Id<Organisation> organisation,
                QDate today = kToday) {
    return periods(findingsOf(town, rule, organisation, today), Standing::Due);
}
}

TEST(Check, branchMeetingOnceAQuarter) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 3, 31)); // last day of Q1
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 7, 1)); // first day of Q3
    EXPECT_EQ(missing(town, u"R-101"_s, town.xidang.id), QStringList(u"2026-Q2"_s));
    EXPECT_EQ(due(town, u"R-101"_s, town.xidang.id), QStringList(u"2026-Q4"_s));
    hold(town, u"branch-meeting"_s, town.xidang.id, kToday);
    EXPECT_TRUE(due(town, u"R-101"_s, town.xidang.id).isEmpty());
}

TEST(Check, findingsSayWhatWhereAndWhy) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto findings = findingsOf(town, u"R-101"_s, town.xidang.id, kToday);
    ASSERT_FALSE(findings.isEmpty());
    const Finding& first = findings.first();
    EXPECT_EQ(first.standing, Standing::Missing);
    EXPECT_EQ(first.severity, Severity::Must);
    EXPECT_EQ(first.period, Period::ofQuarter(2026, 1));
    EXPECT_EQ(first.deadline, QDate(2026, 3, 31));
    EXPECT_EQ(first.have, 0);
    EXPECT_EQ(first.need, 1);
    EXPECT_TRUE(first.source.contains(u"支部工作条例"_s) && first.source.contains(u"第11条"_s));
    EXPECT_TRUE(first.message.contains(u"2026年第1季度"_s));
}

TEST(Check, draftsDoNotCount) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 5, 1),
         [](ActivityRecord& record) { record.activity.state = u"draft"_s; });
    EXPECT_TRUE(missing(town, u"R-101"_s, town.xidang.id).contains(u"2026-Q2"_s));
}

TEST(Check, committeeMeetingOnlyWhereThereIsACommittee) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    seat(town, people[1], town.xidang.id, u"deputy_secretary"_s);
    EXPECT_TRUE(findingsOf(town, u"R-102"_s, town.xidang.id, kToday).isEmpty());
    seat(town, people[2], town.xidang.id, u"publicity_member"_s);
    for (int month = 1; month <= 9; ++month)
        hold(town, u"committee-meeting"_s, town.xidang.id, QDate(2026, month, 28));
    EXPECT_EQ(missing(town, u"R-102"_s, town.xidang.id), QStringList(u"2026-10"_s));
    EXPECT_EQ(due(town, u"R-102"_s, town.xidang.id), QStringList(u"2026-11"_s));
}

TEST(Check, groupMeetingsOfEachGroup) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    EXPECT_TRUE(findingsOf(town, u"R-103"_s, town.xidang.id, kToday).isEmpty());
    const Organisation first = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    const Organisation second = town.add(u"第二党小组"_s, u"group"_s, town.xidang.id);
    const auto join = [&](Person person, const Organisation& group) {
        person.groupId = group.id;
        ASSERT_TRUE(ok(savePerson(*town.store, person)));
    };
    join(people[0], first);
    join(people[1], first);
    join(people[2], second);
    for (int month = 1; month <= 11; ++month)
        hold(town, u"group-meeting"_s, first.id, QDate(2026, month, 5));
    const auto ofGroup = [&](const Organisation& group) {
        QStringList texts;
        for (const Finding& finding : findingsOf(town, u"R-103"_s, town.xidang.id, kToday))
            if (finding.group == group.id.value) texts.append(finding.period->text());
        return texts;
    };
    EXPECT_TRUE(ofGroup(first).isEmpty());
    EXPECT_EQ(ofGroup(second).size(), 11);
    // Met together with the first: counts for both.
    hold(town, u"group-meeting"_s, first.id, QDate(2026, 6, 8),
         [&](ActivityRecord& record) { record.activity.joint = second.id.value.toBytes(); });
    EXPECT_EQ(ofGroup(second).size(), 10);
    EXPECT_FALSE(ofGroup(second).contains(u"2026-06"_s));
}

TEST(Check, partyDayOnceAMonth) {
    Town town;
    settle(town, town.xidang.id, 3);
    for (int month = 1; month <= 11; ++month)
        if (month != 4) hold(town, u"party-day"_s, town.xidang.id, QDate(2026, month, 1));
    EXPECT_EQ(missing(town, u"R-104"_s, town.xidang.id), QStringList(u"2026-04"_s));
    EXPECT_TRUE(due(town, u"R-104"_s, town.xidang.id).isEmpty());
}

TEST(Check, oneMeetingMayServeTwoKinds) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto lecturesMissing = [&] { return missing(town, u"L-101"_s, town.xidang.id); };
    EXPECT_TRUE(lecturesMissing().contains(u"2026-Q2"_s));
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 6, 30), [](ActivityRecord& record) {
        record.activity.also = u"party-day party-lecture"_s;
        record.details.insert(u"speaker"_s, u"钟山"_s);
    });
    EXPECT_FALSE(lecturesMissing().contains(u"2026-Q2"_s));
    EXPECT_FALSE(missing(town, u"R-101"_s, town.xidang.id).contains(u"2026-Q2"_s));
    EXPECT_FALSE(missing(town, u"R-104"_s, town.xidang.id).contains(u"2026-06"_s));
}

TEST(Check, lifeMeetingMayFollowInTheNextSpring) {
    Town town;
    settle(town, town.xidang.id, 3);
    EXPECT_EQ(due(town, u"R-105"_s, town.xidang.id), QStringList(u"2026"_s));
    // In March last year's may still be held; after the days of grace it is not looked at any more.
    EXPECT_EQ(due(town, u"R-105"_s, town.xidang.id, QDate(2027, 3, 31)),
              QStringList({u"2026"_s, u"2027"_s}));
    town.clock.set(QDate(2027, 3, 1));
    hold(town, u"life-meeting"_s, town.xidang.id, QDate(2027, 2, 20));
    EXPECT_EQ(due(town, u"R-105"_s, town.xidang.id, QDate(2027, 3, 1)), QStringList(u"2027"_s));
    EXPECT_EQ(due(town, u"R-105B"_s, town.xidang.id, QDate(2027, 3, 1)),
              QStringList({u"2026"_s, u"2027"_s}));
}

TEST(Check, lastYearIsLookedAtUntilTheEndOfMarch) {
    Town town;
    settle(town, town.xidang.id, 3);
    EXPECT_TRUE(
        missing(town, u"R-101"_s, town.xidang.id, QDate(2027, 3, 31)).contains(u"2026-Q4"_s));
    const QStringList april = missing(town, u"R-101"_s, town.xidang.id, QDate(2027, 4, 1));
    EXPECT_EQ(april, QStringList(u"2027-Q1"_s));
}

TEST(Check, nothingIsOwedBeforeTheBranchWasFounded) {
    Town town;
    Organisation young = town.xidang;
    young.establishedOn = PartialDate(2026, 7, 1);
    ASSERT_TRUE(ok(saveOrganisation(*town.store, young)));
    settle(town, town.xidang.id, 3);
    EXPECT_EQ(missing(town, u"R-101"_s, town.xidang.id), QStringList(u"2026-Q3"_s));
}

TEST(Check, aDissolvedBranchIsSeenFromTheDaysOnWhichItWasThere) {
    Town town;
    settle(town, town.xidang.id, 3);
    Organisation branch = town.reader().find(town.xidang.id).value().value();
    branch.dissolvedOn = PartialDate(2026, 8, 31);
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch)));
    EXPECT_TRUE(missing(town, u"R-101"_s, town.xidang.id).isEmpty()); // nobody can mend it now
    const QDate before(2026, 7, 15);
    EXPECT_EQ(missing(town, u"R-101"_s, town.xidang.id, before),
              (QStringList{u"2026-Q1"_s, u"2026-Q2"_s}));
    // Two of three months of the last quarter: it owed one meeting until its last day.
    const auto last = findingsOf(town, u"R-101"_s, town.xidang.id, before).last();
    EXPECT_EQ(last.period, Period::ofQuarter(2026, 3));
    EXPECT_EQ(last.deadline, QDate(2026, 8, 31));
    // Its people have moved on since: no word about how few they are.
    EXPECT_TRUE(findingsOf(town, u"C01"_s, town.xidang.id, before).isEmpty());
}

TEST(Check, jointAndTemporaryBranchesOweTheirMeetings) {
    Town town;
    for (const QString& type : {u"joint_branch"_s, u"temporary_branch"_s}) {
        const Organisation branch = town.add(type + u"党支部"_s, type, town.committee.id);
        settle(town, branch.id, 8);
        EXPECT_EQ(missing(town, u"R-101"_s, branch.id).size(), 3) << type.toStdString();
        // A temporary branch needs no committee; a joint one of seven does.
        EXPECT_EQ(findingsOf(town, u"R-109"_s, branch.id, kToday).size(),
                  type == u"joint_branch"_s ? 1 : 0);
    }
}

TEST(Check, jointMeetingCountsForBoth) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 2, 10),
         [&](ActivityRecord& record) { record.activity.joint = town.dongyan.id.value.toBytes(); });
    EXPECT_FALSE(missing(town, u"R-101"_s, town.xidang.id).contains(u"2026-Q1"_s));
    EXPECT_FALSE(missing(town, u"R-101"_s, town.dongyan.id).contains(u"2026-Q1"_s));
    EXPECT_TRUE(missing(town, u"R-101"_s, town.dongyan.id).contains(u"2026-Q2"_s));
}

TEST(Check, flawsOfAJointMeetingAreToldOnceToItsHolder) {
    Town town;
    settle(town, town.xidang.id, 3);
    settle(town, town.dongyan.id, 3); // another 钟山: the secretary there
    hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 2, 10),
         [&](ActivityRecord& record) {
             record.activity.joint = town.dongyan.id.value.toBytes();
             record.activity.recordedOn = kToday;
         });
    EXPECT_EQ(findingsOf(town, u"R-111"_s, town.xidang.id, kToday).size(), 1);
    EXPECT_TRUE(findingsOf(town, u"R-111"_s, town.dongyan.id, kToday).isEmpty());
    EXPECT_TRUE(findingsOf(town, u"C22"_s, town.dongyan.id, kToday).isEmpty());
}

TEST(Check, theTownMaySetLocalRules) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"party-lecture"_s, town.xidang.id, QDate(2026, 2, 1));
    EXPECT_EQ(missing(town, u"L-101"_s, town.xidang.id), QStringList({u"2026-Q2"_s, u"2026-Q3"_s}));
    RuleOverride yearly;
    yearly.rule = u"L-101"_s;
    yearly.per = Period::Unit::Year;
    yearly.parameters.insert(u"times"_s, 2);
    ASSERT_TRUE(ok(overrideRule(*town.store, yearly)));
    EXPECT_TRUE(missing(town, u"L-101"_s, town.xidang.id).isEmpty());
    const auto findings = findingsOf(town, u"L-101"_s, town.xidang.id, kToday);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings.first().period, Period::ofYear(2026));
    EXPECT_EQ(findings.first().have, 1);
    EXPECT_EQ(findings.first().need, 2);
    RuleOverride off;
    off.rule = u"L-101"_s;
    off.enabled = false;
    ASSERT_TRUE(ok(overrideRule(*town.store, off)));
    EXPECT_TRUE(findingsOf(town, u"L-101"_s, town.xidang.id, kToday).isEmpty());
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(findingsOf(town, u"L-101"_s, town.xidang.id, kToday).size(), 1);
}

TEST(Check, theTownMayNotSetNationalRules) {
    Town town;
    RuleOverride off;
    off.rule = u"R-101"_s;
    off.enabled = false;
    EXPECT_FALSE(overrideRule(*town.store, off).has_value());
    RuleOverride wild;
    wild.rule = u"L-101"_s;
    wild.parameters.insert(u"times"_s, 13); // at most 12
    EXPECT_FALSE(overrideRule(*town.store, wild).has_value());
    EXPECT_EQ(
        town.reader().integer("SELECT count(*) FROM setting WHERE name LIKE 'rule.%'").value(), 0);
}

TEST(Check, looksOnlyAtItsScope) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto one = check(town.reader(), town.xidang.id, kToday);
    ASSERT_TRUE(ok(one));
    EXPECT_FALSE(one->isEmpty());
    for (const Finding& finding : *one)
        EXPECT_EQ(finding.organisation, town.xidang.id.value);
    const auto all = check(town.reader(), town.committee.id, kToday);
    EXPECT_GT(all->size(), one->size());
}

TEST(Check, theMostPressingFirst) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto all = check(town.reader(), {}, kToday);
    ASSERT_TRUE(ok(all));
    const auto key = [](const Finding& finding) {
        return std::pair(finding.standing == Standing::Due, finding.severity);
    };
    EXPECT_TRUE(std::is_sorted(all->begin(), all->end(), [&](const Finding& a, const Finding& b) {
        return key(a) < key(b);
    }));
    EXPECT_EQ(all->last().standing, Standing::Due);
}

TEST(Check, anEmptyStoreHasNoFindingsOfMeetings) {
    Town town;
    for (const Organisation& branch : {town.xidang, town.dongyan})
        ASSERT_TRUE(ok(removeOrganisation(*town.store, branch.id)));
    const auto all = check(town.reader(), {}, kToday);
    ASSERT_TRUE(ok(all));
    EXPECT_TRUE(all->isEmpty());
}

TEST(ActivityMatrix, rowsOfBranchesWithWhatTheyOwed) {
    Town town;
    settle(town, town.xidang.id, 3);
    const Activity held = hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 2, 10));
    const auto rules = townRules(town.reader());
    ASSERT_TRUE(ok(rules));
    const auto rows = activityMatrix(town.reader(), *rules, {}, 2026, kToday);
    ASSERT_TRUE(ok(rows));
    ASSERT_EQ(rows->size(), 2); // the committee is no branch
    const auto row = std::find_if(rows->begin(), rows->end(), [&](const MatrixRow& each) {
        return each.organisation == town.xidang.id;
    });
    ASSERT_NE(row, rows->end());
    ASSERT_EQ(row->activities.size(), 1);
    EXPECT_EQ(row->activities.first().id, held.id.value);
    QHash<QString, ObligationState> states;
    for (const Obligation& each : row->obligations)
        if (each.rule->id == u"R-101"_s) states.insert(each.period.text(), each.state);
    EXPECT_EQ(states.size(), 4);
    EXPECT_EQ(states.value(u"2026-Q1"_s), ObligationState::Done);
    EXPECT_EQ(states.value(u"2026-Q2"_s), ObligationState::Missing);
    EXPECT_EQ(states.value(u"2026-Q4"_s), ObligationState::Due);
}

TEST(ActivityMatrix, pastYearsAreOverAndComingOnesEmpty) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto rules = townRules(town.reader());
    const auto past = activityMatrix(town.reader(), *rules, town.xidang.id, 2025, kToday);
    ASSERT_EQ(past->size(), 1);
    for (const Obligation& each : past->first().obligations)
        if (each.rule->id == u"R-104"_s) {
            EXPECT_EQ(each.state, ObligationState::Missing);
        }
    const auto coming = activityMatrix(town.reader(), *rules, town.xidang.id, 2027, kToday);
    ASSERT_EQ(coming->size(), 1);
    EXPECT_TRUE(coming->first().obligations.isEmpty());
}

TEST(ActivityMatrix, whatWasMadeGoodInSpringIsDone) {
    Town town;
    settle(town, town.xidang.id, 3);
    town.clock.set(QDate(2027, 6, 1));
    hold(town, u"life-meeting"_s, town.xidang.id, QDate(2027, 2, 20));
    const auto rules = townRules(town.reader());
    const auto rows
        = activityMatrix(town.reader(), *rules, town.xidang.id, 2026, QDate(2027, 6, 1));
    ASSERT_EQ(rows->size(), 1);
    EXPECT_TRUE(rows->first().activities.isEmpty()); // it was held in 2027
    for (const Obligation& each : rows->first().obligations) {
        EXPECT_EQ(each.period.year, 2026);
        if (each.rule->id == u"R-105"_s) {
            EXPECT_EQ(each.state, ObligationState::Done);
        }
    }
}
