// Files of other kinds than the samples: other headers, other warts.

#include "tests/core/people/roster_fixture.h"

#include "core/people/codes.h"
#include "core/store/history.h"

#include <QJsonDocument>

using namespace baolei;

namespace {
const QString kHeader = u"姓名|性别|身份证号码|所在党组织|入党时间|人员类别"_s;
const QString kId = idOf(u"19800501"_s, u"001"_s);
}

TEST(RosterImport, readsOtherHeadersInAnyOrder) {
    RosterTown town;
    town.import({u"西荡村党员名册"_s,
                 u"入党时间|所在党组织|身份证号码|党员姓名|党员类别|文化程度"_s,
                 u"2001.07|西荡村支部|"_s + kId + u"|王 强|预备|大专毕业"_s});
    const Person person = town.person(u"王强"_s);
    EXPECT_EQ(person.branchId, town.xidang.id);
    EXPECT_EQ(person.joinedOn.text(), u"2001-07"_s);
    EXPECT_EQ(person.stage, u"probationary"_s);
    EXPECT_EQ(person.education, u"31"_s);
    EXPECT_EQ(person.idNumber, kId);
    // What the number tells is taken where the file does not say it.
    EXPECT_EQ(person.bornOn, PartialDate(1980, 5, 1));
    EXPECT_EQ(person.sex, u"1"_s);
}

TEST(RosterImport, readsAHeaderOfTwoRows) {
    RosterTown town;
    const ImportPlan plan = town.import(
        {u"党员花名册"_s, u"序号|姓名|身份信息||入党情况||所在党支部"_s,
         u"||性别|身份证号|入党日期|转正日期|"_s,
         u"1|王强|男|"_s + kId + u"|20010701|20020701|西荡村党支部"_s, u"合计||共1人||||"_s});
    ASSERT_EQ(said(plan), QStringList{u"accept"_s});
    EXPECT_EQ(town.person(u"王强"_s).fullOn, PartialDate(2002, 7, 1));
    EXPECT_EQ(town.person(u"王强"_s).stage, u"full"_s);
}

TEST(RosterImport, saysWhereThereIsNoHeader) {
    RosterTown town;
    const auto plan
        = planImport(town.file({u"会议通知"_s, u"请于明日到会"_s}), town.reader(), town.options);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::BadFile);
    EXPECT_TRUE(plan.error().text().contains(u"没有找到表头"_s))
        << plan.error().text().toStdString();
    const auto nameless = planImport(town.file({u"性别|民族|学历"_s, u"男|汉|大专"_s}),
                                     town.reader(), town.options);
    ASSERT_FALSE(nameless);
    EXPECT_TRUE(nameless.error().text().contains(u"姓名"_s));
    EXPECT_FALSE(planImport(town.folder.path(u"没有.xlsx"_s), town.reader(), town.options));
}

TEST(RosterImport, takesTheSheetThatIsARoster) {
    RosterTown town;
    const QString path = town.folder.path(u"两张表.xlsx"_s);
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    ASSERT_TRUE(ok(writer));
    SheetSetup setup;
    setup.name = u"填表说明"_s;
    (*writer)->addSheet(setup);
    (*writer)->putRow(1, {u"姓名"_s, u"填身份证上的姓名"_s});
    setup.name = u"名册"_s;
    (*writer)->addSheet(setup);
    (*writer)->putRow(1, {u"姓名"_s, u"所在支部"_s, u"入党时间"_s});
    (*writer)->putRow(2, {u"王强"_s, u"西荡村党支部"_s, QDate(2001, 7, 1)});
    ASSERT_TRUE(ok((*writer)->finish()));
    const ImportPlan plan = town.planOf(path);
    EXPECT_EQ(plan.sheet, 1);
    EXPECT_EQ(plan.rows.size(), 1);
    town.options.sheet = 0;
    EXPECT_FALSE(planImport(path, town.reader(), town.options));
}

