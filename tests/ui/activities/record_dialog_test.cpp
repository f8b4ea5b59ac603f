#include "tests/ui/activities/record_support.h"
#include "ui/activities/record_dialog.h"
#include "ui/base/ask.h"

#include <QSignalSpy>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(RecordDialog, recordsAMeetingByKeyboardAlone) {
    RecordTown town;
    town.open(town.meeting());
    town.field<QWidget>("kind")->setFocus();
    town.press(Qt::Key_Return); // 类型 → 名称
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"title"_s);
    town.press(Qt::Key_Return); // 日期
    town.press(Qt::Key_Return); // 开始
    town.type({});
    QApplication::focusWidget()->setProperty("text", u"9点半"_s);
    town.press(Qt::Key_Return); // 结束
    town.type(u"1045"_s);
    town.press(Qt::Key_Return); // 地点
    town.type(u"党群服务中心"_s);
    town.press(Qt::Key_Return); // 主持, the secretary already
    town.press(Qt::Key_Return); // 记录
    town.type(u"lxy"_s);
    town.press(Qt::Key_Return); // taken from the list
    town.press(Qt::Key_Return); // 委托说明
    town.press(Qt::Key_Return); // 缺席人
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"absentInput"_s);
    town.type(u"wq 生病"_s);
    town.press(Qt::Key_Return);
    town.type(u"sh"_s);
    town.press(Qt::Key_Return, Qt::ShiftModifier);
    town.press(Qt::Key_Return); // past the lines of the two
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"agenda1"_s);
    town.type(u"学习二十届四中全会精神"_s);
    town.press(Qt::Key_Return);
    town.type(u"讨论集体经济收益分配"_s);
    town.press(Qt::Key_Return);
    town.press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"content"_s);
    town.type(u"会议逐项讨论。"_s);
    town.press(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"resolution"_s);
    town.type(u"同意。"_s);
    town.press(Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"addVote"_s);
    town.press(Qt::Key_Space);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"vote1Title"_s);
    town.type(u"收益分配方案"_s);
    town.enter("vote1For", u"8"_s);
    town.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(town.window->isVisible());

    const ActivityRecord record = town.only();
    const Activity& activity = record.activity;
    EXPECT_EQ(activity.kind, u"branch-meeting"_s);
    EXPECT_EQ(activity.title, u"2026年11月党员大会"_s);
    EXPECT_EQ(activity.startsAt, QDateTime(QDate(2026, 11, 18), QTime(9, 30)));
    EXPECT_EQ(activity.endsAt, QDateTime(QDate(2026, 11, 18), QTime(10, 45)));
    EXPECT_EQ(activity.place, u"党群服务中心"_s);
    EXPECT_EQ(activity.host, u"钟建国"_s);
    EXPECT_EQ(activity.hostId, town.people[u"钟建国"_s].id);
    EXPECT_EQ(activity.recorder, u"李秀英"_s);
    EXPECT_EQ(activity.agenda, u"学习二十届四中全会精神\n讨论集体经济收益分配"_s);
    EXPECT_EQ(activity.content, u"会议逐项讨论。"_s);
    EXPECT_EQ(activity.resolution, u"同意。"_s);
    EXPECT_EQ(activity.state, u"final"_s);
    EXPECT_EQ(activity.due, 10);
    EXPECT_EQ(activity.present, 8);
    EXPECT_EQ(town.markOf(record, u"王强"_s), Mark::Leave);
    EXPECT_EQ(town.markOf(record, u"孙华"_s), Mark::Absent);
    ASSERT_EQ(record.votes.size(), 1);
    EXPECT_EQ(record.votes[0].due, 10);
    EXPECT_EQ(record.votes[0].present, 8);
    EXPECT_EQ(record.votes[0].votesFor, 8);
    EXPECT_TRUE(record.votes[0].passed);
}

