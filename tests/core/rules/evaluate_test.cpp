#include "core/rules/evaluate.h"

#include "core/rules/rule_loader.h"
#include "tests/core/rules/case_file.h"
#include "tests/support/support.h"

#include <QElapsedTimer>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
RuleBook shipped() {
    const auto book = loadRules(kindIds().values());
    EXPECT_TRUE(ok(book));
    return book.value_or(RuleBook());
}

OrganisationFacts aBranch() {
    OrganisationFacts branch;
    branch.id = newUuid(1'800'000'000'000);
    branch.name = u"示范村党支部"_s;
    for (size_t i = 0; i < OrganisationRow::kSize; ++i) {
        if (factNames().at(static_cast<int>(i)).type == FactType::Flag) branch.row.values[i] = 0;
    }
    branch.row[OrganisationFact::IsBranch] = 1;
    branch.row[OrganisationFact::HasCommittee] = 1;
    branch.row[OrganisationFact::FullMembers] = 20;
    return branch;
}

ActivityFacts held(quint64 kinds, QDate day) {
    ActivityFacts one;
    one.id = newUuid(1'800'000'000'000);
    one.kinds = kinds;
    one.row[ActivityFact::Date] = dayNumber(day);
    one.row[ActivityFact::Final] = 1;
    one.row[ActivityFact::RecordedOn] = dayNumber(day);
    one.row[ActivityFact::Due] = 5;
    one.row[ActivityFact::Present] = 5;
    one.row[ActivityFact::HostIsSecretary] = 1;
    return one;
}

QList<Obligation> of(const QList<Obligation>& all, const QString& rule) {
    QList<Obligation> own;
    for (const Obligation& one : all) {
        if (one.rule->id == rule) own.append(one);
    }
    return own;
}
}

TEST(Window, holdsThePeriodsThatHaveBegun) {
    const Window window(QDate(2026, 1, 1), QDate(2026, 4, 1));
    EXPECT_EQ(window.spans(Period::Unit::Month).size(), 4);
    EXPECT_EQ(window.spans(Period::Unit::Quarter).size(), 2);
    EXPECT_EQ(window.spans(Period::Unit::Year).size(), 1);
    EXPECT_EQ(window.spanOf(Period::Unit::Month, QDate(2026, 3, 31).toJulianDay()), 2);
    EXPECT_EQ(window.spanOf(Period::Unit::Month, QDate(2026, 4, 2).toJulianDay()), -1);
    EXPECT_EQ(window.spanOf(Period::Unit::Month, QDate(2025, 12, 31).toJulianDay()), -1);
    EXPECT_EQ(window.spanOf(Period::Unit::Month, kUnknown), -1);
}

TEST(Window, leavesOutAPeriodWhoseBeginningIsNotCovered) {
    const Window window(QDate(2026, 2, 2), QDate(2026, 5, 1));
    EXPECT_EQ(window.spans(Period::Unit::Month).first().period, Period::ofMonth(2026, 3));
    EXPECT_EQ(window.spans(Period::Unit::Quarter).first().period, Period::ofQuarter(2026, 2));
    EXPECT_TRUE(window.spans(Period::Unit::Year).isEmpty());
}

TEST(Window, isEmptyForImpossibleDays) {
    EXPECT_TRUE(Window({}, QDate(2026, 1, 1)).spans(Period::Unit::Month).isEmpty());
    EXPECT_TRUE(Window(QDate(2026, 1, 2), QDate(2026, 1, 1)).spans(Period::Unit::Month).isEmpty());
    EXPECT_LE(Window(QDate(1, 1, 1), QDate(2026, 1, 1)).spans(Period::Unit::Month).size(),
              50 * 12 + 5);
}

