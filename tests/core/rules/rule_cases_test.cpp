// Judges the shipped rules by the case files, and refuses a rule without its three sorts of case.

#include "core/rules/rule_loader.h"
#include "tests/core/rules/case_file.h"
#include "tests/support/support.h"

#include <QDir>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
RuleBook shippedBook() {
    const auto book = loadRules(kindIds().values());
    EXPECT_TRUE(ok(book));
    return book.value_or(RuleBook());
}

QList<RuleCase> allCases(const RuleBook& book) {
    QList<RuleCase> cases;
    const QDir dir(testData(u"rules"_s));
    for (const QString& name : dir.entryList({u"*.case"_s}, QDir::Files, QDir::Name))
        cases += readCases(dir.filePath(name), book);
    return cases;
}

QList<Finding> findingsOf(const RuleCase& one, const RuleBook& shipped) {
    const auto book = withOverrides(shipped, one.overrides);
    EXPECT_TRUE(ok(book)) << one.where.toStdString();
    if (!book) return {};
    const QDate from = one.from.isValid() ? one.from : QDate(one.today.year(), 1, 1);
    QList<Finding> own;
    for (const Finding& finding : evaluate(*book, {from, {one.facts}}, one.today)) {
        if (finding.rule == one.rule) own.append(finding);
    }
    return own;
}
}

TEST(RuleCases, comeOutAsWritten) {
    const RuleBook book = shippedBook();
    const QList<RuleCase> cases = allCases(book);
    ASSERT_GE(cases.size(), 100);
    for (const RuleCase& one : cases) {
        const std::string where = (one.where + u' ' + one.rule + u' ' + one.title).toStdString();
        EXPECT_TRUE(one.hasExpectation) << where;
        ASSERT_TRUE(one.today.isValid()) << where;
        const QList<Finding> findings = findingsOf(one, book);
        QString found;
        for (const Finding& finding : findings)
            found += u"\n  "_s + finding.message;
        ASSERT_EQ(findings.size(), one.expected.size()) << where << found.toStdString();
        for (qsizetype i = 0; i < findings.size(); ++i) {
            EXPECT_EQ(findings.at(i).standing, one.expected.at(i).standing) << where;
            for (const QString& word : one.expected.at(i).words)
                EXPECT_TRUE(findings.at(i).message.contains(word))
                    << where << found.toStdString() << "\n  lacks " << word.toStdString();
        }
    }
}

TEST(RuleCases, everyVersionOfEveryRuleHasAllThreeSorts) {
    const RuleBook book = shippedBook();
    const QList<RuleCase> cases = allCases(book);
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

TEST(RuleCases, theBookHoldsEveryRuleOfTheHandbook) {
    const RuleBook book = shippedBook();
    QStringList ids{u"L-101"_s, u"E10"_s};
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
