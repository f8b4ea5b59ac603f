// What is typed and not saved: kept beside the store, offered again, gone when it is answered.

#include "tests/ui/activities/page_support.h"
#include "tests/ui/activities/record_support.h"
#include "ui/activities/record_dialog.h"
#include "ui/activities/unsaved_offer.h"
#include "ui/base/ask.h"

#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
RecordStart goingOnWith(const UnsavedEntry& entry) {
    RecordStart start;
    start.unsaved = entry;
    return start;
}

// As a program that is killed while the dialog is open; what was typed last had two seconds.
UnsavedEntry leftBehind(RecordTown& town, const QString& content) {
    town.open(town.meeting());
    town.enter("content", content);
    EXPECT_TRUE(eventually([&] {
        const auto kept = unsavedOf(*town.store);
        return !kept.isEmpty() && kept.first().edited.content == content;
    }));
    town.window.reset();
    return unsavedOf(*town.store).value(0);
}
}

TEST(RecordUnsaved, isThereAgainAfterTheDialogDiedAndGoesWithSaving) {
    RecordTown town;
    const UnsavedEntry left = leftBehind(town, u"写到一半"_s);
    EXPECT_TRUE(town.stored().isEmpty());
    town.open(goingOnWith(left));
    EXPECT_EQ(town.field<QPlainTextEdit>("content")->toPlainText(), u"写到一半"_s);
    EXPECT_EQ(town.field<QLineEdit>("title")->text(), u"2026年11月党员大会"_s);
    town.enter("agenda1", u"学习"_s);
    town.enter("place", u"村部"_s);
    town.enter("ends_at", u"10"_s);
    town.enter("recorder", u"李秀英"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.content, u"写到一半"_s);
    EXPECT_EQ(town.only().activity.present, 10);
    EXPECT_TRUE(unsavedOf(*town.store).isEmpty());
    EXPECT_FALSE(QFile::exists(town.store->path() + u".unsaved"_s));
}

TEST(RecordUnsaved, isWrittenAwayWhenAFieldIsLeft) {
    RecordTown town;
    town.open(town.meeting());
    town.enter("absentInput", u"wq 生病"_s);
    town.press(Qt::Key_Return);
    town.press(Qt::Key_Tab);
    town.window.reset();
    const auto kept = unsavedOf(*town.store);
    ASSERT_EQ(kept.size(), 1);
    const auto record = unpack(kept.first().edited);
    ASSERT_TRUE(ok(record));
    EXPECT_EQ(town.markOf(*record, u"王强"_s), Mark::Leave);
    EXPECT_FALSE(kept.first().opened);
}

TEST(RecordUnsaved, isNotKeptWhereNothingWasTyped) {
    RecordTown town;
    town.open(town.meeting());
    town.press(Qt::Key_Tab);
    town.window.reset();
    EXPECT_TRUE(unsavedOf(*town.store).isEmpty());
}

TEST(RecordUnsaved, goesOnlyWhenThrowingAwayIsConfirmed) {
    RecordTown town;
    const UnsavedEntry left = leftBehind(town, u"写到一半"_s);
    town.open(goingOnWith(left));
    town.press(Qt::Key_Escape); // nothing was typed: it stays as it was, and nothing is asked
    EXPECT_FALSE(town.window->isVisible());
    EXPECT_EQ(unsavedOf(*town.store), QList<UnsavedEntry>{left});
    town.open(goingOnWith(left));
    town.enter("content", u"又一句"_s);
    ask::Script script;
    script.no();
    town.press(Qt::Key_Escape);
    EXPECT_TRUE(town.window->isVisible());
    script.yes();
    town.press(Qt::Key_Escape);
    EXPECT_FALSE(town.window->isVisible());
    EXPECT_TRUE(script.allAnswered());
    EXPECT_TRUE(unsavedOf(*town.store).isEmpty());
}

TEST(RecordUnsaved, ofAChangedRecordMergesAsSavingDoes) {
    RecordTown town;
    const Activity before = town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s);
    town.open({{}, {}, {}, before.id});
    town.enter("title", u"第三季度党员大会"_s);
    town.press(Qt::Key_Tab);
    town.window.reset();
    ActivityRecord other = town.only();
    other.activity.place = u"别处"_s;
    ASSERT_TRUE(ok(saveActivity(*town.store, other)));
    town.open(goingOnWith(unsavedOf(*town.store).value(0)));
    EXPECT_EQ(town.window->windowTitle(), u"修改记录"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.id, before.id);
    EXPECT_EQ(town.only().activity.title, u"第三季度党员大会"_s);
    EXPECT_EQ(town.only().activity.place, u"别处"_s);
}

