// 学时: what counts, for whom, and how much of it.

#include "tests/core/activities/meetings.h"

#include "core/activities/rule_settings.h"
#include "core/activities/study.h"
#include "core/base/data_files.h"

#include <QDir>
#include <QFile>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QString kLecture = u"party-lecture"_s;
const QString kPartyDay = u"party-day"_s;
const StudyYear kYear{2026, QDate(2026, 11, 20)};

QDateTime at(int hour, int minute = 0, QDate day = QDate(2026, 9, 15)) {
    return {day, QTime(hour, minute)};
}

StudyTerms termsOf(const Town& town) {
    const auto rules = townRules(town.reader());
    EXPECT_TRUE(ok(rules));
    const auto terms = studyTerms(*rules, kYear.today);
    EXPECT_TRUE(ok(terms));
    return terms.value_or(StudyTerms{});
}

QString worth(const QString& kind, const QDateTime& from, const QDateTime& to,
              const QString& details = {}) {
    const Town town;
    const auto hours = worthOf(kindNamed(kind), termsOf(town).conversion, from, to, details);
    return hours ? hours->text() : u"?"_s;
}

StudyOf studied(const Town& town, Id<Organisation> branch, const StudyYear& year = kYear) {
    const auto study = studyOfBranch(town.reader(), termsOf(town), branch, year);
    EXPECT_TRUE(ok(study));
    return study.value_or(StudyOf{});
}

PersonStudy yearOf(const Town& town, const Person& person, const StudyYear& year = kYear) {
    const auto study = studyOfPerson(town.reader(), termsOf(town), person.id, year);
    EXPECT_TRUE(ok(study));
    EXPECT_EQ(study->people.size(), 1);
    // Whoever is on the list of the branch has the same year there.
    for (const PersonStudy& each : studied(town, study->branch, year).people) {
        if (each.id != person.id) continue;
        EXPECT_EQ(each.hours, study->people.first().hours);
        EXPECT_EQ(each.target, study->people.first().target);
        EXPECT_EQ(each.due, study->people.first().due);
        EXPECT_EQ(each.state(), study->people.first().state());
    }
    return study->people.value(0);
}

QString hoursOf(const Town& town, const Person& person, const StudyYear& year = kYear) {
    return yearOf(town, person, year).hours.text();
}

/// A lecture that says its hours.
Edit lasting(const QString& hours) {
    return [hours](ActivityRecord& record) { record.details[u"hours"_s] = hours; };
}

/// The mark of one person at such a lecture.
Edit marked(const Person& person, Mark mark, QDate madeUpOn = {}) {
    return [=](ActivityRecord& record) {
        record.details[u"hours"_s] = u"2"_s;
        for (Attendee& each : record.attendance) {
            if (each.person != person.id.value) continue;
            each.mark = mark;
            each.madeUpOn = madeUpOn;
            each.voting = each.voting && mark != Mark::Observer;
        }
    };
}

Person changed(Town& town, Person person, const std::function<void(Person&)>& edit) {
    edit(person);
    const auto saved = savePerson(*town.store, person);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(person);
}
}

TEST(StudyWorth, isSaidByTheFieldOfTheKind) {
    EXPECT_EQ(worth(kLecture, at(9), at(11), u"{\"hours\":\"1.5\"}"_s), u"1.5"_s);
    EXPECT_EQ(worth(kLecture, at(9), {}, u"{\"hours\":\"2\"}"_s), u"2"_s);
}

TEST(StudyWorth, comesFromTheClockWhereNothingIsSaid) {
    EXPECT_EQ(worth(kPartyDay, at(9), at(11)), u"2"_s);
    EXPECT_EQ(worth(kPartyDay, at(9), at(10, 29)), u"1"_s);
    EXPECT_EQ(worth(kPartyDay, at(9), at(10, 30)), u"1.5"_s);
    EXPECT_EQ(worth(kPartyDay, at(9), at(9, 29)), u"0"_s);
    EXPECT_EQ(worth(kPartyDay, at(8), at(20)), u"8"_s) << "no more than a day";
    EXPECT_EQ(worth(kLecture, at(9), at(10), u"{\"hours\":\"约一小时\"}"_s), u"1"_s);
}

