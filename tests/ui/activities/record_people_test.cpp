// Who was there; and what each kind of meeting asks for.
#include "tests/ui/activities/record_support.h"
#include "ui/activities/record_attendance.h"
#include "ui/activities/record_dialog.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTimer>
#include <QToolButton>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(RecordAttendance, takesAbsenceByInitials) {
    RecordTown town;
    town.open(town.meeting());
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 10（有表决权 10）　实到 10"_s));
    town.enter("absentInput", u"wf"_s);
    EXPECT_TRUE(town.label("absentMatches").contains(u"王芳"_s));
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.field<QLineEdit>("absentInput")->text().isEmpty());
    town.enter("absentInput", u"w"_s); // 王强, then 吴桂兰
    town.press(Qt::Key_Down);
    town.press(Qt::Key_Return, Qt::ShiftModifier);
    town.enter("absentInput", u"wf"_s); // has a line already
    EXPECT_TRUE(town.label("absentMatches").contains(u"没有这个人"_s));
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"实到 8"_s));
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"请假 1　缺席 1"_s));
}

TEST(RecordAttendance, keepsMarksReasonsAndTheDayOfMakingUp) {
    RecordTown town;
    town.open(town.meeting(u"party-day"_s));
    town.enter("place", u"村部"_s);
    for (const QString& name : {u"王强"_s, u"孙华"_s, u"周明"_s}) {
        town.enter("absentInput", name);
        town.press(Qt::Key_Return);
    }
    auto* mark = town.window->findChild<QComboBox*>(u"mark/王强"_s);
    ASSERT_TRUE(mark);
    mark->setCurrentIndex(static_cast<int>(Mark::MadeUp));
    auto* madeUp = town.window->findChild<QLineEdit*>(u"madeUp/王强"_s);
    EXPECT_TRUE(madeUp->isVisible());
    madeUp->setText(u"11-32"_s);
    EXPECT_FALSE(town.window->save(u"final"_s));
    EXPECT_TRUE(town.label("attendanceProblem").contains(u"王强"_s));
    madeUp->setText(u"11-19"_s);
    town.window->findChild<QLineEdit*>(u"reason/王强"_s)->setText(u"生病"_s);
    town.window->findChild<QToolButton*>(u"unmark/孙华"_s)->click();
    ASSERT_TRUE(town.window->save(u"final"_s));
    const ActivityRecord record = town.only();
    EXPECT_EQ(town.markOf(record, u"王强"_s), Mark::MadeUp);
    EXPECT_EQ(town.markOf(record, u"孙华"_s), Mark::Present);
    EXPECT_EQ(town.markOf(record, u"周明"_s), Mark::Leave);
    EXPECT_EQ(record.attendance.size(), 10);
    for (const Attendee& each : record.attendance) {
        if (each.person != town.people[u"王强"_s].id.value) continue;
        EXPECT_EQ(each.reason, u"生病"_s);
        EXPECT_EQ(each.madeUpOn, QDate(2026, 11, 19));
    }
}

TEST(RecordAttendance, doesNotLoseANameThatWasNotEntered) {
    RecordTown town;
    town.open(town.meeting(u"party-day"_s));
    town.enter("place", u"村部"_s);
    town.enter("absentInput", u"wq 生病"_s);
    EXPECT_FALSE(town.window->save(u"final"_s));
    EXPECT_TRUE(town.label("attendanceProblem").contains(u"wq 生病"_s));
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"absentInput"_s);
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.markOf(town.only(), u"王强"_s), Mark::Leave);
}

TEST(RecordAttendance, countsNeitherObserversNorTheExempt) {
    RecordTown town;
    Person old = town.people[u"吴桂兰"_s];
    old.exemptSince = PartialDate(2024, 1, 1);
    ASSERT_TRUE(ok(savePerson(*town.store, old)));
    town.open(town.meeting(u"committee-meeting"_s));
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 3（"_s));
    town.enter("absentInput", u"孙华"_s); // not of the committee
    EXPECT_TRUE(town.label("absentMatches").contains(u"列席"_s));
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 3（"_s));
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"列席 1"_s));
    town.open(town.meeting());
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"免作要求 1 人不计"_s));
    town.enter("absentInput", u"吴桂兰"_s); // came all the same
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 10"_s));
}

