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
            EXPECT_EQ(placeOf(table.id, code.code), codes.size() - 1) << code.code.toStdString();
            EXPECT_EQ(codeFor(table.id, code.code), code.code) << table.id.toStdString();
            EXPECT_EQ(codeFor(table.id, code.name), code.code) << code.name.toStdString();
            for (const QString& alias : code.aliases)
                EXPECT_EQ(codeFor(table.id, alias), code.code) << alias.toStdString();
            EXPECT_EQ(nameOf(table.id, code.code), code.name);
        }
    }
    EXPECT_EQ(codesOf(u"ethnicity").size(), 58);
    EXPECT_EQ(placeOf(u"ethnicity", u"没有"), -1);
    EXPECT_EQ(placeOf(u"没有", u"01"), -1);
}

TEST(Codes, holdEveryCodeOfTheStandards) {
    const std::pair<QString, QString> tables[]
        = {{u"sex"_s, u"0 1 2 9"_s},
           {u"marital"_s, u"10 20 21 22 23 30 40 90"_s},
           {u"education"_s,
            u"10 11 12 13 14 15 16 17 18 19 20 21 22 23 28 30 31 32 33 40 41 42 43 44"
            u" 45 46 47 48 49 60 61 62 63 70 71 80 81 90"_s},
           {u"political"_s, u"01 02 03 04 05 06 07 08 09 10 11 12 13"_s},
           {u"job"_s,
            u"0 01 011 012 013 014 015 016 0164 02 021 022 023 024 025 0253 1 113 2 3 4 5"_s},
           {u"stratum"_s, u"1 2 3 31 4 41 5 6"_s},
           {u"membership"_s, u"1 10 11 12 13"_s},
           {u"political_exception"_s, u"01 02 11 21 22 31 32 33 34 99"_s},
           {u"join_kind"_s, u"1 11 2 21 3 38"_s},
           {u"leave_kind"_s, u"1 2 22 24 26 3 4"_s},
           {u"organisation_category"_s, u"1 2 3 4 5 6 7 8 9"_s}};
    for (const auto& [table, codes] : tables)
        for (const QString& code : codes.split(u' '))
            EXPECT_EQ(codeFor(table, code), code) << table.toStdString() << code.toStdString();
    // The choices of the national collection of 2017, as the form prints them.
    for (const QString& choice : {u"博士研究生"_s,
                                  u"硕士研究生"_s,
                                  u"硕士生班"_s,
                                  u"中央党校研究生"_s,
                                  u"省（区、市）委党校研究生"_s,
                                  u"大学"_s,
                                  u"大专"_s,
                                  u"大学普通班"_s,
                                  u"第二学士学位班"_s,
                                  u"中央党校大学"_s,
                                  u"省委党校大学"_s,
                                  u"中央党校大专"_s,
                                  u"省委党校大专"_s,
                                  u"中等专科"_s,
                                  u"职业高中"_s,
                                  u"技工学校"_s,
                                  u"普通高中"_s,
                                  u"初中"_s,
                                  u"小学"_s,
                                  u"其他"_s})
        EXPECT_TRUE(codeFor(u"education", choice)) << choice.toStdString();
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