TEST(StudyWorth, ofALectureIsThatOfHalfADayOrADay) {
    EXPECT_EQ(worth(kLecture, at(9), at(11, 59)), u"2.5"_s);
    EXPECT_EQ(worth(kLecture, at(9), at(12)), u"4"_s);
    EXPECT_EQ(worth(kLecture, at(9), at(14, 59)), u"4"_s);
    EXPECT_EQ(worth(kLecture, at(9), at(15)), u"8"_s);
    EXPECT_EQ(worth(kLecture, at(9), at(17, 0, QDate(2026, 9, 17))), u"24"_s) << "three days";
}

TEST(StudyWorth, leavesOutVoluntaryService) {
    EXPECT_EQ(worth(kPartyDay, at(9), at(12), u"{\"volunteerHours\":\"1.5\"}"_s), u"1.5"_s);
    EXPECT_EQ(worth(kPartyDay, at(9), at(10), u"{\"volunteerHours\":\"3\"}"_s), u"0"_s);
}

TEST(StudyWorth, isNotKnownWithoutAnEndAndNothingWhereNobodyStudies) {
    EXPECT_EQ(worth(kPartyDay, at(9), {}), u"?"_s);
    EXPECT_EQ(worth(kPartyDay, at(9), at(9)), u"?"_s);
    EXPECT_EQ(worth(u"branch-meeting"_s, at(9), at(11)), u"0"_s);
    EXPECT_EQ(worth(u"branch-meeting"_s, at(9), {}), u"0"_s);
}

TEST(Study, countsWhoWasThereAndWhoMadeUpForIt) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 6);
    hold(town, kLecture, town.xidang.id, QDate(2026, 3, 5), [&](ActivityRecord& record) {
        marked(people[1], Mark::Leave)(record);
        marked(people[2], Mark::Absent)(record);
        marked(people[3], Mark::MadeUp, QDate(2026, 3, 20))(record);
        marked(people[4], Mark::Observer)(record);
        marked(people[5], Mark::Exempt)(record);
    });
    const QStringList expected{u"2"_s, u"0"_s, u"0"_s, u"2"_s, u"0"_s, u"0"_s};
    for (int i = 0; i < people.size(); ++i)
        EXPECT_EQ(hoursOf(town, people[i]), expected[i]) << i;
    EXPECT_EQ(yearOf(town, people[0]).months[2].text(), u"2"_s);
    EXPECT_EQ(yearOf(town, people[1]).missed, 1);
    EXPECT_EQ(yearOf(town, people[3]).madeUp, 1);
    EXPECT_EQ(yearOf(town, people[3]).marks.first().madeUpOn, QDate(2026, 3, 20));
    EXPECT_EQ(yearOf(town, people[4]).due, 0);
    EXPECT_EQ(yearOf(town, people[5]).due, 0);
}

TEST(Study, countsWhatWasMadeUpForInTheYearOfTheActivity) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    hold(town, kLecture, town.xidang.id, QDate(2025, 12, 28),
         marked(wang, Mark::MadeUp, QDate(2026, 1, 6)));
    EXPECT_EQ(hoursOf(town, wang, {2025, QDate(2026, 1, 6)}), u"2"_s);
    EXPECT_EQ(hoursOf(town, wang, {2025, QDate(2026, 1, 5)}), u"0"_s) << "not yet made up for";
    EXPECT_EQ(hoursOf(town, wang), u"0"_s);
}

TEST(Study, countsNoDraftsAndNothingThatIsStillToCome) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    hold(town, kLecture, town.xidang.id, QDate(2026, 5, 8), [](ActivityRecord& record) {
        lasting(u"3"_s)(record);
        record.activity.state = u"draft"_s;
    });
    const Activity held
        = hold(town, kLecture, town.xidang.id, QDate(2026, 11, 20), lasting(u"2"_s));
    hold(town, kLecture, town.xidang.id, QDate(2026, 11, 21), lasting(u"5"_s));
    EXPECT_EQ(hoursOf(town, wang), u"2"_s);
    EXPECT_EQ(hoursOf(town, wang, {2026, QDate(2026, 11, 21)}), u"7"_s);
    ASSERT_TRUE(ok(removeActivity(*town.store, held.id)));
    EXPECT_EQ(hoursOf(town, wang), u"0"_s);
}

TEST(Study, countsTheYearFromItsFirstDayToItsLast) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    for (const QDate day :
         {QDate(2025, 12, 31), QDate(2026, 1, 1), QDate(2026, 12, 31), QDate(2027, 1, 1)})
        hold(town, kLecture, town.xidang.id, day, lasting(u"1"_s));
    EXPECT_EQ(hoursOf(town, wang, {2026, QDate(2027, 6, 1)}), u"2"_s);
}

