// What an extension of the term does to the findings about it (rulebook 1.2, 5).

#include "tests/core/activities/meetings.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QDate kToday(2026, 11, 20);

struct Extended : Town {
    Extended() { settle(*this, xidang.id, 3); }
    void extend(QDate ends, QDate until, const QString& approver, QDate approvedOn = {}) {
        Organisation branch = reader().find(xidang.id).value().value();
        branch.termEndsOn = PartialDate(ends);
        TermExtension extension = extensionOf(reader(), branch).value().value_or(TermExtension());
        extension.untilOn = until;
        extension.approver = approver;
        extension.approvedOn = approvedOn;
        ASSERT_TRUE(ok(saveOrganisation(*store, branch, extension)));
    }
    QList<Finding> found(const QString& rule, QDate today = kToday) const {
        return findingsOf(*this, rule, xidang.id, today);
    }
};
const QString kApprover = u"示范镇党委"_s;
}

TEST(TermFindings, anApprovedExtensionTakesThePlaceOfTheTerm) {
    Extended town;
    town.extend(kToday.addDays(30), kToday.addDays(200), kApprover);
    EXPECT_TRUE(town.found(u"R-107"_s).isEmpty()); // else reminded of 30 days ahead
    town.extend(kToday.addDays(-10), kToday.addDays(181), kApprover);
    EXPECT_TRUE(town.found(u"C05"_s).isEmpty()); // else 10 days late
    EXPECT_TRUE(town.found(u"R-107B"_s).isEmpty());
    town.extend(kToday.addDays(-10), kToday.addDays(180), kApprover);
    ASSERT_EQ(town.found(u"R-107B"_s).size(), 1);
    EXPECT_EQ(town.found(u"R-107B"_s).first().standing, Standing::Due);
    EXPECT_TRUE(town.found(u"R-107B"_s).first().message.contains(u"已批准延期"_s));
}

TEST(TermFindings, theExtensionRunsOutToo) {
    Extended town;
    town.extend(kToday.addDays(-100), kToday, kApprover);
    EXPECT_TRUE(town.found(u"C05"_s).isEmpty()); // the last day
    town.extend(kToday.addDays(-100), kToday.addDays(-1), kApprover);
    ASSERT_EQ(town.found(u"C05"_s).size(), 1);
    EXPECT_TRUE(town.found(u"C05"_s).first().message.contains(u"经批准延期至"_s));
}

TEST(TermFindings, withoutApprovalItIsNoExtension) {
    Extended town;
    town.extend(kToday.addDays(-10), kToday.addDays(100), {});
    ASSERT_EQ(town.found(u"C05"_s).size(), 1);
    EXPECT_TRUE(town.found(u"C05"_s).first().message.contains(u"没有经批准的延期"_s));
    ASSERT_EQ(town.found(u"C06"_s).size(), 1);
    EXPECT_TRUE(town.found(u"C06"_s).first().message.contains(u"没有上级批复"_s));
    // Seen from a day before it was approved, it was not.
    town.extend(kToday.addDays(-10), kToday.addDays(100), kApprover, kToday);
    EXPECT_TRUE(town.found(u"C05"_s).isEmpty());
    EXPECT_EQ(town.found(u"C05"_s, kToday.addDays(-1)).size(), 1);
}

TEST(TermFindings, atMostAYear) {
    Extended town;
    const QDate ends(2026, 10, 1);
    town.extend(ends, ends.addMonths(12), kApprover);
    EXPECT_TRUE(town.found(u"C06"_s).isEmpty());
    town.extend(ends, ends.addMonths(12).addDays(1), kApprover);
    EXPECT_EQ(town.found(u"C06"_s).size(), 1);
}

TEST(TermFindings, theWholeTownSaysTheSame) {
    Extended town;
    town.extend(kToday.addDays(-10), kToday.addDays(100), kApprover);
    for (int i = 0; i < 420; ++i) // so many that the pass reads all extensions at once
        town.add(u"第%1党支部"_s.arg(i), u"branch"_s, town.committee.id);
    const auto whole = check(town.reader(), {}, kToday);
    ASSERT_TRUE(ok(whole));
    QList<Finding> own;
    for (const Finding& each : *whole)
        if (each.organisation == town.xidang.id.value) own.append(each);
    EXPECT_EQ(own, check(town.reader(), town.xidang.id, kToday).value());
    EXPECT_TRUE(std::any_of(own.begin(), own.end(),
                            [](const Finding& each) { return each.rule == u"R-107B"_s; }));
}