TEST(RosterImport, takesBranchesFromSectionsAndMergedCells) {
    RosterTown town;
    const ImportPlan sections
        = town.plan({u"姓名|身份证号|入党日期"_s, u"西荡村党支部||"_s, u"王强||20010701"_s,
                     u"东堰村党支部||"_s, u"李芳||20010701"_s, u"小计||2人"_s});
    ASSERT_EQ(sections.rows.size(), 2);
    EXPECT_EQ(sections.branches[sections.rows[0].branch].organisation.id, town.xidang.id);
    EXPECT_EQ(sections.branches[sections.rows[1].branch].organisation.id, town.dongyan.id);

    const ImportPlan merged = town.planOf(
        town.file({u"所在党支部|姓名|身份证号|入党日期"_s, u"东堰村党支部|王强||20010701"_s,
                   u"|李芳||20020701"_s, u"|赵敏||20020701"_s},
                  {{2, 0, 3, 0}}));
    ASSERT_EQ(merged.rows.size(), 3);
    EXPECT_EQ(said(merged), (QStringList{u"id-missing"_s, u"id-missing"_s, u"branch-missing"_s}));
    EXPECT_EQ(merged.branches[merged.rows[1].branch].organisation.id, town.dongyan.id);

    town.options.defaultBranch = u"西荡村"_s;
    const ImportPlan named = town.plan({u"姓名|身份证号|入党日期"_s, u"王强||20010701"_s});
    EXPECT_EQ(named.branches[named.rows[0].branch].organisation.id, town.xidang.id);
}

TEST(RosterImport, readsGroupsAndPosts) {
    RosterTown town;
    const QStringList lines{kHeader + u"|党小组|党内职务"_s,
                            u"王强|男|"_s + kId
                                + u"|西荡村党支部|20010701|正式党员|第一党小组|书记、委员"_s,
                            u"李芳|女|"_s + idOf(u"19810501"_s, u"002"_s)
                                + u"|西荡村党支部|20010701|正式党员|第一党小组|党员"_s};
    town.import(lines);
    const Person person = town.person(u"王强"_s);
    EXPECT_FALSE(person.groupId.isNull());
    EXPECT_EQ(person.groupId, town.person(u"李芳"_s).groupId);
    const auto group = town.reader().find(person.groupId);
    ASSERT_TRUE(ok(group));
    EXPECT_EQ((*group)->parentId, town.xidang.id);
    EXPECT_EQ(town.count("live_post"), 2);
    const ImportPlan again = town.import(lines);
    EXPECT_EQ(again.same, 2);
    EXPECT_EQ(town.count("live_post"), 2);
}

TEST(RosterImport, keepsUnknownWordsAndWarnsOfUnreadableCells) {
    RosterTown town;
    const ImportPlan plan = town.import(
        {kHeader + u"|学历|转正日期|是否流动党员"_s,
         u"王强|男|"_s + kId + u"|西荡村党支部|20010701|正式党员|函授什么班|待查|也许"_s,
         u"李芳|女|12345|西荡村党支部|20010701|党员|||"_s});
    EXPECT_EQ(said(plan),
              (QStringList{u"date-unreadable cell-unreadable"_s, u"id-malformed stage-unknown"_s}));
    EXPECT_EQ(plan.warned, 2);
    EXPECT_EQ(town.person(u"王强"_s).education, u"函授什么班"_s);
    EXPECT_TRUE(town.person(u"王强"_s).fullOn.isNull());
    EXPECT_TRUE(town.person(u"李芳"_s).idNumber.isEmpty());
    EXPECT_EQ(town.person(u"李芳"_s).stage, u"full"_s);
}

