// What several branches held together, on the pages of each.

#include "core/handbook/page_data.h"

#include "tests/support/town.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct JointDay : Town {
    Person own = member(u"王强"_s, xidang.id);
    Person guest = member(u"何平"_s, dongyan.id);

    JointDay() {
        ActivityRecord record;
        Activity& activity = record.activity;
        activity.kind = u"party-day"_s;
        activity.organisationId = xidang.id;
        activity.joint = storedJoint({dongyan.id});
        activity.title = u"联合主题党日"_s;
        activity.startsAt = QDateTime(QDate(2026, 11, 5), QTime(9, 0));
        activity.place = u"村部"_s;
        activity.host = u"王强"_s;
        activity.state = u"final"_s;
        record.attendance = {{own.id.value, Mark::Present, true, {}, {}},
                             {guest.id.value, Mark::Leave, true, u"外出"_s, {}}};
        EXPECT_TRUE(ok(saveActivity(*store, record)));
    }
    HeldActivities heldBy(const Organisation& branch) const {
        const auto held = heldActivities(reader(), {branch, Period::ofYear(2026), clock.today()});
        EXPECT_TRUE(ok(held));
        return held.value_or(HeldActivities{});
    }
    FormData pageOf(const Organisation& branch) const {
        const HeldActivities held = heldBy(branch);
        const auto kinds = loadKinds();
        EXPECT_EQ(held.all.size(), 1);
        const auto record = unpack(held.all.value(0));
        EXPECT_TRUE(ok(record));
        const auto data = activityData({}, held, *record, *kinds);
        EXPECT_TRUE(ok(data));
        return data.value_or(FormData{});
    }
    QStringList registerOf(const Organisation& branch) const {
        FormData data;
        EXPECT_TRUE(ok(addAttendance(data, heldBy(branch), *loadKinds())));
        QStringList names;
        for (const FormData& row : data.lists.value(u"attendance"_s))
            names.append(row.values.value(u"name"_s).toString());
        return names;
    }
};
}

TEST(JointPages, countTheBranchsOwnPeople) {
    const JointDay day;
    const FormData own = day.pageOf(day.xidang);
    EXPECT_EQ(own.values.value(u"meeting.due"_s).toInt(), 1);
    EXPECT_EQ(own.values.value(u"meeting.present"_s).toInt(), 1);
    const FormData joined = day.pageOf(day.dongyan);
    EXPECT_EQ(joined.values.value(u"meeting.due"_s).toInt(), 1);
    EXPECT_EQ(joined.values.value(u"meeting.present"_s).toInt(), 0);
    EXPECT_TRUE(joined.values.value(u"meeting.absent"_s).toString().contains(u"何平"_s));
    EXPECT_FALSE(joined.values.value(u"meeting.absent"_s).toString().contains(u"王强"_s));
}

TEST(JointPages, sayWhoHeldIt) {
    const JointDay day;
    for (const Organisation& branch : {day.xidang, day.dongyan})
        EXPECT_EQ(day.pageOf(branch).values.value(u"meeting.holder"_s).toString(),
                  u"西荡村党支部（联合东堰村党支部）"_s);
}

TEST(JointPages, haveNobodyElseInTheRegisterOfAttendance) {
    const JointDay day;
    EXPECT_EQ(day.registerOf(day.xidang), QStringList{u"王强"_s});
    EXPECT_EQ(day.registerOf(day.dongyan), QStringList{u"何平"_s});
}

} // namespace baolei
