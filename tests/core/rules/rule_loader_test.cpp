#include "core/rules/rule_loader.h"
#include "tests/core/rules/case_file.h"
#include "tests/support/support.h"

#include "core/base/data_files.h"

#include <QRandomGenerator>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
const QString kGood = uR"({"rules": [{
    "id": "X-1", "kind": "condition", "over": "activity", "severity": "must", "title": "试",
    "activities": ["branch-meeting"], "holds": "present * 2 >= due", "message": "到会{present}人",
    "effective": {"from": "2020-01-01"},
    "source": {"document": "《试》", "article": "第1条", "checked": "核"}}]})"_s;

Result<RuleBook> parsed(const QString& json) {
    return parseRules(json.toUtf8(), u"x.rules.json"_s, {u"branch-meeting"_s, u"party-day"_s});
}

QString problemOf(const QString& before, const QString& after) {
    EXPECT_TRUE(kGood.contains(before)) << before.toStdString();
    const auto book = parsed(QString(kGood).replace(before, after));
    EXPECT_FALSE(book) << after.toStdString();
    return book ? QString() : book.error().what;
}
}

TEST(RuleLoader, readsAGoodBook) {
    const auto book = parsed(kGood);
    ASSERT_TRUE(ok(book));
    EXPECT_EQ(book->rules.size(), 1);
    EXPECT_EQ(book->kindBit(u"branch-meeting"_s), 1U);
    EXPECT_EQ(book->kindBit(u"party-day"_s), 0U);
    EXPECT_EQ(book->rules.first().source.text(), u"《试》第1条"_s);
    EXPECT_TRUE(book->find(u"X-1"_s, QDate(2020, 1, 1)));
    EXPECT_FALSE(book->find(u"X-1"_s, QDate(2019, 12, 31)));
}

TEST(RuleLoader, namesFileRuleAndReason) {
    const QList<std::array<QString, 3>> bad{
        {u"\"title\""_s, u"\"titel\""_s, u"title"_s},
        {u"\"kind\": \"condition\","_s, u"\"kind\": \"condition\", \"colour\": 1,"_s, u"colour"_s},
        {u"\"must\""_s, u"\"always\""_s, u"severity"_s},
        {u"\"condition\""_s, u"\"wish\""_s, u"kind"_s},
        {u"\"activity\""_s, u"\"group\""_s, u"over"_s},
        {u"\"branch-meeting\""_s, u"\"tea-party\""_s, u"tea-party"_s},
        {u"present * 2 >= due"_s, u"presents * 2 >= due"_s, u"第 1 个字"_s},
        {u"present * 2 >= due"_s, u"vote_for * 2 >= due"_s, u"vote_for"_s},
        {u"{present}"_s, u"{absent}"_s, u"absent"_s},
        {u"{present}"_s, u"{present"_s, u"没有合上"_s},
        {u"{present}"_s, u"{present|week}"_s, u"day"_s},
        {u"2020-01-01"_s, u"2020-13-01"_s, u"effective"_s},
        {u"\"from\": \"2020-01-01\""_s, u"\"from\": \"2020-01-01\", \"to\": \"2019-01-01\""_s,
         u"effective"_s},
        {u"\"source\""_s, u"\"sauce\""_s, u"依据"_s},
        {u"\"checked\": \"核\""_s, u"\"checked\": \"也许\""_s, u"checked"_s},
        {u"\"checked\": \"核\""_s, u"\"checked\": \"未查证\""_s, u"local"_s},
        {u"\"document\": \"《试》\""_s, u"\"document\": \"\""_s, u"document"_s}};
    for (const auto& [before, after, word] : bad) {
        const QString problem = problemOf(before, after);
        EXPECT_TRUE(problem.contains(word)) << problem.toStdString();
        EXPECT_TRUE(problem.contains(u"x.rules.json"_s)) << problem.toStdString();
        EXPECT_TRUE(problem.contains(u"X-1"_s)) << problem.toStdString();
    }
}

