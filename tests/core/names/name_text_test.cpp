#include "core/names/name_text.h"
#include "core/names/surnames.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(NameText, loosesEverySpaceInAHanName) {
    EXPECT_EQ(cleanName(u"万\u3000杰"), u"万杰"_s);
    EXPECT_EQ(cleanName(u" 贺英杰"), u"贺英杰"_s);
    EXPECT_EQ(cleanName(u"\u00a0张 \u2003三\t\r\n"), u"张三"_s);
    EXPECT_EQ(cleanName(u"李\u200b四\ufeff\u202c"), u"李四"_s);
    EXPECT_EQ(cleanName(u" \u3000 "), QString());
    EXPECT_EQ(cleanName(u""), QString());
}

TEST(NameText, keepsOneSpaceBetweenLatinWords) {
    EXPECT_EQ(cleanName(u"  John \u3000 Smith "), u"John Smith"_s);
}

TEST(NameText, unifiesTheDotOfMinorityNames) {
    for (const QString& dot : {u"·"_s, u"•"_s, u"・"_s, u"."_s, u"．"_s, u"‧"_s, u" · "_s})
        EXPECT_EQ(cleanName(u"买买提"_s + dot + u"艾力"_s), u"买买提·艾力"_s);
    EXPECT_EQ(cleanName(u"J.Smith"), u"J.Smith"_s);
    EXPECT_EQ(cleanName(u"张三."), u"张三."_s); // a dot at the end joins nothing
}

TEST(NameText, givesTheCharacterThatIsMeant) {
    EXPECT_EQ(cleanName(u"刘\ue863"), u"刘䶮"_s); // private code of old fonts
    EXPECT_EQ(cleanName(u"⽅红"), u"方红"_s); // U+2F45, a Kangxi radical, as PDF readers give it
    EXPECT_EQ(cleanName(u"\uf9f4"), u"林"_s);
    EXPECT_EQ(cleanName(u"葛\U000e0100"), u"葛"_s); // variation selector
}

TEST(NameText, keepsRareCharactersWhole) {
    EXPECT_EQ(cleanName(u"王 𬭚"), u"王𬭚"_s);
    EXPECT_EQ(cleanName(u"𬭚·䶮").size(), 4);
    EXPECT_TRUE(isHanName(u"王𬭚"));
    EXPECT_FALSE(isHanName(u"王A"));
    EXPECT_FALSE(isHanName(u""));
}

TEST(Surnames, areSplitOff) {
    EXPECT_EQ(splitName(u"张三"), (SplitName{u"张"_s, u"三"_s}));
    EXPECT_EQ(splitName(u"欧阳少东"), (SplitName{u"欧阳"_s, u"少东"_s}));
    EXPECT_EQ(splitName(u"欧阳"), (SplitName{u"欧"_s, u"阳"_s}));
    EXPECT_EQ(splitName(u"司马光"), (SplitName{u"司马"_s, u"光"_s}));
    EXPECT_EQ(splitName(u"\U00020000明"), (SplitName{u"\U00020000"_s, u"明"_s}));
    EXPECT_EQ(splitName(u"买买提·艾力"), (SplitName{{}, u"买买提·艾力"_s}));
    EXPECT_EQ(splitName(u"John Smith"), (SplitName{{}, u"John Smith"_s}));
    EXPECT_EQ(splitName(u""), SplitName());
}

TEST(Surnames, readTheirOwnWay) {
    const QHash<QString, QString> expected{
        {u"单"_s, u"shan"_s}, {u"曾"_s, u"zeng"_s}, {u"仇"_s, u"qiu"_s},  {u"解"_s, u"xie"_s},
        {u"朴"_s, u"piao"_s}, {u"区"_s, u"ou"_s},   {u"查"_s, u"zha"_s},  {u"盖"_s, u"ge"_s},
        {u"华"_s, u"hua"_s},  {u"任"_s, u"ren"_s},  {u"翟"_s, u"zhai"_s}, {u"覃"_s, u"qin"_s},
        {u"缪"_s, u"miao"_s}, {u"乐"_s, u"yue"_s},  {u"员"_s, u"yun"_s},  {u"洗"_s, u"xian"_s}};
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        ASSERT_FALSE(surnameReadings(it.key()).isEmpty()) << it.key().toStdString();
        EXPECT_EQ(surnameReadings(it.key()).first().first().letters, it.value());
    }
    EXPECT_EQ(surnameReadings(u"尉迟").first(), (QList<Reading>{{u"yu"_s, 4}, {u"chi"_s, 2}}));
    EXPECT_EQ(surnameReadings(u"万俟").first(), (QList<Reading>{{u"mo"_s, 4}, {u"qi"_s, 2}}));
    EXPECT_EQ(surnameReadings(u"长孙").first(), (QList<Reading>{{u"zhang"_s, 3}, {u"sun"_s, 1}}));
    EXPECT_TRUE(surnameReadings(u"张").isEmpty());
}
