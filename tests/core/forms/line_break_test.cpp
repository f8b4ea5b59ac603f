#include "core/forms/line_break.h"

#include "tests/support/support.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QString& text, qreal width) {
    static const Fonts fonts;
    QStringList lines;
    for (const BrokenLine& line : brokenLines(fonts, FontRole::Body, text, width)) {
        EXPECT_LE(line.width, width + 1e-6);
        lines.append(text.mid(line.start, line.length));
    }
    return lines;
}
}

TEST(LineBreak, putsNoClosingMarkAtALineStart) {
    EXPECT_EQ(linesOf(u"会议开始\uFF0C大家发言。"_s, 4),
              (QStringList{u"会议开"_s, u"始\uFF0C大家"_s, u"发言。"_s}));
    EXPECT_EQ(linesOf(u"第一第二\uFF09。三"_s, 4), (QStringList{u"第一第"_s, u"二\uFF09。三"_s}));
}

TEST(LineBreak, putsNoOpeningMarkAtALineEnd) {
    EXPECT_EQ(linesOf(u"学习《条例》"_s, 3),
              (QStringList{u"学习"_s, u"《条例"_s.left(2), u"例》"_s}));
}

TEST(LineBreak, keepsFiguresAndWordsWhole) {
    EXPECT_EQ(linesOf(u"电话12345678"_s, 5), (QStringList{u"电话"_s, u"12345678"_s}));
    EXPECT_EQ(linesOf(u"ab cd"_s, 1.4), (QStringList{u"ab "_s, u"cd"_s}));
}

TEST(LineBreak, breaksAWordThatIsLongerThanALine) {
    const QStringList lines = linesOf(u"1234567890123456789012345678901234567890"_s, 5);
    EXPECT_GE(lines.size(), 4);
    EXPECT_EQ(lines.join(QString()), u"1234567890123456789012345678901234567890"_s);
}

TEST(LineBreak, keepsEmptyParagraphs) {
    EXPECT_EQ(linesOf(u"一\n\n二"_s, 4), (QStringList{u"一"_s, u""_s, u"二"_s}));
    EXPECT_TRUE(linesOf(QString(), 4).isEmpty());
}

TEST(LineBreak, losesNoCharacter) {
    const QString text
        = u"欧阳𬭚、钟䶮(赵㛃)说:“支部2026年要开4次党员大会……”;¥12.50元——完。abc—def"_s;
    for (int step = 0; step < 28; ++step) {
        const qreal width = 1 + step * 0.7;
        static const Fonts fonts;
        qsizetype at = 0;
        for (const BrokenLine& line : brokenLines(fonts, FontRole::Body, text, width)) {
            EXPECT_EQ(line.start, at) << width;
            at = line.start + line.length;
        }
        EXPECT_EQ(at, text.size()) << width;
    }
}

TEST(FittedText, shrinksThenWrapsThenGrows) {
    const Fonts fonts;
    const QSizeF room(40, 5.2); // nine characters of 12 points on one line
    EXPECT_EQ(fittedText(fonts, FontRole::Body, u"九个字正好放得下啊"_s, 12, 1.2, room).size, 12);
    const FittedText ten
        = fittedText(fonts, FontRole::Body, u"十个字就要缩小一点点"_s, 12, 1.2, room);
    EXPECT_EQ(ten.lines.size(), 1);
    EXPECT_LT(ten.size, 12);
    EXPECT_GT(ten.size, 12 * 0.85);
    const FittedText two = fittedText(fonts, FontRole::Body, u"十六个字放两行要缩小一点点就够了"_s,
                                      12, 1.2, {40, 8.4});
    EXPECT_EQ(two.lines.size(), 2);
    const FittedText grows = fittedText(fonts, FontRole::Body, QString(60, u'长'), 12, 1.2, room);
    EXPECT_GE(grows.size, 12 * 0.7);
    EXPECT_GT(grows.lines.size(), 3);
}

