#include "core/people/organisation_names.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

using Kind = OrganisationMatch::Kind;

namespace {
const QString kTown = u"示范镇"_s;

/// 镇党委, two branches, a general branch with two branches, an office.
OrganisationMatcher town() {
    return {kTown,
            {{u"中共示范镇委员会"_s, u"示范镇党委"_s, u"committee"_s},
             {u"中共示范镇西荡村支部委员会"_s, u"西荡村党支部"_s, u"branch"_s},
             {u"中共示范镇石桥村支部委员会"_s, u"石桥村党支部"_s, u"branch"_s},
             {u"中共示范镇河湾村总支部委员会"_s, u"河湾村党总支"_s, u"general_branch"_s},
             {u"中共示范镇河湾村第一支部委员会"_s, u"河湾村第一党支部"_s, u"branch"_s},
             {u"中共示范镇河湾村第二支部委员会"_s, u"河湾村第二党支部"_s, u"branch"_s},
             {u"中共示范镇机关支部委员会"_s, u"机关党支部"_s, u"branch"_s},
             {u"中共示范镇明珠电子有限公司支部委员会"_s, u"明珠电子党支部"_s, u"branch"_s}}};
}
}

TEST(OrganisationNames, areTakenApart) {
    const OrganisationName branch{u"西荡村"_s, u"branch"_s};
    for (const QString& text :
         {u"中共示范镇西荡村支部委员会"_s, u"中国共产党示范镇西荡村支部委员会"_s, u"西荡村党支部"_s,
          u"示范镇西荡村支部 "_s, u"示范镇 西荡村 党支部"_s, u"中共示范镇西荡村党支部委员会"_s,
          u"中共某省某市某县示范镇西荡村支部委员会"_s, u"（示范镇）西荡村党支部"_s,
          u"中共示范镇委员会西荡村支部委员会"_s, u"示范镇党委西荡村党支部"_s, u"西荡村支委会"_s,
          u"中共西荡村支部"_s})
        EXPECT_EQ(organisationName(text, kTown), branch) << text.toStdString();
    EXPECT_EQ(organisationName(u"中共示范镇委员会", kTown),
              (OrganisationName{kTown, u"committee"_s}));
    EXPECT_EQ(organisationName(u"示范镇党委", kTown), (OrganisationName{kTown, u"committee"_s}));
    EXPECT_EQ(organisationName(u"河湾村党总支", kTown),
              (OrganisationName{u"河湾村"_s, u"general_branch"_s}));
    EXPECT_EQ(organisationName(u"中共示范镇河湾村总支部委员会", kTown),
              (OrganisationName{u"河湾村"_s, u"general_branch"_s}));
    EXPECT_EQ(organisationName(u"电商产业联合党支部", kTown),
              (OrganisationName{u"电商产业"_s, u"joint_branch"_s}));
    EXPECT_EQ(organisationName(u"东街党小组", kTown), (OrganisationName{u"东街"_s, u"group"_s}));
    EXPECT_EQ(organisationName(u"西荡村民委员会", kTown),
              (OrganisationName{u"西荡村民委员会"_s, {}}));
    EXPECT_EQ(organisationName(u"西荡村", kTown), (OrganisationName{u"西荡村"_s, {}}));
}

TEST(OrganisationNames, writeNumbersOneWay) {
    const OrganisationName first{u"河湾村第一"_s, u"branch"_s};
    for (const QString& text : {u"河湾村第一党支部"_s, u"河湾村第1党支部"_s, u"河湾村一支部"_s,
                                u"河湾村1支部"_s, u"中共示范镇河湾村第一支部委员会"_s})
        EXPECT_EQ(organisationName(text, kTown), first) << text.toStdString();
    EXPECT_EQ(organisationName(u"机关第12党支部", kTown).core, u"机关第十二"_s);
    EXPECT_EQ(organisationName(u"机关第20党支部", kTown).core, u"机关第二十"_s);
}

TEST(OrganisationNames, areWrittenInFullAndShort) {
    const OrganisationName branch{u"西荡村"_s, u"branch"_s};
    EXPECT_EQ(fullOrganisationName(branch, kTown), u"中共示范镇西荡村支部委员会"_s);
    EXPECT_EQ(shortOrganisationName(branch), u"西荡村党支部"_s);
    const OrganisationName general{u"河湾村"_s, u"general_branch"_s};
    EXPECT_EQ(fullOrganisationName(general, kTown), u"中共示范镇河湾村总支部委员会"_s);
    EXPECT_EQ(shortOrganisationName(general), u"河湾村党总支"_s);
    const OrganisationName committee{kTown, u"committee"_s};
    EXPECT_EQ(fullOrganisationName(committee, kTown), u"中共示范镇委员会"_s);
    EXPECT_EQ(shortOrganisationName(committee), u"示范镇党委"_s);
    for (const OrganisationName& name : {branch, general, committee}) {
        EXPECT_EQ(organisationName(fullOrganisationName(name, kTown), kTown), name);
        EXPECT_EQ(organisationName(shortOrganisationName(name), kTown), name);
    }
}

