// One party day of several branches, entered once.

#include "tests/ui/activities/record_support.h"
#include "ui/activities/record_joint.h"
#include "ui/activities/search_popup.h"

#include <QListWidget>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct JointTown : RecordTown {
    Organisation third = add(u"南岭村党支部"_s, u"branch"_s, committee.id);

    JointTown() {
        people.insert(u"何平"_s, member(u"何平"_s, dongyan.id));
        people.insert(u"罗安"_s, member(u"罗安"_s, third.id));
    }
    // Opens the list and ticks who is found by `letters`.
    void tick(const QStringList& letters) {
        auto* joint = field<JointField>("joint");
        joint->setFocus();
        press(Qt::Key_Space);
        auto* popup = joint->findChild<SearchPopup*>();
        ASSERT_TRUE(popup);
        auto* search = child<QLineEdit>(popup, "popupSearch");
        for (const QString& each : letters) {
            search->setText(each);
            QTest::keyClick(search, Qt::Key_Return);
        }
        popup->close();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window->activateWindow();
        EXPECT_TRUE(eventually([this] { return window->isActiveWindow(); }));
    }
};
}

TEST(RecordJoint, expectsEverybodyOfTheBranchesThatAreTicked) {
    JointTown town;
    town.open(town.meeting(u"party-day"_s));
    town.tick({u"dy"_s});
    EXPECT_EQ(town.field<JointField>("joint")->text(), u"联合 1 个支部 ▾"_s);
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"应到 11"_s));
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"西荡村党支部 10/10　东堰村党支部 1/1"_s));
    town.enter("absentInput", u"hp 外出"_s);
    town.press(Qt::Key_Return);
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"东堰村党支部 0/1"_s));
    town.enter("place", u"村部"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    const ActivityRecord record = town.only();
    EXPECT_EQ(jointIn(record.activity.joint), QList<Id<Organisation>>{town.dongyan.id});
    EXPECT_EQ(record.activity.due, 11);
    EXPECT_EQ(record.activity.present, 10);
    EXPECT_EQ(town.markOf(record, u"何平"_s), Mark::Leave);
    const auto joined = activitiesOf(town.reader(), town.dongyan.id, Period::ofYear(2026));
    ASSERT_TRUE(ok(joined));
    EXPECT_EQ(joined->size(), 1);
}

TEST(RecordJoint, keepsMarksWhenBranchesComeAndGo) {
    JointTown town;
    town.open(town.meeting(u"party-day"_s));
    town.enter("absentInput", u"wq 生病"_s);
    town.press(Qt::Key_Return);
    town.tick({u"dy"_s, u"nl"_s});
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"应到 12"_s));
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"西荡村党支部 9/10"_s));
    town.tick({u"dy"_s}); // off again
    EXPECT_TRUE(town.label("attendanceCounts").contains(u"应到 11"_s));
    town.enter("place", u"村部"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    EXPECT_EQ(jointIn(town.only().activity.joint), QList<Id<Organisation>>{town.third.id});
    EXPECT_EQ(town.markOf(town.only(), u"王强"_s), Mark::Leave);
}

TEST(RecordJoint, isNotOfferedForWhatDependsOnAQuorum) {
    JointTown town;
    town.open(town.meeting());
    EXPECT_FALSE(town.field<JointField>("joint")->isVisible());
    town.open(town.meeting(u"party-day"_s));
    EXPECT_TRUE(town.field<JointField>("joint")->isVisible());
}

TEST(RecordJoint, staysWithARecordThatIsChanged) {
    JointTown town;
    town.open(town.meeting(u"party-day"_s));
    town.tick({u"nl"_s});
    town.enter("place", u"村部"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    const Activity before = town.only().activity;
    town.open({{}, {}, {}, before.id});
    EXPECT_EQ(town.field<JointField>("joint")->text(), u"联合 1 个支部 ▾"_s);
    town.enter("title", u"换个名称"_s);
    EXPECT_TRUE(town.window->save(u"final"_s));
    Activity expected = before;
    expected.title = u"换个名称"_s;
    EXPECT_EQ(town.only().activity, expected);
}

} // namespace baolei