TEST(RecordDialog, knowsWhatTheLastMeetingKnew) {
    RecordTown town;
    town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s);
    town.open(town.meeting());
    EXPECT_EQ(town.field<QLineEdit>("starts_at")->text(), u"14:30"_s);
    EXPECT_EQ(town.field<QLineEdit>("ends_at")->text(), u"16:00"_s);
    EXPECT_EQ(town.field<QComboBox>("place")->currentText(), u"二楼会议室"_s);
    EXPECT_EQ(town.field<QComboBox>("host")->currentText(), u"钟建国"_s);
    EXPECT_EQ(town.field<QComboBox>("recorder")->currentText(), u"李秀英"_s);
    EXPECT_TRUE(town.field<QPlainTextEdit>("content")->toPlainText().isEmpty());
}

TEST(RecordDialog, letsPresideWhoPresidedTheLastTimeWhileHeIsThere) {
    RecordTown town;
    auto before = unpack(town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s));
    ASSERT_TRUE(ok(before));
    before->activity.host = u"王强"_s;
    before->activity.hostId = town.people[u"王强"_s].id;
    ASSERT_TRUE(ok(saveActivity(*town.store, *before)));
    town.open(town.meeting());
    EXPECT_EQ(town.field<QComboBox>("host")->currentText(), u"王强"_s);
    before->activity.host = u"县里来人"_s;
    before->activity.hostId = {};
    ASSERT_TRUE(ok(saveActivity(*town.store, *before)));
    town.open(town.meeting());
    EXPECT_EQ(town.field<QComboBox>("host")->currentText(), u"钟建国"_s); // the secretary
    before->activity.host = u"郑海"_s;
    before->activity.hostId = town.people[u"郑海"_s].id;
    ASSERT_TRUE(ok(saveActivity(*town.store, *before)));
    ASSERT_TRUE(ok(leaveBranch(*town.store, town.people[u"郑海"_s].id, u"2"_s,
                               PartialDate(2026, 10, 1), u"外地"_s, {})));
    town.open(town.meeting());
    EXPECT_EQ(town.field<QComboBox>("host")->currentText(), u"钟建国"_s);
}

TEST(RecordDialog, bringsInTheLastMeetingWithoutTouchingWhatWasTyped) {
    RecordTown town;
    town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲\n议题乙"_s);
    town.open(town.meeting());
    town.enter("agenda1", u"自己的议题"_s);
    town.press(Qt::Key_L, Qt::ControlModifier);
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"自己的议题"_s);
    EXPECT_EQ(town.field<QPlainTextEdit>("content")->toPlainText(), u"上次的内容"_s);
}

TEST(RecordDialog, saysBelowTheFieldWhatTheKindAsksForAndKeepsTheEntry) {
    RecordTown town;
    town.open(town.meeting());
    town.enter("agenda1", u"学习"_s);
    town.enter("ends_at", u"10"_s);
    EXPECT_FALSE(town.window->save(u"final"_s));
    EXPECT_TRUE(town.field<QLabel>("recorderProblem")->isVisible());
    EXPECT_EQ(town.label("recorderProblem"), u"记录人没有填"_s);
    EXPECT_FALSE(town.field<QLabel>("agendaProblem")->isVisible());
    EXPECT_TRUE(town.window->isVisible());
    EXPECT_TRUE(town.stored().isEmpty());
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"学习"_s);
}

TEST(RecordDialog, settlesWhatIsHalfTypedWhenItSaves) {
    RecordTown town;
    town.open(town.meeting(u"party-day"_s));
    town.enter("place", u"村部"_s);
    town.enter("day", u"11-5"_s);
    town.enter("host", u"lxy"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.host, u"李秀英"_s);
    EXPECT_EQ(town.only().activity.startsAt.date(), QDate(2026, 11, 5));
    EXPECT_EQ(town.only().activity.title, u"2026年11月主题党日"_s);
}

