// Judges the shipped rules by the case files, and refuses a rule without its three sorts of case.

#include "tests/core/rules/case_file.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(RuleCases, comeOutAsWritten) {
    const RuleBook book = shippedBook();
    const QList<RuleCase> cases = shippedCases(book);
    ASSERT_GE(cases.size(), 200);
    for (const RuleCase& one : cases) {
        const std::string where = (one.where + u' ' + one.rule + u' ' + one.title).toStdString();
        EXPECT_TRUE(one.hasExpectation) << where;
        ASSERT_TRUE(one.today.isValid()) << where;
        const auto findings = findingsOf(one, book);
        ASSERT_TRUE(ok(findings)) << where;
        EXPECT_EQ(differenceOf(one, *findings), QString()) << where;
    }
}

TEST(RuleCases, everyVersionOfEveryRuleHasAllThreeSorts) {
    const RuleBook book = shippedBook();
    const QList<RuleCase> cases = shippedCases(book);
    for (const Rule& rule : book.rules) {
        QStringList sorts;
        for (const RuleCase& one : cases) {
            QDate day = one.today; // of the first thing judged, where there is one
            if (!one.facts.activities.isEmpty())
                day = dayOf(one.facts.activities.first().row[ActivityFact::Date]);
            if (one.rule == rule.id && rule.inForceOn(day)) sorts.append(one.sort);
        }
        for (const QString& sort : {u"合格"_s, u"不合格"_s, u"临界"_s})
            EXPECT_TRUE(sorts.contains(sort))
                << rule.label().toStdString() << " has no case of the sort " << sort.toStdString();
    }
    for (const RuleCase& one : cases)
        EXPECT_TRUE(book.find(one.rule, one.today)) << one.where.toStdString();
}

TEST(RuleCases, nameTheArticleThatTheyTest) {
    const RuleBook book = shippedBook();
    for (const RuleCase& one : shippedCases(book)) {
        EXPECT_FALSE(one.basis.isEmpty()) << one.where.toStdString();
        bool isOne = false; // of the versions of the rule
        for (const Rule& rule : book.rules) {
            if (rule.id != one.rule) continue;
            const QStringList parts = one.basis.split(u' ');
            isOne |= std::all_of(parts.begin(), parts.end(), [&](const QString& part) {
                return rule.source.text().contains(part);
            });
        }
        EXPECT_TRUE(isOne) << one.where.toStdString() << ' ' << one.basis.toStdString();
    }
}

TEST(RuleCases, theBookHoldsEveryRuleOfTheHandbook) {
    const RuleBook book = shippedBook();
    QStringList ids{u"L-101"_s, u"E03"_s, u"E09"_s, u"E10"_s};
    for (int i = 101; i <= 111; ++i)
        ids.append(u"R-%1"_s.arg(i));
    for (int i = 1; i <= 9; ++i)
        ids.append(u"C0%1"_s.arg(i));
    for (int i = 17; i <= 23; ++i)
        ids.append(u"C%1"_s.arg(i));
    for (const QString& id : ids)
        EXPECT_TRUE(book.find(id, QDate(2026, 11, 20))) << id.toStdString();
}

TEST(RuleCases, whatIsNotVerifiedSaysSo) {
    for (const Rule& rule : shippedBook().rules) {
        EXPECT_FALSE(rule.source.document.isEmpty()) << rule.id.toStdString();
        const bool said = rule.source.text().contains(u"未查证"_s);
        EXPECT_EQ(rule.source.checked == Checked::Unverified, said) << rule.id.toStdString();
        if (rule.source.checked == Checked::Unverified) {
            EXPECT_TRUE(rule.local) << rule.id.toStdString();
        }
    }
}
