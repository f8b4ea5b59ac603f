#include "core/names/characters.h"
#include "tests/support/support.h"

#include <QElapsedTimer>
#include <QHash>
#include <algorithm>
#include <thread>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QByteArray strokes(QByteArrayView digits) {
    QByteArray out;
    for (const char digit : digits)
        out += char(digit - '0');
    return out;
}

QStringList letters(const QList<Reading>& readings) {
    QStringList out;
    for (const Reading& reading : readings)
        out.append(reading.letters);
    return out;
}
}

TEST(Characters, loadQuickly) {
    QElapsedTimer timer;
    timer.start();
    EXPECT_GT(knownCharacters(), 95'000);
    RecordProperty("load_us", int(timer.nsecsElapsed() / 1000));
    EXPECT_LT(timer.elapsed(), 200); // 5 ms here; the bound only catches a change of kind
}

TEST(Characters, haveTheMainlandStrokes) {
    // Sequences of the national standard of stroke order (GF 0023-2020), 1–5 for 横竖撇点折.
    const QHash<char32_t, QByteArray> expected{
        {U'丁', strokes("12")},       {U'王', strokes("1121")},      {U'李', strokes("1234521")},
        {U'张', strokes("5153154")},  {U'乔', strokes("313432")},    {U'朱', strokes("311234")},
        {U'马', strokes("551")},      {U'冯', strokes("41551")},     {U'吴', strokes("2511134")},
        {U'周', strokes("35121251")}, {U'赵', strokes("121213434")}, {U'刘', strokes("413422")},
        {U'陈', strokes("5215234")},  {U'龙', strokes("13534")},     {U'文', strokes("4134")},
        {U'成', strokes("135534")},   {U'红', strokes("551121")}};
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        EXPECT_EQ(strokeSequence(it.key()), it.value()) << int(it.key());
        EXPECT_EQ(strokeCount(it.key()), it.value().size()) << int(it.key());
    }
}

TEST(Characters, countStrokesOfCommonSurnames) {
    const QHash<QString, int> expected{{u"丁"_s, 2},
                                       {u"万于马"_s, 3},
                                       {u"王毛方尹孔文尤"_s, 4},
                                       {u"田石史卢叶白龙冯"_s, 5},
                                       {u"朱乔刘孙吕任江汤"_s, 6},
                                       {u"李张吴陈杨何宋沈苏余杜汪邹陆邱邵严"_s, 7},
                                       {u"周林罗郑范金武易孟"_s, 8},
                                       {u"赵胡姜姚钟贺侯洪俞"_s, 9},
                                       {u"徐高郭唐袁夏贾钱秦顾莫"_s, 10},
                                       {u"黄曹萧梁崔康龚常"_s, 11},
                                       {u"曾彭韩董程蒋谢傅鲁温"_s, 12},
                                       {u"赖雷"_s, 13},
                                       {u"蔡谭熊廖"_s, 14},
                                       {u"黎潘"_s, 15},
                                       {u"薛"_s, 16},
                                       {u"魏戴"_s, 17}};
    for (auto it = expected.begin(); it != expected.end(); ++it)
        for (const uint character : it.key().toUcs4())
            EXPECT_EQ(strokeCount(character), it.value()) << std::hex << character;
}

TEST(Characters, givesReadingsDefaultFirst) {
    EXPECT_EQ(defaultReading(U'张'), (Reading{u"zhang"_s, 1}));
    EXPECT_EQ(defaultReading(U'单').letters, u"dan"_s);
    EXPECT_EQ(defaultReading(U'吕').letters, u"lv"_s);
    const Readings go = readingsOf(U'行');
    EXPECT_EQ(letters(go.common).first(), u"xing"_s);
    EXPECT_TRUE(letters(go.common).contains(u"hang"_s));
    EXPECT_TRUE(letters(readingsOf(U'茜').common + readingsOf(U'茜').rare).contains(u"xi"_s));
    EXPECT_TRUE(letters(readingsOf(U'晟').common).contains(u"sheng"_s));
    EXPECT_FALSE(letters(readingsOf(U'红').common).contains(u"gong"_s));
}

TEST(Characters, knowRareOnesOfEveryPlane) {
    EXPECT_EQ(defaultReading(U'䶮').letters, u"yan"_s); // extension A
    EXPECT_EQ(defaultReading(U'㛃').letters, u"jie"_s);
    EXPECT_GT(strokeCount(U'\U0002CB5A'), 0); // 𬭚, extension E: no sequence is on record
    EXPECT_EQ(defaultReading(U'\U0002CB5A').letters, u"chun"_s);
    EXPECT_TRUE(isHan(U'\U0002CB5A'));
}

TEST(Characters, knowNothingOfWhatIsNoChinese) {
    for (const char32_t other : {U'a', U'·', U'가', char32_t(0), char32_t(0x10ffff)}) {
        EXPECT_EQ(strokeCount(other), 0);
        EXPECT_TRUE(strokeSequence(other).isEmpty());
        EXPECT_TRUE(defaultReading(other).letters.isEmpty());
        EXPECT_FALSE(isHan(other));
    }
}

TEST(Characters, everyEntryOfTheTableCanBeRead) {
    qsizetype strokesSeen = 0;
    qsizetype readingsSeen = 0;
    for (char32_t c = 0x3007; c < 0x32000; ++c) {
        const QByteArray sequence = strokeSequence(c);
        ASSERT_TRUE(std::all_of(sequence.begin(), sequence.end(),
                                [](char stroke) { return stroke >= 1 && stroke <= 5; }));
        strokesSeen += sequence.size();
        readingsSeen += readingsOf(c).common.size();
    }
    EXPECT_GT(strokesSeen, 1'000'000);
    EXPECT_GT(readingsSeen, 41'000);
}

TEST(Characters, mayBeReadFromManyThreads) {
    std::vector<std::thread> threads;
    threads.reserve(4);
    std::atomic<int> right = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            if (strokeCount(U'李') == 7 && defaultReading(U'李').letters == u"li"_s) ++right;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(right, 4);
}