TEST(RosterImport, refusesAJoiningThatCannotBe) {
    RosterTown town;
    const auto row = [](const QString& joined, const QString& stage) {
        return u"王强|男|"_s + kId + u"|西荡村党支部|"_s + joined + u"|"_s + stage;
    };
    const auto verdict = [&](const QString& joined, const QString& stage) {
        return said(town.plan({kHeader, row(joined, stage)})).value(0);
    };
    EXPECT_EQ(verdict(u"19980501"_s, u"正式党员"_s), u"accept"_s); // the birthday itself
    EXPECT_EQ(verdict(u"19980430"_s, u"正式党员"_s), u"joined-before-18"_s);
    EXPECT_EQ(verdict(u"19980430"_s, u"积极分子"_s), u"accept"_s); // the rule is of members
    EXPECT_EQ(verdict(u"20261120"_s, u"预备党员"_s), u"accept"_s); // today
    EXPECT_EQ(verdict(u"20261121"_s, u"预备党员"_s), u"joined-in-future"_s);
    EXPECT_EQ(verdict(u"01.7.1"_s, u"正式党员"_s), u"joined-unreadable"_s);
    EXPECT_EQ(verdict({}, u"正式党员"_s), u"joined-missing"_s);
}

TEST(RosterImport, remembersHowAPersonMapped) {
    RosterTown town;
    const QStringList lines{u"姓名|组织|介绍|身份证号|入党日期"_s,
                            u"王强|西荡村党支部|老支书|"_s + kId + u"|20010701"_s};
    const ImportPlan first = town.plan(lines);
    EXPECT_EQ(said(first), QStringList{u"branch-missing"_s});
    EXPECT_EQ(first.mapping.unmatched, (QList<int>{1, 2}));
    town.options.mapping
        = mappingWith(mappingWith(first.mapping, 1, u"branch"_s), 2, u"background"_s);
    const ImportPlan mapped = town.plan(lines);
    EXPECT_EQ(said(mapped), QStringList{u"accept"_s});
    ASSERT_TRUE(ok(applyImport(*town.store, mapped)));
    EXPECT_EQ(town.person(u"王强"_s).background, u"老支书"_s);

    town.options.mapping.reset();
    const ImportPlan later = town.plan(lines);
    EXPECT_TRUE(later.isRemembered);
    EXPECT_EQ(later.same, 1);
    const Mapping left = mappingWith(later.mapping, 2, {});
    EXPECT_EQ(left.fields[2], QString());
    EXPECT_EQ(left.unmatched, QList<int>{2});
}

TEST(RosterImport, letsAPersonDecideAboutBranches) {
    RosterTown town;
    const QStringList lines{kHeader, u"王强|男|"_s + kId + u"|新河村支部|20010701|正式党员"_s,
                            u"李芳|女|"_s + idOf(u"19810501"_s, u"002"_s)
                                + u"|中共示范镇新河村支部委员会|20010701|正式党员"_s};
    const ImportPlan proposed = town.plan(lines);
    ASSERT_EQ(proposed.branches.size(), 1);
    EXPECT_EQ(proposed.branches[0].state, PlannedBranch::State::New);
    EXPECT_EQ(proposed.branches[0].organisation.name, u"中共示范镇新河村支部委员会"_s);
    EXPECT_EQ(proposed.branches[0].organisation.shortName, u"新河村党支部"_s);
    EXPECT_EQ(proposed.branches[0].organisation.parentId, town.committee.id);
    EXPECT_EQ(proposed.branches[0].spellings.size(), 2);

    choose(town.options, proposed.branches[0],
           {BranchChoice::Kind::Existing, town.xidang.id, {}, {}});
    const ImportPlan redirected = town.plan(lines);
    EXPECT_EQ(redirected.newBranches(), 0);
    EXPECT_EQ(redirected.branches[redirected.rows[1].branch].organisation.id, town.xidang.id);

    choose(town.options, proposed.branches[0], {BranchChoice::Kind::Refused, {}, {}, {}});
    EXPECT_EQ(said(town.plan(lines)), (QStringList{u"branch-refused"_s, u"branch-refused"_s}));

    choose(town.options, proposed.branches[0],
           {BranchChoice::Kind::New, {}, u"中共示范镇新河社区支部委员会"_s, u"新河社区党支部"_s});
    town.import(lines);
    const auto made = organisationNamed(town.reader(), u"新河社区党支部"_s);
    ASSERT_TRUE(ok(made));
    EXPECT_EQ(made->type, u"branch"_s);
    EXPECT_EQ(made->sector, u"7"_s);
    EXPECT_EQ(town.person(u"李芳"_s).branchId, made->id);
}

