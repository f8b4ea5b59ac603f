#include "core/people/cell_text.h"
#include "core/people/codes.h"
#include "tests/support/support.h"

#include <QSet>

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(Codes, acceptCodeNameAndAlias) {
    for (const QString& text :
         {u"01"_s, u"1"_s, u"汉"_s, u"汉族"_s, u" 汉 族 "_s, u"01汉族"_s, u"01-汉族"_s})
        EXPECT_EQ(codeFor(u"ethnicity", text), u"01"_s) << text.toStdString();
    for (const QString& text : {u"大专"_s, u"大学专科"_s, u"专科"_s, u"31"_s})
        EXPECT_EQ(codeFor(u"education", text), u"31"_s) << text.toStdString();
    for (const QString& text : {u"本科"_s, u"大学"_s, u"大学本科"_s, u"大学本科毕业"_s})
        EXPECT_EQ(codeFor(u"education", text), u"21"_s) << text.toStdString();
    EXPECT_EQ(codeFor(u"education", u"高中"), codeFor(u"education", u"普通高中"));
    EXPECT_EQ(codeFor(u"education", u"中专"), codeFor(u"education", u"中等专科"));
    EXPECT_EQ(codeFor(u"education", u"省(区、市)委党校大专"), u"3p"_s);
    EXPECT_EQ(codeFor(u"education", u"省（区，市）委党校大专"), u"3p"_s);
    EXPECT_EQ(codeFor(u"sex", u"男"), u"1"_s);
    EXPECT_EQ(codeFor(u"sex", u"女性"), u"2"_s);
    EXPECT_EQ(codeFor(u"category", u"预备党员"), u"probationary"_s);
    EXPECT_EQ(codeFor(u"category", u"正式"), u"full"_s);
    EXPECT_EQ(codeFor(u"job", u"外出务工经商人员"), u"113"_s);
    EXPECT_EQ(codeFor(u"leave_kind", u"病故"), u"4"_s);
    EXPECT_EQ(codeFor(u"post", u"村委会主任"), u"village_director"_s);
    EXPECT_EQ(codeFor(u"political", u"3"), u"03"_s);
}

TEST(Codes, refuseWhatTheyDoNotKnow) {
    EXPECT_EQ(codeFor(u"sex", u"男女"), std::nullopt);
    EXPECT_EQ(codeFor(u"sex", u""), std::nullopt);
    EXPECT_EQ(codeFor(u"sex", u"7"), std::nullopt);
    EXPECT_EQ(codeFor(u"ethnicity", u"01回族"), std::nullopt); // code and name disagree
    EXPECT_EQ(codeFor(u"no_such_table", u"男"), std::nullopt);
}

TEST(Codes, giveNamesAndHideNothing) {
    EXPECT_EQ(nameOf(u"ethnicity", u"56"), u"基诺族"_s);
    EXPECT_EQ(nameOf(u"education", u"21"), u"大学"_s);
    EXPECT_EQ(nameOf(u"education", u"ZZ"), u"ZZ"_s);
    EXPECT_EQ(nameOf(u"no_such_table", u"1"), u"1"_s);
    EXPECT_EQ(nameOf(u"sex", u""), QString());
}

TEST(Codes, everyTableIsSoundAndReadsItsOwnNames) {
    EXPECT_GE(codeTables().size(), 16);
    for (const CodeTable& table : codeTables()) {
        QSet<QString> codes;
        EXPECT_FALSE(table.title.isEmpty() || table.source.isEmpty()) << table.id.toStdString();
        EXPECT_FALSE(table.codes.isEmpty()) << table.id.toStdString();
        for (const Code& code : table.codes) {
            EXPECT_FALSE(codes.contains(code.code)) << code.code.toStdString();
            codes.insert(code.code);
            EXPECT_EQ(codeFor(table.id, code.code), code.code) << table.id.toStdString();
            EXPECT_EQ(codeFor(table.id, code.name), code.code) << code.name.toStdString();
            for (const QString& alias : code.aliases)
                EXPECT_EQ(codeFor(table.id, alias), code.code) << alias.toStdString();
            EXPECT_EQ(nameOf(table.id, code.code), code.name);
        }
    }
    EXPECT_EQ(codesOf(u"ethnicity").size(), 58);
}

TEST(Codes, knowEveryWordOfTheSampleRosters) {
    for (const QString& word : {u"研究生"_s, u"大学本科"_s, u"大学"_s, u"大专"_s, u"省委党校大专"_s,
                                u"中专"_s, u"高中"_s, u"普通高中"_s, u"初中"_s, u"小学"_s})
        EXPECT_TRUE(codeFor(u"education", word)) << word.toStdString();
    for (const QString& word : {u"自由职业人员"_s, u"大学生村官"_s, u"个体工商户从业人员"_s,
                                u"外出务工经商人员"_s, u"乡村医生"_s, u"农牧渔业生产人员"_s,
                                u"其他农牧渔民"_s, u"社区工作人员"_s, u"退休人员"_s})
        EXPECT_TRUE(codeFor(u"job", word)) << word.toStdString();
}

TEST(CellText, readsYesAndNo) {
    for (const QString& text : {u"是"_s, u" 有 "_s, u"√"_s, u"1"_s, u"y"_s, u"Ｙ"_s, u"TRUE"_s})
        EXPECT_EQ(readYesNo(text), true) << text.toStdString();
    for (const QString& text : {u"否"_s, u"无"_s, u"×"_s, u"0"_s, u"不是"_s})
        EXPECT_EQ(readYesNo(text), false) << text.toStdString();
    EXPECT_EQ(readYesNo(u""), std::nullopt);
    EXPECT_EQ(readYesNo(u"也许"), std::nullopt);
}
