// Saving, changing, removing what was held, on a real store.

#include "core/store/history.h"
#include "tests/core/activities/meetings.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kDay(2026, 9, 15);

QString refusalOf(Town& town, const ActivityRecord& record) {
    const auto saved = saveActivity(*town.store, record);
    EXPECT_FALSE(saved.has_value());
    EXPECT_EQ(town.reader().integer("SELECT count(*) FROM activity").value(), 0);
    return saved ? QString() : saved.error().text();
}
}

TEST(SaveActivity, countsFromTheAttendance) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 5);
    ActivityRecord record = meetingOf(town, u"branch-meeting"_s, town.xidang.id, kDay);
    ASSERT_EQ(record.attendance.size(), 5);
    record.attendance[1].mark = Mark::Leave;
    record.attendance[2].mark = Mark::Exempt;
    record.attendance[3].voting = false;
    const auto saved = saveActivity(*town.store, record);
    ASSERT_TRUE(ok(saved));
    const auto stored = town.reader().find(saved->id);
    ASSERT_TRUE(ok(stored));
    EXPECT_EQ(**stored, *saved);
    EXPECT_EQ((*stored)->due, 4); // 免 is not asked for
    EXPECT_EQ((*stored)->present, 3);
    EXPECT_EQ((*stored)->votingDue, 4); // 免 keeps the vote
    EXPECT_EQ((*stored)->votingPresent, 2);
}

TEST(SaveActivity, unpacksWhatItPacked) {
    Town town;
    settle(town, town.xidang.id, 3);
    ActivityRecord record = meetingOf(town, u"party-lecture"_s, town.xidang.id, kDay);
    record.attendance[1].mark = Mark::MadeUp;
    record.attendance[1].reason = u"外出务工"_s;
    record.attendance[1].madeUpOn = QDate(2026, 9, 20);
    record.details.insert(u"speaker"_s, u"镇党委副书记 周平"_s);
    VoteItem item;
    item.title = u"是否列入计划"_s;
    item.due = 3;
    item.present = 2;
    item.votesFor = 2;
    record.votes.append(item);
    const auto saved = saveActivity(*town.store, record);
    ASSERT_TRUE(ok(saved));
    const auto read = unpack(town.reader().find(saved->id).value().value());
    ASSERT_TRUE(ok(read));
    EXPECT_EQ(read->attendance, record.attendance);
    EXPECT_EQ(read->votes, record.votes);
    EXPECT_EQ(read->details, record.details);
    EXPECT_EQ(pack(*read), *saved);
}

TEST(SaveActivity, unpackRefusesDamage) {
    Activity activity;
    activity.attendance = "no attendance";
    EXPECT_FALSE(unpack(activity).has_value());
    activity.attendance.clear();
    activity.votes = "no votes";
    EXPECT_FALSE(unpack(activity).has_value());
}

TEST(SaveActivity, finalNeedsWhatTheKindAsksForAndADraftDoesNot) {
    Town town;
    settle(town, town.xidang.id, 3);
    ActivityRecord record = meetingOf(town, u"branch-meeting"_s, town.xidang.id, kDay);
    record.activity.agenda.clear();
    record.activity.recorder.clear();
    const QString refusal = refusalOf(town, record);
    EXPECT_TRUE(refusal.contains(u"议题没有填"_s) && refusal.contains(u"记录人没有填"_s));
    EXPECT_TRUE(refusal.contains(u"草稿"_s));
    record.activity.state = u"draft"_s;
    EXPECT_TRUE(ok(saveActivity(*town.store, record)));
}

TEST(SaveActivity, finalNeedsTheFieldsOfItsKind) {
    Town town;
    settle(town, town.xidang.id, 3);
    ActivityRecord record = meetingOf(town, u"party-lecture"_s, town.xidang.id, kDay);
    record.details.clear();
    EXPECT_TRUE(refusalOf(town, record).contains(u"主讲人没有填"_s));
}

TEST(SaveActivity, isFinalUnlessSaidOtherwise) {
    Town town;
    settle(town, town.xidang.id, 3);
    const Activity saved = hold(town, u"party-day"_s, town.xidang.id, kDay,
                                [](ActivityRecord& record) { record.activity.state.clear(); });
    EXPECT_EQ(saved.state, u"final"_s);
}

