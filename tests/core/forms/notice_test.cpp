// The notice of a meeting measured against GB/T 9704-2012 (rulebook 12).

#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr qreal kPitch = 225.0 / 22; // 22 lines fill the text area
constexpr qreal kNear = 0.01;

// Characters of one width, so that they can be counted.
FormData longAgenda() {
    FormData data = sampleNotice(41, 1);
    data.values[u"notice.agenda"_s] = QString(28 * 40, u'会');
    return data;
}

Result<Document> notice(int items) {
    const auto fields = fieldCatalogue();
    const auto form = loadForm(u"notice"_s, *fields);
    if (!form) return fail(form.error());
    const Fonts fonts;
    return layOut(*form, sampleNotice(41, items), fonts);
}

/// Lines of the body, as they stand below one another.
QList<TextBlock> bodyOf(const PaperPage& page) {
    QList<TextBlock> body;
    for (const TextBlock& block : page.blocks)
        if (block.role == FontRole::Body && qAbs(block.size - 15.75) < kNear
            && !block.lines.isEmpty())
            body.append(block);
    return body;
}
}

TEST(Notice, hasTheTextAreaOfTheStandard) {
    const auto document = notice(1);
    ASSERT_TRUE(ok(document));
    ASSERT_EQ(document->pages.size(), 1);
    const PaperPage& page = document->pages.first();
    EXPECT_EQ(page.size, QSizeF(210, 297));
    EXPECT_EQ(textArea(page), QSizeF(156, 225));
    EXPECT_EQ(page.origin, QPointF(28, 37)); // 订口, 天头
}

TEST(Notice, has22LinesOf28CharactersOnAPage) {
    const auto document = notice(12);
    ASSERT_TRUE(ok(document));
    ASSERT_GE(document->pages.size(), 2);
    for (const PaperPage& page : document->pages)
        for (const TextBlock& block : bodyOf(page)) {
            for (qsizetype i = 1; i < block.lines.size(); ++i)
                EXPECT_NEAR(block.lines[i].at.y() - block.lines[i - 1].at.y(), kPitch, kNear);
            EXPECT_LE(block.lines.last().at.y(), 225);
        }
    // A page of nothing but text.
    const auto fields = fieldCatalogue();
    auto form = loadForm(u"notice"_s, *fields);
    ASSERT_TRUE(ok(form));
    form->blocks.removeIf([](const FormBlock& block) {
        return block.kind != FormBlock::Kind::Paragraph || block.when.name.isEmpty()
            || block.text.role != FontRole::Body;
    });
    const Fonts fonts;
    const auto text = layOut(*form, longAgenda(), fonts);
    ASSERT_TRUE(ok(text));
    ASSERT_EQ(text->pages.first().blocks.size(), 1);
    const QList<TextLine>& lines = text->pages.first().blocks.first().lines;
    ASSERT_EQ(lines.size(), 22);
    for (const TextLine& line : lines)
        EXPECT_EQ(line.length, 28);
}

TEST(Notice, hasItsPageNumberSevenMillimetresBelow) {
    const auto document = notice(1);
    ASSERT_TRUE(ok(document));
    const QList<TextBlock>& notes = document->pages.first().noteBlocks;
    ASSERT_EQ(notes.size(), 1);
    EXPECT_EQ(notes.first().text, u"— 1 —"_s);
    EXPECT_EQ(notes.first().size, 14);
    // The dash stands a third of an em above the baseline.
    const qreal em = 14 * kMillimetresPerPoint;
    EXPECT_NEAR(notes.first().lines.first().at.y() - em / 3, 225 + 7, 1);
}
