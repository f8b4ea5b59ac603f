#include "core/names/name_keys.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(NameKeys, giveFullPinyinAndInitials) {
    const NameKeys keys = nameKeys(u"张建明");
    EXPECT_EQ(keys.pinyin, (QStringList{u"zhangjianming"_s}));
    EXPECT_EQ(keys.initials, (QStringList{u"zjm"_s}));
}

TEST(NameKeys, matchTheSurnameAndThePlainReading) {
    const NameKeys keys = nameKeys(u"单建国");
    EXPECT_EQ(keys.pinyin, (QStringList{u"shanjianguo"_s, u"danjianguo"_s}));
    EXPECT_EQ(keys.initials, (QStringList{u"sjg"_s, u"djg"_s}));
    const NameKeys happy = nameKeys(u"乐云");
    EXPECT_EQ(happy.pinyin, (QStringList{u"yueyun"_s, u"leyun"_s}));
    const NameKeys four = nameKeys(u"覃云");
    EXPECT_EQ(four.pinyin, (QStringList{u"qinyun"_s, u"tanyun"_s}));
}

TEST(NameKeys, readSurnamesOfTwoCharacters) {
    EXPECT_EQ(nameKeys(u"尉迟恭").pinyin.first(), u"yuchigong"_s);
    EXPECT_TRUE(nameKeys(u"尉迟恭").pinyin.contains(u"weichigong"_s));
    EXPECT_EQ(nameKeys(u"万俟云").pinyin.first(), u"moqiyun"_s);
    EXPECT_TRUE(nameKeys(u"长孙云").initials.contains(u"zsy"_s));
    EXPECT_TRUE(nameKeys(u"长孙云").initials.contains(u"csy"_s));
}

TEST(NameKeys, keepCommonReadingsOfGivenNames) {
    const QStringList keys = nameKeys(u"王行").pinyin;
    EXPECT_EQ(keys.first(), u"wangxing"_s);
    EXPECT_TRUE(keys.contains(u"wanghang"_s));
    EXPECT_LE(nameKeys(u"单行乐重长行").pinyin.size(), kMostReadings);
    EXPECT_EQ(nameKeys(u"单行乐重长行").pinyin.first().left(8), u"shanxing"_s);
}

TEST(NameKeys, takeWartsRareCharactersAndOtherScripts) {
    EXPECT_EQ(nameKeys(u" 万\u3000杰").pinyin, (QStringList{u"wanjie"_s}));
    EXPECT_EQ(nameKeys(u"王𬭚").pinyin.first(), u"wangchun"_s);
    EXPECT_EQ(nameKeys(u"刘䶮").initials, (QStringList{u"ly"_s}));
    EXPECT_EQ(nameKeys(u"吕云").pinyin.first(), u"lvyun"_s);
    EXPECT_EQ(nameKeys(u"买买提•艾力").pinyin.first(), u"maimaitiaili"_s);
    EXPECT_EQ(nameKeys(u"John Smith").pinyin.first(), u"johnsmith"_s);
    EXPECT_EQ(nameKeys(u""), NameKeys());
}

TEST(NameKeys, readWhatIsTyped) {
    EXPECT_EQ(pinyinQuery(u"Zhang Jian"), u"zhangjian"_s);
    EXPECT_EQ(pinyinQuery(u"lü"), u"lv"_s);
    EXPECT_EQ(pinyinQuery(u"Ｚｊｍ"), u"zjm"_s);
    EXPECT_EQ(pinyinQuery(u"xi'an"), u"xian"_s);
    EXPECT_EQ(pinyinQuery(u"张"), QString());
    EXPECT_EQ(pinyinQuery(u"zhang1"), QString());
    EXPECT_TRUE(matchesKeys(nameKeys(u"单建国"), u"danji"));
    EXPECT_TRUE(matchesKeys(nameKeys(u"单建国"), u"sjg"));
    EXPECT_FALSE(matchesKeys(nameKeys(u"单建国"), u"jg"));
    EXPECT_FALSE(matchesKeys(nameKeys(u"单建国"), u""));
}
