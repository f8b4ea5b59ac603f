// Findings and gaps in plain words: grouped, folded, each with its place.

#include "tests/ui/home/home_town.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

struct TodoWorld : HomeTown {
    TownRules rules = townRules(reader()).value_or(TownRules{});

    Judged duty(Standing standing, const Organisation& branch, const Period& period,
                const QString& rule = u"R-104"_s) const {
        Finding finding;
        finding.rule = rule;
        finding.standing = standing;
        finding.organisation = branch.id.value;
        finding.period = period;
        finding.deadline = period.last();
        finding.have = 0;
        finding.need = 1;
        return {finding, branch.shortName, {}};
    }
    QList<TodoLine> lines(const QList<Judged>& found, QDate today = kToday) const {
        return todoOfFindings(found, {rules, today});
    }
};
}

TEST(TodoOfFindings, saysInPlainWordsWhatIsMissingAndOpensTheRecord) {
    TodoWorld town;
    const auto lines
        = town.lines({town.duty(Standing::Missing, town.xidang, Period::ofMonth(2026, 9))});
    ASSERT_EQ(lines.size(), 1);
    const TodoLine& line = lines.first();
    EXPECT_EQ(line.group, TodoGroup::Overdue);
    EXPECT_EQ(line.text, u"9月主题党日没有记录"_s);
    EXPECT_EQ(line.detail, u"西荡村党支部 · 9月30日到期，已过 51 天"_s);
    EXPECT_EQ(line.verb, u"补记"_s);
    EXPECT_EQ(
        line.target,
        (Target{u"activities"_s, u"record"_s, {town.xidang.id.value}, u"party-day 2026-09"_s}));
    EXPECT_TRUE(line.spoken().startsWith(nameOf(Status::Missing)));
}

TEST(TodoOfFindings, callsSoonWhatEndsWithinSevenDays) {
    TodoWorld town;
    const QList<Judged> due{town.duty(Standing::Due, town.xidang, Period::ofMonth(2026, 11))};
    EXPECT_EQ(town.lines(due, QDate(2026, 11, 22)).first().group, TodoGroup::Later);
    EXPECT_EQ(town.lines(due, QDate(2026, 11, 23)).first().group, TodoGroup::Soon);
    const TodoLine last = town.lines(due, QDate(2026, 11, 30)).first();
    EXPECT_EQ(last.group, TodoGroup::Soon);
    EXPECT_EQ(last.text, u"本月主题党日还没有记录"_s);
    EXPECT_EQ(last.detail, u"西荡村党支部 · 今天到期"_s);
    EXPECT_EQ(last.verb, u"记一次"_s);
}

TEST(TodoOfFindings, foldsThreeAlikeAndNotTwo) {
    TodoWorld town;
    const Organisation third = town.add(u"柘沟村党支部"_s, u"branch"_s, town.committee.id);
    const Period quarter = Period::ofQuarter(2026, 4);
    QList<Judged> due{town.duty(Standing::Due, town.xidang, quarter, u"R-101"_s),
                      town.duty(Standing::Due, town.dongyan, quarter, u"R-101"_s)};
    EXPECT_EQ(town.lines(due).size(), 2);
    due.append(town.duty(Standing::Due, third, quarter, u"R-101"_s));
    const auto lines = town.lines(due);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().text, u"3 个支部本季度党员大会还没有记录"_s);
    EXPECT_EQ(lines.first().count, 3);
    ASSERT_EQ(lines.first().parts.size(), 3);
    EXPECT_EQ(lines.first().parts[2].target.ids, QList<Uuid>{third.id.value});
    EXPECT_TRUE(lines.first().target.page.isEmpty());
}

TEST(TodoOfFindings, foldsWhatOneBranchMissedOverTheYear) {
    TodoWorld town;
    QList<Judged> missing;
    for (const int month : {3, 1, 7})
        missing.append(town.duty(Standing::Missing, town.xidang, Period::ofMonth(2026, month)));
    const auto lines = town.lines(missing);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().text, u"缺 3 次主题党日记录"_s);
    EXPECT_EQ(lines.first().date, QDate(2026, 1, 31));
    EXPECT_TRUE(lines.first().detail.contains(u"最早的1月31日到期"_s));
}

