#include "core/forms/layout.h"

#include "core/forms/form_reader.h"
#include "tests/core/forms/sample_data.h"
#include "tests/support/support.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

const Fonts& fonts() {
    static const Fonts all;
    return all;
}

PaperForm formCalled(const QString& id) {
    const auto fields = fieldCatalogue();
    EXPECT_TRUE(ok(fields));
    const auto form = loadForm(id, *fields);
    EXPECT_TRUE(ok(form));
    return form.value_or(PaperForm());
}

PaperForm formOf(const QString& inside) {
    const QString xml = u"<form id=\"x\" title=\"t\">"_s + inside + u"</form>"_s;
    const auto form = readForm(xml.toUtf8(), u"x"_s, *fieldCatalogue());
    EXPECT_TRUE(ok(form));
    return form.value_or(PaperForm());
}

Document pagesOf(const PaperForm& form, const FormData& data) {
    const auto document = layOut(form, data, fonts());
    EXPECT_TRUE(ok(document));
    return document.value_or(Document());
}

qsizetype countOf(const PaperPage& page, const QString& field) {
    return std::count_if(page.blocks.begin(), page.blocks.end(), [&](const TextBlock& b) {
        return b.field == field && !b.lines.isEmpty();
    });
}

void expectLineInside(const PaperPage& page, const TextBlock& block, const TextLine& line) {
    const qreal em = block.size * kMillimetresPerPoint, slack = 0.02;
    const QString text = block.text.mid(line.start, line.length);
    const qreal width = fonts().width(block.role, QString(text).trimmed()) * em;
    const QRectF r = block.rect;
    const std::string said = page.form.toStdString() + ": " + text.toStdString();
    EXPECT_GE(line.at.x(), r.left() - slack) << said;
    EXPECT_LE(line.at.x() + width, r.right() + slack) << said;
    EXPECT_GE(line.at.y() - 0.88 * em, r.top() - slack) << said;
    EXPECT_LE(line.at.y() + 0.12 * em, r.bottom() + slack) << said;
}

/// Every line of text within its box, every box within the text area, nothing left out.
void expectInside(const Document& document) {
    for (const PaperPage& page : document.pages) {
        const QSizeF area = textArea(page);
        for (const TextBlock& block : page.blocks) {
            EXPECT_GE(block.rect.left(), -0.01);
            EXPECT_LE(block.rect.right(), area.width() + 0.01) << page.form.toStdString();
            EXPECT_LE(block.rect.bottom(), area.height() + 0.01) << block.text.toStdString();
            for (const TextLine& line : block.lines)
                expectLineInside(page, block, line);
        }
    }
}

FormData withLongTexts(FormData data) {
    const auto lengthen = [](FormData& some) {
        for (QVariant& value : some.values)
            if (value.typeId() == QMetaType::QString)
                value = QString(value.toString() + u"、北京12345678(长)"_s).repeated(6);
    };
    lengthen(data);
    for (QList<FormData>& list : data.lists)
        for (FormData& row : list)
            lengthen(row);
    return data;
}
}

TEST(TableLayout, fillsPagesAtEveryCount) {
    const PaperForm roster = formCalled(u"p06"_s);
    const Document empty = pagesOf(roster, sampleBranch(0));
    ASSERT_EQ(empty.pages.size(), 1);
    EXPECT_EQ(countOf(empty.pages[0], u"name"_s), 0);
    const qsizetype full
        = std::count_if(empty.pages[0].blocks.begin(), empty.pages[0].blocks.end(),
                        [](const TextBlock& b) { return b.field == u"row.number"_s; });
    ASSERT_GE(full, 13); // rulebook 12: 13 to 20 rows on a page
    ASSERT_LE(full, 20);
    EXPECT_EQ(pagesOf(roster, sampleBranch(1)).pages.size(), 1);
    EXPECT_EQ(pagesOf(roster, sampleBranch(int(full))).pages.size(), 1);
    const Document more = pagesOf(roster, sampleBranch(int(full) + 1));
    ASSERT_EQ(more.pages.size(), 2);
    EXPECT_EQ(countOf(more.pages[0], u"name"_s), full);
    EXPECT_EQ(countOf(more.pages[1], u"name"_s), 1);
    const Document many = pagesOf(roster, sampleBranch(300));
    EXPECT_EQ(many.pages.size(), (300 + full - 1) / full);
    qsizetype names = 0;
    for (const PaperPage& page : many.pages) {
        names += countOf(page, u"name"_s);
        EXPECT_TRUE(plainText(page).contains(u"工作岗位"_s)); // the head is on every page
    }
    EXPECT_EQ(names, 300);
    expectInside(many);
}

