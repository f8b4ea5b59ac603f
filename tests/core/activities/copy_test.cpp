#include "core/activities/copy.h"

#include "tests/core/activities/meetings.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kMay(2026, 5, 1);
}

TEST(DayOfRepeat, isTheSameDayOfTheMonthOrItsLast) {
    const ActivityKind kind = kindNamed(u"branch-meeting"_s);
    EXPECT_EQ(dayOfRepeat(kind, {}, QDate(2026, 4, 18), kMay), QDate(2026, 5, 18));
    EXPECT_EQ(dayOfRepeat(kind, {}, QDate(2026, 1, 31), QDate(2026, 2, 1)), QDate(2026, 2, 28));
    EXPECT_EQ(dayOfRepeat(kind, {}, QDate(2026, 12, 31), QDate(2027, 1, 9)), QDate(2027, 1, 31));
}

TEST(DayOfRepeat, followsThePartyDayOnlyWhereItWasOne) {
    const ActivityKind kind = kindNamed(u"party-day"_s);
    EXPECT_EQ(dayOfRepeat(kind, u"每月31日"_s, QDate(2026, 3, 31), kMay), QDate(2026, 5, 31));
    // April has no 31st: the 30th was not the party day, and May has a 30th.
    EXPECT_EQ(dayOfRepeat(kind, u"每月31日"_s, QDate(2026, 4, 30), kMay), QDate(2026, 5, 30));
    EXPECT_EQ(dayOfRepeat(kind, u"每月5日"_s, QDate(2026, 4, 7), kMay), QDate(2026, 5, 7));
}

TEST(DayOfRepeat, isTheKindsOwnDay) {
    EXPECT_EQ(dayOfRepeat(kindNamed(u"study-day"_s), u"每月5日"_s, QDate(2026, 4, 3), kMay),
              QDate(2026, 5, 1)); // the first Friday
}

TEST(TitleOfRepeat, movesTheMonthThatIsMeant) {
    const QDate from(2026, 11, 18);
    const QDate to(2026, 12, 18);
    EXPECT_EQ(titleOfRepeat(u"2026年11月党员大会"_s, from, to), u"2026年12月党员大会"_s);
    EXPECT_EQ(titleOfRepeat(u"11月主题党日"_s, from, to), u"12月主题党日"_s);
    EXPECT_EQ(titleOfRepeat(u"11月18日学习"_s, from, to), u"12月18日学习"_s);
    EXPECT_EQ(titleOfRepeat(u"学习7月1日讲话"_s, from, to), u"学习7月1日讲话"_s);
    EXPECT_EQ(titleOfRepeat(u"2025年11月遗留问题"_s, from, to), u"2025年11月遗留问题"_s);
    EXPECT_EQ(titleOfRepeat(u"2026年12月 11月两月合开"_s, QDate(2026, 12, 1), QDate(2027, 1, 1)),
              u"2027年1月 11月两月合开"_s);
    EXPECT_EQ(titleOfRepeat({}, from, to), QString());
}

TEST(CopyInto, takesWhatIsKnownBeforehandAndNothingOfWhatHappened) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 5);
    const Activity before
        = hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 11, 18), [&](auto& record) {
              record.activity.title = u"2026年11月党员大会"_s;
              record.activity.content = u"说了什么"_s;
              record.activity.resolution = u"定了什么"_s;
              record.activity.delegation = u"书记外出"_s;
              record.attendance[1].mark = Mark::Leave;
          });
    const auto copy = copyToMonthAfter(town.reader(), before.id);
    ASSERT_TRUE(ok(copy));
    const Activity& next = copy->activity;
    EXPECT_TRUE(next.id.isNull());
    EXPECT_EQ(next.title, u"2026年12月党员大会"_s);
    EXPECT_EQ(next.startsAt, QDateTime(QDate(2026, 12, 18), before.startsAt.time()));
    EXPECT_EQ(next.endsAt, QDateTime(QDate(2026, 12, 18), before.endsAt.time()));
    EXPECT_EQ(next.place, before.place);
    EXPECT_EQ(next.host, before.host);
    EXPECT_EQ(next.recorder, before.recorder);
    EXPECT_EQ(next.agenda, before.agenda);
    EXPECT_TRUE(next.content.isEmpty());
    EXPECT_TRUE(next.resolution.isEmpty());
    EXPECT_TRUE(next.delegation.isEmpty());
    EXPECT_FALSE(next.recordedOn.isValid());
    EXPECT_TRUE(next.state.isEmpty());
    EXPECT_EQ(countsOf(copy->attendance).present, 5);
}

TEST(CopyInto, expectsThoseOfTheNewDay) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 5);
    const Activity before = hold(town, u"branch-meeting"_s, town.xidang.id, QDate(2026, 6, 18));
    ASSERT_TRUE(ok(leaveBranch(*town.store, people.last().id, u"2"_s, PartialDate(2026, 7, 1),
                               u"外地"_s, {})));
    const auto copy = copyInto(town.reader(), before.id, QDate(2026, 9, 1));
    ASSERT_TRUE(ok(copy));
    EXPECT_EQ(copy->attendance.size(), 4);
    EXPECT_EQ(copy->activity.startsAt.date(), QDate(2026, 9, 18));
}

TEST(CopyInto, invitesTheSamePeopleWhereTheyAreChosen) {
    Town town;
    const QList<Person> people = settle(town, town.xidang.id, 5);
    const Activity before
        = hold(town, u"talk"_s, town.xidang.id, QDate(2026, 6, 18), [&](auto& record) {
              record.attendance = {{people[1].id.value, Mark::Present, true, {}, {}},
                                   {people[2].id.value, Mark::Observer, false, {}, {}}};
          });
    const auto copy = copyToMonthAfter(town.reader(), before.id);
    ASSERT_TRUE(ok(copy));
    ASSERT_EQ(copy->attendance.size(), 1);
    EXPECT_EQ(copy->attendance.first().person, people[1].id.value);
}

TEST(CopyInto, keepsAllWhoHeldIt) {
    Town town;
    settle(town, town.xidang.id, 4);
    town.member(u"何平"_s, town.dongyan.id);
    const Activity before
        = hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 11, 18),
               [&](auto& record) { record.activity.joint = storedJoint({town.dongyan.id}); });
    const auto copy = copyToMonthAfter(town.reader(), before.id);
    ASSERT_TRUE(ok(copy));
    EXPECT_EQ(copy->activity.joint, before.joint);
    EXPECT_EQ(countsOf(copy->attendance).due, 5);
}

TEST(CopyInto, refusesWhatIsNotThere) {
    Town town;
    EXPECT_FALSE(copyToMonthAfter(town.reader(), {newUuid(1)}));
}

} // namespace baolei
