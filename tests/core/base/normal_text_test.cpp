#include "core/base/normal_text.h"

#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
QString of(std::initializer_list<char16_t> units) {
    return QString(reinterpret_cast<const QChar*>(units.begin()), qsizetype(units.size()));
}
}

TEST(NormalText, leavesWhatPeopleWriteAsItIs) {
    for (const QString& text :
         {u"王强，西荡村党支部（一）"_s, u"䶮㛃𬭚"_s, u"👨‍👩‍👧👍🏽"_s,
          u"葛\U000e0100"_s, u"مرحبا שלום"_s, u"=1+1"_s, u"一\n二\t三"_s, u"é"_s, u"a\u00a0b"_s,
          u""_s, u"<b>%1</b>"_s, u"می\u200cخواهم"_s})
        EXPECT_EQ(normalText(text), text) << text.toStdString();
}

TEST(NormalText, writesLineEndsInOneWay) {
    EXPECT_EQ(normalText(u"a\r\nb\rc\u2028d\u2029e\vf\fg\u0085h"_s), u"a\nb\nc\nd\ne\nf\ng\nh"_s);
    EXPECT_EQ(normalLine(u"a\r\nb\tc"_s), u"a b c"_s);
}

TEST(NormalText, leavesOutWhatCannotBeSeen) {
    EXPECT_EQ(normalText(of({u'a', 0, 1, 0x1b, 0x7f, 0x9b, u'b'})), u"ab"_s);
    EXPECT_EQ(normalText(u"\ufeff王\u200b强\u2060\u00ad"_s), u"王强"_s);
    EXPECT_EQ(normalText(u"王\u202e强\u202c\u2066李\u2069\u200e\u200f\u061c"_s), u"王强李"_s);
    EXPECT_EQ(normalText(of({u'a', 0xfffe, 0xffff, 0xfdd0, u'b'})), u"ab"_s);
    EXPECT_EQ(normalText(u"a\U0001ffffb"_s), u"ab"_s);
}

TEST(NormalText, showsHalfASurrogatePair) {
    EXPECT_EQ(normalText(of({u'a', 0xd86c})), u"a\ufffd"_s);
    EXPECT_EQ(normalText(of({0xdeda, u'a'})), u"\ufffda"_s);
    EXPECT_EQ(normalText(of({0xd86c, 0xd86c, 0xdeda})), u"\ufffd\U0002b2da"_s);
}

TEST(NormalText, isItsOwnNormalForm) {
    for (char16_t c = 1; c != 0; ++c) {
        const QString once = normalText(QString(QChar(c)) + u"x\r"_s);
        ASSERT_EQ(normalText(once), once) << int(c);
    }
}

TEST(NormalText, neverHalvesACharacter) {
    EXPECT_EQ(startOf(u"王𬭚"_s, 3), u"王𬭚"_s);
    EXPECT_EQ(startOf(u"王𬭚强"_s, 2), u"王"_s);
    EXPECT_EQ(startOf(u"王强"_s, 1), u"王"_s);
    EXPECT_EQ(startOf(u"𬭚"_s, 0), u""_s);
}
