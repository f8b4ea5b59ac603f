// 批准免: months and quarters at their boundaries, who approved, and the way back.

#include "core/activities/exemption.h"

#include "core/store/history.h"
#include "tests/core/activities/meetings.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

GrantedExemption granted(Id<Organisation> organisation, const QString& rule, QDate from,
                         QDate until) {
    GrantedExemption exemption;
    exemption.organisationId = organisation;
    exemption.rule = rule;
    exemption.fromOn = from;
    exemption.untilOn = until;
    exemption.reason = u"抗洪抢险"_s;
    exemption.approver = u"示范镇党委"_s;
    return exemption;
}

QStringList missing(const Town& town, const QString& rule, Id<Organisation> organisation) {
    QStringList texts;
    for (const Finding& finding : findingsOf(town, rule, organisation, kToday))
        if (finding.standing == Standing::Missing && finding.period)
            texts.append(finding.period->text());
    return texts;
}

QHash<QString, ObligationState> statesOf(const Town& town, const QString& rule) {
    const auto rules = townRules(town.reader());
    const auto rows = activityMatrix(town.reader(), *rules, town.xidang.id, 2026, kToday);
    QHash<QString, ObligationState> states;
    for (const Obligation& each : rows->first().obligations)
        if (each.rule->id == rule) states.insert(each.period.text(), each.state);
    return states;
}
}

TEST(Exemption, freesTheMonthsThatItTouchesAndNoOther) {
    Town town;
    settle(town, town.xidang.id, 3);
    // From the last day of June to the first of August: three months.
    ASSERT_TRUE(ok(saveExemption(
        *town.store, granted(town.xidang.id, u"R-104"_s, QDate(2026, 6, 30), QDate(2026, 8, 1)))));
    const QStringList months = missing(town, u"R-104"_s, town.xidang.id);
    EXPECT_EQ(months.size(), 7); // of the ten that are over
    for (const QString& free : {u"2026-06"_s, u"2026-07"_s, u"2026-08"_s})
        EXPECT_FALSE(months.contains(free)) << free.toStdString();
    EXPECT_TRUE(months.contains(u"2026-05"_s));
    EXPECT_TRUE(months.contains(u"2026-09"_s));
    EXPECT_EQ(statesOf(town, u"R-104"_s).value(u"2026-07"_s), ObligationState::Exempt);
    EXPECT_EQ(statesOf(town, u"R-104"_s).value(u"2026-05"_s), ObligationState::Missing);
    // Another rule is not meant, nor another branch.
    EXPECT_TRUE(missing(town, u"R-101"_s, town.xidang.id).contains(u"2026-Q2"_s));
    EXPECT_TRUE(missing(town, u"R-104"_s, town.dongyan.id).contains(u"2026-07"_s));
}

TEST(Exemption, halfAQuarterFreesTheQuarter) {
    Town town;
    settle(town, town.xidang.id, 3);
    ASSERT_TRUE(ok(saveExemption(
        *town.store, granted(town.xidang.id, u"R-101"_s, QDate(2026, 8, 15), QDate(2026, 9, 30)))));
    EXPECT_EQ(missing(town, u"R-101"_s, town.xidang.id), QStringList({u"2026-Q1"_s, u"2026-Q2"_s}));
}

TEST(Exemption, whatWasHeldAllTheSameIsDone) {
    Town town;
    settle(town, town.xidang.id, 3);
    hold(town, u"party-day"_s, town.xidang.id, QDate(2026, 7, 15));
    ASSERT_TRUE(ok(saveExemption(
        *town.store, granted(town.xidang.id, u"R-104"_s, QDate(2026, 7, 1), QDate(2026, 7, 31)))));
    EXPECT_EQ(statesOf(town, u"R-104"_s).value(u"2026-07"_s), ObligationState::Done);
}

TEST(Exemption, ofWhatIsAboveFreesAllBelowAndCanBeTakenBack) {
    Town town;
    settle(town, town.xidang.id, 3);
    const auto saved = saveExemption(
        *town.store, granted(town.committee.id, u"R-104"_s, QDate(2026, 7, 1), QDate(2026, 7, 31)));
    ASSERT_TRUE(ok(saved));
    EXPECT_EQ(operations(town.reader())->first().label, u"登记免除：示范镇党委 R-104"_s);
    for (const auto& branch : {town.xidang.id, town.dongyan.id})
        EXPECT_FALSE(missing(town, u"R-104"_s, branch).contains(u"2026-07"_s));
    ASSERT_TRUE(ok(town.store->undo()));
    EXPECT_TRUE(missing(town, u"R-104"_s, town.xidang.id).contains(u"2026-07"_s));
    ASSERT_TRUE(ok(town.store->redo()));
    ASSERT_TRUE(ok(removeExemption(*town.store, saved->id)));
    EXPECT_TRUE(missing(town, u"R-104"_s, town.dongyan.id).contains(u"2026-07"_s));
    EXPECT_FALSE(removeExemption(*town.store, saved->id).has_value());
}