TEST(TodoOfFindings, endsALongFoldWithTheWholeList) {
    TodoWorld town;
    QList<Judged> missing;
    for (int i = 0; i < 31; ++i) {
        missing.append(town.duty(Standing::Missing, town.xidang, Period::ofMonth(2026, 1)));
        missing.last().finding.organisation.bytes[0] = static_cast<unsigned char>(i);
    }
    const auto lines = town.lines(missing);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().text, u"31 个支部缺1月主题党日记录"_s);
    ASSERT_EQ(lines.first().parts.size(), 31);
    EXPECT_EQ(lines.first().parts.last().text, u"还有 1 条，到检查结果里看"_s);
    EXPECT_EQ(lines.first().parts.last().target.action, u"findings"_s);
    EXPECT_EQ(countOf(lines, {TodoGroup::Overdue}), 31);
}

TEST(TodoOfFindings, leavesNotesOutAndLeadsMistakesToTheirRecord) {
    TodoWorld town;
    Judged wrong = town.duty(Standing::Wrong, town.xidang, Period::ofMonth(2026, 1), u"C17"_s);
    wrong.finding.period.reset();
    wrong.finding.deadline = {};
    wrong.finding.message = u"会议无效"_s;
    wrong.finding.activity = town.dongyan.id.value;
    Judged note = wrong;
    note.finding.severity = Severity::Note;
    const auto lines = town.lines({wrong, note});
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().group, TodoGroup::Wrong);
    EXPECT_EQ(lines.first().text, u"会议无效"_s);
    EXPECT_EQ(lines.first().target,
              (Target{u"activities"_s, u"open"_s, {town.dongyan.id.value}, {}}));
    wrong.finding.activity = {};
    wrong.finding.mend = {u"people"_s, u"edit"_s, u"登记换届"_s};
    const auto mended = town.lines({wrong});
    EXPECT_EQ(mended.first().target, (Target{u"people"_s, u"edit"_s, {town.xidang.id.value}, {}}));
    EXPECT_EQ(mended.first().verb, u"登记换届"_s);
}

TEST(TodoOfGaps, opensTheFilterOrTheBranch) {
    TodoWorld town;
    const QHash<Id<Organisation>, QString> names{{town.xidang.id, u"西荡村党支部"_s},
                                                 {town.dongyan.id, u"东堰村党支部"_s}};
    const QList<Gap> gaps{
        {u"noJoinDate"_s, u"3 名党员缺入党日期"_s, u"依据"_s, 3, {town.xidang.id}, false},
        {u"noSecretary"_s,
         u"2 个支部没有在任的书记"_s,
         {},
         2,
         {town.xidang.id, town.dongyan.id},
         true}};
    const auto lines = todoOfGaps(gaps, names);
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[0].target, (Target{u"people"_s, u"filter"_s, {}, u"noJoinDate"_s}));
    EXPECT_EQ(lines[0].detail, u"西荡村党支部"_s);
    ASSERT_EQ(lines[1].parts.size(), 2);
    EXPECT_EQ(lines[1].parts[1].text, u"东堰村党支部"_s);
    EXPECT_EQ(lines[1].parts[1].target.ids, QList<Uuid>{town.dongyan.id.value});
}

TEST(PlainPeriod, namesTheYearOnlyWhereItIsAnother) {
    EXPECT_EQ(plainPeriod(Period::ofMonth(2026, 11), kToday), u"本月"_s);
    EXPECT_EQ(plainPeriod(Period::ofMonth(2026, 9), kToday), u"9月"_s);
    EXPECT_EQ(plainPeriod(Period::ofMonth(2025, 12), kToday), u"2025年12月"_s);
    EXPECT_EQ(plainPeriod(Period::ofQuarter(2026, 4), kToday), u"本季度"_s);
    EXPECT_EQ(plainPeriod(Period::ofQuarter(2026, 1), kToday), u"第1季度"_s);
    EXPECT_EQ(plainPeriod(Period::ofYear(2026), kToday), u"今年"_s);
    EXPECT_EQ(plainPeriod(Period::ofYear(2025), kToday), u"2025年"_s);
}

} // namespace baolei
