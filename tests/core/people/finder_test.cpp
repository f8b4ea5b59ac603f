#include "core/people/finder.h"
#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QStringList namesOf(const Town& town, const Finder& finder, const QString& text) {
    QStringList names;
    const auto hits = describeFound(town.reader(), finder.find(text)).value();
    for (const FoundPerson& hit : hits)
        names.append(hit.name);
    return names;
}
}

TEST(Finder, byNameReadingInitialsAndLastDigits) {
    Town town;
    Person shan = town.member(u"单建国"_s, town.xidang.id);
    shan.idNumber = u"329999197001010013"_s;
    shan.phone = u"13800001234"_s;
    ASSERT_TRUE(ok(savePerson(*town.store, shan)));
    town.member(u"王建国"_s, town.dongyan.id);
    town.member(u"䶮㛃"_s, town.dongyan.id);
    const Finder finder = Finder::load(town.reader()).value();
    EXPECT_EQ(namesOf(town, finder, u"建国"_s), (QStringList{u"单建国"_s, u"王建国"_s}));
    EXPECT_EQ(namesOf(town, finder, u"shanjg"_s), QStringList());
    EXPECT_EQ(namesOf(town, finder, u"shan"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(namesOf(town, finder, u"DJG"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(namesOf(town, finder, u"sjg"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(namesOf(town, finder, u"0013"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(namesOf(town, finder, u"1234"_s), QStringList{u"单建国"_s});
    EXPECT_EQ(namesOf(town, finder, u"1970"_s), QStringList()); // not at the end
    EXPECT_EQ(namesOf(town, finder, u"13"_s), QStringList()); // too few digits
    EXPECT_EQ(namesOf(town, finder, u"䶮"_s), QStringList{u"䶮㛃"_s});
    EXPECT_EQ(namesOf(town, finder, u" "_s), QStringList());
    EXPECT_EQ(finder.find(u"建国"_s, 1).size(), 1);
}

TEST(Finder, followsChanges) {
    Town town;
    Person person = town.member(u"王建国"_s, town.xidang.id);
    Finder finder = Finder::load(town.reader()).value();
    person.name = u"汪建军"_s;
    ASSERT_TRUE(ok(savePerson(*town.store, person)));
    ASSERT_TRUE(ok(finder.refresh(town.reader(), {person.id.value})));
    EXPECT_EQ(namesOf(town, finder, u"建国"_s), QStringList());
    EXPECT_EQ(namesOf(town, finder, u"wangjj"_s), QStringList());
    EXPECT_EQ(namesOf(town, finder, u"汪"_s), QStringList{u"汪建军"_s});
    ASSERT_TRUE(ok(removePerson(*town.store, person.id)));
    ASSERT_TRUE(ok(finder.refresh(town.reader(), {person.id.value})));
    EXPECT_EQ(finder.size(), 0);
    EXPECT_EQ(namesOf(town, finder, u"汪"_s), QStringList());
}
