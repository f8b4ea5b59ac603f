// Ballots: copies on sheets that are cut up.

#include "core/forms/form_reader.h"
#include "core/forms/layout.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
class Slips : public testing::Test {
protected:
    Result<Document> ballots(int candidates, int copies) {
        const auto form = loadForm(candidates > 0 ? u"election-ballot"_s : u"ballot"_s, *m_fields);
        if (!form) return fail(form.error());
        return layOut(*form, sampleVote(candidates, copies), m_fonts);
    }
    static int count(const PaperPage& page, const QString& text) {
        int found = 0;
        for (const TextBlock& block : page.blocks)
            found += block.text == text;
        return found;
    }
    const Result<FieldCatalogue> m_fields = fieldCatalogue();
    const Fonts m_fonts;
};
const QString kTitle = u"表 决 票"_s;
}

TEST_F(Slips, areAsManyAsThereAreBallots) {
    const QList<std::pair<int, int>> table{{1, 1}, {6, 1}, {7, 2}, {40, 7}};
    for (const auto& [copies, sheets] : table) {
        const auto document = ballots(0, copies);
        ASSERT_TRUE(ok(document));
        ASSERT_EQ(document->pages.size(), sheets) << copies;
        int found = 0;
        for (const PaperPage& page : document->pages) {
            EXPECT_EQ(page.size, QSizeF(210, 297));
            EXPECT_EQ(page.number, 0); // nobody shall know whose ballot it was
            found += count(page, kTitle);
        }
        EXPECT_EQ(found, copies);
    }
}

TEST_F(Slips, keepOffTheLinesAlongWhichTheyAreCut) {
    const auto document = ballots(0, 6);
    ASSERT_TRUE(ok(document));
    const PaperPage& page = document->pages.first();
    int cuts = 0;
    for (const RuledLine& cut : page.lines) {
        if (!cut.isCut) continue;
        ++cuts;
        const bool isUpright = cut.line.x1() == cut.line.x2();
        EXPECT_TRUE(isUpright ? cut.line.x1() == 105 : cut.line.y1() == 99 || cut.line.y1() == 198);
        for (const TextBlock& block : page.blocks) {
            const QRectF rect = block.rect.translated(page.origin);
            const bool isCrossed = isUpright
                ? rect.left() < cut.line.x1() && rect.right() > cut.line.x1()
                : rect.top() < cut.line.y1() && rect.bottom() > cut.line.y1();
            EXPECT_FALSE(isCrossed) << block.text.toStdString();
        }
    }
    EXPECT_EQ(cuts, 3);
}

TEST_F(Slips, growWithTheCandidatesAndAreRefusedWhenNoSheetHoldsThem) {
    const auto few = ballots(4, 4);
    const auto many = ballots(12, 4);
    ASSERT_TRUE(ok(few) && ok(many));
    EXPECT_EQ(few->pages.size(), 1); // four to a sheet
    EXPECT_EQ(many->pages.size(), 2); // two to a sheet
    EXPECT_EQ(count(many->pages.first(), sampleName(11)), 2);
    const auto hopeless = ballots(60, 4);
    ASSERT_FALSE(hopeless);
    EXPECT_EQ(hopeless.error().code, ErrorCode::Refused);
}

TEST_F(Slips, haveToBeOfOneWidth) {
    const QByteArray good
        = "<form id=\"x\" title=\"x\" slips=\"2x3 2x2\" copies=\"vote.ballots\" binding=\"8\""
          " margins=\"8\"><text>x</text></form>";
    EXPECT_TRUE(ok(readForm(good, u"x.form.xml"_s, *m_fields)));
    for (const auto& [from, to] : {std::pair<QByteArray, QByteArray>{"2x2", "1x2"},
                                   {"2x2", "2x0"},
                                   {" copies=\"vote.ballots\"", ""},
                                   {"vote.ballots", "vote.ballot"}}) {
        QByteArray bad = good;
        bad.replace(from, to);
        EXPECT_FALSE(readForm(bad, u"x.form.xml"_s, *m_fields)) << to.constData();
    }
}