TEST(SaveActivity, refusesWhatCannotBeEvenAsADraft) {
    Town town;
    settle(town, town.xidang.id, 3);
    ActivityRecord sound = meetingOf(town, u"party-day"_s, town.xidang.id, kDay);
    sound.activity.state = u"draft"_s;

    ActivityRecord record = sound;
    record.activity.kind = u"banquet"_s;
    EXPECT_TRUE(refusalOf(town, record).contains(u"没有“banquet”这一类"_s));
    record = sound;
    record.activity.organisationId = {};
    EXPECT_TRUE(refusalOf(town, record).contains(u"请选择党组织"_s));
    record = sound;
    record.activity.organisationId = {newUuid(1'800'000'000'000)};
    EXPECT_TRUE(refusalOf(town, record).contains(u"已不在"_s));
    record = sound;
    record.activity.startsAt = {};
    EXPECT_TRUE(refusalOf(town, record).contains(u"日期和开始时间"_s));
    record = sound;
    record.activity.endsAt = record.activity.startsAt.addSecs(-60);
    EXPECT_TRUE(refusalOf(town, record).contains(u"结束时间早于开始时间"_s));
    record = sound;
    record.attendance.append(record.attendance.first());
    EXPECT_TRUE(refusalOf(town, record).contains(u"出现两次"_s));
    record = sound;
    record.activity.endsAt = record.activity.startsAt; // no time at all is odd, not impossible
    EXPECT_TRUE(ok(saveActivity(*town.store, record)));
}

TEST(SaveActivity, refusesWhoHadLeftBefore) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 3);
    const ActivityRecord record = meetingOf(town, u"party-day"_s, town.xidang.id, kDay);
    Person gone = people[1];
    const auto leaveOn = [&](const PartialDate& day) {
        gone.leftOn = day;
        ASSERT_TRUE(ok(savePerson(*town.store, gone)));
    };
    leaveOn(PartialDate(kDay.addDays(-1)));
    EXPECT_TRUE(refusalOf(town, record).contains(gone.name + u"在这一天之前已离开"_s));
    leaveOn(PartialDate(2026, 8)); // some day of August
    EXPECT_TRUE(refusalOf(town, record).contains(u"已离开"_s));
    leaveOn(PartialDate(2026, 9)); // some day of September: perhaps after the 15th
    EXPECT_TRUE(ok(saveActivity(*town.store, record)));
    leaveOn(PartialDate(kDay)); // may have come on the last day
    EXPECT_TRUE(ok(saveActivity(*town.store, record)));
}

TEST(SaveActivity, keepsTheDayOfTheFirstWriting) {
    Town town;
    settle(town, town.xidang.id, 3);
    ActivityRecord record = meetingOf(town, u"party-day"_s, town.xidang.id, kDay);
    record.activity.recordedOn = {};
    const auto saved = saveActivity(*town.store, record);
    ASSERT_TRUE(ok(saved));
    EXPECT_EQ(saved->recordedOn, QDate(2026, 11, 20));
    town.clock.set(QDate(2026, 12, 24));
    record.activity.id = saved->id;
    record.activity.place = u"文化广场"_s;
    const auto changed = saveActivity(*town.store, record);
    ASSERT_TRUE(ok(changed));
    EXPECT_EQ(changed->id, saved->id);
    EXPECT_EQ(changed->recordedOn, QDate(2026, 11, 20));
    EXPECT_EQ(town.reader().find(saved->id).value()->place, u"文化广场"_s);
}

TEST(SaveActivity, changingWhatIsNoMoreThereIsRefused) {
    Town town;
    settle(town, town.xidang.id, 3);
    const Activity saved = hold(town, u"party-day"_s, town.xidang.id, kDay);
    ASSERT_TRUE(ok(removeActivity(*town.store, saved.id)));
    const auto again = saveActivity(*town.store, unpack(saved).value());
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code, ErrorCode::NotFound);
}

TEST(SaveActivity, isNamedInTheHistory) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"branch-meeting"_s, town.xidang.id, kDay);
    const auto undone = town.store->undo();
    ASSERT_TRUE(ok(undone));
    EXPECT_EQ(undone->label, u"记录党员大会：西荡村党支部 2026-09-15"_s);
    EXPECT_EQ(town.reader().integer("SELECT count(*) FROM live_activity").value(), 0);
}

TEST(RemoveActivity, canBeUndone) {
    Town town;
    settle(town, town.xidang.id, 3);
    const Activity saved = hold(town, u"party-day"_s, town.xidang.id, kDay);
    ASSERT_TRUE(ok(removeActivity(*town.store, saved.id)));
    EXPECT_FALSE(town.reader().find(saved.id).value().has_value());
    const auto twice = removeActivity(*town.store, saved.id);
    ASSERT_FALSE(twice.has_value());
    EXPECT_EQ(twice.error().code, ErrorCode::NotFound);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(town.reader().find(saved.id).value(), saved);
}