TEST(RosterImport, asksWhereANameFitsSeveralBranches) {
    RosterTown town;
    town.add(u"西荡村联合党支部"_s, u"joint_branch"_s, town.committee.id);
    const ImportPlan plan
        = town.plan({kHeader, u"王强|男|"_s + kId + u"|西荡村|20010701|正式党员"_s});
    ASSERT_EQ(said(plan), QStringList{u"branch-ambiguous"_s});
    EXPECT_GE(plan.branches[0].candidates.size(), 2);
}

TEST(RosterImport, stopsWhenToldTo) {
    RosterTown town;
    QStringList lines{kHeader};
    for (int i = 0; i < 600; ++i)
        lines.append(u"王强|男|"_s + idOf(u"19800501"_s, QString::number(i + 100))
                     + u"|西荡村党支部|20010701|正式党员"_s);
    const QString path = town.file(lines);
    const auto stopped = planImport(path, town.reader(), town.options,
                                    [](qint64 done, qint64) { return done < 400; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);

    const ImportPlan plan = town.planOf(path);
    EXPECT_EQ(plan.added, 600);
    const qint64 operations = town.count("operation");
    const auto half = applyImport(*town.store, plan, [](qint64 done, qint64 total) {
        EXPECT_TRUE(total == 600 || total == 0);
        return done < 300;
    });
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(town.count("person"), 0);
    EXPECT_EQ(town.count("operation"), operations);
    EXPECT_TRUE(ok(applyImport(*town.store, plan)));
    EXPECT_EQ(town.count("live_person"), 600);
}

TEST(RosterImport, neverTellsAPrivateValue) {
    RosterTown town;
    const QString wrong = kId.chopped(1) + (kId.endsWith(u'1') ? u'2' : u'1');
    const ImportPlan plan = town.import(
        {kHeader + u"|手机号码|家庭住址"_s,
         u"王强|女|"_s + kId + u"|西荡村党支部|20010701|正式党员|13800001234|西荡村九组"_s,
         u"李芳|女|"_s + kId + u"|西荡村党支部|20010701|正式党员|13800001234|西荡村九组"_s,
         u"赵敏|男|"_s + wrong + u"|西荡村党支部|不详|正式党员|13800001234|西荡村九组"_s});
    QString all = QString::fromUtf8(QJsonDocument(jsonOf(plan)).toJson()) + plan.notes.join(u' ');
    for (const PlannedRow& row : plan.rows)
        all += reasonTexts(row.reasons).join(u' ');
    const auto done = operations(town.reader());
    ASSERT_TRUE(ok(done));
    all += done->first().label;
    EXPECT_TRUE(done->first().label.contains(u"花名册1.xlsx（新增1人，更新0人）"_s))
        << done->first().label.toStdString();
    for (const QString& secret : {kId, wrong, u"13800001234"_s, u"九组"_s})
        EXPECT_FALSE(all.contains(secret)) << secret.toStdString();
}

TEST(RosterImport, hasACodeAndATextForEveryReason) {
    QStringList codes;
    for (int i = 0; i <= int(Reason::Moved); ++i) {
        ASSERT_EQ(reasonCodes(Reasons(1) << i).size(), 1) << i;
        EXPECT_FALSE(reasonTexts(Reasons(1) << i).value(0).isEmpty());
        codes += reasonCodes(Reasons(1) << i);
    }
    EXPECT_EQ(codes.removeDuplicates(), 0);
}