TEST(RecordAttendance, followsTheDay) {
    RecordTown town;
    Person late = town.people[u"郑海"_s];
    late.joinedOn = PartialDate(2026, 10, 1);
    late.fullOn = {};
    late.stage = u"probationary"_s;
    ASSERT_TRUE(ok(savePerson(*town.store, late)));
    town.open(town.meeting());
    town.enter("absentInput", u"wq 生病"_s);
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 10（有表决权 9）"_s));
    town.enter("day", u"2026-9-10"_s);
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 9（有表决权 9）"_s));
    EXPECT_EQ(town.field<QLineEdit>("title")->text(), u"2026年9月党员大会"_s);
    // What was marked is still there.
    EXPECT_EQ(town.window->findChild<QLineEdit*>(u"reason/王强"_s)->text(), u"生病"_s);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"starts_at"_s);
}

TEST(RecordKinds, changeTheFieldsAndKeepWhatWasTyped) {
    RecordTown town;
    town.open(town.meeting());
    town.enter("content", u"学习了文件"_s);
    town.enter("kind", u"党课"_s);
    town.press(Qt::Key_Return); // the list
    town.press(Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return town.window->setup().kind.id == u"party-lecture"_s; }));
    EXPECT_EQ(town.field<QPlainTextEdit>("content")->toPlainText(), u"学习了文件"_s);
    EXPECT_EQ(town.field<QLineEdit>("title")->text(), u"2026年11月党课"_s);
    EXPECT_TRUE(town.window->findChild<QLineEdit*>(u"details.speaker"_s));
    EXPECT_FALSE(town.window->findChild<QWidget*>(u"addVote"_s));
}

TEST(RecordKinds, ofGroupsAreHeldByOneOfThem) {
    RecordTown town;
    const Organisation first = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    town.add(u"第二党小组"_s, u"group"_s, town.xidang.id);
    for (const QString& name : {u"王强"_s, u"孙华"_s}) {
        Person person = town.people[name];
        person.groupId = first.id;
        ASSERT_TRUE(ok(savePerson(*town.store, person)));
    }
    town.open({first.id, u"group-meeting"_s, QDate(2026, 11, 18), {}});
    EXPECT_EQ(town.field<QComboBox>("holder")->currentText(), u"第一党小组"_s);
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 2（"_s));
    town.enter("place", u"王强家"_s);
    town.enter("host", u"王强"_s);
    town.enter("recorder", u"孙华"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(town.only().activity.organisationId, first.id);
}

TEST(RecordKinds, letChooseABranchWhereNoneIsInScope) {
    RecordTown town;
    town.open({{}, u"party-day"_s, QDate(2026, 11, 18), {}});
    auto* branch = town.field<QComboBox>("branch");
    ASSERT_EQ(branch->count(), 2);
    branch->setCurrentIndex(branch->findText(u"西荡村党支部"_s));
    emit branch->activated(branch->currentIndex());
    EXPECT_TRUE(town.label("attendanceCounts").startsWith(u"应到 10（"_s));
}

TEST(RecordActivity, saysWhatTheEntryHasProduced) {
    RecordTown town;
    QWidget page;
    const QSignalSpy said(&town.navigator, &Navigator::said);
    const QSignalSpy opened(&town.navigator, &Navigator::opened);
    QTimer::singleShot(0, &page, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        child<QComboBox>(dialog, "place")->setEditText(u"村部"_s);
        child<QPushButton>(dialog, "saveAndPrint")->click();
    });
    EXPECT_TRUE(recordActivity(&page, *town.store, town.navigator, town.meeting(u"party-day"_s)));
    ASSERT_EQ(said.size(), 1);
    EXPECT_EQ(said[0][0].toString(),
              u"已记录：11月18日主题党日，应到 10 人、实到 10 人；手册 P14 一页、月度公示一行"_s);
    ASSERT_TRUE(eventually([&] { return said.size() == 2; }));
    EXPECT_TRUE(said[1][0].toString().endsWith(u"；2026年11月主题党日 1 次 ✔"_s))
        << said[1][0].toString().toStdString();
    ASSERT_EQ(opened.size(), 1);
    const auto target = opened[0][0].value<Target>();
    EXPECT_EQ(target.page, u"printing"_s);
    EXPECT_EQ(target.action, u"activity"_s);
    EXPECT_EQ(target.ids, QList<Uuid>{town.only().activity.id.value});
}

TEST(RecordActivity, saysSoWhereTheRecordIsGone) {
    RecordTown town;
    const Activity gone = town.held(u"party-day"_s, QDate(2026, 8, 20), {});
    ASSERT_TRUE(ok(removeActivity(*town.store, gone.id)));
    const auto setup = recordSetup(*town.store, {{}, {}, {}, gone.id});
    ASSERT_FALSE(setup);
    EXPECT_EQ(setup.error().code, ErrorCode::NotFound);
}

} // namespace baolei
