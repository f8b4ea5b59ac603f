#include "ui/activities/year_cells.h"

#include "tests/support/support.h"
#include "ui/activities/activity_actions.h"
#include "ui/activities/page_filters.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

// Two kinds with one rule each: a meeting a quarter, a day a month.
struct TwoKinds {
    TownRules rules;
    TwoKinds() {
        rules.kinds.resize(2);
        rules.kinds[0].id = u"meeting"_s;
        rules.kinds[0].name = u"党员大会"_s;
        rules.kinds[1].id = u"day"_s;
        rules.kinds[1].name = u"主题党日"_s;
        rules.book.kinds = {u"meeting"_s, u"day"_s};
        rules.book.rules.resize(2);
        rules.book.rules[0].activities = {u"meeting"_s};
        rules.book.rules[0].per = Period::Unit::Quarter;
        rules.book.rules[1].activities = {u"day"_s};
        rules.book.rules[1].per = Period::Unit::Month;
    }
    Obligation duty(int rule, const Period& period, ObligationState state, int have = 0) const {
        Obligation duty;
        duty.rule = &rules.book.rules[rule];
        duty.period = period;
        duty.have = have;
        duty.need = 1;
        duty.state = state;
        return duty;
    }
    ActivityFacts held(int kind, QDate day, bool isFinal = true) const {
        ActivityFacts facts;
        facts.kinds = rules.book.kindBit(rules.kinds[kind].id);
        facts.row[ActivityFact::Date] = dayNumber(day);
        facts.row[ActivityFact::Final] = isFinal;
        return facts;
    }
    // The symbols of a kind from January to December; a blank where there is nothing.
    QString symbols(const MatrixRow& row, int kind, QDate today = kToday) const {
        const BranchYear branch = branchYear(row, rules, 2026, today);
        const KindYear year = kind < 0 ? branch.all() : branch.kinds[kind];
        QString text;
        for (const MonthCell& cell : year.months) {
            const auto status = statusOf(cell);
            text += status ? symbolOf(*status) : u" "_s;
        }
        return text;
    }
};
}

TEST(YearCells, showWhatABranchHasPlanned) {
    const TwoKinds town;
    MatrixRow row;
    row.activities = {town.held(1, {2026, 3, 5})};
    row.obligations = {town.duty(1, Period::ofMonth(2026, 9), ObligationState::Missing),
                       town.duty(1, Period::ofMonth(2026, 10), ObligationState::Exempt)};
    BranchYear branch = branchYear(row, town.rules, 2026, kToday);
    const auto plan = [&](int month, int planned, int open) {
        addPlanned(branch, 1, {{}, u"day"_s, month, planned, open}, 2026, kToday);
    };
    plan(2, 1, 1); // its month is over
    plan(3, 1, 1); // held, and only not linked
    plan(4, 2, 1); // one of two was linked, but is not dated in April
    plan(9, 1, 1); // owed as well: the duty says more
    plan(10, 1, 1); // freed by an exemption
    plan(11, 1, 1); // this month
    plan(12, 1, 1);
    QString symbols;
    for (const MonthCell& cell : branch.kinds[1].months) {
        const auto status = statusOf(cell);
        symbols += status ? symbolOf(*status) : u" "_s;
    }
    EXPECT_EQ(symbols, u" ◆●◆    ○–◇◇"_s);
    EXPECT_EQ(sentenceOf(branch.kinds[1].months[1]), u"计划逾期 1 项"_s);
}

TEST(YearCells, takeWhatIsPlannedForTheYearAsDecembers) {
    const TwoKinds town;
    MatrixRow row;
    row.activities = {town.held(1, {2026, 3, 5})};
    BranchYear branch = branchYear(row, town.rules, 2026, kToday);
    addPlanned(branch, 1, {{}, u"day"_s, 0, 1, 1}, 2026, kToday);
    EXPECT_EQ(branch.kinds[1].months[11].planned, 0); // held in March
    addPlanned(branch, 1, {{}, u"day"_s, 0, 3, 2}, 2026, kToday);
    EXPECT_EQ(branch.kinds[1].months[11].planned, 2);
}

TEST(YearCells, putAQuartersDutyIntoItsLastMonth) {
    const TwoKinds two;
    MatrixRow row;
    row.obligations = {two.duty(0, Period::ofQuarter(2026, 1), ObligationState::Missing),
                       two.duty(0, Period::ofQuarter(2026, 2), ObligationState::Done, 1),
                       two.duty(0, Period::ofQuarter(2026, 3), ObligationState::Exempt),
                       two.duty(0, Period::ofQuarter(2026, 4), ObligationState::Due)};
    row.activities = {two.held(0, QDate(2026, 5, 6))};
    EXPECT_EQ(two.symbols(row, 0), u"  ○ ●   –  ·"_s);
    EXPECT_EQ(two.symbols(row, 0, QDate(2026, 12, 1)), u"  ○ ●   –  !"_s);
    EXPECT_EQ(two.symbols(row, 0, QDate(2026, 11, 30)), u"  ○ ●   –  ·"_s);
}

