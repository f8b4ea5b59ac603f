// An activity as a script hands it over.

#include "core/activities/rule_settings.h"
#include "tests/core/activities/meetings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QJsonObject meeting() {
    return {{u"kind"_s, u"党员大会"_s},
            {u"organisation"_s, u"西荡村党支部"_s},
            {u"title"_s, u"第三季度党员大会"_s},
            {u"from"_s, u"2026-09-15T09:00"_s},
            {u"to"_s, u"2026-09-15T10:30"_s},
            {u"place"_s, u"党群服务中心会议室"_s},
            {u"host"_s, u"钟山"_s},
            {u"recorder"_s, u"李明"_s},
            {u"agenda"_s, QJsonArray{u"总结工作"_s, u"研究安排"_s}}};
}

struct Desk {
    Town town;
    QList<Person> people = settle(town, town.xidang.id, 4);

    Result<ActivityRecord> read(const QJsonObject& object) const {
        return activityFromJson(town.reader(), QJsonDocument(object).toJson());
    }
    ActivityRecord sound(const QJsonObject& object) const {
        const auto record = read(object);
        EXPECT_TRUE(ok(record));
        return record.value_or(ActivityRecord{});
    }
    QString refusal(const QString& key, const QJsonValue& value) const {
        QJsonObject object = meeting();
        object.insert(key, value);
        const auto record = read(object);
        EXPECT_FALSE(record.has_value()) << "accepted: " << key.toStdString();
        return record ? QString() : record.error().text();
    }
    const Attendee* attendee(const ActivityRecord& record, const Person& person) const {
        for (const Attendee& each : record.attendance)
            if (each.person == person.id.value) return &each;
        return nullptr;
    }
};
}

TEST(ActivityFromJson, mayServeTwoKinds) {
    Desk desk;
    QJsonObject object = meeting();
    object.insert(u"also"_s, QJsonArray{u"党课"_s});
    object.insert(u"details"_s, QJsonObject{{u"speaker"_s, u"钟山"_s}});
    const ActivityRecord record = desk.sound(object);
    EXPECT_EQ(record.activity.also, u"party-lecture"_s);
    EXPECT_EQ(record.details.value(u"speaker"_s), u"钟山"_s);
    EXPECT_TRUE(ok(saveActivity(*desk.town.store, record)));
    EXPECT_TRUE(desk.refusal(u"also"_s, QJsonArray{u"茶话会"_s}).contains(u"茶话会"_s));
    EXPECT_TRUE(desk.refusal(u"also"_s, u"党课"_s).contains(u"方括号"_s));
    object.remove(u"details"_s);
    object.insert(u"also"_s, QJsonArray{u"支委会"_s}); // other people are expected there
    const auto refused = saveActivity(*desk.town.store, desk.sound(object));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().what.contains(u"支委会"_s));
}

TEST(ActivityFromJson, everyoneExpectedIsPresentButTheNamed) {
    const Desk desk;
    QJsonObject object = meeting();
    object.insert(u"absent"_s,
                  QJsonArray{QJsonObject{{u"name"_s, desk.people[1].name},
                                         {u"mark"_s, u"请假"_s},
                                         {u"reason"_s, u"生病"_s}},
                             QJsonObject{{u"name"_s, desk.people[2].name},
                                         {u"mark"_s, u"补学"_s},
                                         {u"made_up_on"_s, u"2026-09-20"_s}},
                             desk.people[3].name});
    const ActivityRecord record = desk.sound(object);
    EXPECT_EQ(record.activity.kind, u"branch-meeting"_s);
    EXPECT_EQ(record.activity.organisationId, desk.town.xidang.id);
    EXPECT_EQ(record.activity.startsAt, QDateTime(QDate(2026, 9, 15), QTime(9, 0)));
    EXPECT_EQ(record.activity.endsAt, QDateTime(QDate(2026, 9, 15), QTime(10, 30)));
    EXPECT_EQ(record.activity.agenda, u"总结工作\n研究安排"_s);
    EXPECT_EQ(record.activity.hostId, desk.people[0].id);
    ASSERT_EQ(record.attendance.size(), 4);
    EXPECT_EQ(desk.attendee(record, desk.people[0])->mark, Mark::Present);
    EXPECT_EQ(desk.attendee(record, desk.people[1])->mark, Mark::Leave);
    EXPECT_EQ(desk.attendee(record, desk.people[1])->reason, u"生病"_s);
    EXPECT_EQ(desk.attendee(record, desk.people[2])->mark, Mark::MadeUp);
    EXPECT_EQ(desk.attendee(record, desk.people[2])->madeUpOn, QDate(2026, 9, 20));
    EXPECT_EQ(desk.attendee(record, desk.people[3])->mark, Mark::Absent); // a bare name
    const auto saved = saveActivity(*desk.town.store, record);
    ASSERT_TRUE(ok(saved));
    EXPECT_EQ(saved->due, 4);
    EXPECT_EQ(saved->present, 1);
}

