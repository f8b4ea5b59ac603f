// 复制到下月, from the list and from a cell, by keyboard too.

#include "core/activities/copy.h"
#include "tests/ui/activities/page_support.h"
#include "tests/ui/activities/record_support.h"

#include <QMenu>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(CopyToMonth, opensTheDialogForTheMonthAfter) {
    DemoPage demo;
    QTest::mouseClick(demo.part<QPushButton>("viewList"), Qt::LeftButton);
    demo.settle();
    ASSERT_TRUE(eventually([&] { return !demo.list()->currentId().isNull(); }));
    const auto before = demo.reader().find(Id<Activity>{demo.list()->currentId()});
    ASSERT_TRUE(ok(before));
    ASSERT_TRUE(*before);
    demo.list()->setFocus();
    const Asked asked
        = askedBy([&] { QTest::keyClick(demo.list(), Qt::Key_D, Qt::ControlModifier); });
    ASSERT_TRUE(asked.wasOpened);
    ASSERT_TRUE(asked.setup.begun);
    const Activity& next = asked.setup.begun->activity;
    EXPECT_TRUE(next.id.isNull());
    EXPECT_EQ(next.kind, (*before)->kind);
    EXPECT_EQ(next.startsAt.date().month(), 12);
    EXPECT_EQ(asked.setup.day, next.startsAt.date());
    EXPECT_EQ(asked.setup.holder.id, (*before)->organisationId);
    EXPECT_FALSE(asked.setup.opened);
}

TEST(CopyToMonth, isInTheMenuOfACell) {
    DemoPage demo;
    ASSERT_TRUE(demo.chooseCell(Status::Done));
    emit demo.matrix()->menuWanted({});
    auto* menu = demo.part<QMenu>("cellMenu");
    ASSERT_TRUE(menu);
    QAction* copy = nullptr;
    for (QAction* each : menu->actions())
        if (each->text().startsWith(u"复制到下月："_s)) copy = each;
    ASSERT_TRUE(copy);
    const Asked asked = askedBy([&] { copy->trigger(); });
    EXPECT_TRUE(asked.setup.begun);
}

TEST(CopyToMonth, isSavedAsANewRecord) {
    RecordTown town;
    const Activity before = town.held(u"branch-meeting"_s, QDate(2026, 10, 20), u"议题甲"_s);
    RecordStart start;
    auto copy = copyToMonthAfter(town.reader(), before.id);
    ASSERT_TRUE(ok(copy));
    start.begun = *copy;
    town.open(start);
    EXPECT_EQ(town.window->windowTitle(), u"记一次会"_s);
    EXPECT_EQ(town.field<QLineEdit>("day")->text(), u"2026-11-20"_s);
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"议题甲"_s);
    EXPECT_TRUE(town.field<QPlainTextEdit>("content")->toPlainText().isEmpty());
    town.press(Qt::Key_Escape); // nothing was typed: nothing is asked
    EXPECT_EQ(town.stored().size(), 1);
    town.open(start);
    EXPECT_TRUE(town.window->save(u"final"_s));
    ASSERT_EQ(town.stored().size(), 2);
    EXPECT_EQ(town.stored().last().present, 10);
}

} // namespace baolei
