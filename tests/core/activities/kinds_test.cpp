#include "core/activities/kinds.h"

#include "core/base/data_files.h"
#include "core/rules/rule_loader.h"
#include "tests/support/support.h"

#include <QRandomGenerator>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QString kGood = uR"({"kinds": [{
    "id": "tea", "name": "茶话会", "short": "茶话", "symbol": "茶", "attends": "chosen",
    "quorum": "none", "vote": "none", "required": ["date", "place"],
    "fields": [{"id": "cups", "title": "杯数", "type": "number"}],
    "points": "none", "source": {"document": "本镇", "checked": "产"}}]})"_s;
}

TEST(ActivityKinds, shipsTheKindsOfTheHandbook) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    QStringList names;
    for (const ActivityKind& kind : *kinds)
        names.append(kind.name);
    EXPECT_EQ(
        names,
        (QStringList{u"党员大会"_s, u"支委会"_s, u"党小组会"_s, u"党课"_s, u"主题党日"_s,
                     u"组织生活会"_s, u"民主评议党员"_s, u"谈心谈话"_s, u"送学上门"_s, u"每月学习日"_s,
                     u"家庭党校（课堂）"_s, u"集中轮训"_s, u"志愿服务"_s, u"政治生日"_s,
                     u"党代表接待日"_s, u"征求意见"_s, u"上级督查"_s, u"承诺践诺"_s, u"大事记"_s}));
    EXPECT_EQ(kinds->at(0).form, u"p10"_s);
    EXPECT_EQ(kinds->at(1).attends, Attends::Committee);
    EXPECT_EQ(kinds->at(3).fields.first().title, u"主讲人"_s);
}

TEST(ActivityKinds, haveACadenceInTheRuleBook) {
    auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    const auto book = loadRules(idsOf(*kinds));
    ASSERT_TRUE(ok(book));
    EXPECT_TRUE(ok(checkCadences(*kinds, *book)));
    (*kinds)[0].cadence = u"R-102"_s; // a rule, but about another kind
    EXPECT_FALSE(checkCadences(*kinds, *book));
    (*kinds)[0].cadence = u"R-999"_s;
    EXPECT_FALSE(checkCadences(*kinds, *book));
    (*kinds)[0].cadence.clear();
    EXPECT_TRUE(ok(checkCadences(*kinds, *book)));
}

TEST(ActivityKinds, nameFileKindAndReason) {
    ASSERT_TRUE(ok(parseKinds(kGood.toUtf8(), u"t.json"_s)));
    const QList<std::array<QString, 3>> bad{
        {u"\"short\""_s, u"\"shrt\""_s, u"short"_s},
        {u"\"symbol\": \"茶\""_s, u"\"symbol\": \"茶话\""_s, u"symbol"_s},
        {u"\"chosen\""_s, u"\"everyone\""_s, u"attends"_s},
        {u"\"quorum\": \"none\""_s, u"\"quorum\": \"most\""_s, u"quorum"_s},
        {u"\"vote\": \"none\""_s, u"\"vote\": \"loud\""_s, u"vote"_s},
        {u"\"place\""_s, u"\"weather\""_s, u"weather"_s},
        {u"\"date\", "_s, u""_s, u"date"_s},
        {u"\"cups\""_s, u"\"host\""_s, u"host"_s},
        {u"\"number\""_s, u"\"colour\""_s, u"type"_s},
        {u"\"points\": \"none\""_s, u"\"points\": \"none\", \"extra\": 1"_s, u"extra"_s},
        {u"\"source\""_s, u"\"sauce\""_s, u"source"_s}};
    for (const auto& [before, after, word] : bad) {
        ASSERT_TRUE(kGood.contains(before)) << before.toStdString();
        const auto kinds = parseKinds(QString(kGood).replace(before, after).toUtf8(), u"t.json"_s);
        ASSERT_FALSE(kinds) << after.toStdString();
        for (const QString& part : {word, u"t.json"_s, u"tea"_s})
            EXPECT_TRUE(kinds.error().what.contains(part)) << kinds.error().what.toStdString();
    }
    const QString entry = kGood.mid(11, kGood.size() - 13);
    EXPECT_FALSE(parseKinds((u"{\"kinds\": ["_s + entry + u',' + entry + u"]}"_s).toUtf8(), {}));
}

TEST(ActivityKinds, takeAFileThatNotepadSaved) {
    const auto shipped = readDataFile(u"rules/activities.json"_s);
    ASSERT_TRUE(ok(shipped));
    const auto saved = parseKinds(asNotepad(*shipped), u"a"_s);
    ASSERT_TRUE(ok(saved));
    EXPECT_EQ(*saved, parseKinds(*shipped, u"a"_s).value());
}

TEST(ActivityKinds, neverCrashOnDamagedBytes) {
    const auto shipped = readDataFile(u"rules/activities.json"_s);
    ASSERT_TRUE(ok(shipped));
    QRandomGenerator random(11);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes = *shipped;
        for (int i = random.bounded(4); i >= 0; --i)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        if (const auto kinds = parseKinds(bytes, u"a"_s); !kinds) {
            EXPECT_FALSE(kinds.error().what.isEmpty());
        }
    }
    for (qsizetype size = 0; size + 2 < shipped->size(); size += 5)
        EXPECT_FALSE(parseKinds(shipped->left(size), u"a"_s)) << size;
}

TEST(ActivityKinds, serveTwoAtOnceAsOne) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    const ActivityKind both = combinedKind(*kinds, {u"party-lecture"_s, u"branch-meeting"_s});
    EXPECT_EQ(both.id, u"party-lecture"_s);
    EXPECT_EQ(both.name, u"党课、党员大会"_s);
    EXPECT_EQ(both.quorum, Quorum::HalfOfVoting);
    EXPECT_EQ(both.voting, Voting::Any);
    EXPECT_TRUE(both.required.contains(u"agenda"_s));
    EXPECT_NE(fieldWithId(both, u"speaker"_s), nullptr);
    EXPECT_FALSE(canServeBoth(*kindWithId(*kinds, u"branch-meeting"_s),
                              *kindWithId(*kinds, u"committee-meeting"_s)));
    KindNames names(*kinds);
    EXPECT_EQ(names.of(u"branch-meeting"_s, u"party-lecture party-day"_s),
              u"党员大会、党课、主题党日"_s);
    EXPECT_EQ(names.of(u"gone"_s, {}), u"gone"_s);
}

TEST(ActivityKinds, haveTheirDayOfTheMonth) {
    const auto kinds = loadKinds();
    ASSERT_TRUE(ok(kinds));
    const ActivityKind& study = *kindWithId(*kinds, u"study-day"_s);
    EXPECT_EQ(regularDay(study, QDate(2026, 5, 20)), QDate(2026, 5, 1)); // the 1st is a Friday
    EXPECT_EQ(regularDay(study, QDate(2026, 8, 31)), QDate(2026, 8, 7)); // the 1st a Saturday
    EXPECT_EQ(regularDay(study, QDate(2026, 9, 1)), QDate(2026, 9, 4));
    EXPECT_TRUE(regularDay(kinds->first(), QDate(2026, 9, 1)).isNull());
}