TEST(ActivityFromJson, takesTheKindByIdNameOrShortName) {
    const Desk desk;
    for (const QString& kind : {u"branch-meeting"_s, u"党员大会"_s, u"大会"_s}) {
        QJsonObject object = meeting();
        object.insert(u"kind"_s, kind);
        EXPECT_EQ(desk.sound(object).activity.kind, u"branch-meeting"_s);
    }
}

TEST(ActivityFromJson, observersMayComeFromElsewhereAndCountNowhere) {
    Desk desk;
    Town& town = desk.town;
    const Person guest = town.member(u"邻村书记"_s, town.dongyan.id);
    QJsonObject object = meeting();
    object.insert(u"observers"_s, QJsonArray{u"邻村书记"_s});
    const ActivityRecord record = desk.sound(object);
    ASSERT_TRUE(desk.attendee(record, guest));
    EXPECT_EQ(desk.attendee(record, guest)->mark, Mark::Observer);
    EXPECT_FALSE(desk.attendee(record, guest)->voting);
    EXPECT_EQ(countsOf(record.attendance).due, 4);
    // Who is no observer must be expected.
    EXPECT_TRUE(desk.refusal(u"absent"_s, QJsonArray{u"邻村书记"_s})
                    .contains(u"应到人员里没有“邻村书记”"_s));
}

TEST(ActivityFromJson, refusesNamesThatFitNobodyOrSeveral) {
    Desk desk;
    Town& town = desk.town;
    EXPECT_TRUE(
        desk.refusal(u"absent"_s, QJsonArray{u"路人"_s}).contains(u"应到人员里没有“路人”"_s));
    EXPECT_TRUE(desk.refusal(u"observers"_s, QJsonArray{u"路人"_s}).contains(u"路人"_s));
    town.member(u"钟山"_s, town.xidang.id);
    EXPECT_TRUE(desk.refusal(u"absent"_s, QJsonArray{u"钟山"_s}).contains(u"有几个人都叫“钟山”"_s));
    // The host is then known by name only.
    EXPECT_TRUE(desk.sound(meeting()).activity.hostId.isNull());
    EXPECT_EQ(desk.sound(meeting()).activity.host, u"钟山"_s);
}

TEST(ActivityFromJson, chosenPeopleAreNamed) {
    const Desk desk;
    QJsonObject object = meeting();
    object.insert(u"kind"_s, u"谈心谈话"_s);
    EXPECT_TRUE(desk.sound(object).attendance.isEmpty());
    object.insert(u"present"_s, QJsonArray{desk.people[2].name});
    const ActivityRecord record = desk.sound(object);
    ASSERT_EQ(record.attendance.size(), 1);
    EXPECT_EQ(record.attendance.first().person, desk.people[2].id.value);
}

