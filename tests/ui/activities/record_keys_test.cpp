// A meeting of forty from the page to the store, by the keys of a keyboard and nothing else.

#include "tests/ui/activities/record_support.h"
#include "ui/activities/activities_page.h"

#include <QTimer>
#include <iostream>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostKeys = 40;

// What fingers do: a key, with those that are held down meanwhile, or a text, which an input method
// hands over as it stands.
class Fingers {
public:
    void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) {
        m_pressed += 1;
        for (const auto each : {Qt::ShiftModifier, Qt::ControlModifier, Qt::AltModifier})
            m_pressed += held.testFlag(each);
        QTest::keyClick(target(), key, held);
    }
    void type(const QString& text) {
        for (const QChar letter : text) {
            if (letter.unicode() < 0x80) {
                QTest::keyClick(target(), letter.toLatin1());
                continue;
            }
            QInputMethodEvent event;
            event.setCommitString(letter);
            QApplication::sendEvent(target(), &event);
        }
    }
    int pressed() const { return m_pressed; }

private:
    static QWidget* target() {
        QWidget* list = QApplication::activePopupWidget();
        return list ? list : QApplication::focusWidget();
    }
    int m_pressed = 0;
};

// Forty members with the meeting of the last quarter in the store.
struct BigBranch : RecordTown {
    BigBranch() {
        const QString given = u"安斌超德恩帆刚浩佳凯"_s;
        for (const QString& surname : {u"陈"_s, u"林"_s, u"黄"_s})
            for (const QChar each : given)
                people.insert(surname + each, member(surname + each, xidang.id));
        held(u"branch-meeting"_s, QDate(2026, 8, 20), u"议题甲"_s);
    }
};

void recordMeeting(Fingers& fingers) {
    fingers.press(Qt::Key_Return); // 类型 党员大会 → 名称
    for (int field = 0; field < 8; ++field) // as the last time, down to 缺席人
        fingers.press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"absentInput"_s);
    fingers.type(u"wq 生病住院"_s);
    fingers.press(Qt::Key_Return);
    fingers.type(u"sh 外出务工"_s);
    fingers.press(Qt::Key_Return);
    fingers.press(Qt::Key_Return);
    fingers.type(u"学习二十届四中全会精神"_s);
    fingers.press(Qt::Key_Return);
    fingers.type(u"讨论集体经济收益分配"_s);
    fingers.press(Qt::Key_Return);
    fingers.press(Qt::Key_Return);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), u"content"_s);
    fingers.type(u"会议逐项讨论，形成一致意见。"_s);
    fingers.press(Qt::Key_Tab);
    fingers.type(u"同意收益分配方案。"_s);
    fingers.press(Qt::Key_S, Qt::ControlModifier);
}
}

TEST(RecordKeys, fortyAttendeesTakeNoMoreThanFortyKeysBesideTheText) {
    BigBranch town;
    town.scope.setOrganisation(town.xidang.id);
    ActivitiesPage page(town.context());
    page.resize(1150, 700);
    page.QWidget::show();
    page.activateWindow();
    ASSERT_TRUE(eventually([&] { return page.isActiveWindow() && !page.isReading(); }));
    page.setFocus();

    Fingers fingers;
    bool isDone = false;
    QTimer look; // the dialog runs a loop of its own
    QObject::connect(&look, &QTimer::timeout, [&] {
        QWidget* dialog = QApplication::activeModalWidget();
        if (isDone || !dialog || !dialog->isActiveWindow() || !QApplication::focusWidget()) return;
        isDone = true;
        recordMeeting(fingers);
        if (dialog->isVisible()) { // not saved: what stands there is of no more use
            ADD_FAILURE() << "the dialog is still open";
            qobject_cast<QDialog*>(dialog)->done(QDialog::Rejected);
        }
    });
    look.start(10);
    fingers.press(Qt::Key_N, Qt::ControlModifier);
    ASSERT_TRUE(eventually([&] { return isDone && !QApplication::activeModalWidget(); }));

    QList<Activity> stored = town.stored();
    ASSERT_EQ(stored.size(), 2);
    const auto record = unpack(stored.last());
    ASSERT_TRUE(ok(record));
    const Activity& activity = record->activity;
    EXPECT_EQ(activity.kind, u"branch-meeting"_s);
    EXPECT_EQ(activity.state, u"final"_s);
    EXPECT_EQ(activity.startsAt, QDateTime(QDate(2026, 11, 20), QTime(14, 30)));
    EXPECT_EQ(activity.endsAt, QDateTime(QDate(2026, 11, 20), QTime(16, 0)));
    EXPECT_EQ(activity.place, u"二楼会议室"_s);
    EXPECT_EQ(activity.host, u"钟建国"_s);
    EXPECT_EQ(activity.recorder, u"李秀英"_s);
    EXPECT_EQ(activity.due, 40);
    EXPECT_EQ(activity.present, 38);
    EXPECT_EQ(town.markOf(*record, u"王强"_s), Mark::Leave);
    EXPECT_EQ(town.markOf(*record, u"孙华"_s), Mark::Leave);
    QStringList reasons;
    for (const Attendee& each : record->attendance)
        if (!each.reason.isEmpty()) reasons.append(each.reason);
    reasons.sort();
    EXPECT_EQ(reasons, (QStringList{u"外出务工"_s, u"生病住院"_s}));
    EXPECT_EQ(activity.agenda, u"学习二十届四中全会精神\n讨论集体经济收益分配"_s);
    EXPECT_EQ(activity.content, u"会议逐项讨论，形成一致意见。"_s);
    EXPECT_EQ(activity.resolution, u"同意收益分配方案。"_s);
    EXPECT_LE(fingers.pressed(), kMostKeys);
    RecordProperty("keys", fingers.pressed());
    std::cout << "keys pressed beside the text: " << fingers.pressed() << std::endl;
}

} // namespace baolei
