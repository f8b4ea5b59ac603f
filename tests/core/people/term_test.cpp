// 延期换届 beside the organisation: saved and taken back with it, over with the next term.

#include "core/people/term.h"

#include "core/store/history.h"
#include "tests/support/town.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
Organisation withTerm(const Town& town, const PartialDate& ends) {
    Organisation branch = town.reader().find(town.xidang.id).value().value();
    branch.termEndsOn = ends;
    return branch;
}

TermExtension until(QDate day) {
    TermExtension extension;
    extension.untilOn = day;
    extension.approver = u"示范镇党委"_s;
    return extension;
}

std::optional<TermExtension> current(const Town& town) {
    const auto branch = town.reader().find(town.xidang.id).value().value();
    return extensionOf(town.reader(), branch).value();
}
}

TEST(TermExtension, isSavedWithTheOrganisationInOneStep) {
    Town town;
    const Organisation branch = withTerm(town, PartialDate(2026, 10, 1));
    const qsizetype steps = operations(town.reader())->size();
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, until(QDate(2027, 3, 31)))));
    EXPECT_EQ(operations(town.reader())->size(), steps + 1);
    ASSERT_TRUE(current(town));
    EXPECT_EQ(current(town)->untilOn, QDate(2027, 3, 31));
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_FALSE(current(town));
}

TEST(TermExtension, withoutADayIsTakenAway) {
    Town town;
    const Organisation branch = withTerm(town, PartialDate(2026, 10, 1));
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, TermExtension()))); // there was none
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, until(QDate(2027, 3, 31)))));
    TermExtension gone = *current(town);
    gone.untilOn = {};
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, gone)));
    EXPECT_FALSE(current(town));
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_TRUE(current(town));
}

TEST(TermExtension, isOverWithTheNextTerm) {
    Town town;
    Organisation branch = withTerm(town, PartialDate(2026, 10, 1));
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, until(QDate(2027, 3, 31)))));
    branch.termStartedOn = PartialDate(2026, 11, 10);
    branch.termEndsOn = PartialDate(2031, 11, 10);
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, *current(town)))); // as the form has it
    EXPECT_FALSE(current(town));
    EXPECT_EQ(town.reader().integer("SELECT count(*) FROM live_term_extension").value(), 1);
}

TEST(TermExtension, mustBeLaterThanTheEndOfTheTerm) {
    Town town;
    const Organisation branch = withTerm(town, PartialDate(2026, 10, 1));
    EXPECT_FALSE(saveOrganisation(*town.store, branch, until(QDate(2026, 10, 1))).has_value());
    EXPECT_FALSE(
        saveOrganisation(*town.store, withTerm(town, {}), until(QDate(2027, 1, 1))).has_value());
    EXPECT_TRUE(ok(saveOrganisation(*town.store, branch, until(QDate(2026, 10, 2)))));
}

TEST(TermExtension, goesWithItsOrganisation) {
    Town town;
    const Organisation branch = withTerm(town, PartialDate(2026, 10, 1));
    ASSERT_TRUE(ok(saveOrganisation(*town.store, branch, until(QDate(2027, 3, 31)))));
    const auto count
        = [&] { return town.reader().integer("SELECT count(*) FROM live_term_extension").value(); };
    ASSERT_TRUE(ok(removeOrganisation(*town.store, branch.id)));
    EXPECT_EQ(count(), 0);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(count(), 1);
}