TEST(ActivityFromJson, votesTakeTheirFiguresFromTheAttendance) {
    const Desk desk;
    QJsonObject object = meeting();
    object.insert(u"absent"_s, QJsonArray{desk.people[3].name});
    object.insert(u"votes"_s,
                  QJsonArray{QJsonObject{{u"title"_s, u"通过安排"_s}, {u"for"_s, 3}},
                             QJsonObject{{u"title"_s, u"没通过"_s}, {u"for"_s, 2}},
                             QJsonObject{{u"title"_s, u"接收王强"_s},
                                         {u"kind"_s, u"admission"_s},
                                         {u"due"_s, 4},
                                         {u"present"_s, 3},
                                         {u"for"_s, 3},
                                         {u"written"_s, 1},
                                         {u"secret"_s, true}}});
    const Votes votes = desk.sound(object).votes;
    ASSERT_EQ(votes.size(), 3);
    EXPECT_EQ(votes[0].due, 4);
    EXPECT_EQ(votes[0].present, 3);
    EXPECT_TRUE(votes[0].passed); // 3 of 4
    EXPECT_FALSE(votes[1].passed); // 2 of 4 is half, not more
    EXPECT_EQ(votes[2].kind, VoteKind::Admission);
    EXPECT_TRUE(votes[2].secret && votes[2].passed);
    EXPECT_EQ(votes[2].written, 1);
}

TEST(ActivityFromJson, readsAnElection) {
    const Desk desk;
    QJsonObject object = meeting();
    const QJsonArray choices{
        QJsonObject{{u"name"_s, u"钟山"_s}, {u"votes"_s, 4}, {u"elected"_s, true}},
        QJsonObject{{u"name"_s, u"李明"_s}, {u"votes"_s, 1}}};
    object.insert(u"votes"_s,
                  QJsonArray{QJsonObject{{u"title"_s, u"选举委员"_s},
                                         {u"kind"_s, u"election"_s},
                                         {u"secret"_s, true},
                                         {u"differential"_s, true},
                                         {u"seats"_s, 1},
                                         {u"ballots_out"_s, 4},
                                         {u"ballots_back"_s, 4},
                                         {u"choices"_s, choices}}});
    const Votes votes = desk.sound(object).votes;
    ASSERT_EQ(votes.size(), 1);
    EXPECT_EQ(votes[0].kind, VoteKind::Election);
    EXPECT_EQ(votes[0].seats, 1);
    EXPECT_EQ(votes[0].ballotsBack, 4);
    ASSERT_EQ(votes[0].choices.size(), 2);
    EXPECT_TRUE(votes[0].choices[0].elected);
    EXPECT_EQ(votes[0].choices[1].votes, 1);
    EXPECT_TRUE(votes[0].passed);
}

TEST(ActivityFromJson, judgesAnElectionByTheTownsTerms) {
    const Desk desk;
    QJsonObject object = meeting();
    const QJsonArray choices{
        QJsonObject{{u"name"_s, u"钟山"_s}, {u"votes"_s, 4}, {u"elected"_s, true}}};
    object.insert(u"votes"_s,
                  QJsonArray{QJsonObject{{u"title"_s, u"选举委员"_s},
                                         {u"kind"_s, u"election"_s},
                                         {u"secret"_s, true},
                                         {u"due"_s, 8},
                                         {u"present"_s, 7},
                                         {u"seats"_s, 1},
                                         {u"ballots_out"_s, 7},
                                         {u"ballots_back"_s, 7},
                                         {u"choices"_s, choices}}});
    EXPECT_TRUE(desk.sound(object).votes.value(0).passed); // 4 of the 7 who were there
    RuleOverride ofDue;
    ofDue.rule = u"C21"_s;
    ofDue.parameters.insert(u"of_due"_s, 1);
    ASSERT_TRUE(ok(overrideRule(*desk.town.store, ofDue)));
    EXPECT_FALSE(desk.sound(object).votes.value(0).passed); // 4 of 8 is half, not more
}

TEST(ActivityFromJson, readsDetailsAndJointHolders) {
    Desk desk;
    const Person guest = desk.town.member(u"何平"_s, desk.town.dongyan.id);
    QJsonObject object = meeting();
    object.insert(u"kind"_s, u"党课"_s);
    object.insert(u"details"_s, QJsonObject{{u"speaker"_s, u"周平"_s}, {u"hours"_s, 2}});
    object.insert(u"joint"_s, QJsonArray{u"东堰村党支部"_s});
    const ActivityRecord record = desk.sound(object);
    EXPECT_EQ(record.details.value(u"speaker"_s), u"周平"_s);
    EXPECT_EQ(record.details.value(u"hours"_s), u"2"_s);
    EXPECT_EQ(record.activity.joint, desk.town.dongyan.id.value.toBytes());
    EXPECT_TRUE(std::any_of(record.attendance.begin(), record.attendance.end(),
                            [&](const Attendee& each) { return each.person == guest.id.value; }));
}