TEST(RecordUnsaved, isMeantByWhoeverRecordsTheSameAgain) {
    RecordTown town;
    const UnsavedEntry left = leftBehind(town, u"写到一半"_s);
    EXPECT_EQ(unsavedFor(*town.store, town.meeting()), left);
    EXPECT_EQ(unsavedFor(*town.store, town.meeting({})), left);
    EXPECT_FALSE(unsavedFor(*town.store, town.meeting(u"party-day"_s)));
    EXPECT_FALSE(unsavedFor(*town.store, {town.dongyan.id, u"branch-meeting"_s, {}, {}}));
    const auto ask = [&](bool isToGoOn) {
        ask::Script script;
        isToGoOn ? script.yes() : script.no();
        const Asked asked = askedBy(
            [&] { recordActivity(nullptr, *town.store, town.navigator, town.meeting()); });
        EXPECT_TRUE(asked.wasOpened);
        EXPECT_TRUE(script.allAnswered());
        return asked.setup.unsaved;
    };
    EXPECT_EQ(ask(true), left.id);
    EXPECT_TRUE(ask(false).isNull());
    EXPECT_EQ(unsavedOf(*town.store).size(), 1);
}

TEST(RecordUnsaved, isTheSameOneHoweverOftenItIsTakenUp) {
    RecordTown town;
    const UnsavedEntry left = leftBehind(town, u"写到一半"_s);
    town.open(goingOnWith(left));
    town.enter("content", u"写到一大半"_s);
    town.press(Qt::Key_Tab);
    town.window.reset();
    const auto kept = unsavedOf(*town.store);
    ASSERT_EQ(kept.size(), 1);
    EXPECT_EQ(kept.first().id, left.id);
    EXPECT_EQ(kept.first().edited.content, u"写到一大半"_s);
}

TEST(RecordUnsaved, saysOnceThatItCannotBeKept) {
    RecordTown town;
    ASSERT_TRUE(QDir(town.folder.path()).mkpath(town.store->path() + u".unsaved.part/x"_s));
    town.open(town.meeting());
    town.enter("content", u"写到一半"_s);
    EXPECT_TRUE(
        eventually([&] { return town.label("recordRemark").contains(u"没有备到磁盘上"_s); }));
}

TEST(RecordUnsaved, isOfferedOnThePageAndWhenTheStoreIsOpened) {
    DemoPage demo;
    const auto branches = organisationsUnder(demo.reader(), {});
    ASSERT_TRUE(ok(branches));
    UnsavedEntry entry;
    entry.id = newUuid(1);
    entry.writtenAt = demo.clock.nowUtc();
    entry.edited.kind = u"branch-meeting"_s;
    entry.edited.organisationId = branchesIn(*branches).first().id;
    entry.edited.startsAt = QDateTime(QDate(2026, 11, 18), QTime(9, 0));
    const auto file = unsavedFileOf(*demo.store);
    ASSERT_TRUE(ok(file));
    ASSERT_TRUE(ok(keepUnsaved(*file, entry)));
    const auto unfinished = unfinishedRecord({*demo.store, demo.scope, demo.navigator});
    ASSERT_TRUE(unfinished);
    EXPECT_TRUE(unfinished->text.contains(u"11月18日党员大会"_s));
    demo.page->refreshLater();
    demo.settle();
    ASSERT_TRUE(demo.part<QWidget>("unsavedBar")->isVisible());
    EXPECT_TRUE(demo.part<QLabel>("unsavedText")->text().contains(u"11月18日党员大会"_s));
    Asked asked = askedBy(
        [&] { QTest::mouseClick(demo.part<QPushButton>("goOnUnsaved"), Qt::LeftButton); });
    EXPECT_EQ(asked.setup.unsaved, entry.id);
    asked = askedBy([&] { demo.page->show(unfinished->target); });
    EXPECT_EQ(asked.setup.unsaved, entry.id);
    ask::Script script;
    script.yes();
    QTest::mouseClick(demo.part<QPushButton>("dropUnsaved"), Qt::LeftButton);
    EXPECT_FALSE(demo.part<QWidget>("unsavedBar")->isVisible());
    EXPECT_TRUE(unsavedOf(*demo.store).isEmpty());
    EXPECT_FALSE(unfinishedRecord({*demo.store, demo.scope, demo.navigator}));
}

} // namespace baolei
