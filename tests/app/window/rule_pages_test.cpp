// What rules lead to is there.

#include "app/pages.h"
#include "core/activities/compliance.h"
#include "tests/support/town.h"

#include <algorithm>

namespace baolei {

TEST(RulePages, areThoseOfTheWindow) {
    const Town town;
    const auto rules = townRules(town.reader());
    ASSERT_TRUE(ok(rules));
    const QList<PageEntry> pages = windowParts().pages;
    for (const Rule& rule : rules->book.rules) {
        const bool isThere = std::any_of(pages.begin(), pages.end(), [&](const PageEntry& page) {
            return page.id == rule.page;
        });
        EXPECT_TRUE(rule.page.isEmpty() || isThere) << rule.id.toStdString();
    }
}

} // namespace baolei