TEST(TableLayout, continuesColumnsFromDataOverPages) {
    const PaperForm form = formCalled(u"p18"_s);
    const Document document = pagesOf(form, sampleAttendance(41, 25));
    expectInside(document);
    qsizetype marks = 0;
    for (const PaperPage& page : document.pages)
        marks += countOf(page, u"mark"_s);
    EXPECT_EQ(marks, 41 * 25);
    EXPECT_EQ(document.pages.size() % 2, 0);
    EXPECT_EQ(pagesOf(form, sampleAttendance(3, 0)).pages.size(), 1);
    EXPECT_EQ(pagesOf(form, sampleAttendance(3, 19)).pages.size(), 1);
    EXPECT_EQ(pagesOf(form, sampleAttendance(3, 20)).pages.size(), 2);
}

TEST(TableLayout, keepsTheTailOfADisclosureSheetOnThePage) {
    const PaperForm form = formCalled(u"meetings-disclosure"_s);
    for (int rows = 0; rows < 40; ++rows) {
        const Document document = pagesOf(form, sampleDisclosure(rows));
        expectInside(document);
        const QString last = plainText(document.pages.last());
        EXPECT_TRUE(last.contains(u"受理电话"_s)) << rows;
        EXPECT_TRUE(last.contains(u"2026年11月2日"_s)) << rows;
        for (const TextBlock& block : document.pages.first().blocks) {
            if (block.lines.isEmpty()) continue;
            EXPECT_GE(block.size, 14) << block.text.toStdString();
        }
    }
}

TEST(GridLayout, flowsMinutesOverPagesAndLosesNothing) {
    const PaperForm form = formCalled(u"p10"_s);
    for (int paragraphs = 0; paragraphs < 60; paragraphs += 1) {
        const FormData data = sampleMeeting(paragraphs);
        const Document document = pagesOf(form, data);
        expectInside(document);
        QString content;
        for (const PaperPage& page : document.pages)
            for (const TextBlock& block : page.blocks)
                if (block.field == u"meeting.content"_s)
                    for (const TextLine& line : block.lines)
                        content += block.text.mid(line.start, line.length);
        content.remove(QChar(0x3000));
        QString expected = data.values.value(u"meeting.content"_s).toString();
        EXPECT_EQ(content, expected.remove(u'\n')) << paragraphs;
        EXPECT_TRUE(plainText(document.pages.last()).contains(u"赞成36票"_s));
        for (qsizetype i = 1; i < document.pages.size(); ++i)
            EXPECT_TRUE(plainText(document.pages[i]).contains(u"接上页"_s));
    }
}

TEST(GridLayout, marksTheEndOfTheMinutesOnly) {
    const PaperForm form = formCalled(u"p10"_s);
    EXPECT_TRUE(plainText(pagesOf(form, sampleMeeting(3)).pages[0]).contains(u"以下空白"_s));
    EXPECT_FALSE(plainText(pagesOf(form, FormData()).pages[0]).contains(u"以下空白"_s));
    const Document two = pagesOf(form, sampleMeeting(16));
    ASSERT_EQ(two.pages.size(), 2);
    EXPECT_FALSE(plainText(two.pages[0]).contains(u"以下空白"_s));
    EXPECT_TRUE(plainText(two.pages[1]).contains(u"以下空白"_s));
}

TEST(GridLayout, growsARowForALongListAndSplitsOneTallerThanAPage) {
    const PaperForm form = formCalled(u"p10"_s);
    FormData data = sampleMeeting(2);
    QStringList names;
    for (int i = 0; i < 900; ++i)
        names.append(sampleName(i));
    data.values[u"meeting.absent"_s] = names;
    const Document document = pagesOf(form, data);
    expectInside(document);
    EXPECT_GE(document.pages.size(), 2);
    QString all;
    for (const PaperPage& page : document.pages)
        for (const TextBlock& block : page.blocks)
            if (block.field == u"meeting.absent"_s)
                for (const TextLine& line : block.lines)
                    all += block.text.mid(line.start, line.length);
    EXPECT_EQ(all, names.join(u'、'));
}

