#include "core/forms/form_file.h"

#include "core/forms/slips.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};
}

PaperForm FormFile::read() {
    PaperForm form;
    if (!m_xml.readNextStartElement() || m_xml.name() != "form"_L1) {
        complain(m_xml, Text::tr("最外层应是 <form>"));
        return form;
    }
    readHead(form);
    while (m_xml.readNextStartElement())
        readBlock(form);
    return form;
}

void FormFile::readHead(PaperForm& form) {
    FormAttributes a(m_xml);
    form.id = a.text(u"id"_s);
    form.title = a.text(u"title"_s);
    form.source = a.text(u"source"_s);
    form.paper
        = a.choice<QSizeF>(u"paper"_s, {210, 297},
                           {{u"A3"_s, {297, 420}}, {u"A4"_s, {210, 297}}, {u"A5"_s, {148, 210}}});
    if (a.choice<bool>(u"orientation"_s, false, {{u"portrait"_s, false}, {u"landscape"_s, true}}))
        form.paper.transpose();
    form.margins.binding = a.number(u"binding"_s, 25, 0, 100);
    QList<qreal> margins = a.numbers(u"margins"_s);
    if (margins.isEmpty()) margins = {15};
    if (margins.size() == 1) margins = {margins[0], margins[0], margins[0]};
    if (margins.size() != 3)
        complain(m_xml, Text::tr("margins 应为一个数，或上、外侧、下三个数"));
    else
        form.margins = {form.margins.binding, margins[1], margins[0], margins[2], false};
    form.margins.boundAtTop
        = a.choice<bool>(u"bound"_s, false, {{u"side"_s, false}, {u"top"_s, true}});
    form.forDisclosure = a.yes(u"disclosure"_s, false);
    form.isCounted = a.yes(u"counted"_s, true);
    form.each = a.choice<FormEach>(u"each"_s, FormEach::Once,
                                   {{u"member"_s, FormEach::Member},
                                    {u"month"_s, FormEach::Month},
                                    {u"meeting"_s, FormEach::Meeting},
                                    {u"vote"_s, FormEach::Vote},
                                    {u"attachments"_s, FormEach::Attachments},
                                    {u"town"_s, FormEach::Town}});
    form.only = a.list(u"only"_s);
    readSlips(a, form);
    a.refuseOthers();
    if (form.id.isEmpty()) complain(m_xml, Text::tr("<form> 缺属性 id"));
    if (form.title.isEmpty()) complain(m_xml, Text::tr("<form> 缺属性 title"));
    m_words.setForDisclosure(form.forDisclosure);
}

// All have the same width, for which the columns of the form are made.
void FormFile::readSlips(FormAttributes& a, PaperForm& form) {
    for (const QString& word : a.list(u"slips"_s)) {
        const QSize slips(word.section(u'x', 0, 0).toInt(), word.section(u'x', 1).toInt());
        const bool isFirst = form.slips.isEmpty();
        if (slips.isEmpty() || (!isFirst && slips.width() != form.slips[0].width()))
            complain(m_xml, Text::tr("slips 里的“%1”不对，应像 2x4 2x3，第一个数都一样").arg(word));
        form.slips.append(slips);
    }
    form.copies = a.text(u"copies"_s);
    if (form.slips.isEmpty() != form.copies.isEmpty())
        complain(m_xml, Text::tr("slips 要和 copies 一起用"));
    if (form.slips.isEmpty() || m_xml.hasError()) return;
    m_words.binding(form.copies, {});
    form.sheet = form.paper;
    form.paper = slipSize(form, form.slips[0]);
}

void FormFile::readBlock(PaperForm& form) {
    const QString element = name();
    if (element == u"header"_s || element == u"footer"_s)
        return readNotes(form, element == u"header"_s);
    FormBlock block;
    block.width = textArea(form).width();
    if (element == u"title"_s || element == u"text"_s)
        readText(block, element == u"title"_s);
    else if (element == u"space"_s)
        readSpace(block);
    else if (element == u"grid"_s)
        readGrid(block, textArea(form).width());
    else if (element == u"table"_s)
        readTable(block, textArea(form).width());
    else if (element == u"page-break"_s) {
        FormAttributes(m_xml).refuseOthers();
        block.kind = FormBlock::Kind::NewPage;
        expectEmpty();
    } else {
        return refuseElement(u"title、text、space、grid、table、page-break、header、footer"_s);
    }
    form.blocks.append(block);
}

void FormFile::readText(FormBlock& block, bool isTitle) {
    block.kind = isTitle ? FormBlock::Kind::Title : FormBlock::Kind::Paragraph;
    FormAttributes a(m_xml);
    FormCell& text = block.text;
    text.role = a.choice(u"role"_s, isTitle ? FontRole::Title : FontRole::Body, roleWords());
    text.size = a.number(u"size"_s, isTitle ? 18 : 12, 5, 100);
    text.align = a.choice(u"align"_s, isTitle ? Align::Center : Align::Left, alignWords());
    text.leading = a.number(u"leading"_s, 1.4, 1, 4);
    text.indent = a.number(u"indent"_s, 0, 0, 20);
    text.border = Border::None;
    block.before = a.number(u"before"_s, 0, 0, 300);
    block.after = a.number(u"after"_s, isTitle ? 3 : 1, 0, 300);
    block.repeats = a.yes(u"repeat"_s, isTitle);
    block.when = m_words.condition(a.text(u"if"_s));
    a.refuseOthers();
    text.text = m_words.parts(content(), {});
}