TEST(Study, isReachedWithTheVeryHours) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 2); // the first is the secretary
    const auto stateOf = [&](int person) { return yearOf(town, people[person]).state(); };
    hold(town, kLecture, town.xidang.id, QDate(2026, 2, 1), lasting(u"31.5"_s));
    EXPECT_EQ(stateOf(1), StudyState::Short);
    EXPECT_EQ(yearOf(town, people[1]).lacking().text(), u"0.5"_s);
    hold(town, kLecture, town.xidang.id, QDate(2026, 2, 2), lasting(u"0.5"_s));
    EXPECT_EQ(stateOf(1), StudyState::Reached);
    EXPECT_EQ(stateOf(0), StudyState::Short);
    EXPECT_EQ(yearOf(town, people[0]).lacking().text(), u"24"_s);
    hold(town, kLecture, town.xidang.id, QDate(2026, 2, 3), lasting(u"23.5"_s));
    EXPECT_EQ(stateOf(0), StudyState::Short);
    hold(town, kLecture, town.xidang.id, QDate(2026, 2, 4), lasting(u"0.5"_s));
    EXPECT_EQ(stateOf(0), StudyState::Reached);
    EXPECT_EQ(yearOf(town, people[0]).hours.text(), u"56"_s);
}

TEST(Study, asksMoreOfWhoHoldsASeatOnTheLastDay) {
    Town town;
    const Person deputy = town.member(u"李明"_s, town.xidang.id);
    const Person leader = town.member(u"王强"_s, town.xidang.id);
    Post post = seat(town, deputy, town.xidang.id, u"deputy_secretary"_s);
    seat(town, leader, town.xidang.id, u"group_leader"_s);
    EXPECT_EQ(yearOf(town, deputy).target, StudyHours::of(56));
    EXPECT_EQ(yearOf(town, leader).target, StudyHours::of(32)) << "no member of a committee";
    post.untilOn = PartialDate(2026, 6, 30);
    ASSERT_TRUE(ok(appoint(*town.store, post)));
    EXPECT_EQ(yearOf(town, deputy).target, StudyHours::of(32));
    EXPECT_EQ(yearOf(town, deputy, {2025, kYear.today}).target, StudyHours::of(56));
}

TEST(Study, takesTheFiguresThatTheTownHasSet) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 2);
    ASSERT_TRUE(ok(overrideRule(*town.store, {u"E09"_s, true, {{u"hours"_s, 40}}, {}})));
    ASSERT_TRUE(ok(overrideRule(*town.store, {u"E09B"_s, true, {{u"hours"_s, 48}}, {}})));
    EXPECT_EQ(yearOf(town, people[0]).target, StudyHours::of(48));
    EXPECT_EQ(yearOf(town, people[1]).target, StudyHours::of(40));
    EXPECT_TRUE(termsOf(town).seats.source.contains(u"未查证"_s));
    EXPECT_FALSE(termsOf(town).members.source.contains(u"未查证"_s));
}

TEST(Study, asksNothingOfTheOldAndIll) {
    Town town;
    const Person old = changed(town, town.member(u"王强"_s, town.xidang.id),
                               [](Person& one) { one.exemptSince = PartialDate(2026, 5); });
    EXPECT_EQ(yearOf(town, old).state(), StudyState::Exempt);
    EXPECT_EQ(yearOf(town, old).lacking(), StudyHours{});
    EXPECT_EQ(yearOf(town, old, {2025, kYear.today}).state(), StudyState::Short);
    hold(town, u"home-teaching"_s, town.xidang.id, QDate(2026, 8, 1), [&](ActivityRecord& record) {
        record.activity.endsAt = at(10, 30, QDate(2026, 8, 1));
        record.attendance = {{old.id.value, Mark::Present, false, {}, {}}};
    });
    EXPECT_EQ(hoursOf(town, old), u"1.5"_s) << "what was taught at home counts";
    EXPECT_EQ(yearOf(town, old).due, 0) << "and nobody was due there";
}

