#include "core/names/name_order.h"
#include "tests/support/support.h"

#include <algorithm>
#include <random>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
/// Sorts the names from any other order, and expects to find them as they were given.
void expectOrder(const QStringList& names, bool (*less)(QStringView, QStringView)) {
    QStringList shuffled = names;
    std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(7));
    std::sort(shuffled.begin(), shuffled.end(), less);
    EXPECT_EQ(shuffled.join(u' '), names.join(u' '));
}
}

TEST(StrokeOrder, followsCountThenStrokes) {
    // 2 丁 | 3 万 马 | 4 王 毛 方 | 5 龙 叶 冯 | 6 乔 朱 刘 | 7 李 吴 何 张 陈 | 8 林 周 | 9 赵
    expectOrder({u"丁一"_s, u"万一"_s, u"马一"_s, u"王一"_s, u"毛一"_s, u"方一"_s, u"龙一"_s,
                 u"叶一"_s, u"冯一"_s, u"朱一"_s, u"乔一"_s, u"刘一"_s, u"李一"_s, u"吴一"_s,
                 u"何一"_s, u"张一"_s, u"陈一"_s, u"林一"_s, u"周一"_s, u"赵一"_s},
                strokeLess);
    EXPECT_TRUE(strokeLess(u"李云", u"张一")); // both 7: 横 comes before 折
    EXPECT_TRUE(strokeLess(u"丁云", u"王一"));
}

TEST(StrokeOrder, putsGivenNamesOfOneCharacterFirst) {
    expectOrder({u"高富"_s, u"高一富"_s, u"高大富"_s}, strokeLess);
    expectOrder({u"李一鸣"_s, u"李大鸣"_s, u"李大鹏"_s}, strokeLess);
}

TEST(StrokeOrder, sortsLongSurnamesByTheirFirstCharacter) {
    expectOrder({u"丁云"_s, u"司马光"_s, u"欧小明"_s, u"欧阳明"_s, u"欧阳少东"_s, u"洪少东"_s},
                strokeLess);
}

TEST(StrokeOrder, keepsSurnamesWithTheSameStrokesApart) {
    // 土 and 士 are both 横竖横: neither may stand among the other.
    expectOrder({u"土一"_s, u"土丰"_s, u"士一"_s, u"士丰"_s}, strokeLess);
}

TEST(StrokeOrder, putsWhatIsUnknownLast) {
    expectOrder({u"丁一"_s, u"魏一"_s, u"John"_s}, strokeLess);
    EXPECT_TRUE(strokeKey(u"").isEmpty());
    EXPECT_EQ(strokeKey(u" 万\u3000杰"), strokeKey(u"万杰"));
    EXPECT_EQ(strokeKey(u"买买提.艾力"), strokeKey(u"买买提·艾力"));
}

TEST(PinyinOrder, readsSurnamesAsSurnames) {
    // 曾 zeng before 张 zhang (ceng would be first), 单 shan, 仇 qiu, 朴 piao, 区 ou, 尉迟 yuchi
    expectOrder({u"陈一"_s, u"盖一"_s, u"区一"_s, u"朴一"_s, u"仇一"_s, u"单一"_s, u"解一"_s,
                 u"尉迟一"_s, u"乐一"_s, u"曾一"_s, u"查一"_s, u"张一"_s},
                pinyinLess);
}

TEST(PinyinOrder, keepsTheSameSurnameTogether) {
    // All li: by tone 黎 2, 李 3, 厉 4; the given name decides only within one surname.
    expectOrder({u"黎安"_s, u"黎云"_s, u"李安"_s, u"李安云"_s, u"李云"_s, u"厉安"_s}, pinyinLess);
    expectOrder({u"李安"_s, u"连一"_s}, pinyinLess); // li an before lian
}
