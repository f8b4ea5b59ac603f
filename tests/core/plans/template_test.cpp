#include "core/plans/template.h"
#include "tests/support/support.h"

#include <algorithm>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QList<ActivityKind> kinds() {
    const auto all = loadKinds();
    EXPECT_TRUE(ok(all));
    return all.value_or(QList<ActivityKind>{});
}

PlanTemplate shipped() {
    const auto plan = loadPlanTemplate();
    EXPECT_TRUE(ok(plan));
    return plan.value_or(PlanTemplate{});
}

PlanSubject subject() {
    PlanSubject made;
    made.branch.partyDay = u"每月15日（遇节假日顺延）"_s;
    made.year = 2026;
    made.holders = {{u"secretary"_s, u"钟山"_s}, {u"publicity_member"_s, u"李明"_s}};
    return made;
}

QList<int> monthsOf(const QList<PlanItem>& items, const QString& kind) {
    QList<int> months;
    for (const PlanItem& item : items)
        if (item.kind == kind) months.append(item.month);
    return months;
}

PlanDuty duty(const QString& kind, const Period& period, int count = 1) {
    return {kind, period, count, u"依据：第11条"_s};
}
}

TEST(PlanTemplate, namesOnlyKindsAndPostsThatThereAre) {
    const PlanTemplate plan = shipped();
    EXPECT_FALSE(plan.works.isEmpty());
    const auto all = kinds();
    for (const KindTemplate& each : plan.kinds)
        EXPECT_TRUE(kindWithId(all, each.kind)) << each.kind.toStdString();
}

TEST(PlanTemplate, placesAQuartersMeetingInItsMonth) {
    QList<PlanDuty> duties;
    for (int quarter = 1; quarter <= 4; ++quarter)
        duties.append(duty(u"branch-meeting"_s, Period::ofQuarter(2026, quarter)));
    const auto items = itemsOf(shipped(), kinds(), duties, subject());
    EXPECT_EQ(monthsOf(items, u"branch-meeting"_s), (QList<int>{3, 6, 9, 12}));
    const auto first = std::find_if(items.begin(), items.end(), [](const PlanItem& each) {
        return each.kind == u"branch-meeting"_s;
    });
    EXPECT_EQ(first->title, u"第一季度支部党员大会"_s);
    EXPECT_EQ(first->responsible, u"钟山"_s);
    EXPECT_EQ(first->note, u"依据：第11条"_s);
}

TEST(PlanTemplate, spreadsSeveralOverTheirPeriod) {
    const auto items = itemsOf(shipped(), kinds(),
                               {duty(u"talk"_s, Period::ofYear(2026), 2),
                                duty(u"party-lecture"_s, Period::ofQuarter(2026, 2), 2)},
                               subject());
    EXPECT_EQ(monthsOf(items, u"talk"_s), (QList<int>{6, 12}));
    EXPECT_EQ(monthsOf(items, u"party-lecture"_s), (QList<int>{5, 6}));
    const auto once
        = itemsOf(shipped(), kinds(), {duty(u"talk"_s, Period::ofYear(2026))}, subject());
    EXPECT_EQ(monthsOf(once, u"talk"_s), QList<int>{0}); // no month is prescribed
}

TEST(PlanTemplate, countsTheMonthsMeetingsForTheQuarterToo) {
    QList<PlanDuty> duties{duty(u"party-day"_s, Period::ofQuarter(2026, 1)),
                           duty(u"party-day"_s, Period::ofYear(2026), 4)};
    for (int month = 1; month <= 3; ++month)
        duties.append(duty(u"party-day"_s, Period::ofMonth(2026, month)));
    // Three in the first quarter, and what the year still lacks.
    EXPECT_EQ(monthsOf(itemsOf(shipped(), kinds(), duties, subject()), u"party-day"_s).size(), 4);
}

TEST(PlanTemplate, knowsTheDayOfTheBranchAndWhoIsThere) {
    const auto items
        = itemsOf(shipped(), kinds(), {duty(u"party-day"_s, Period::ofMonth(2026, 4))}, subject());
    for (const PlanItem& item : items) {
        if (item.kind != u"party-day"_s) continue;
        EXPECT_EQ(item.day, QDate(2026, 4, 15));
        EXPECT_EQ(item.responsible, u"钟山"_s); // there is no 组织委员
    }
}

TEST(PlanTemplate, ordersByMonthAndWritesOtherWorkBehindTheKinds) {
    const auto items = itemsOf(shipped(), kinds(),
                               {duty(u"talk"_s, Period::ofYear(2026)),
                                duty(u"party-day"_s, Period::ofMonth(2026, 1)),
                                duty(u"committee-meeting"_s, Period::ofMonth(2026, 1))},
                               subject());
    EXPECT_EQ(items[0].kind, u"committee-meeting"_s);
    EXPECT_EQ(items[1].kind, u"party-day"_s);
    EXPECT_TRUE(items[2].kind.isEmpty() && items[2].month == 1);
    EXPECT_TRUE(items[2].note.contains(u"非规定"_s)); // our own proposal says so
    EXPECT_EQ(items.last().month, 0);
    for (int i = 0; i < items.size(); ++i)
        EXPECT_EQ(items[i].position, i);
}

TEST(PlanTemplate, takesAKindThatTheFileDoesNotName) {
    QList<ActivityKind> all = kinds();
    ActivityKind own = all.first();
    own.id = u"evening-class"_s;
    own.name = u"夜间课堂"_s;
    all.append(own);
    const auto items = itemsOf(shipped(), all,
                               {duty(u"evening-class"_s, Period::ofQuarter(2026, 1))}, subject());
    ASSERT_EQ(monthsOf(items, u"evening-class"_s), QList<int>{3});
}

TEST(PlanTemplate, refusesWhatIsMisspelt) {
    const QList<QByteArray> wrong{"{",
                                  R"({"kind": []})",
                                  R"({"kinds": [{"title": "x"}]})",
                                  R"({"kinds": [{"kind": "talk", "inQuarter": 4}]})",
                                  R"({"works": [{"months": [13], "title": "x",
            "source": {"document": "d", "article": "a", "checked": "产"}}]})",
                                  R"({"works": [{"months": [1], "title": "x"}]})"};
    for (const QByteArray& json : wrong) {
        const auto plan = parsePlanTemplate(json, u"plan.json"_s);
        ASSERT_FALSE(plan) << json.constData();
        EXPECT_TRUE(plan.error().text().contains(u"plan.json"_s)) << json.constData();
    }
}