TEST(RuleLoader, refusesOverlappingDatesOfOneId) {
    const QString rule = kGood.mid(11, kGood.size() - 13);
    const auto book = [&](const QString& first, const QString& second) {
        return parsed(u"{\"rules\": ["_s
                      + QString(rule).replace(u"\"from\": \"2020-01-01\""_s, first) + u','
                      + QString(rule).replace(u"\"from\": \"2020-01-01\""_s, second) + u"]}"_s);
    };
    const QString old = u"\"from\": \"2014-05-28\", \"to\": \"2026-05-10\""_s;
    EXPECT_TRUE(ok(book(old, u"\"from\": \"2026-05-11\""_s)));
    EXPECT_FALSE(book(old, u"\"from\": \"2026-05-10\""_s));
    EXPECT_FALSE(book(u"\"from\": \"2026-05-11\""_s, u"\"from\": \"2030-01-01\""_s));
    EXPECT_TRUE(ok(book(u"\"from\": \"2026-05-11\""_s, old)));
}

TEST(RuleLoader, neverCrashesOnDamagedBytes) {
    const auto shipped = readDataFile(u"rules/votes.rules.json"_s);
    ASSERT_TRUE(ok(shipped));
    const QStringList kinds = kindIds().values();
    QRandomGenerator random(7);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes = *shipped;
        for (int i = random.bounded(4); i >= 0; --i)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        if (const auto book = parseRules(bytes, u"v"_s, kinds); !book) {
            EXPECT_FALSE(book.error().what.isEmpty());
        }
    }
    for (int size = 0; size < shipped->size(); size += 7)
        EXPECT_FALSE(parseRules(shipped->left(size), u"v"_s, kinds));
    EXPECT_FALSE(parseRules("[]", u"v"_s, kinds));
    EXPECT_FALSE(parseRules("{\"rules\": 5}", u"v"_s, kinds));
    EXPECT_FALSE(parseRules("{\"rules\": [5]}", u"v"_s, kinds));
    EXPECT_FALSE(parseRules(QByteArray(100'000, '['), u"v"_s, kinds));
}

TEST(RuleLoader, takesAFileThatNotepadSaved) {
    const auto shipped = readDataFile(u"rules/meetings.rules.json"_s);
    ASSERT_TRUE(ok(shipped));
    const auto plain = parseRules(*shipped, u"v"_s, kindIds().values());
    const auto saved = parseRules(asNotepad(*shipped), u"v"_s, kindIds().values());
    ASSERT_TRUE(ok(plain) && ok(saved));
    EXPECT_FALSE(saved->rules.isEmpty());
    EXPECT_EQ(saved->rules.size(), plain->rules.size());
}

TEST(RuleOverrides, changeOnlyWhatIsLocal) {
    const auto book = loadRules(kindIds().values());
    ASSERT_TRUE(ok(book));
    EXPECT_FALSE(withOverrides(*book, {{u"R-101"_s, false, {}, {}}}));
    EXPECT_FALSE(withOverrides(*book, {{u"NO-1"_s, true, {}, {}}}));
    EXPECT_FALSE(withOverrides(*book, {{u"L-101"_s, true, {{u"often"_s, 1}}, {}}}));
    EXPECT_FALSE(withOverrides(*book, {{u"L-101"_s, true, {{u"times"_s, 0}}, {}}}));
    EXPECT_TRUE(ok(withOverrides(*book, {{u"L-101"_s, true, {{u"times"_s, 12}}, {}}})));
    EXPECT_FALSE(withOverrides(*book, {{u"L-101"_s, true, {{u"times"_s, 13}}, {}}}));
    EXPECT_FALSE(withOverrides(*book, {{u"R-111"_s, true, {}, Period::Unit::Month}}));
    const auto off = withOverrides(*book, {{u"L-101"_s, false, {}, {}}});
    ASSERT_TRUE(ok(off));
    EXPECT_FALSE(off->find(u"L-101"_s, QDate(2026, 1, 1))->enabled);
    EXPECT_TRUE(book->find(u"L-101"_s, QDate(2026, 1, 1))->enabled);
}