TEST(YearCells, showWhatWasMadeGoodLaterWhereItWasOwed) {
    const TwoKinds two;
    MatrixRow row;
    row.obligations = {two.duty(0, Period::ofQuarter(2026, 4), ObligationState::Done, 1)};
    EXPECT_EQ(two.symbols(row, 0, QDate(2027, 2, 1)), u"           ●"_s);
}

TEST(YearCells, continueTheYearWithWhatTheRuleWillAsk) {
    const TwoKinds two;
    MatrixRow row;
    row.obligations = {two.duty(1, Period::ofMonth(2026, 9), ObligationState::Missing),
                       two.duty(1, Period::ofMonth(2026, 10), ObligationState::Done, 1),
                       two.duty(1, Period::ofMonth(2026, 11), ObligationState::Due)};
    row.activities = {two.held(1, QDate(2026, 10, 8))};
    EXPECT_EQ(two.symbols(row, 1), u"        ○●!·"_s);
}

TEST(YearCells, showDraftsAndHalvesAsIncomplete) {
    const TwoKinds two;
    MatrixRow row;
    row.obligations = {two.duty(1, Period::ofMonth(2026, 9), ObligationState::Missing),
                       two.duty(1, Period::ofMonth(2026, 10), ObligationState::Missing, 1),
                       two.duty(0, Period::ofQuarter(2026, 3), ObligationState::Done, 1)};
    row.activities = {two.held(1, QDate(2026, 11, 8), false), two.held(0, QDate(2026, 9, 1))};
    EXPECT_EQ(two.symbols(row, 1), u"        ○◐◐·"_s);
    EXPECT_EQ(two.symbols(row, -1).sliced(8, 1), u"◐"_s); // one kind held, the other missing
}

TEST(YearCells, doNotCountWhatIsStillToCome) {
    const TwoKinds two;
    MatrixRow row;
    row.activities
        = {two.held(1, kToday), two.held(1, kToday.addDays(1)), two.held(1, QDate(2026, 12, 3))};
    const BranchYear branch = branchYear(row, two.rules, 2026, kToday);
    EXPECT_EQ(cellOf(branch, 1, Period::ofMonth(2026, 11)).held, 1);
    EXPECT_EQ(cellOf(branch, -1, Period::ofYear(2026)).held, 1);
    EXPECT_EQ(cellOf(branch, 0, Period::ofYear(2026)).held, 0);
    EXPECT_EQ(two.symbols(row, 1), u"          ●·"_s);
}

TEST(YearCells, tallyLeavesExemptionsOut) {
    const TwoKinds two;
    MatrixRow row;
    row.obligations = {two.duty(0, Period::ofQuarter(2026, 1), ObligationState::Done, 3),
                       two.duty(0, Period::ofQuarter(2026, 2), ObligationState::Missing),
                       two.duty(0, Period::ofQuarter(2026, 3), ObligationState::Exempt)};
    const BranchYear branch = branchYear(row, two.rules, 2026, kToday);
    EXPECT_EQ(branch.kinds[0].have, 1); // three in one quarter are not three quarters
    EXPECT_EQ(branch.kinds[0].need, 2);
}

TEST(StartDay, isTodayThenTheBranchsDayThenTheLast) {
    EXPECT_EQ(startDay(Period::ofMonth(2026, 11), u"每月5日"_s, kToday), kToday);
    EXPECT_EQ(startDay(Period::ofMonth(2026, 9), u"每月5日"_s, kToday), QDate(2026, 9, 5));
    EXPECT_EQ(startDay(Period::ofQuarter(2026, 1), u"每月5日"_s, kToday), QDate(2026, 3, 5));
    EXPECT_EQ(startDay(Period::ofMonth(2026, 9), {}, kToday), QDate(2026, 9, 30));
    EXPECT_EQ(startDay(Period::ofMonth(2026, 2), u"每月30日"_s, kToday), QDate(2026, 2, 28));
}

TEST(ViewFor, keepsTheViewThatCanShowTheFigure) {
    using V = ActivityView;
    for (const QString& figure : {u"held"_s, u"missing"_s, u"drafts"_s, u"due"_s, u"exempt"_s})
        EXPECT_EQ(viewFor(figure, V::Matrix), V::Matrix);
    EXPECT_EQ(viewFor(u"missing"_s, V::List), V::Findings);
    EXPECT_EQ(viewFor(u"due"_s, V::Findings), V::Findings);
    EXPECT_EQ(viewFor(u"drafts"_s, V::Findings), V::List);
    EXPECT_EQ(viewFor(u"held"_s, V::List), V::List);
    EXPECT_EQ(viewFor(u"exempt"_s, V::List), V::Matrix);
    EXPECT_EQ(viewFor({}, V::List), V::List);
}

} // namespace baolei
