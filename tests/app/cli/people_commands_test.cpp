// The words of the command line, in-process: what they print and how they end.

#include "tests/app/cli/support.h"
#include "tests/support/hostile_files.h"
#include "tests/support/town.h"

#include <QFile>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
using Answer = CommandLine::Answer;

struct NewTown : CommandLine {
    QString roster = QStringLiteral(BAOLEI_SOURCE_DIR "/resources/samples/roster.xlsx");
    NewTown() { EXPECT_EQ(run({u"init"_s, store, u"--town"_s, u"示范镇"_s}).code, 0); }
};
}

TEST(ImportCommand, importsTheShippedRosterOnce) {
    const NewTown line;
    const QString rejects = line.folder.path(u"退回.xlsx"_s);
    const Answer first
        = line.run({u"import"_s, line.store, line.roster, u"--json"_s, u"--rejects"_s, rejects});
    ASSERT_EQ(first.code, 0) << first.err.toStdString();
    const QJsonObject json = QJsonDocument::fromJson(first.out.toUtf8()).object();
    EXPECT_EQ(json[u"rows"_s].toInt(), 60);
    EXPECT_EQ(json[u"accepted"_s].toInt(), 56);
    EXPECT_EQ(json[u"warned"_s].toInt(), 4);
    EXPECT_EQ(json[u"refused"_s].toInt(), 4);
    EXPECT_EQ(json[u"branches"_s].toInt(), 4);
    EXPECT_EQ(json[u"remarks"_s].toArray().size(), 9);
    EXPECT_TRUE(QFile::exists(rejects));
    EXPECT_EQ(line.array({u"list"_s, line.store, u"people"_s, u"--json"_s}).size(), 56);

    const Answer again = line.run({u"import"_s, line.store, line.roster});
    EXPECT_EQ(again.code, 0);
    EXPECT_TRUE(again.out.contains(u"新增 0 人，更新 0 人，不变 56 人"_s))
        << again.out.toStdString();
    EXPECT_EQ(line.array({u"history"_s, line.store, u"--json"_s}).size(), 2);
    EXPECT_EQ(line.run({u"undo"_s, line.store}).code, 0);
    EXPECT_EQ(line.array({u"list"_s, line.store, u"people"_s, u"--json"_s}).size(), 0);
}

TEST(ImportCommand, refusesWhatIsNoTableInPlainWords) {
    const NewTown line;
    for (const HostileFile& file : hostileFiles()) {
        const QString path = line.folder.path(file.name);
        QFile written(path);
        ASSERT_TRUE(written.open(QIODevice::WriteOnly));
        ASSERT_EQ(written.write(file.bytes), file.bytes.size());
        written.close();
        const Answer answer = line.run({u"import"_s, line.store, path});
        EXPECT_EQ(answer.code, 1) << file.name.toStdString();
        EXPECT_TRUE(answer.err.contains(file.says)) << answer.err.toStdString();
        EXPECT_TRUE(answer.err.contains(u"请"_s)) << answer.err.toStdString();
    }
    EXPECT_TRUE(line.array({u"history"_s, line.store, u"--json"_s}).size() <= 1);
    EXPECT_TRUE(line.array({u"list"_s, line.store, u"people"_s, u"--json"_s}).isEmpty());
}

TEST(ImportCommand, triesWithoutChangingAnything) {
    const NewTown line;
    const auto held = Store::open(line.store); // as by the window
    ASSERT_TRUE(ok(held));
    const Answer answer = line.run({u"import"_s, line.store, line.roster, u"--dry-run"_s});
    EXPECT_EQ(answer.code, 0) << answer.err.toStdString();
    EXPECT_TRUE(answer.out.contains(u"新增 56 人"_s));
    EXPECT_TRUE(answer.out.contains(u"什么都没有导入"_s));
    EXPECT_TRUE(line.array({u"list"_s, line.store, u"people"_s, u"--json"_s}).isEmpty());
    // And is refused where it would have to write.
    const Answer refused = line.run({u"import"_s, line.store, line.roster});
    EXPECT_EQ(refused.code, 1);
    EXPECT_FALSE(refused.err.isEmpty());
}

TEST(ImportCommand, saysWhatIsWrong) {
    const NewTown line;
    const Answer missing = line.run({u"import"_s, line.store, line.folder.path(u"没有.xlsx"_s)});
    EXPECT_EQ(missing.code, 1);
    EXPECT_FALSE(missing.err.isEmpty());
    EXPECT_EQ(line.run({u"import"_s, line.store}).code, 2);
    EXPECT_EQ(line.run({u"import"_s, line.store, line.roster, u"--rejects"_s, u"a.pdf"_s}).code, 2);
    EXPECT_EQ(line.run({u"list"_s, line.store, u"cats"_s}).code, 2);
    EXPECT_EQ(line.run({u"list"_s, line.store, u"people"_s, u"--org"_s, u"南荡村"_s}).code, 1);
    EXPECT_EQ(line.run({u"import"_s, u"--help"_s}).code, 0);
}