TEST(Study, followsWhoMovedToAnotherBranchInTheYear) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    town.member(u"李明"_s, town.dongyan.id);
    hold(town, kLecture, town.xidang.id, QDate(2026, 2, 10), lasting(u"2"_s));
    hold(town, kLecture, town.dongyan.id, QDate(2026, 2, 11), lasting(u"8"_s));
    ASSERT_TRUE(ok(movePerson(*town.store, wang.id, town.dongyan.id, PartialDate(2026, 6, 1), {})));
    hold(town, kLecture, town.dongyan.id, QDate(2026, 7, 10), lasting(u"3"_s));
    EXPECT_EQ(hoursOf(town, wang), u"5"_s);
    EXPECT_EQ(yearOf(town, wang).due, 2);
    EXPECT_TRUE(studied(town, town.xidang.id).people.isEmpty());
}

TEST(Study, listsMembersOnlyTheProbationaryToo) {
    Town town;
    const Person young = changed(town, town.member(u"王强"_s, town.xidang.id), [](Person& one) {
        one.stage = u"probationary"_s;
        one.joinedOn = PartialDate(2026, 6, 30);
        one.fullOn = {};
    });
    const Person applicant = changed(town, town.member(u"李明"_s, town.xidang.id), [](Person& one) {
        one.stage = u"activist"_s;
        one.joinedOn = {};
        one.fullOn = {};
    });
    const StudyOf study = studied(town, town.xidang.id);
    ASSERT_EQ(study.people.size(), 1);
    EXPECT_EQ(study.people.first().id, young.id);
    EXPECT_EQ(study.people.first().target, StudyHours::of(32));
    EXPECT_EQ(yearOf(town, applicant).state(), StudyState::Exempt) << "nothing is asked of him";
    EXPECT_TRUE(studied(town, town.xidang.id, {2026, QDate(2026, 6, 29)}).people.isEmpty());
}

TEST(Study, countsAJointActivityOnceAndWhatTheCommitteeHeld) {
    Town town;
    const Person wang = town.member(u"王强"_s, town.xidang.id);
    const Person li = town.member(u"李明"_s, town.dongyan.id);
    hold(town, kLecture, town.xidang.id, QDate(2026, 4, 2), [&](ActivityRecord& record) {
        lasting(u"2"_s)(record);
        record.activity.joint = town.dongyan.id.value.toBytes() + town.xidang.id.value.toBytes();
        record.attendance.append({li.id.value, Mark::Present, false, {}, {}});
    });
    hold(town, kLecture, town.committee.id, QDate(2026, 4, 3), [&](ActivityRecord& record) {
        lasting(u"8"_s)(record);
        record.attendance.append({li.id.value, Mark::Present, false, {}, {}});
    });
    EXPECT_EQ(hoursOf(town, wang), u"2"_s);
    EXPECT_EQ(hoursOf(town, li), u"10"_s);
    EXPECT_EQ(yearOf(town, wang).due, 1);
}

TEST(Study, countsWhatAGroupHeldAndShowsAGroupAlone) {
    Town town;
    const Organisation group = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    const Person wang = changed(town, town.member(u"王强"_s, town.xidang.id),
                                [&](Person& one) { one.groupId = group.id; });
    town.member(u"李明"_s, town.xidang.id);
    hold(town, kLecture, group.id, QDate(2026, 4, 2), lasting(u"2"_s));
    EXPECT_EQ(hoursOf(town, wang), u"2"_s);
    const auto pass = StudyPass::over(town.reader(), termsOf(town), group.id, kYear);
    ASSERT_TRUE(ok(pass));
    ASSERT_EQ(pass->branches().size(), 1);
    const auto study = pass->read(town.reader(), 0);
    ASSERT_TRUE(ok(study));
    ASSERT_EQ(study->people.size(), 1);
    EXPECT_EQ(study->people.first().id, wang.id);
}

TEST(Study, isTheSameOnAnyNumberOfThreads) {
    Town town;
    settle(town, town.xidang.id, 4);
    town.member(u"李明"_s, town.dongyan.id);
    for (int month = 1; month <= 11; ++month) {
        hold(town, kPartyDay, town.xidang.id, QDate(2026, month, 5));
        hold(town, kLecture, town.dongyan.id, QDate(2026, month, 6), lasting(u"3"_s));
    }
    const auto pass = StudyPass::over(town.reader(), termsOf(town), {}, kYear);
    ASSERT_TRUE(ok(pass));
    for (const int threads : {1, 2, 4}) {
        QStringList lines;
        const auto take = [&](const Organisation& branch, StudyOf&& study) {
            lines.append(branch.shortName + u' ' + study.sum().text() + u' '
                         + QString::number(study.count(StudyState::Reached)) + u'/'
                         + QString::number(study.people.size()));
            return true;
        };
        ASSERT_TRUE(ok(forEachStudy(town.reader(), *pass, take, threads)));
        EXPECT_EQ(lines, QStringList({u"西荡村党支部 44 0/4"_s, u"东堰村党支部 33 1/1"_s}));
    }
}