TEST(RecordDialog, keepsADraftThatLacksSomethingAndFinishesItLater) {
    RecordTown town;
    town.open(town.meeting());
    town.enter("agenda1", u"学习"_s);
    QTest::mouseClick(town.field<QPushButton>("saveDraft"), Qt::LeftButton);
    EXPECT_FALSE(town.window->isVisible());
    const Activity draft = town.only().activity;
    EXPECT_EQ(draft.state, u"draft"_s);

    town.open({town.xidang.id, {}, {}, draft.id});
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"学习"_s);
    town.enter("place", u"村部"_s);
    town.enter("ends_at", u"1030"_s);
    town.enter("recorder", u"李秀英"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.id, draft.id);
    EXPECT_EQ(town.only().activity.state, u"final"_s);
    EXPECT_EQ(town.only().activity.place, u"村部"_s);
}

TEST(RecordDialog, changesOnlyWhatWasTyped) {
    RecordTown town;
    const Activity before = town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s);
    town.open({{}, {}, {}, before.id});
    EXPECT_FALSE(town.field<QPushButton>("saveDraft")->isVisible());
    town.enter("title", u"第三季度党员大会"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    Activity expected = before;
    expected.title = u"第三季度党员大会"_s;
    EXPECT_EQ(town.only().activity, expected);
}

TEST(RecordDialog, doesNotWriteOverWhatHappenedMeanwhile) {
    RecordTown town;
    const Activity before = town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s);
    town.open({{}, {}, {}, before.id});
    ActivityRecord other = town.only();
    other.activity.place = u"别处"_s;
    ASSERT_TRUE(ok(saveActivity(*town.store, other)));
    town.enter("title", u"新名称"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.title, u"新名称"_s);
    EXPECT_EQ(town.only().activity.place, u"别处"_s);
}

TEST(RecordDialog, savesAnewWhatWasUndoneMeanwhile) {
    RecordTown town;
    const Activity before = town.held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s);
    town.open({{}, {}, {}, before.id});
    ASSERT_TRUE(ok(town.store->undo()));
    town.enter("title", u"还是要的"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.title, u"还是要的"_s);
}

TEST(RecordDialog, keepsTheEntryWhenTheStoreRefuses) {
    RecordTown town;
    town.open(town.meeting());
    town.enter("place", u"村部"_s);
    town.enter("ends_at", u"10"_s);
    town.enter("recorder", u"李秀英"_s);
    town.enter("agenda1", u"学习"_s);
    // Goes from the books while the dialog is open: cannot have been there.
    ASSERT_TRUE(ok(leaveBranch(*town.store, town.people[u"郑海"_s].id, u"2"_s,
                               PartialDate(2026, 10, 1), u"外地"_s, {})));
    ask::Script script;
    EXPECT_FALSE(town.window->save(u"final"_s));
    ASSERT_EQ(script.shown().size(), 1);
    EXPECT_TRUE(script.shown().first().contains(u"郑海"_s));
    EXPECT_TRUE(town.window->isVisible());
    EXPECT_EQ(town.field<QLineEdit>("agenda1")->text(), u"学习"_s);
    EXPECT_TRUE(town.stored().isEmpty());
}

TEST(RecordDialog, asksBeforeItThrowsAnEntryAway) {
    RecordTown town;
    town.open(town.meeting());
    town.enter("content", u"写了很多"_s);
    ask::Script script;
    script.no();
    town.press(Qt::Key_Escape);
    EXPECT_TRUE(town.window->isVisible());
    script.yes();
    town.press(Qt::Key_Escape);
    EXPECT_FALSE(town.window->isVisible());
    EXPECT_TRUE(script.allAnswered());
    town.open(town.meeting());
    town.press(Qt::Key_Escape); // nothing typed: nothing asked
    EXPECT_FALSE(town.window->isVisible());
    EXPECT_EQ(script.shown().size(), 2);
}

TEST(RecordDialog, isTakenBackByOneUndo) {
    RecordTown town;
    town.open(town.meeting(u"party-day"_s));
    town.enter("place", u"村部"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.stored().size(), 1);
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_TRUE(town.stored().isEmpty());
}

} // namespace baolei