TEST(ActivityFromJson, saysWhatItCannotRead) {
    const Desk desk;
    EXPECT_TRUE(desk.refusal(u"kind"_s, u"茶话会"_s).contains(u"没有“茶话会”这一类"_s));
    EXPECT_TRUE(desk.refusal(u"organisation"_s, u"桃花源"_s).contains(u"没有叫“桃花源”"_s));
    EXPECT_TRUE(desk.refusal(u"organisation"_s, u"示范镇"_s).contains(u"对得上好几个"_s));
    EXPECT_TRUE(desk.refusal(u"joint"_s, QJsonArray{u"桃花源"_s}).contains(u"桃花源"_s));
    EXPECT_TRUE(desk.refusal(u"from"_s, u"昨天"_s).contains(u"开始时间（from）“昨天”看不懂"_s));
    EXPECT_TRUE(desk.refusal(u"to"_s, u"25:00"_s).contains(u"结束时间（to）“25:00”看不懂"_s));
    EXPECT_TRUE(desk.refusal(u"state"_s, u"done"_s).contains(u"状态（state）"_s));
    EXPECT_TRUE(desk.refusal(u"absents"_s, QJsonArray{}).contains(u"没有“absents”这一栏"_s));
    EXPECT_TRUE(desk.refusal(u"details"_s, QJsonObject{{u"speaker"_s, u"周平"_s}})
                    .contains(u"党员大会没有“speaker”这一栏"_s));
    const QJsonObject asleep{{u"name"_s, desk.people[1].name}, {u"mark"_s, u"睡觉"_s}};
    EXPECT_TRUE(desk.refusal(u"absent"_s, QJsonArray{asleep}).contains(u"“睡觉”看不懂"_s));
    const QJsonObject odd{{u"kind"_s, u"举手"_s}};
    EXPECT_TRUE(desk.refusal(u"votes"_s, QJsonArray{odd}).contains(u"表决类型“举手”看不懂"_s));
    const QJsonObject negative{{u"title"_s, u"预算"_s}, {u"for"_s, -1}};
    EXPECT_TRUE(
        desk.refusal(u"votes"_s, QJsonArray{negative}).contains(u"表决“预算”：“for”应当是 0 至"_s));
    const QJsonObject nameless{{u"choices"_s, QJsonArray{QJsonObject{}}}};
    EXPECT_TRUE(desk.refusal(u"votes"_s, QJsonArray{nameless}).contains(u"没有姓名"_s));
}

// What is misspelt or of the wrong type must never become a silent default.
TEST(ActivityFromJson, refusesWhatItWouldOtherwiseDrop) {
    const Desk desk;
    for (const QString& list :
         {u"joint"_s, u"present"_s, u"absent"_s, u"observers"_s, u"votes"_s}) {
        EXPECT_TRUE(desk.refusal(list, desk.people[1].name).contains(u"应当是列表"_s));
        EXPECT_TRUE(desk.refusal(list, QJsonObject{}).contains(u"应当是列表"_s));
    }
    EXPECT_TRUE(desk.refusal(u"details"_s, u"无"_s).contains(u"details"_s));
    EXPECT_TRUE(desk.refusal(u"joint"_s, QJsonArray{u"西荡村党支部"_s}).contains(u"自己不必写"_s));
    const auto absentee = [&](const QString& key, const QJsonValue& value) {
        const QJsonObject entry{{u"name"_s, desk.people[1].name}, {key, value}};
        return desk.refusal(u"absent"_s, QJsonArray{entry});
    };
    EXPECT_TRUE(absentee(u"made_up_on"_s, u"昨天"_s).contains(u"补学日期“昨天”看不懂"_s));
    EXPECT_TRUE(absentee(u"reasons"_s, u"病"_s).contains(u"不认识“reasons”"_s));
    EXPECT_TRUE(desk.refusal(u"absent"_s, QJsonArray{3}).contains(u"到会人员"_s));
    const auto vote
        = [&](const QJsonObject& entry) { return desk.refusal(u"votes"_s, QJsonArray{entry}); };
    EXPECT_TRUE(vote({{u"title"_s, u"预算"_s}, {u"fro"_s, 3}}).contains(u"没有赞成票数"_s));
    EXPECT_TRUE(vote({{u"title"_s, u"预算"_s}, {u"for"_s, u"3"_s}}).contains(u"“for”应当是"_s));
    EXPECT_TRUE(vote({{u"title"_s, u"预算"_s}, {u"for"_s, 3}, {u"againts"_s, 1}})
                    .contains(u"不认识“againts”"_s));
    EXPECT_TRUE(vote({{u"for"_s, 3}}).contains(u"缺少“title”"_s));
}

