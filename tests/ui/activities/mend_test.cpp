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
    EXPECT_EQ(mendText(line), u"看党组织"_s);
    actions.mend(line);
    EXPECT_EQ(opened, (Target{u"people"_s, u"organisation"_s, {town.xidang.id.value}}));
    line.finding.page = u"study"_s;
    EXPECT_EQ(mendText(line), u"看明细"_s);
    actions.mend(line);
    EXPECT_EQ(opened, (Target{u"study"_s, u"organisation"_s, {town.xidang.id.value}}));
}

} // namespace baolei
