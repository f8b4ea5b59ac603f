#include "core/activities/joint.h"

#include "tests/core/activities/meetings.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kDay(2026, 11, 18);

struct JointTown : Town {
    QList<Person> own = settle(*this, xidang.id, 4);
    Person other = member(u"何平"_s, dongyan.id);
    Activity day;

    JointTown() {
        const auto expected
            = expectedAt(reader(), kindNamed(u"party-day"_s), {xidang.id, dongyan.id}, kDay);
        EXPECT_TRUE(ok(expected));
        day = hold(*this, u"party-day"_s, xidang.id, kDay, [&](ActivityRecord& record) {
            record.activity.joint = storedJoint({dongyan.id});
            QList<Expected> all;
            for (const ExpectedPerson& each : *expected)
                all.append(each.expected);
            record.attendance = everyonePresent(all);
            record.attendance.last().mark = Mark::Leave; // 何平
        });
    }
    Activity shareOf(Id<Organisation> branch) {
        const auto share = baolei::shareOf(reader(), day, branch);
        EXPECT_TRUE(ok(share));
        return share.value_or(Activity{});
    }
};

QStringList namesOf(const QList<OrganisationNode>& nodes) {
    QStringList names;
    for (const OrganisationNode& each : nodes)
        names.append(each.shortName);
    return names;
}
}

TEST(Joint, keepsItsHoldersInOrder) {
    const QList<Id<Organisation>> ids{{newUuid(1)}, {newUuid(2)}};
    EXPECT_EQ(jointIn(storedJoint(ids)), ids);
    EXPECT_TRUE(jointIn({}).isEmpty());
    EXPECT_TRUE(storedJoint({}).isEmpty());
}

TEST(Joint, isForWhatDependsOnNoQuorum) {
    EXPECT_TRUE(mayBeJoint(kindNamed(u"party-day"_s)));
    EXPECT_TRUE(mayBeJoint(kindNamed(u"party-lecture"_s)));
    EXPECT_FALSE(mayBeJoint(kindNamed(u"branch-meeting"_s)));
    EXPECT_FALSE(mayBeJoint(kindNamed(u"committee-meeting"_s)));
    EXPECT_FALSE(mayBeJoint(kindNamed(u"group-meeting"_s)));
}

TEST(Joint, expectsEverybodyOfAllHoldersOnceAndSaysWhose) {
    const JointTown town;
    const auto expected = expectedAt(town.reader(), kindNamed(u"party-day"_s),
                                     {town.xidang.id, town.dongyan.id, town.xidang.id}, kDay);
    ASSERT_TRUE(ok(expected));
    ASSERT_EQ(expected->size(), 5);
    EXPECT_EQ(expected->first().holder, town.xidang.id);
    EXPECT_EQ(expected->last().id, town.other.id);
    EXPECT_EQ(expected->last().holder, town.dongyan.id);
}

TEST(Joint, givesEachBranchItsShare) {
    JointTown town;
    EXPECT_EQ(town.day.due, 5);
    EXPECT_EQ(town.day.present, 4);
    EXPECT_EQ(town.shareOf(town.xidang.id).due, 4);
    EXPECT_EQ(town.shareOf(town.xidang.id).present, 4);
    EXPECT_EQ(town.shareOf(town.dongyan.id).due, 1);
    EXPECT_EQ(town.shareOf(town.dongyan.id).present, 0);
    const Activity alone = hold(town, u"party-day"_s, town.xidang.id, kDay.addDays(1));
    EXPECT_EQ(*shareOf(town.reader(), alone, town.xidang.id), alone);
}

TEST(Joint, tellsOfWhoHasMovedOnWhereItWasWritten) {
    JointTown town;
    const Organisation third = town.add(u"南岭村党支部"_s, u"branch"_s, town.committee.id);
    ASSERT_TRUE(
        ok(movePerson(*town.store, town.other.id, third.id, PartialDate(2026, 11, 19), u"村务"_s)));
    EXPECT_EQ(town.shareOf(town.xidang.id).due, 5);
    EXPECT_EQ(town.shareOf(town.dongyan.id).due, 0);
}

TEST(Joint, isOfferedToTheOtherBranchesOfTheTown) {
    JointTown town;
    const Organisation general
        = town.add(u"南岭村党总支"_s, u"general_branch"_s, town.committee.id);
    const Organisation third = town.add(u"南岭一支部"_s, u"branch"_s, general.id);
    const auto ofThird = neighboursOf(town.reader(), third.id);
    ASSERT_TRUE(ok(ofThird));
    EXPECT_EQ(namesOf(*ofThird), (QStringList{town.xidang.shortName, town.dongyan.shortName}));
    const auto ofFirst = neighboursOf(town.reader(), town.xidang.id);
    ASSERT_TRUE(ok(ofFirst));
    EXPECT_EQ(namesOf(*ofFirst), (QStringList{town.dongyan.shortName, third.shortName}));
}

} // namespace baolei
