#include "tests/support/town.h"

namespace baolei {

using namespace Qt::StringLiterals;

Town::Town() {
    StoreOptions options;
    options.clock = &clock;
    options.actor = u"测试员"_s;
    auto made = Store::create(folder.path(u"示范镇.baolei"_s), u"示范镇"_s, options);
    EXPECT_TRUE(ok(made));
    store = std::move(*made);
    committee = add(u"示范镇党委"_s, u"committee"_s, {});
    xidang = add(u"西荡村党支部"_s, u"branch"_s, committee.id);
    dongyan = add(u"东堰村党支部"_s, u"branch"_s, committee.id);
}

Organisation Town::add(const QString& shortName, const QString& type, Id<Organisation> parent) {
    Organisation made;
    made.name = u"中共示范镇"_s + shortName;
    made.shortName = shortName;
    made.type = type;
    made.sector = u"3"_s;
    made.parentId = parent;
    const auto saved = saveOrganisation(*store, made);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(made);
}

Person Town::member(const QString& name, Id<Organisation> branch) {
    Person person;
    person.name = name;
    person.branchId = branch;
    person.sex = u"1"_s;
    person.ethnicity = u"01"_s;
    person.stage = u"full"_s;
    person.membership = u"1"_s;
    person.bornOn = PartialDate(1970, 1, 1);
    person.joinedOn = PartialDate(2001, 7, 1);
    person.fullOn = PartialDate(2002, 7, 1);
    const auto saved = savePerson(*store, person);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(person);
}

} // namespace baolei