TEST(ActivityFromJson, votesOnlyWhereTheKindVotes) {
    Desk desk;
    seat(desk.town, desk.people[1], desk.town.xidang.id, u"member"_s);
    QJsonObject object = meeting();
    object.insert(u"votes"_s,
                  QJsonArray{QJsonObject{{u"title"_s, u"接收王强"_s},
                                         {u"kind"_s, u"admission"_s},
                                         {u"secret"_s, true},
                                         {u"for"_s, 3}}});
    EXPECT_TRUE(ok(desk.read(object)));
    object.insert(u"kind"_s, u"支委会"_s);
    EXPECT_TRUE(desk.read(object).error().text().contains(u"须在党员大会上表决"_s));
    object.insert(u"kind"_s, u"主题党日"_s);
    EXPECT_TRUE(desk.read(object).error().text().contains(u"主题党日不进行表决"_s));
    // A new committee elects its secretary at its first meeting.
    object.insert(u"kind"_s, u"支委会"_s);
    object.insert(u"votes"_s,
                  QJsonArray{QJsonObject{{u"title"_s, u"选举书记"_s},
                                         {u"kind"_s, u"election"_s},
                                         {u"seats"_s, 1},
                                         {u"choices"_s, QJsonArray{u"钟山"_s}}}});
    EXPECT_TRUE(ok(desk.read(object)));
}

TEST(ActivityFromJson, knowsTheHostWhoIsNotExpected) {
    Desk desk;
    seat(desk.town, desk.people[1], desk.town.xidang.id, u"member"_s);
    QJsonObject object = meeting();
    object.insert(u"kind"_s, u"支委会"_s);
    object.insert(u"host"_s, desk.people[3].name); // holds no seat: rule C22 must see it
    EXPECT_EQ(desk.sound(object).activity.hostId, desk.people[3].id);
}

TEST(ActivityFromJson, numbersOfAKindAreNumbers) {
    const Desk desk;
    QJsonObject object = meeting();
    object.insert(u"kind"_s, u"党课"_s);
    object.insert(u"details"_s, QJsonObject{{u"speaker"_s, u"周平"_s}, {u"hours"_s, u"半天"_s}});
    EXPECT_TRUE(desk.read(object).error().text().contains(u"“课时”应当是数字"_s));
    object.insert(u"details"_s,
                  QJsonObject{{u"speaker"_s, u"周平"_s},
                              {u"hours"_s, 1.5},
                              {u"discussion"_s, QJsonArray{u"甲发言"_s, u"乙发言"_s}}});
    EXPECT_EQ(desk.sound(object).details.value(u"hours"_s), u"1.5"_s);
    EXPECT_EQ(desk.sound(object).details.value(u"discussion"_s), u"甲发言\n乙发言"_s);
}

TEST(ActivityFromJson, saysWhereTheTextIsNoJson) {
    const Town town;
    for (const QByteArray& text :
         {QByteArray("{\n\"kind\": ,\n}"), QByteArray("[]"), QByteArray()}) {
        const auto record = activityFromJson(town.reader(), text);
        ASSERT_FALSE(record.has_value());
        EXPECT_TRUE(record.error().text().contains(u"不是 JSON 对象"_s));
    }
    EXPECT_TRUE(
        activityFromJson(town.reader(), "{\n\"kind\": ,\n}").error().text().contains(u"第 2 行"_s));
}
