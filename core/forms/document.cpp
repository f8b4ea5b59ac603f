#include "core/forms/document.h"

#include "core/forms/page_builder.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

FormCell noteStyle(PageNote::Place place, bool isOnLeftSide) {
    FormCell style;
    style.border = Border::None;
    style.role = place == PageNote::Place::Outer ? FontRole::Plain : FontRole::Body;
    style.size = place == PageNote::Place::Outer ? 14 : 10.5; // GB/T 9704-2012: 4号 page numbers
    switch (place) {
    case PageNote::Place::Left:
        style.align = Align::Left;
        break;
    case PageNote::Place::Right:
        style.align = Align::Right;
        break;
    case PageNote::Place::Center:
        style.align = Align::Center;
        break;
    case PageNote::Place::Outer:
        style.align = isOnLeftSide ? Align::Left : Align::Right;
        break;
    }
    return style;
}

void writeNotes(PaperPage& page, const QString& pages, int side, const Fonts& fonts) {
    page.noteBlocks.clear();
    const QSizeF area = textArea(page);
    for (const PageNote& note : page.notes) {
        QString text = note.text;
        text.replace(u"{page}"_s, QString::number(page.number));
        text.replace(u"{pages}"_s, pages);
        PageNote::Place place = note.place;
        FormCell style = noteStyle(place, side % 2 == 0);
        // On a page bound at its top the outer edge is its foot: the middle of it.
        if (page.margins.boundAtTop && place == PageNote::Place::Outer) style.align = Align::Center;
        // The dash of the page number stands 7 mm below the text area.
        const QRectF rect(0, note.atTop ? -9 : area.height() + 3.5, area.width(), 6);
        page.noteBlocks.append(lineBlock(text, style, rect, fonts));
    }
}
}

QSizeF textArea(const PaperPage& page) {
    PaperForm form;
    form.paper = page.size;
    form.margins = page.margins;
    return textArea(form);
}

void numberPages(Document& document, const Fonts& fonts, int firstSide) {
    int number = 0;
    for (PaperPage& page : document.pages)
        page.number = page.counted ? ++number : 0;
    const QString pages = QString::number(number);
    int side = firstSide;
    for (PaperPage& page : document.pages) {
        const bool isFront = side % 2 == 1;
        const PageMargins& m = page.margins;
        if (m.boundAtTop)
            page.origin = {m.outer, isFront ? m.binding : m.bottom};
        else
            page.origin = {isFront ? m.binding : m.outer, m.top};
        writeNotes(page, pages, side, fonts);
        ++side;
    }
}

Document joined(const QList<Document>& parts, const Fonts& fonts) {
    Document whole;
    for (const Document& part : parts) {
        if (whole.title.isEmpty()) whole.title = part.title;
        whole.pages.append(part.pages);
    }
    numberPages(whole, fonts);
    return whole;
}

QString plainText(const PaperPage& page) {
    QStringList texts;
    for (const QList<TextBlock>* blocks : {&page.blocks, &page.noteBlocks})
        for (const TextBlock& block : *blocks) {
            QStringList lines;
            for (const TextLine& line : block.lines)
                lines.append(block.text.mid(line.start, line.length));
            if (!lines.isEmpty()) texts.append(lines.join(u'\n'));
        }
    return texts.join(u'\n');
}

} // namespace baolei