TEST(ListCommand, keepsPrivateColumnsBackUnlessAskedFor) {
    const NewTown line;
    ASSERT_EQ(line.run({u"import"_s, line.store, line.roster}).code, 0);
    const QStringList people{u"list"_s, line.store, u"people"_s};
    for (const QStringList& form :
         {QStringList{}, QStringList{u"--json"_s}, QStringList{u"--csv"_s}})
        EXPECT_FALSE(line.run(people + form).out.contains(u"329999"_s));
    const QString csv = line.run(people + QStringList{u"--csv"_s, u"--private"_s}).out;
    EXPECT_TRUE(csv.contains(u"329999"_s));
    EXPECT_TRUE(csv.startsWith(u"姓名,性别"_s)) << csv.left(80).toStdString();
}

TEST(ListCommand, narrowsToAnOrganisation) {
    const NewTown line;
    ASSERT_EQ(line.run({u"import"_s, line.store, line.roster}).code, 0);
    const QJsonArray orgs = line.array({u"list"_s, line.store, u"orgs"_s, u"--json"_s});
    ASSERT_EQ(orgs.size(), 4);
    int members = 0;
    for (const auto& org : orgs)
        members += org[u"members"_s].toInt();
    EXPECT_EQ(members, 56);
    const QJsonArray some
        = line.array({u"list"_s, line.store, u"people"_s, u"--org"_s, u"西荡村"_s, u"--json"_s});
    EXPECT_GT(some.size(), 0);
    for (const auto& person : some)
        EXPECT_EQ(person[u"branch"_s].toString(), u"西荡村党支部"_s);
    EXPECT_TRUE(line.array({u"list"_s, line.store, u"activities"_s, u"--json"_s}).isEmpty());
}

TEST(SearchCommand, findsByPieceOfName) {
    const NewTown line;
    ASSERT_EQ(line.run({u"import"_s, line.store, line.roster}).code, 0);
    const QJsonArray people = line.array({u"list"_s, line.store, u"people"_s, u"--json"_s});
    const QString name = people[0][u"name"_s].toString();
    const Answer found = line.run({u"search"_s, line.store, name});
    EXPECT_EQ(found.code, 0);
    EXPECT_TRUE(found.out.startsWith(name)) << found.out.toStdString();
    EXPECT_TRUE(found.out.contains(people[0][u"branch"_s].toString()));
    const Answer none = line.run({u"search"_s, line.store, u"没有这个人"_s});
    EXPECT_EQ(none.code, 0);
    EXPECT_TRUE(none.out.isEmpty());
}

TEST(ImportCommand, tellsARowWithoutANameByItsNumber) {
    const NewTown line;
    QFile roster(line.folder.path(u"花名册.csv"_s));
    ASSERT_TRUE(roster.open(QIODevice::WriteOnly));
    roster.write("姓名,公民身份号码,人员类别,所在党支部,入党日期\n"
                 ",329999197001010013,正式党员,西荡村党支部,2001-07-01\n"
                 "王强,329999198005010014,正式党员,西荡村党支部,2001-07-01\n");
    roster.close();
    const Answer answer = line.run({u"import"_s, line.store, roster.fileName()});
    EXPECT_EQ(answer.code, 0) << answer.err.toStdString();
    EXPECT_TRUE(answer.out.contains(u"第2行 退回："_s)) << answer.out.toStdString();
}

TEST(HistoryCommand, refusesAnOddNumberOfSteps) {
    const NewTown line;
    for (const QString& odd : {u"abc"_s, u"0"_s, u"-3"_s, u"1.5"_s})
        EXPECT_EQ(line.run({u"history"_s, line.store, u"--limit=%1"_s.arg(odd)}).code, 2)
            << odd.toStdString();
    EXPECT_EQ(line.run({u"history"_s, line.store, u"--limit"_s, u"1"_s}).code, 0);
}

TEST(StoreCommands, sayWhatStandsAtThePath) {
    const NewTown line;
    const Answer folder = line.run({u"list"_s, line.folder.path(), u"people"_s});
    EXPECT_EQ(folder.code, 1);
    EXPECT_TRUE(folder.err.contains(u"是文件夹，不是数据文件"_s)) << folder.err.toStdString();
    const Answer nowhere
        = line.run({u"init"_s, line.folder.path(u"没有/甲.baolei"_s), u"--town"_s, u"甲镇"_s});
    EXPECT_EQ(nowhere.code, 1);
    EXPECT_TRUE(nowhere.err.contains(u"没有文件夹"_s)) << nowhere.err.toStdString();
}

#ifdef Q_OS_LINUX
TEST(StoreCommands, sayThatTheAnswerCouldNotBeWritten) {
    const NewTown line;
    QFile full(u"/dev/full"_s); // every write fails as on a full disk
    if (!full.open(QIODevice::WriteOnly)) GTEST_SKIP();
    QString said;
    QTextStream out(&full);
    QTextStream err(&said);
    EXPECT_EQ(cli::runCli({u"baolei-cli"_s, u"list"_s, line.store, u"orgs"_s, u"--json"_s}, out,
                          err, line.clock),
              1);
    EXPECT_TRUE(said.contains(u"没有写全"_s)) << said.toStdString();
}
#endif
