// What the first page reads, from a real store.

#include "tests/ui/home/home_town.h"

namespace baolei {

using namespace Qt::StringLiterals;

TEST(HomeAnswer, countsWhatWasHeldBesideTheSameDaysBefore) {
    HomeTown town;
    town.settle(town.xidang, 3);
    town.hold(u"party-day"_s, town.xidang, QDate(2026, 11, 1));
    town.hold(u"party-day"_s, town.xidang, QDate(2026, 11, 20)); // today
    town.hold(u"branch-meeting"_s, town.xidang, QDate(2026, 11, 19), u"draft"_s);
    town.hold(u"party-day"_s, town.xidang, QDate(2026, 10, 20)); // the same day a month ago
    town.hold(u"party-day"_s, town.xidang, QDate(2026, 10, 21));
    const HomeAnswer now = town.answer();
    EXPECT_EQ(now.held, 2);
    EXPECT_EQ(now.heldBefore, 1);
    const HomeAnswer october = town.answer({}, Period::ofMonth(2026, 10));
    EXPECT_EQ(october.held, 2);
    EXPECT_EQ(october.heldBefore, 0);
    EXPECT_EQ(town.answer(town.dongyan.id).held, 0);
    // Nothing of last year is read any more.
    EXPECT_FALSE(town.answer({}, Period::ofMonth(2026, 1)).heldBefore.has_value());
}

TEST(HomeAnswer, countsAJointMeetingOnce) {
    HomeTown town;
    town.settle(town.xidang, 3);
    town.settle(town.dongyan, 3);
    town.hold(u"party-day"_s, town.xidang, QDate(2026, 11, 10));
    const auto held = activitiesOf(town.reader(), town.xidang.id, Period::ofMonth(2026, 11));
    ASSERT_TRUE(ok(held));
    auto record = unpack(held->first());
    ASSERT_TRUE(ok(record));
    record->activity.joint = town.dongyan.id.value.toBytes();
    ASSERT_TRUE(ok(saveActivity(*town.store, *record)));
    EXPECT_EQ(town.answer().held, 1);
    EXPECT_EQ(town.answer(town.dongyan.id).held, 1);
}

TEST(HomeAnswer, putsDutiesIntoTheLastMonthOfTheirPeriod) {
    HomeTown town;
    town.settle(town.xidang, 3);
    town.hold(u"party-day"_s, town.xidang, QDate(2026, 1, 10));
    const HomeAnswer answer = town.answer(town.xidang.id);
    // March: the party day, and the branch meeting and the lecture of the quarter.
    EXPECT_EQ(answer.months[0], (MonthDuties{1, 0, 0}));
    EXPECT_EQ(answer.months[1], (MonthDuties{0, 1, 0}));
    EXPECT_EQ(answer.months[2], (MonthDuties{0, 3, 0}));
    EXPECT_EQ(answer.months[10], (MonthDuties{0, 0, 1}));
    EXPECT_EQ(answer.completeBranches, 0);
}

TEST(HomeAnswer, hasNothingToDoWhereEverythingWasHeld) {
    HomeTown town;
    town.settle(town.xidang, 3);
    town.setTerm(town.xidang, PartialDate(2028, 3, 1));
    town.holdEverything(town.xidang);
    const HomeAnswer answer = town.answer(town.xidang.id);
    EXPECT_TRUE(answer.todo.isEmpty()) << answer.todo.value(0).text.toStdString();
    EXPECT_EQ(answer.completeBranches, 1);
    EXPECT_EQ(answer.books.members(), 3);
}

TEST(HomeAnswer, looksBackAtOneMonthWithoutTheOthers) {
    HomeTown town;
    town.settle(town.xidang, 3);
    town.setTerm(town.xidang, PartialDate(2028, 3, 1));
    const HomeAnswer april = town.answer(town.xidang.id, Period::ofMonth(2026, 4));
    ASSERT_EQ(april.todo.size(), 1);
    EXPECT_EQ(april.todo.first().text, u"4月主题党日没有记录"_s);
    EXPECT_FALSE(april.isNow());
    // A quarter belongs to its last month.
    const HomeAnswer june = town.answer(town.xidang.id, Period::ofMonth(2026, 6));
    EXPECT_EQ(countOf(june.todo, {TodoGroup::Overdue}), 3);
    EXPECT_GT(countOf(town.answer(town.xidang.id).todo, {TodoGroup::Overdue}), 10);
}

TEST(HomeAnswer, showsDataToBeMendedInEveryPeriod) {
    HomeTown town;
    QList<Person> people = town.settle(town.xidang, 3);
    people[1].joinedOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, people[1])));
    for (const Period& period : {Period::ofMonth(2026, 11), Period::ofMonth(2026, 4)}) {
        const HomeAnswer answer = town.answer({}, period);
        const TodoLine* line = lineWith(answer.todo, u"缺入党日期"_s);
        ASSERT_TRUE(line);
        EXPECT_EQ(line->text, u"1 名党员缺入党日期"_s);
        EXPECT_EQ(line->group, TodoGroup::Data);
    }
}

TEST(HomeAnswer, readsOtherYears) {
    HomeTown town;
    town.settle(town.xidang, 3);
    const HomeAnswer before = town.answer(town.xidang.id, Period::ofYear(2025));
    EXPECT_EQ(before.year, 2025);
    EXPECT_EQ(before.months[0], (MonthDuties{0, 1, 0}));
    EXPECT_TRUE(lineWith(before.todo, u"主题党日"_s));
    const HomeAnswer later = town.answer(town.xidang.id, Period::ofMonth(2027, 5));
    EXPECT_EQ(later.year, 2026);
    EXPECT_EQ(later.held, 0);
    EXPECT_FALSE(lineWith(later.todo, u"主题党日"_s));
}

TEST(HomeAnswer, stopsWhenAsked) {
    HomeTown town;
    town.settle(town.xidang, 1);
    const HomeQuestion question{{}, Period::ofMonth(2026, 11), town.clock.today()};
    const auto read = readHome(town.reader(), question, [](const PassState&) { return false; });
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Cancelled);
}

} // namespace baolei
