// A table of the window as pages.

#include "core/forms/table_document.h"

#include "tests/support/support.h"

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
TableSheet sheetOf(int rows, const QStringList& heads, const QString& text) {
    TableSheet sheet{u"组织生活矩阵"_s, u"共 %1 行"_s.arg(rows), heads, {}};
    for (int row = 0; row < rows; ++row) {
        QStringList texts{QString::number(row + 1)};
        while (texts.size() < heads.size())
            texts.append(text);
        sheet.rows.append(texts);
    }
    return sheet;
}
}

TEST(TableDocument, isUprightWhereThereIsRoomAndAcrossElsewhere) {
    const Fonts fonts;
    const auto narrow = tableDocument(sheetOf(3, {u"序号"_s, u"姓名"_s}, u"王强"_s), fonts);
    ASSERT_TRUE(ok(narrow));
    ASSERT_EQ(narrow->pages.size(), 1);
    EXPECT_EQ(narrow->pages.first().size, QSizeF(210, 297));
    const QString text = plainText(narrow->pages.first());
    EXPECT_TRUE(text.contains(u"组织生活矩阵"_s));
    EXPECT_TRUE(text.contains(u"共 3 行"_s));
    EXPECT_EQ(text.count(u"王强"_s), 3);
    const QStringList many{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
    const auto wide = tableDocument(sheetOf(3, many, u"一段很长的内容说明这件事"_s), fonts);
    ASSERT_TRUE(ok(wide));
    EXPECT_EQ(wide->pages.first().size, QSizeF(297, 210));
}

TEST(TableDocument, losesNoRowOverManyPagesAndRepeatsTheHeads) {
    const Fonts fonts;
    const auto document = tableDocument(sheetOf(200, {u"序号"_s, u"姓名"_s}, u"王强"_s), fonts);
    ASSERT_TRUE(ok(document));
    ASSERT_GT(document->pages.size(), 3);
    qsizetype found = 0;
    for (const PaperPage& page : document->pages) {
        const QString text = plainText(page);
        found += text.count(u"王强"_s);
        EXPECT_TRUE(text.contains(u"序号"_s));
    }
    EXPECT_EQ(found, 200);
}

TEST(TableDocument, takesTextsAsTheyAre) {
    const Fonts fonts;
    const auto document
        = tableDocument(sheetOf(1, {u"序号"_s, u"<名>{x}"_s}, u"a<b> & {name}"_s), fonts);
    ASSERT_TRUE(ok(document));
    const QString text = plainText(document->pages.first());
    EXPECT_TRUE(text.contains(u"a<b> & {name}"_s)) << text.toStdString();
    EXPECT_TRUE(text.contains(u"<名>｛x｝"_s)) << text.toStdString();
}

TEST(TableDocument, ofNothingIsAPageWithItsHeads) {
    const Fonts fonts;
    const auto document = tableDocument(sheetOf(0, {u"序号"_s, u"姓名"_s}, {}), fonts);
    ASSERT_TRUE(ok(document));
    EXPECT_EQ(document->pages.size(), 1);
}