TEST(OrganisationMatching, findsExactAndEquivalentNames) {
    const OrganisationMatcher matcher = town();
    EXPECT_EQ(matcher.match(u"中共示范镇西荡村支部委员会").kind, Kind::Exact);
    EXPECT_EQ(matcher.match(u"西荡村党支部 ").kind, Kind::Exact);
    for (const QString& text :
         {u"示范镇西荡村支部"_s, u"中国共产党示范镇西荡村支部委员会"_s, u"西荡村支部"_s,
          u"西荡党支部"_s, u"西荡村"_s, u"示范镇党委/西荡村党支部"_s}) {
        const OrganisationMatch match = matcher.match(text);
        EXPECT_EQ(match.index, 1) << text.toStdString();
        EXPECT_NE(match.kind, Kind::New) << text.toStdString();
    }
    EXPECT_EQ(matcher.match(u"示范镇西荡村支部").kind, Kind::Equivalent);
    EXPECT_EQ(matcher.match(u"明珠电子支部").index, 7);
    EXPECT_EQ(matcher.match(u"示范镇机关党支部").index, 6);
    EXPECT_EQ(matcher.match(u"中国共产党示范镇委员会").index, 0);
}

TEST(OrganisationMatching, keepsNumberedBranchesApart) {
    const OrganisationMatcher matcher = town();
    EXPECT_EQ(matcher.match(u"示范镇河湾村第一支部").index, 4);
    EXPECT_EQ(matcher.match(u"河湾村第2党支部").index, 5);
    EXPECT_EQ(matcher.match(u"河湾村二支部").index, 5);
    EXPECT_EQ(matcher.match(u"河湾村总支").index, 3);
    EXPECT_EQ(matcher.match(u"河湾村第三党支部").kind, Kind::New);
    // A general branch has no members of its own, and which of its branches is meant is not said.
    EXPECT_EQ(matcher.match(u"河湾村党支部").kind, Kind::New);
}

TEST(OrganisationMatching, saysWhenSeveralFit) {
    const OrganisationMatcher matcher(
        kTown,
        {{u"中共示范镇东街支部委员会"_s, u"东街党支部"_s, u"branch"_s},
         {u"中共示范镇东街临时支部委员会"_s, u"东街临时党支部"_s, u"temporary_branch"_s},
         {u"中共幸福镇东街支部委员会"_s, u"东街党支部"_s, u"branch"_s}});
    const OrganisationMatch place = matcher.match(u"东街");
    EXPECT_EQ(place.kind, Kind::Ambiguous);
    EXPECT_EQ(place.candidates, (QList<qsizetype>{0, 1}));
    EXPECT_EQ(matcher.match(u"东街党支部").kind, Kind::Ambiguous); // two towns have one
    EXPECT_EQ(matcher.match(u"示范镇东街支部").index, 0);
    EXPECT_EQ(matcher.match(u"东街临时支部").index, 1);
    EXPECT_EQ(matcher.match(u"中国共产党幸福镇东街支部委员会").index, 2);
}

TEST(OrganisationMatching, proposesNewOnes) {
    const OrganisationMatcher matcher = town();
    const OrganisationMatch match = matcher.match(u"示范镇柘沟村支部 ");
    EXPECT_EQ(match.kind, Kind::New);
    EXPECT_EQ(match.fullName, u"中共示范镇柘沟村支部委员会"_s);
    EXPECT_EQ(match.shortName, u"柘沟村党支部"_s);
    EXPECT_EQ(match.type, u"branch"_s);
    EXPECT_EQ(matcher.match(u"后岭村").fullName, u"中共示范镇后岭村支部委员会"_s);
    EXPECT_EQ(matcher.match(u"后岭村党总支").type, u"general_branch"_s);
    // Without a committee it is called 支部, and stays so.
    EXPECT_EQ(matcher.match(u"中国共产党示范镇新街支部").fullName, u"中共示范镇新街支部"_s);
}

TEST(OrganisationMatching, tellsThatNothingIsThere) {
    const OrganisationMatcher matcher = town();
    for (const QString& text : {u""_s, u" "_s, u"\u3000"_s, u"无"_s, u"/"_s})
        EXPECT_EQ(matcher.match(text).kind, Kind::Missing);
}