TEST(Fonts, takesTheMainlandFaceAndHasRareCharacters) {
    const Fonts fonts;
    if (!fonts.family(FontRole::Body).contains(u"CJK"_s))
        GTEST_SKIP() << "another font is installed: " << fonts.family(FontRole::Body).toStdString();
    EXPECT_EQ(fonts.family(FontRole::Body), u"Noto Serif CJK SC"_s);
    EXPECT_EQ(fonts.family(FontRole::Title), u"Noto Serif CJK SC"_s);
    EXPECT_EQ(fonts.family(FontRole::Label), u"Noto Sans CJK SC"_s);
    for (const char32_t c : {U'䶮', U'㛃', U'𬭚', U'骨', U'√', U'△', U'×', U'○', U'□', U'☑'})
        for (const FontRole role : {FontRole::Title, FontRole::Label, FontRole::Body})
            EXPECT_NE(fonts.glyph(role, c).index, 0U) << uint(c);
    EXPECT_TRUE(fonts.missing().empty());
    EXPECT_EQ(fonts.glyph(FontRole::Body, U'中').advance, 1.0);
}

TEST(LineBreak, neverPartsWhatIsOneCharacterToAReader) {
    const Fonts fonts;
    const QString text = u"王👨‍👩‍👧李e\u0301强葛\U000e0100👍🏽𬭚"_s;
    for (const qreal width : {1.0, 2.0, 3.0, 4.0}) {
        QString again;
        for (const BrokenLine& line : brokenLines(fonts, FontRole::Body, text, width)) {
            const QString part = text.mid(line.start, line.length);
            const char32_t first = part.toUcs4().value(0);
            EXPECT_FALSE(part.front().isLowSurrogate()) << part.toStdString();
            EXPECT_FALSE(QChar::isMark(first) || first == 0x200d || first == 0x1f3fd);
            EXPECT_NE(part.back(), QChar(0x200d)) << part.toStdString();
            again += part;
        }
        EXPECT_EQ(again, text);
    }
}

TEST(LineBreak, breaksAPrankOfMarksWithoutEnd) {
    const Fonts fonts;
    const QString tones = QString::fromUcs4(U"\U0001F44D\U0001F3FD").repeated(1)
        + QString::fromUcs4(U"\U0001F3FD").repeated(500);
    EXPECT_GT(brokenLines(fonts, FontRole::Body, tones, 5).size(), 10);
}

TEST(Fonts, drawNothingForMarksThatCannotBeSeenAndAMarkForMissingOnes) {
    const Fonts fonts;
    for (const char32_t c : {0x200bU, 0x200dU, 0x202eU, 0x2066U, 0xfe0fU, 0xfeffU, 0xe0100U})
        EXPECT_EQ(fonts.glyph(FontRole::Body, c).advance, 0) << uint(c);
    EXPECT_GT(fonts.glyph(FontRole::Body, U'👍').advance, 0);
    EXPECT_NE(fonts.glyph(FontRole::Body, U'👍').index, 0U);
}

TEST(Fonts, saysWhichCharactersNoFontHas) {
    const Fonts fonts;
    const char32_t nobody = 0x10FFFD; // private use
    EXPECT_NE(fonts.glyph(FontRole::Body, nobody).index, 0U);
    EXPECT_TRUE(fonts.missing().contains(nobody));
}

// What no font of the computer has is shown by a mark, whatever the fonts of the computer are.
TEST(Fonts, answerForEveryBlockOfCharacters) {
    const Fonts fonts;
    for (char32_t c = 0x20; c < 0x110000; c += 0x80)
        if (c < 0xd800 || c > 0xdfff) {
            const Glyph& glyph = fonts.glyph(FontRole::Body, c + 0x2e);
            EXPECT_TRUE(glyph.face >= 0 || glyph.advance == 0) << std::hex << uint(c + 0x2e);
        }
}

} // namespace baolei