TEST(Obligations, fillTheMatrixCellByCell) {
    const RuleBook book = shipped();
    OrganisationFacts branch = aBranch();
    branch.activities.append(held(book.kindBit(u"committee-meeting"_s), QDate(2026, 1, 5)));
    branch.exemptions.append({u"R-102"_s, QDate(2026, 3, 1), QDate(2026, 3, 1)});
    const auto months
        = of(obligations(book, branch, Window(QDate(2026, 1, 1), QDate(2026, 4, 2))), u"R-102"_s);
    ASSERT_EQ(months.size(), 4);
    EXPECT_EQ(months.at(0).state, ObligationState::Done);
    EXPECT_EQ(months.at(1).state, ObligationState::Missing);
    EXPECT_EQ(months.at(2).state, ObligationState::Exempt);
    EXPECT_EQ(months.at(3).state, ObligationState::Due);
    EXPECT_EQ(months.at(3).deadline, QDate(2026, 4, 30));
}

TEST(Evaluate, carriesWhatTheReaderNeeds) {
    const RuleBook book = shipped();
    const OrganisationFacts branch = aBranch();
    const auto findings = evaluate(book, {QDate(2026, 1, 1), {branch}}, QDate(2026, 4, 1));
    const auto first = std::find_if(findings.cbegin(), findings.cend(),
                                    [](const Finding& one) { return one.rule == u"R-101"; });
    ASSERT_NE(first, findings.cend());
    EXPECT_EQ(first->organisation, branch.id);
    EXPECT_EQ(first->standing, Standing::Missing);
    EXPECT_EQ(first->severity, Severity::Must);
    EXPECT_EQ(first->period, Period::ofQuarter(2026, 1));
    EXPECT_EQ(first->have, 0);
    EXPECT_EQ(first->need, 1);
    EXPECT_TRUE(first->source.contains(u"第11条"_s));
    EXPECT_FALSE(first->message.contains(u'{'));
}

TEST(Evaluate, isPure) {
    const RuleBook book = shipped();
    const Facts facts{QDate(2026, 1, 1), {aBranch(), aBranch()}};
    EXPECT_EQ(evaluate(book, facts, QDate(2026, 11, 20)),
              evaluate(book, facts, QDate(2026, 11, 20)));
}

TEST(Evaluate, exemptsUnderAnyNameOfTheRule) {
    const RuleBook book = shipped();
    OrganisationFacts branch = aBranch();
    branch.row[OrganisationFact::FullMembers] = 2;
    const QDate day(2026, 4, 1);
    const auto isC01 = [](const Finding& one) { return one.rule == u"C01"; };
    auto findings = evaluate(book, {QDate(2026, 1, 1), {branch}}, day);
    EXPECT_EQ(std::count_if(findings.cbegin(), findings.cend(), isC01), 1);
    branch.exemptions.append({u"R-108"_s, day, day});
    findings = evaluate(book, {QDate(2026, 1, 1), {branch}}, day);
    EXPECT_EQ(std::count_if(findings.cbegin(), findings.cend(), isC01), 0);
}

TEST(Evaluate, judgesNothingWithoutFacts) {
    OrganisationFacts empty;
    empty.activities.append(ActivityFacts());
    empty.activities.last().votes.append(VoteRow());
    EXPECT_TRUE(evaluate(shipped(), {QDate(2026, 1, 1), {empty}}, QDate(2026, 11, 20)).isEmpty());
}

TEST(EvaluateSpeed, DISABLED_aCityYear) {
    const RuleBook book = shipped();
    OrganisationFacts branch = aBranch();
    const QStringList kinds{u"committee-meeting"_s, u"party-day"_s, u"branch-meeting"_s};
    for (int i = 0; i < 32; ++i)
        branch.activities.append(
            held(book.kindBit(kinds.at(i % 3)), QDate(2026, 1 + i % 11, 1 + i % 28)));
    QElapsedTimer timer;
    timer.start();
    const Window window(QDate(2026, 1, 1), QDate(2026, 11, 20));
    QList<Finding> findings;
    for (int i = 0; i < 15'300; ++i)
        evaluateInto(findings, book, branch, window);
    printf("15,300 organisations, 489,600 activities: %lld ms, %lld findings\n",
           static_cast<long long>(timer.elapsed()), static_cast<long long>(findings.size()));
}