TEST(StudyFindings, areRaisedFromDecemberToTheEndOfMarch) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    hold(town, kLecture, town.xidang.id, QDate(2026, 2, 1), [&](ActivityRecord& record) {
        marked(people[2], Mark::Absent)(record);
        record.details[u"hours"_s] = u"40"_s;
    });
    const auto told = [&](const QString& rule, QDate today) {
        return findingsOf(town, rule, town.xidang.id, today);
    };
    for (const QString& rule : {u"E09"_s, u"E09B"_s}) {
        EXPECT_TRUE(told(rule, QDate(2026, 11, 30)).isEmpty());
        ASSERT_EQ(told(rule, QDate(2026, 12, 1)).size(), 1);
        EXPECT_EQ(told(rule, QDate(2026, 12, 1)).first().standing, Standing::Due);
        EXPECT_EQ(told(rule, QDate(2026, 12, 31)).first().standing, Standing::Due);
        ASSERT_EQ(told(rule, QDate(2027, 3, 31)).size(), 1);
        EXPECT_EQ(told(rule, QDate(2027, 3, 31)).first().standing, Standing::Wrong);
        EXPECT_TRUE(told(rule, QDate(2027, 4, 1)).isEmpty());
        EXPECT_TRUE(told(rule, QDate(2026, 12, 1)).first().message.contains(u"1名"_s));
        EXPECT_EQ(told(rule, QDate(2026, 12, 1)).first().mend.page, u"study"_s);
    }
    EXPECT_TRUE(told(u"E09B"_s, QDate(2026, 12, 1)).first().source.contains(u"未查证"_s));
}

TEST(StudyConversionFile, isStrict) {
    const auto shipped = readDataFile(u"rules/hours.json"_s);
    ASSERT_TRUE(ok(shipped));
    ASSERT_TRUE(ok(parseConversion(*shipped, u"hours.json"_s)));
    const QList<std::pair<QByteArray, QByteArray>> slips{
        {"\"到会\"", "\"到场\""},         {"\"step_minutes\": 30", "\"step_minutes\": 0"},
        {"\"hours\": 4", "\"hours\": 9"}, {"\"from_minutes\": 360", "\"from_minutes\": 180"},
        {"\"marks\"", "\"mark\""},        {"\"checked\": \"旁\"", "\"checked\": \"也许\""}};
    for (const auto& [from, to] : slips) {
        QByteArray broken = *shipped;
        ASSERT_TRUE(broken.contains(from)) << from.constData();
        broken.replace(from, to);
        const auto read = parseConversion(broken, u"hours.json"_s);
        ASSERT_FALSE(read) << to.constData();
        EXPECT_TRUE(read.error().text().contains(u"hours.json"_s));
    }
}

TEST(KindHours, nameANumberFieldOfTheirOwn) {
    const QByteArray kind = R"({"kinds": [{"id": "x", "name": "甲", "short": "甲", "symbol": "甲",
        "attends": "members", "quorum": "none", "vote": "none", "required": ["date"],
        "fields": [{"id": "said", "title": "学时", "type": "number"},
                   {"id": "about", "title": "内容", "type": "text"}],
        "hours": HOURS, "points": "none",
        "source": {"document": "《某条例》", "article": "第1条", "checked": "核"}}]})";
    const auto parsed = [&](const QByteArray& hours) {
        return parseKinds(QByteArray(kind).replace("HOURS", hours), u"k.json"_s);
    };
    ASSERT_TRUE(ok(parsed(R"({"field": "said", "otherwise": "day"})")));
    EXPECT_EQ(parsed(R"({"field": "said"})")->first().hours.field, u"said"_s);
    for (const QByteArray wrong :
         {R"({"field": "about"})", R"({"field": "none"})", R"({"otherwise": "week"})", R"({})",
          R"({"field": "said", "less": "about"})", R"({"field": "said", "more": 1})"})
        EXPECT_FALSE(parsed(wrong)) << wrong.constData();
}
