// demo, log, check and list activities as they are typed.

#include "core/people/queries.h"
#include "core/plans/commands.h"
#include "tests/app/cli/support.h"

#include <QFile>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
using Answer = CommandLine::Answer;

struct DemoTown : CommandLine {
    DemoTown() { EXPECT_EQ(run({u"demo"_s, store}).code, 0); }
    QString file(const QJsonObject& object) const {
        QFile json(folder.path(u"会议.json"_s));
        EXPECT_TRUE(json.open(QIODevice::WriteOnly));
        json.write(QJsonDocument(object).toJson());
        return json.fileName();
    }
    qsizetype held() const {
        return run({u"list"_s, store, u"activities"_s, u"--json"_s}).array().size();
    }
};

QJsonObject meeting() {
    return {{u"kind"_s, u"党员大会"_s},
            {u"organisation"_s, u"西荡村党支部"_s},
            {u"title"_s, u"讨论修路"_s},
            {u"from"_s, u"2026-11-18T09:00"_s},
            {u"to"_s, u"2026-11-18T10:30"_s},
            {u"place"_s, u"会议室"_s},
            {u"host"_s, u"外请主持"_s},
            {u"recorder"_s, u"记录员"_s},
            {u"agenda"_s, QJsonArray{u"讨论修路"_s}}};
}
}

TEST(DemoCommand, refusesWhatIsThereAndOddScales) {
    const DemoTown town;
    const Answer again = town.run({u"demo"_s, town.store});
    EXPECT_EQ(again.code, 1);
    EXPECT_FALSE(again.err.isEmpty());
    const QString other = town.folder.path(u"别的.baolei"_s);
    EXPECT_EQ(town.run({u"demo"_s, other, u"--scale"_s, u"planet"_s}).code, 2);
    EXPECT_FALSE(QFile::exists(other));
    EXPECT_EQ(town.run({u"demo"_s}).code, 2);
}

TEST(DemoCommand, isTheOnlyStepAndCanBeVerified) {
    const DemoTown town;
    EXPECT_EQ(town.run({u"verify"_s, town.store}).code, 0);
    EXPECT_TRUE(town.run({u"history"_s, town.store}).out.contains(u"生成示范数据：示范镇"_s));
}

TEST(LogCommand, recordsAnActivity) {
    const DemoTown town;
    const qsizetype before = town.held();
    const Answer logged = town.run({u"log"_s, town.store, town.file(meeting())});
    ASSERT_EQ(logged.code, 0) << logged.err.toStdString();
    EXPECT_TRUE(logged.out.startsWith(u"已记录：2026-11-18 讨论修路，应到 "_s));
    EXPECT_EQ(town.held(), before + 1);
    const Answer listed = town.run(
        {u"list"_s, town.store, u"activities"_s, u"--org"_s, u"西荡村党支部"_s, u"--csv"_s});
    EXPECT_TRUE(listed.out.contains(u"讨论修路"_s));
    ASSERT_EQ(town.run({u"undo"_s, town.store}).code, 0);
    EXPECT_EQ(town.held(), before);
}

TEST(LogCommand, saysWhatOfThePlanIsDoneByIt) {
    const DemoTown town;
    {
        const auto store = cli::openStore(town.store, town.clock);
        ASSERT_TRUE(ok(store));
        PlanItem item;
        item.organisationId = organisationNamed((*store)->reader(), u"西荡村党支部"_s).value().id;
        item.year = 2026;
        item.month = 11;
        item.kind = u"branch-meeting"_s;
        item.title = u"定下修路的事"_s;
        ASSERT_TRUE(ok(savePlanItem(**store, item)));
    }
    const Answer logged = town.run({u"log"_s, town.store, town.file(meeting())});
    ASSERT_EQ(logged.code, 0) << logged.err.toStdString();
    EXPECT_TRUE(logged.out.contains(u"年度计划“定下修路的事”已完成"_s));
    const Answer again = town.run({u"log"_s, town.store, town.file(meeting())});
    EXPECT_FALSE(again.out.contains(u"年度计划"_s)); // it is done already
}

TEST(LogCommand, refusesAndChangesNothing) {
    const DemoTown town;
    const qsizetype before = town.held();
    QJsonObject incomplete = meeting();
    incomplete.remove(u"place"_s);
    const Answer refused = town.run({u"log"_s, town.store, town.file(incomplete)});
    EXPECT_EQ(refused.code, 1);
    EXPECT_TRUE(refused.err.contains(u"地点没有填"_s));
    EXPECT_TRUE(refused.out.isEmpty());
    QJsonObject unknown = meeting();
    unknown.insert(u"absent"_s, QJsonArray{u"查无此人"_s});
    EXPECT_TRUE(town.run({u"log"_s, town.store, town.file(unknown)}).err.contains(u"查无此人"_s));
    EXPECT_EQ(town.run({u"log"_s, town.store, town.folder.path(u"没有.json"_s)}).code, 1);
    EXPECT_EQ(town.run({u"log"_s, town.store}).code, 2);
    EXPECT_EQ(town.held(), before);
}

TEST(ListActivities, ofOneKind) {
    const DemoTown town;
    const auto listed = [&](const QString& kind) {
        return town.run({u"list"_s, town.store, u"activities"_s, u"--kind"_s, kind, u"--json"_s});
    };
    const QJsonArray lectures = listed(u"党课"_s).array();
    ASSERT_FALSE(lectures.isEmpty());
    EXPECT_LT(lectures.size(), town.held());
    for (const auto& each : lectures)
        EXPECT_EQ(each.toObject()[u"kind"_s].toString(), u"党课"_s);
    EXPECT_EQ(listed(u"party-lecture"_s).array(), lectures);
    const Answer unknown = listed(u"茶话会"_s);
    EXPECT_EQ(unknown.code, 1);
    EXPECT_TRUE(unknown.err.contains(u"没有“茶话会”这一类组织生活"_s));
    EXPECT_TRUE(unknown.err.contains(u"主题党日"_s));
}

