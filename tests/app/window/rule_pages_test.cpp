// What rules lead to is there.

#include "app/pages.h"
#include "core/activities/compliance.h"
#include "tests/support/town.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(RulePages, areThoseOfTheWindow) {
    const Town town;
    const auto rules = townRules(town.reader());
    ASSERT_TRUE(ok(rules));
    const QList<PageEntry> pages = windowParts().pages;
    for (const Rule& rule : rules->book.rules) {
        const bool isThere = std::any_of(pages.begin(), pages.end(), [&](const PageEntry& page) {
            return page.id == rule.mend.page;
        });
        EXPECT_TRUE(isThere) << rule.id.toStdString();
        EXPECT_FALSE(rule.mend.verb.isEmpty()) << rule.id.toStdString();
        // What each of the pages understands is tried where they are tested.
        const QStringList understood = rule.mend.page == u"people"_s
            ? QStringList{u"organisation"_s, u"edit"_s, u"posts"_s, u"groups"_s}
            : QStringList{u"organisation"_s};
        EXPECT_TRUE(understood.contains(rule.mend.action)) << rule.id.toStdString();
        const bool isOfOrganisation = rule.file.endsWith(u"organisation.rules.json"_s);
        EXPECT_EQ(isOfOrganisation,
                  rule.mend.page == u"people"_s && rule.mend.action != u"organisation"_s)
            << rule.id.toStdString() << ": every finding about an organisation opens a dialog";
    }
}

} // namespace baolei