void FormFile::readSpace(FormBlock& block) {
    block.kind = FormBlock::Kind::Space;
    FormAttributes a(m_xml);
    block.height = a.number(u"height"_s, 0, 0, 400);
    block.fillsPage = a.choice<bool>(u"fill"_s, false, {{u"page"_s, true}});
    block.when = m_words.condition(a.text(u"if"_s));
    a.refuseOthers();
    expectEmpty();
}

void FormFile::readColumns(FormAttributes& a, FormBlock& block, qreal area) {
    block.width = a.number(u"width"_s, area, 10, 1000);
    m_defaults.labelSize = a.number(u"label-size"_s, 12, 5, 100);
    m_defaults.fieldSize = a.number(u"size"_s, 12, 5, 100);
    m_defaults.border = a.choice(u"border"_s, Border::Box, borderWords());
    block.when = m_words.condition(a.text(u"if"_s));
    qreal sum = 0;
    qsizetype star = -1;
    for (const QString& word : a.list(u"columns"_s)) {
        bool isNumber = false;
        const qreal column = word.toDouble(&isNumber);
        if (word == u"+"_s && block.acrossAt < 0) {
            block.acrossAt = block.columns.size();
            continue;
        }
        if (word == u"*"_s && star < 0)
            star = block.columns.size();
        else if (!isNumber || column <= 0)
            complain(m_xml, Text::tr("columns 里的“%1”不对，应是大于 0 的数").arg(word));
        block.columns.append(column);
        sum += column;
    }
    if (block.columns.isEmpty()) complain(m_xml, Text::tr("<%1> 缺属性 columns").arg(name()));
    if (block.width > area + 0.01)
        complain(m_xml, Text::tr("宽 %1 毫米，纸面只有 %2 毫米").arg(block.width).arg(area));
    const bool isOpen = star >= 0 || block.acrossAt >= 0;
    if (isOpen ? sum >= block.width : qAbs(sum - block.width) > 0.01)
        complain(m_xml, Text::tr("各栏合计 %1 毫米，应为 %2 毫米").arg(sum).arg(block.width));
    if (star >= 0) block.columns[star] = block.width - sum;
}

void FormFile::readGrid(FormBlock& block, qreal area) {
    block.kind = FormBlock::Kind::Grid;
    FormAttributes a(m_xml);
    readColumns(a, block, area);
    block.text.align = a.choice(u"align"_s, Align::Center, alignWords());
    a.refuseOthers();
    while (m_xml.readNextStartElement()) {
        if (name() != u"row"_s) return refuseElement(u"row"_s);
        block.rows.append(readRow({}, FormRow::Kind::Fixed));
    }
    checkSpans(block.rows, block);
}

void FormFile::readTable(FormBlock& block, qreal area) {
    block.kind = FormBlock::Kind::Table;
    FormAttributes a(m_xml);
    readColumns(a, block, area);
    block.each = a.text(u"each"_s);
    block.fillsPage = a.choice<bool>(u"fill"_s, false, {{u"page"_s, true}});
    block.minRows = a.count(u"min-rows"_s, 0, 0, 200);
    block.across = a.text(u"across"_s);
    block.marks = a.text(u"marks"_s);
    block.acrossWidth = a.number(u"across-width"_s, 10, 3, 200);
    a.refuseOthers();
    m_words.list(block.each);
    if (!block.across.isEmpty()) m_words.list(block.across);
    if (block.across.isEmpty() != (block.acrossAt < 0))
        complain(m_xml, Text::tr("across 要和 columns 里的“+”一起用"));
    m_acrossInHead = block.across;
    m_acrossInRow = block.marks.isEmpty() ? QString() : block.each + u'.' + block.marks;
    if (!m_acrossInRow.isEmpty()) m_words.list(m_acrossInRow);
    while (m_xml.readNextStartElement()) {
        if (name() == u"head"_s) {
            FormAttributes(m_xml).refuseOthers();
            while (m_xml.readNextStartElement()) {
                if (name() != u"row"_s) return refuseElement(u"row"_s);
                block.head.append(readRow({}, FormRow::Kind::Fixed));
            }
        } else if (name() == u"row"_s && block.rows.isEmpty()) {
            block.rows.append(readRow({{}, block.each}, FormRow::Kind::Fixed));
        } else {
            return refuseElement(u"head、row"_s);
        }
    }
    if (block.rows.isEmpty()) complain(m_xml, Text::tr("<table> 缺 <row>"));
    checkSpans(block.head, block);
    checkSpans(block.rows, block);
}

void FormFile::readNotes(PaperForm& form, bool atTop) {
    FormAttributes a(m_xml);
    const QList<std::pair<QString, PageNote::Place>> places{{u"left"_s, PageNote::Place::Left},
                                                            {u"center"_s, PageNote::Place::Center},
                                                            {u"right"_s, PageNote::Place::Right},
                                                            {u"outer"_s, PageNote::Place::Outer}};
    for (const auto& [word, place] : places) {
        const QString words = a.text(word);
        if (!words.isEmpty()) form.notes.append({place, atTop, m_words.parts(words, {})});
    }
    a.refuseOthers();
    expectEmpty();
}

} // namespace baolei
