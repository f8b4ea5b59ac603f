// Where a finding about no activity leads: the page that its rule names.

#include "tests/ui/support.h"
#include "ui/activities/activity_actions.h"
#include "ui/activities/finding_columns.h"

namespace baolei {

using namespace Qt::StringLiterals;

TEST(Mend, leadsToThePageThatTheRuleNames) {
    PageTown town;
    Target opened;
    QObject::connect(&town.navigator, &Navigator::opened,
                     [&opened](const Target& target) { opened = target; });
    ActivityActions actions(town.context(), nullptr);
    FindingLine line;
    line.finding.organisation = town.xidang.id.value;
    line.finding.mend = {u"people"_s, u"edit"_s, u"登记换届"_s};
    EXPECT_EQ(mendText(line), u"登记换届"_s);
    actions.mend(line);
    EXPECT_EQ(opened, (Target{u"people"_s, u"edit"_s, {town.xidang.id.value}}));
}

} // namespace baolei
