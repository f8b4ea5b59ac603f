#include "core/people/roster_index.h"

#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
// Names of those whom a list of places means, in its order.
QStringList namesOf(const Town& town, const RosterIndex& index, const std::vector<int>& places) {
    QStringList names;
    for (const int place : places) {
        const Id<Person> id{index.entries()[size_t(place)].id};
        names.append(town.reader().find(id).value().value().name);
    }
    return names;
}

bool everyone(const RosterEntry&) {
    return true;
}

struct Village : Town {
    Person ding = member(u"丁一"_s, dongyan.id);
    Person wang = member(u"王强"_s, xidang.id);
    Person zhang = member(u"张丽"_s, xidang.id);
    RosterIndex index = RosterIndex::read(reader(), clock.today(), {}).value();

    QStringList shown(Id<Organisation> scope) const {
        return namesOf(*this, index, index.inScope(scope, everyone));
    }
};
}

TEST(RosterIndex, listsBranchAfterBranchAsInTheTree) {
    Village village;
    EXPECT_EQ(village.shown({}), (QStringList{u"王强"_s, u"张丽"_s, u"丁一"_s}));
    EXPECT_EQ(village.shown(village.committee.id), (QStringList{u"王强"_s, u"张丽"_s, u"丁一"_s}));
    EXPECT_EQ(village.shown(village.xidang.id), (QStringList{u"王强"_s, u"张丽"_s}));
    EXPECT_EQ(village.shown({newUuid(1)}), QStringList()); // of an organisation that is not there
}

TEST(RosterIndex, theFirstOnesAreThoseOfTheWhole) {
    Village village;
    const Person nowhere = village.member(u"周明"_s, village.dongyan.id);
    ASSERT_TRUE(ok(village.store->run({kChangePerson, {nowhere.name}}, [&](Session& session) {
        Person moved = nowhere;
        moved.branchId = {};
        return session.put(moved);
    })));
    village.index = RosterIndex::read(village.reader(), village.clock.today(), {}).value();
    for (const auto& scope :
         {Id<Organisation>{}, village.committee.id, village.xidang.id, village.dongyan.id}) {
        const QStringList all = village.shown(scope);
        for (const qsizetype limit : {1, 2, 10}) {
            const auto first
                = RosterIndex::readFirst(village.reader(), scope, village.clock.today(), limit);
            ASSERT_TRUE(ok(first));
            EXPECT_EQ(namesOf(village, *first, first->inScope(scope, everyone)),
                      all.first(qMin(limit, all.size())));
        }
    }
}

TEST(RosterIndex, followsSingleEntries) {
    Village village;
    village.zhang.branchId = village.dongyan.id;
    ASSERT_TRUE(ok(savePerson(*village.store, village.zhang)));
    const Person li = village.member(u"李想"_s, village.xidang.id);
    ASSERT_TRUE(ok(removePerson(*village.store, village.wang.id)));
    ASSERT_TRUE(ok(village.index.refresh(
        village.reader(), village.clock.today(),
        {village.zhang.id.value, li.id.value, village.wang.id.value, village.xidang.id.value})));
    EXPECT_EQ(village.shown({}), (QStringList{u"李想"_s, u"丁一"_s, u"张丽"_s}));
    const RosterIndex anew = RosterIndex::read(village.reader(), village.clock.today(), {}).value();
    EXPECT_EQ(village.shown({}), namesOf(village, anew, anew.inScope({}, everyone)));
}

TEST(RosterIndex, ranksInBothDirectionsAndKeepsEqualOnesInPlace) {
    Village village;
    const auto places = village.index.inScope({}, everyone); // 王强 张丽 丁一
    std::vector<quint32> ranks(3);
    ranks[size_t(places[0])] = 1;
    ranks[size_t(places[1])] = 0;
    ranks[size_t(places[2])] = 1;
    village.index.rankBy(ranks);
    EXPECT_EQ(namesOf(village, village.index, village.index.ranked(places, false)),
              (QStringList{u"张丽"_s, u"王强"_s, u"丁一"_s}));
    EXPECT_EQ(namesOf(village, village.index, village.index.ranked(places, true)),
              (QStringList{u"王强"_s, u"丁一"_s, u"张丽"_s}));
    const Person li = village.member(u"李想"_s, village.xidang.id); // nobody has ranked him yet
    ASSERT_TRUE(ok(village.index.refresh(village.reader(), village.clock.today(), {li.id.value})));
    EXPECT_EQ(namesOf(village, village.index,
                      village.index.ranked(village.index.inScope({}, everyone), false))
                  .last(),
              u"李想"_s);
}

TEST(RosterIndex, endsWhenNobodyWaits) {
    Village village;
    EXPECT_FALSE(RosterIndex::read(village.reader(), village.clock.today(), [] { return false; }));
}