TEST(CheckCommand, tellsWhatIsMissingWithItsSource) {
    const DemoTown town;
    const QJsonArray all
        = town.run({u"check"_s, town.store, u"--date"_s, u"2026-11-20"_s, u"--json"_s}).array();
    ASSERT_FALSE(all.isEmpty());
    QSet<QString> standings;
    for (const auto& value : all) {
        const QJsonObject finding = value.toObject();
        standings.insert(finding[u"standing"_s].toString());
        for (const QString& field : {u"rule"_s, u"label"_s, u"severity"_s, u"standing"_s,
                                     u"organisation"_s, u"message"_s, u"source"_s})
            EXPECT_FALSE(finding[field].toString().isEmpty()) << field.toStdString();
        if (finding[u"rule"_s].toString() == u"R-101"_s) {
            EXPECT_TRUE(finding[u"period"_s].toString().startsWith(u"2026-Q"_s));
            EXPECT_EQ(finding[u"need"_s].toInt(), 1);
            EXPECT_TRUE(finding[u"deadline"_s].isString());
        }
    }
    EXPECT_EQ(standings, (QSet<QString>{u"wrong"_s, u"missing"_s, u"due"_s}));
    const Answer text = town.run({u"check"_s, town.store});
    EXPECT_EQ(text.code, 0);
    EXPECT_TRUE(text.out.contains(u"共 %1 条"_s.arg(all.size())));
    EXPECT_TRUE(text.out.contains(u"《中国共产党支部工作条例"_s));
}

TEST(CheckCommand, groupsByOrganisationAndSaysWhatToDo) {
    const DemoTown town;
    const QString text = town.run({u"check"_s, town.store}).out;
    const QStringList lines = text.split(u'\n');
    QSet<QString> headings;
    for (const QString& line : lines) {
        if (line.startsWith(u"  "_s)) {
            EXPECT_TRUE(line.contains(u'〔') && line.endsWith(u'〕')) << line.toStdString();
        } else if (line.endsWith(u" 条）"_s)) {
            EXPECT_FALSE(headings.contains(line)) << line.toStdString(); // each only once
            headings.insert(line);
        }
    }
    EXPECT_GT(headings.size(), 3);
    EXPECT_TRUE(text.contains(u"请尽快补开"_s));
    EXPECT_FALSE(text.contains(u"  不符  2026年6月6日的活动在"_s)); // written late: only a remark
    const QString empty = town.folder.path(u"空镇.baolei"_s);
    ASSERT_EQ(town.run({u"init"_s, empty, u"--town"_s, u"空镇"_s}).code, 0);
    EXPECT_EQ(town.run({u"check"_s, empty}).out, u"共 0 条，没有发现问题\n"_s);
}

TEST(RepeatCommand, savesADraftForAnotherMonth) {
    const DemoTown town;
    ASSERT_EQ(town.run({u"log"_s, town.store, town.file(meeting())}).code, 0);
    QString id;
    for (const QJsonValue each : town.array({u"list"_s, town.store, u"activities"_s, u"--json"_s}))
        if (each[u"title"_s].toString() == u"讨论修路"_s) id = each[u"id"_s].toString();
    const auto held = town.held();
    const Answer next = town.run({u"repeat"_s, town.store, id});
    EXPECT_EQ(next.code, 0) << next.err.toStdString();
    EXPECT_TRUE(next.out.contains(u"已存草稿：2026-12-18 讨论修路"_s));
    EXPECT_EQ(town.run({u"repeat"_s, town.store, id, u"--to"_s, u"2026-10"_s}).code, 0);
    EXPECT_EQ(town.held(), held + 2);
    EXPECT_EQ(town.run({u"repeat"_s, town.store, id, u"--to"_s, u"2027"_s}).code, 2);
    EXPECT_EQ(town.run({u"repeat"_s, town.store, u"没有"_s}).code, 1);
    EXPECT_EQ(town.held(), held + 2);
}

TEST(CheckCommand, looksAtOneBranchAndOneDay) {
    const DemoTown town;
    const QStringList words{u"check"_s, town.store, u"--json"_s, u"--org"_s, u"西荡村党支部"_s};
    const Answer one = town.run(words);
    ASSERT_EQ(one.code, 0) << one.err.toStdString();
    for (const auto& finding : one.array())
        EXPECT_EQ(finding[u"organisation"_s].toString(), u"西荡村党支部"_s);
    const QJsonArray early = town.run(words + QStringList{u"--date"_s, u"2026-01-02"_s}).array();
    for (const auto& finding : early)
        EXPECT_NE(finding[u"period"_s].toString(), u"2026-11"_s);
    EXPECT_EQ(town.run({u"check"_s, town.store, u"--org"_s, u"桃花源"_s}).code, 1);
    EXPECT_EQ(town.run({u"check"_s, town.store, u"--date"_s, u"昨天"_s}).code, 2);
    EXPECT_EQ(town.run({u"check"_s, town.store, u"--dates"_s, u"2026-11-20"_s}).code, 2);
    EXPECT_EQ(town.run({u"check"_s, town.folder.path(u"没有.baolei"_s)}).code, 1);
}
