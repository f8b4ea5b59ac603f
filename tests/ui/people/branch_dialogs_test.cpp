// What findings about an organisation lead to: its own dialog, its posts, its groups.

#include "tests/ui/people/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
Organisation groupOf(PeopleTown& town, const Organisation& branch, const QString& name) {
    Organisation group;
    group.parentId = branch.id;
    group.type = u"group"_s;
    group.name = group.shortName = name;
    const auto saved = saveOrganisation(*town.store, group);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(group);
}

Target mend(const QString& action, const Organisation& branch) {
    return {u"people"_s, action, {branch.id.value}};
}
}

TEST(BranchDialogs, editOpensTheOrganisation) {
    PeopleTown town;
    ShownPage shown(town);
    bool wasOpened = false;
    inDialog("organisationDialog", [&](FormDialog* dialog) {
        wasOpened = true;
        type(dialog, "termEndsOn", u"2029-03-01"_s);
        EXPECT_TRUE(dialog->save());
    });
    shown.page.show(mend(u"edit"_s, town.xidang));
    EXPECT_TRUE(wasOpened);
    EXPECT_EQ(town.scope.organisation(), town.xidang.id);
    const auto branch = town.reader().find(town.xidang.id);
    ASSERT_TRUE(branch && *branch);
    EXPECT_EQ((*branch)->termEndsOn, PartialDate(2029, 3, 1));
}

TEST(BranchDialogs, postsGiveAMemberAPost) {
    PeopleTown town;
    ShownPage shown(town);
    inDialog("branchPostDialog", [&](FormDialog* dialog) {
        EXPECT_FALSE(dialog->save()); // nobody is chosen
        child<ChoiceField>(dialog, "who")->setCode(town.zhang.id.value.toText());
        inDialog("postDialog", [&](FormDialog* next) {
            child<ChoiceField>(next, "kind")->setCode(u"organisation_member"_s);
            EXPECT_TRUE(next->save());
        });
        EXPECT_TRUE(dialog->save());
    });
    shown.page.show(mend(u"posts"_s, town.xidang));
    ASSERT_TRUE(eventually([&] { return town.count("post") == 1; }));
    const auto posts = postsIn(town.reader(), town.xidang.id, town.clock.today());
    ASSERT_TRUE(posts && posts->size() == 1);
    EXPECT_EQ(posts->first().personId, town.zhang.id);
    EXPECT_EQ(posts->first().kind, u"organisation_member"_s);
}

TEST(BranchDialogs, groupsTakeInWhoIsInNone) {
    PeopleTown town;
    const Organisation first = groupOf(town, town.xidang, u"第一党小组"_s);
    const Organisation second = groupOf(town, town.xidang, u"第二党小组"_s);
    ShownPage shown(town);
    inDialog("groupsDialog", [&](FormDialog* dialog) {
        EXPECT_FALSE(dialog->findChild<ChoiceField*>(town.li.id.value.toText())); // no member yet
        child<ChoiceField>(dialog, "all")->setCode(first.id.value.toText());
        child<ChoiceField>(dialog, town.zhang.id.value.toText().toLatin1().constData())
            ->setCode(second.id.value.toText());
        EXPECT_TRUE(dialog->save());
    });
    shown.page.show(mend(u"groups"_s, town.xidang));
    EXPECT_EQ(town.again(town.wang).groupId, first.id);
    EXPECT_EQ(town.again(town.zhang).groupId, second.id);
    ASSERT_TRUE(ok(town.store->undo())); // one step for all
    EXPECT_TRUE(town.again(town.wang).groupId.isNull());
    EXPECT_TRUE(town.again(town.zhang).groupId.isNull());
}

TEST(AssignGroups, refusesAGroupOfAnotherBranchAndChangesNothing) {
    PeopleTown town;
    const Organisation own = groupOf(town, town.xidang, u"第一党小组"_s);
    const Organisation other = groupOf(town, town.dongyan, u"东堰第一党小组"_s);
    const auto done = assignGroups(*town.store, town.xidang.id,
                                   {{town.wang.id, own.id}, {town.zhang.id, other.id}});
    EXPECT_FALSE(done);
    EXPECT_TRUE(town.again(town.wang).groupId.isNull());
    EXPECT_FALSE(assignGroups(*town.store, town.xidang.id, {{town.ding.id, own.id}}));
}
