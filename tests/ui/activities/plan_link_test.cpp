// What recording and deleting from the window does to the yearly plan.

#include "core/plans/commands.h"
#include "tests/ui/activities/page_support.h"
#include "tests/ui/activities/record_support.h"
#include "ui/activities/record_outcome.h"
#include "ui/base/ask.h"

#include <QLineEdit>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
PlanItem planned(Store& store, Id<Organisation> branch, const QString& kind, int month,
                 const QString& title) {
    PlanItem item;
    item.organisationId = branch;
    item.year = 2026;
    item.month = month;
    item.kind = kind;
    item.title = title;
    const auto saved = savePlanItem(store, item);
    EXPECT_TRUE(ok(saved));
    return saved.value_or(item);
}

Id<Activity> linkOf(const Reader& reader, const PlanItem& item) {
    const auto now = reader.find(item.id);
    return now && *now ? (*now)->activityId : Id<Activity>{};
}

QString titleIn(const RecordTown& town) {
    return child<QLineEdit>(town.window.get(), "title")->text();
}
}

TEST(PlanLink, isMadeByTheFinalRecordAndSaid) {
    RecordTown town;
    const PlanItem item = planned(*town.store, town.xidang.id, u"party-day"_s, 11, u"清理河道"_s);
    town.open(town.meeting(u"party-day"_s));
    town.enter("place", u"河边"_s);
    town.enter("recorder", u"李秀英"_s);
    town.enter("content", u"清理河道两公里。"_s);
    ASSERT_TRUE(town.window->save(u"draft"_s));
    EXPECT_TRUE(town.window->fulfilled().isEmpty());
    EXPECT_TRUE(linkOf(town.reader(), item).isNull());
    town.open({town.xidang.id, {}, {}, town.window->saved().id});
    ASSERT_TRUE(town.window->save(u"final"_s));
    const Activity& saved = town.window->saved();
    EXPECT_EQ(linkOf(town.reader(), item), saved.id);
    const QString said = savedText(saved, town.window->setup().kind, town.window->fulfilled());
    EXPECT_TRUE(said.endsWith(u"；年度计划“清理河道”已完成"_s)) << said.toStdString();
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_TRUE(linkOf(town.reader(), item).isNull());
}

TEST(PlanLink, isMadeToTheItemThatWasSetOutFrom) {
    RecordTown town;
    const PlanItem first = planned(*town.store, town.xidang.id, u"party-day"_s, 11, u"植树"_s);
    const PlanItem meant = planned(*town.store, town.xidang.id, u"party-day"_s, 11, u"清理河道"_s);
    RecordStart start = town.meeting(u"party-day"_s);
    start.planned = meant;
    town.open(start);
    EXPECT_EQ(titleIn(town), u"清理河道"_s);
    town.enter("place", u"河边"_s);
    town.enter("recorder", u"李秀英"_s);
    town.enter("content", u"清理河道两公里。"_s);
    ASSERT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(linkOf(town.reader(), meant), town.window->saved().id);
    EXPECT_TRUE(linkOf(town.reader(), first).isNull());
}

TEST(PlanLink, keepsTheUsualTitleWhereThePlanOnlyNamesTheKind) {
    RecordTown town;
    RecordStart start = town.meeting(u"party-day"_s);
    start.planned = planned(*town.store, town.xidang.id, u"party-day"_s, 11, u"11月主题党日"_s);
    town.open(start);
    EXPECT_EQ(titleIn(town), u"2026年11月主题党日"_s);
}

TEST(PlanLink, isTakenOffWhereTheRecordIsDeleted) {
    DemoPage town;
    town.press(Qt::Key_3);
    const Id<Activity> id{town.list()->currentId()};
    const auto activity = town.reader().find(id);
    ASSERT_TRUE(activity && *activity);
    const auto holder = town.reader().find((*activity)->organisationId);
    const bool isGroup = (*holder)->type == u"group"_s;
    const QDate day = (*activity)->startsAt.date();
    const PlanItem item = planned(*town.store, isGroup ? (*holder)->parentId : (*holder)->id,
                                  (*activity)->kind, day.month(), u"列入计划的一项"_s);
    ASSERT_TRUE(ok(linkPlan(*town.store, {{item.id, id}})));
    town.settle();
    ASSERT_EQ(town.list()->currentId(), id.value);
    ask::Script script;
    script.yes();
    town.part<QPushButton>("removeActivity")->click();
    EXPECT_TRUE(script.allAnswered());
    EXPECT_TRUE(linkOf(town.reader(), item).isNull());
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_EQ(linkOf(town.reader(), item), id);
}

} // namespace baolei
