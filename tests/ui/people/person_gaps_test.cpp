// The table of people shows exactly those whom the first page counts.

#include "tests/ui/support.h"
#include "ui/people/person_lines.h"

namespace baolei {

using namespace Qt::StringLiterals;

TEST(PersonFilters, showWhomTheGapsCount) {
    PageTown town;
    Person joined = town.member(u"王强"_s, town.xidang.id); // no ID number, no phone
    joined.joinedOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, joined)));
    Person number = town.member(u"赵丽"_s, town.xidang.id);
    number.idNumber = u"329999197001010000"_s;
    number.phone = u"19900000001"_s;
    ASSERT_TRUE(ok(savePerson(*town.store, number)));
    Person probation = town.member(u"孙华"_s, town.dongyan.id);
    probation.stage = u"probationary"_s;
    probation.joinedOn = PartialDate(2025, 11, 19);
    probation.fullOn = {};
    ASSERT_TRUE(ok(savePerson(*town.store, probation)));
    Person nowhere = town.member(u"周明"_s, town.dongyan.id);
    nowhere.branchId = {};
    ASSERT_TRUE(ok(town.store->run({kChangePerson, {nowhere.name}},
                                   [&](Session& session) { return session.put(nowhere); })));
    const QDate today = town.clock.today();
    const auto index = RosterIndex::read(town.reader(), today, {});
    ASSERT_TRUE(ok(index));
    const auto shown = [&](Id<Organisation> scope, const QString& filter) {
        const quint32 mark = markOf(filter);
        return int(
            index->inScope(scope, [mark](const RosterEntry& e) { return passes(e, mark); }).size());
    };
    for (const auto& scope : {Id<Organisation>{}, town.xidang.id, town.dongyan.id}) {
        const auto books = surveyBooks(town.reader(), scope, 2026, today);
        ASSERT_TRUE(ok(books));
        for (const GapName& name : personGapNames()) {
            int counted = 0;
            for (const Gap& gap : books->gaps)
                if (gap.key == name.key) counted = gap.count;
            EXPECT_EQ(shown(scope, name.key), counted) << name.key.toStdString();
        }
    }
    EXPECT_EQ(shown({}, u"noJoinDate"_s), 1);
    EXPECT_EQ(shown({}, u"badIdNumber"_s), 1);
    EXPECT_EQ(shown({}, u"probationOver"_s), 1);
    EXPECT_EQ(shown({}, u"noBranch"_s), 1);
    EXPECT_EQ(shown({}, u"noPhone"_s), 3);
}

} // namespace baolei