TEST(GridLayout, keepsTextInsideItsBoxHoweverLong) {
    for (const QString& id : formIds()) {
        const PaperForm form = formCalled(id);
        const FormData data = id == u"p18"_s ? sampleAttendance(20, 12)
            : id == u"meetings-disclosure"_s ? sampleDisclosure(5)
            : id >= u"p10"_s                 ? sampleMeeting(4)
                                             : sampleBranch(20);
        expectInside(pagesOf(form, withLongTexts(data)));
        expectInside(pagesOf(form, FormData()));
    }
}

TEST(GridLayout, showsPartsOnlyWhenTheirConditionHolds) {
    const PaperForm form
        = formOf(u"<text if=\"branch.lost\">有失联</text><text if=\"!branch.lost\">无失联</text>"
                 "<text if=\"branch.name=甲\">是甲</text><text if=\"members\">有党员</text>"_s);
    FormData data;
    data.values = {{u"branch.lost"_s, 0}, {u"branch.name"_s, u"甲"_s}};
    EXPECT_EQ(plainText(pagesOf(form, data).pages[0]), u"无失联\n是甲"_s);
    data.values = {{u"branch.lost"_s, 2}, {u"branch.name"_s, u"乙"_s}};
    data.lists[u"members"_s].append(FormData());
    EXPECT_EQ(plainText(pagesOf(form, data).pages[0]), u"有失联\n有党员"_s);
}

TEST(GridLayout, leavesRoomToWriteWhereAValueIsMissing) {
    const Document document = pagesOf(formOf(u"<text>电话:{branch.phone}。</text>"_s), {});
    EXPECT_EQ(plainText(document.pages[0]), u"电话:________。"_s);
}

TEST(GridLayout, linksEachValueToItsFieldAndRecord) {
    const Document document = pagesOf(formCalled(u"p06"_s), sampleBranch(2));
    const auto& blocks = document.pages[0].blocks;
    const auto name = std::find_if(blocks.begin(), blocks.end(), [](const TextBlock& block) {
        return block.text == sampleName(1);
    });
    ASSERT_NE(name, blocks.end());
    EXPECT_EQ(name->field, u"name"_s);
    EXPECT_EQ(name->record, u"person/1"_s);
}

TEST(PageNumbers, runOverTheWholeHandbookAndMirrorTheBinding) {
    const Document cover = pagesOf(formCalled(u"p01"_s), sampleBranch(3));
    const Document roster = pagesOf(formCalled(u"p06"_s), sampleBranch(20));
    const Document meeting = pagesOf(formCalled(u"p10"_s), sampleMeeting(30));
    const Document whole = joined({cover, roster, meeting}, fonts());
    ASSERT_GE(whole.pages.size(), 5);
    EXPECT_EQ(whole.pages[0].number, 0);
    EXPECT_TRUE(whole.pages[0].noteBlocks.isEmpty());
    for (qsizetype i = 1; i < whole.pages.size(); ++i) {
        const PaperPage& page = whole.pages[i];
        EXPECT_EQ(page.number, int(i));
        EXPECT_TRUE(plainText(page).contains(u"— %1 —"_s.arg(i)));
        const bool isFront = i % 2 == 0;
        if (page.margins.boundAtTop)
            EXPECT_EQ(page.origin.y(), isFront ? 25 : 15);
        else
            EXPECT_EQ(page.origin.x(), isFront ? 25 : 15);
    }
    EXPECT_GT(whole.pages[1].size.width(), whole.pages[1].size.height());
    EXPECT_LT(whole.pages[4].size.width(), whole.pages[4].size.height());
}

TEST(GridLayout, refusesMarginsThatLeaveNoRoom) {
    PaperForm form = formCalled(u"p10"_s);
    form.margins.top = 290;
    const auto document = layOut(form, {}, fonts());
    ASSERT_FALSE(document);
    EXPECT_TRUE(document.error().what.contains(u"页边距"_s));
}

} // namespace baolei
