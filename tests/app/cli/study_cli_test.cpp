// hours, as it is typed.

#include "tests/app/cli/support.h"

#include <QFile>
#include <QJsonObject>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct HoursTown : CommandLine {
    HoursTown() { EXPECT_EQ(run({u"demo"_s, store}).code, 0); }
    QJsonArray hours(const QStringList& words) const {
        return array(QStringList{u"hours"_s, store, u"--json"_s} + words);
    }
    qint64 sum(const QStringList& words, const QString& key) const {
        qint64 sum = 0;
        for (const QJsonValue each : hours(words))
            sum += qRound64(each[key].toDouble() * 10);
        return sum;
    }
};
const QStringList kXidang{u"--org"_s, u"西荡村党支部"_s};
}

TEST(HoursCommand, hasALineForEachBranchAndTheirPeople) {
    const HoursTown town;
    const QJsonArray branches = town.hours({u"--period"_s, u"2026"_s});
    const QJsonArray all = town.hours({u"--people"_s});
    ASSERT_GT(branches.size(), 1);
    EXPECT_EQ(all.size() * 10, town.sum({}, u"members"_s));
    EXPECT_EQ(town.sum({u"--people"_s}, u"hours"_s), town.sum({}, u"hours"_s));
    for (const QJsonValue branch : branches)
        EXPECT_EQ(branch[u"members"].toInt(),
                  branch[u"reached"].toInt() + branch[u"short"].toInt()
                      + branch[u"exempt"].toInt());
}

TEST(HoursCommand, tellsThePeopleOfOneBranch) {
    const HoursTown town;
    const QJsonArray people = town.hours(kXidang);
    ASSERT_GT(people.size(), 3);
    int seats = 0;
    for (const QJsonValue person : people) {
        EXPECT_EQ(person[u"branch"].toString(), u"西荡村党支部"_s);
        const double hours = person[u"hours"].toDouble(-1);
        const double target = person[u"target"].toDouble();
        EXPECT_GE(hours, 0);
        EXPECT_TRUE(target == 32 || target == 56);
        seats += target == 56;
        const bool isShort = person[u"state"].toString() == u"short"_s;
        EXPECT_EQ(person[u"lacking"].toDouble(), isShort ? target - hours : 0);
        EXPECT_EQ(person[u"due"].toInt(),
                  person[u"present"].toInt() + person[u"madeUp"].toInt()
                      + person[u"missed"].toInt());
    }
    EXPECT_GE(seats, 1);
    EXPECT_GT(town.sum(kXidang, u"hours"_s), 0);
}

TEST(HoursCommand, addsALectureToThosePresentOnly) {
    const HoursTown town;
    const QJsonArray before = town.hours(kXidang);
    const QString absent = before[0][u"name"].toString();
    QFile file(town.folder.path(u"党课.json"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{u"kind"_s, u"党课"_s},
                                         {u"organisation"_s, u"西荡村党支部"_s},
                                         {u"title"_s, u"党章"_s},
                                         {u"from"_s, u"2026-11-19T09:00"_s},
                                         {u"place"_s, u"会议室"_s},
                                         {u"absent"_s, QJsonArray{absent}},
                                         {u"details"_s,
                                          QJsonObject{{u"speaker"_s, u"甲"_s}, {u"hours"_s, 1.5}}}})
                   .toJson());
    file.close();
    const auto logged = town.run({u"log"_s, town.store, file.fileName()});
    ASSERT_EQ(logged.code, 0) << logged.err.toStdString();
    const QJsonArray after = town.hours(kXidang);
    ASSERT_EQ(after.size(), before.size());
    for (int i = 0; i < after.size(); ++i) {
        const bool isThere = after[i][u"present"].toInt() > before[i][u"present"].toInt();
        EXPECT_EQ(after[i][u"hours"].toDouble() - before[i][u"hours"].toDouble(),
                  isThere ? 1.5 : 0);
    }
    EXPECT_EQ(after[0][u"hours"], before[0][u"hours"]);
    EXPECT_EQ(after[0][u"missed"].toInt(), before[0][u"missed"].toInt() + 1);
}

TEST(HoursCommand, saysTargetsAndThatOneIsNotConfirmed) {
    const HoursTown town;
    const auto answer = town.run(QStringList{u"hours"_s, town.store} + kXidang);
    EXPECT_EQ(answer.code, 0);
    EXPECT_TRUE(answer.out.contains(u"党员 32 学时"_s));
    EXPECT_TRUE(answer.out.contains(u"56 学时"_s));
    EXPECT_TRUE(answer.out.contains(u"未查证"_s));
    EXPECT_TRUE(answer.out.contains(u"折算：地方做法"_s));
}

TEST(HoursCommand, refusesWhatIsNoYearAndNoOrganisation) {
    const HoursTown town;
    EXPECT_EQ(town.run({u"hours"_s, town.store, u"--period"_s, u"2026-11"_s}).code, 2);
    EXPECT_EQ(town.run({u"hours"_s, town.store, u"--org"_s, u"没有的党支部"_s}).code, 1);
    EXPECT_EQ(town.run({u"hours"_s}).code, 2);
    EXPECT_TRUE(town.run({u"hours"_s, town.store, u"--period"_s, u"1990"_s}).code == 0);
}