TEST(Exemption, isTheSameInTheWholeTownAsForOneBranch) {
    Town town;
    settle(town, town.xidang.id, 3);
    ASSERT_TRUE(ok(saveExemption(
        *town.store,
        granted(town.committee.id, u"R-104"_s, QDate(2026, 7, 1), QDate(2026, 7, 31)))));
    // So many that the pass reads them all at once.
    for (int i = 0; i < 420; ++i)
        town.add(u"第%1党支部"_s.arg(i), u"branch"_s, town.committee.id);
    const auto whole = check(town.reader(), {}, kToday);
    ASSERT_TRUE(ok(whole));
    QStringList months;
    for (const Finding& finding : *whole)
        if (finding.rule == u"R-104"_s && finding.period && finding.standing == Standing::Missing)
            months.append(finding.period->text());
    EXPECT_FALSE(months.contains(u"2026-07"_s));
    EXPECT_EQ(months.count(u"2026-06"_s), 422);
    const auto one = check(town.reader(), town.xidang.id, kToday);
    QList<Finding> ofXidang;
    for (const Finding& finding : *whole)
        if (finding.organisation == town.xidang.id.value) ofXidang.append(finding);
    EXPECT_EQ(ofXidang, *one);
}

TEST(Exemption, refusesWithoutReasonOrApproverAndWhatNobodyCanWaive) {
    Town town;
    const GrantedExemption good
        = granted(town.xidang.id, u"R-104"_s, QDate(2026, 7, 1), QDate(2026, 7, 31));
    const auto refused = [&](const std::function<void(GrantedExemption&)>& spoil) {
        GrantedExemption wrong = good;
        spoil(wrong);
        return !saveExemption(*town.store, wrong).has_value();
    };
    EXPECT_TRUE(refused([](auto& e) { e.reason = u" "_s; }));
    EXPECT_TRUE(refused([](auto& e) { e.approver.clear(); }));
    EXPECT_TRUE(refused([](auto& e) { e.fromOn = {}; }));
    EXPECT_TRUE(refused([](auto& e) { e.untilOn = QDate(2026, 6, 30); }));
    EXPECT_TRUE(refused([](auto& e) { e.approvedOn = QDate(2026, 11, 21); })); // tomorrow
    EXPECT_TRUE(refused([](auto& e) { e.rule = u"C18"_s; })); // whether a vote is valid
    EXPECT_TRUE(refused([](auto& e) { e.rule = u"R-999"_s; }));
    EXPECT_TRUE(refused([](auto& e) { e.organisationId = {}; }));
    const Organisation group = town.add(u"第一党小组"_s, u"group"_s, town.xidang.id);
    EXPECT_TRUE(refused([&](auto& e) { e.organisationId = group.id; }));
    EXPECT_EQ(exemptionsIn(town.reader(), {})->size(), 0);
    EXPECT_TRUE(ok(saveExemption(*town.store, good)));
    EXPECT_FALSE(removeOrganisation(*town.store, town.xidang.id).has_value()); // it is in use
}

TEST(Exemption, listsThoseBelowAndThoseThatCoverABranch) {
    Town town;
    const auto save = [&](Id<Organisation> holder, QDate day) {
        return saveExemption(*town.store, granted(holder, u"R-104"_s, day, day))->id;
    };
    const auto ofTown = save(town.committee.id, QDate(2026, 7, 1));
    const auto ofXidang = save(town.xidang.id, QDate(2026, 8, 1));
    save(town.dongyan.id, QDate(2026, 9, 1));
    EXPECT_EQ(exemptionsIn(town.reader(), {})->size(), 3);
    EXPECT_EQ(exemptionsIn(town.reader(), town.committee.id)->size(), 3);
    const auto own = exemptionsIn(town.reader(), town.xidang.id);
    ASSERT_EQ(own->size(), 1);
    EXPECT_EQ(own->first().id, ofXidang);
    const auto over
        = exemptionsOver(town.reader(), town.xidang.id, QDate(2026, 1, 1), QDate(2026, 12, 31));
    ASSERT_EQ(over->size(), 2);
    EXPECT_EQ(over->first().id, ofTown);
    EXPECT_TRUE(
        exemptionsOver(town.reader(), town.xidang.id, QDate(2026, 8, 2), QDate(2026, 12, 31))
            ->isEmpty());
}
