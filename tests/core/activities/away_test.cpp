// 连续缺席 (rule E03): who has come to nothing for six months, through the store.

#include "core/activities/away.h"
#include "tests/core/activities/meetings.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);
const QDate kBoundary(2026, 5, 20);

Edit marking(const Person& person, Mark mark) {
    return [=](ActivityRecord& record) {
        for (Attendee& each : record.attendance)
            if (each.person == person.id.value) each.mark = mark;
    };
}

/// 西荡 with five members; the last was absent on the boundary and in October.
struct Branch : Town {
    QList<Person> people = settle(*this, xidang.id, 5);
    Person away = people.last();
    Branch() {
        mark(kBoundary, Mark::Absent);
        mark(QDate(2026, 10, 9), Mark::Absent);
    }
    void mark(QDate day, Mark how) {
        hold(*this, u"party-day"_s, xidang.id, day, marking(away, how));
    }
    qsizetype found(QDate today = kToday) {
        const auto list = awayMembers(reader(), xidang.id, {today, 6}, {});
        EXPECT_TRUE(ok(list));
        return list ? list->size() : -1;
    }
    void change(const std::function<void(Person&)>& edit) {
        Person person = reader().find(away.id).value().value();
        edit(person);
        ASSERT_TRUE(ok(savePerson(*store, person)));
    }
};
}

TEST(Away, countsSixMonthsToTheDay) {
    Branch town;
    EXPECT_EQ(town.found(), 1);
    EXPECT_EQ(town.found(kToday.addDays(-1)), 0);
    const auto findings = findingsOf(town, u"E03"_s, town.xidang.id, kToday);
    ASSERT_EQ(findings.size(), 1);
    EXPECT_EQ(findings.first().have, 1);
    EXPECT_TRUE(findingsOf(town, u"E03"_s, town.xidang.id, kToday.addDays(-1)).isEmpty());
}

TEST(Away, endsWithWhateverIsAReason) {
    for (const Mark mark :
         {Mark::Present, Mark::Leave, Mark::MadeUp, Mark::Observer, Mark::Exempt, Mark::Excluded}) {
        Branch town;
        town.mark(kBoundary.addDays(1), mark);
        EXPECT_EQ(town.found(), 0) << markName(mark).toStdString();
    }
    Branch before; // who came before he began to stay away has stayed away all the same
    before.mark(kBoundary.addDays(-1), Mark::Present);
    EXPECT_EQ(before.found(), 1);
}

TEST(Away, leavesOutWhomNothingIsAskedOf) {
    const QList<std::function<void(Person&)>> reasons{
        [](Person& one) { one.isFloating = true; },
        [](Person& one) { one.isLost = true; },
        [](Person& one) { one.exemptSince = PartialDate(2026, 6, 1); },
        [](Person& one) { one.membership = u"12"_s; },
        [](Person& one) { one.leftOn = PartialDate(2026, 11, 1); },
    };
    for (const auto& reason : reasons) {
        Branch town;
        town.change(reason);
        EXPECT_EQ(town.found(), 0);
    }
}

TEST(Away, saysNothingOfWhatIsNotWrittenDown) {
    Branch town;
    town.member(u"未点名"_s, town.xidang.id);
    EXPECT_EQ(town.found(), 1); // the other one only: nobody expected this one anywhere
}

TEST(Away, isNotWhoWasAtWhatOthersHeld) {
    const auto wasThere = [](ActivityRecord& record, const Branch& town) {
        record.attendance = {{town.away.id.value, Mark::Present, true, {}, {}}};
    };
    Branch above;
    hold(above, u"training"_s, above.committee.id, QDate(2026, 8, 3),
         [&](ActivityRecord& record) { wasThere(record, above); });
    EXPECT_EQ(above.found(), 0);
    Branch beside; // 东堰 held it, 西荡 joined
    hold(beside, u"party-day"_s, beside.dongyan.id, QDate(2026, 8, 3), [&](ActivityRecord& record) {
        wasThere(record, beside);
        record.activity.joint = beside.xidang.id.value.toBytes();
    });
    EXPECT_TRUE(findingsOf(beside, u"E03"_s, beside.xidang.id, kToday).isEmpty());
}
