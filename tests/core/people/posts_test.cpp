// Who holds which post when, and what cannot be said of coming and going.

#include "core/people/codes.h"
#include "core/people/commands.h"
#include "core/people/queries.h"
#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct Desk {
    Town town;
    Person wang = town.member(u"王强"_s, town.xidang.id);
    Person zhao = town.member(u"赵丽"_s, town.xidang.id);

    Result<Post> give(const Person& person, const QString& kind, const PartialDate& from,
                      const PartialDate& until = {}) {
        Post post;
        post.personId = person.id;
        post.organisationId = town.xidang.id;
        post.kind = kind;
        post.fromOn = from;
        post.untilOn = until;
        return appoint(*town.store, post);
    }
};
}

TEST(Posts, oneSecretaryAtATime) {
    Desk desk;
    const auto former = desk.give(desk.wang, u"secretary"_s, PartialDate(2021, 3, 1));
    ASSERT_TRUE(ok(former));
    const auto second = desk.give(desk.zhao, u"secretary"_s, PartialDate(2026, 3, 1));
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().text().contains(u"请先登记王强的免职日期"_s));
    ASSERT_TRUE(ok(endPost(*desk.town.store, former->id, PartialDate(2026, 3, 1))));
    EXPECT_FALSE(desk.give(desk.zhao, u"secretary"_s, PartialDate(2026, 2, 28))); // a day too soon
    EXPECT_TRUE(ok(desk.give(desk.zhao, u"secretary"_s, PartialDate(2026, 3, 1)))); // handed over
}

TEST(Posts, anEarlierTermMayBeEnteredLater) {
    Desk desk;
    ASSERT_TRUE(ok(desk.give(desk.wang, u"secretary"_s, PartialDate(2021, 3, 1))));
    EXPECT_TRUE(
        ok(desk.give(desk.zhao, u"secretary"_s, PartialDate(2016, 3, 1), PartialDate(2021, 3, 1))));
    EXPECT_TRUE(ok(desk.give(desk.zhao, u"secretary"_s, {}, PartialDate(2011, 3))));
    EXPECT_FALSE(
        desk.give(desk.zhao, u"secretary"_s, PartialDate(2020, 1, 1), PartialDate(2021, 3, 2)));
}

TEST(Posts, oneManMayBeSecretaryAndDirectorOfTheVillage) {
    Desk desk;
    ASSERT_TRUE(ok(desk.give(desk.wang, u"secretary"_s, PartialDate(2021, 3, 1))));
    EXPECT_TRUE(ok(desk.give(desk.wang, u"village_director"_s, PartialDate(2021, 4, 1))));
    EXPECT_EQ(postsIn(desk.town.reader(), desk.town.xidang.id, QDate(2026, 1, 1)).value().size(),
              2);
}

TEST(Posts, endNoEarlierThanTheyBegin) {
    Desk desk;
    EXPECT_FALSE(
        desk.give(desk.wang, u"member"_s, PartialDate(2021, 3, 2), PartialDate(2021, 3, 1)));
    const auto post = desk.give(desk.wang, u"member"_s, PartialDate(2021, 3, 2));
    ASSERT_TRUE(ok(post));
    EXPECT_FALSE(endPost(*desk.town.store, post->id, PartialDate(2021, 3, 1)));
    EXPECT_TRUE(ok(endPost(*desk.town.store, post->id, PartialDate(2021, 3, 2))));
}

TEST(Movements, needAKindAndADayThatHasCome) {
    Desk desk;
    Store& store = *desk.town.store;
    const PartialDate today(2026, 11, 20);
    EXPECT_FALSE(leaveBranch(store, desk.wang.id, {}, today, {}, {}));
    EXPECT_FALSE(leaveBranch(store, desk.wang.id, u"99"_s, today, {}, {}));
    EXPECT_FALSE(leaveBranch(store, desk.wang.id, u"2"_s, PartialDate(2026, 11, 21), {}, {}));
    EXPECT_FALSE(
        movePerson(store, desk.wang.id, desk.town.dongyan.id, PartialDate(2026, 11, 21), {}));
    EXPECT_TRUE(ok(leaveBranch(store, desk.wang.id, u"2"_s, today, u"邻县某镇"_s, {})));
    EXPECT_FALSE(arriveAtBranch(store, desk.wang.id, desk.town.xidang.id, u"x"_s, today, {}, {}));
    EXPECT_TRUE(
        ok(arriveAtBranch(store, desk.wang.id, desk.town.xidang.id, u"3"_s, today, {}, {})));
}

TEST(Movements, everyKindOfLeavingIsWrittenDown) {
    Desk desk;
    Store& store = *desk.town.store;
    for (const Code& kind : codesOf(u"leave_kind")) {
        const Person person = desk.town.member(u"李%1"_s.arg(kind.code), desk.town.xidang.id);
        ASSERT_TRUE(ok(leaveBranch(store, person.id, kind.code, PartialDate(2026, 6, 1),
                                   u"邻县某镇"_s, u"介绍信 1 号"_s)));
        const auto movements = movementsOf(desk.town.reader(), person.id).value();
        ASSERT_EQ(movements.size(), 1);
        EXPECT_EQ(movements.first().kind, kind.code);
        EXPECT_EQ(movements.first().counterpart, u"邻县某镇"_s);
        EXPECT_EQ(movements.first().basis, u"介绍信 1 号"_s);
        EXPECT_EQ(movements.first().happenedOn, PartialDate(2026, 6, 1));
    }
}

TEST(Movements, whoIsGoneNeitherLeavesNorMovesNorTakesAPost) {
    Desk desk;
    Store& store = *desk.town.store;
    const PartialDate day(2026, 6, 1);
    ASSERT_TRUE(ok(leaveBranch(store, desk.wang.id, u"4"_s, day, {}, {})));
    EXPECT_FALSE(leaveBranch(store, desk.wang.id, u"2"_s, day, {}, {}));
    const auto moved = movePerson(store, desk.wang.id, desk.town.dongyan.id, day, {});
    ASSERT_FALSE(moved);
    EXPECT_TRUE(moved.error().text().contains(u"王强已于2026-06-01离开"_s));
    EXPECT_FALSE(desk.give(desk.wang, u"member"_s, day));
    // What he held before may still be written down.
    EXPECT_TRUE(ok(desk.give(desk.wang, u"member"_s, PartialDate(2020, 1, 1), day)));
}
