#include "core/forms/page_builder.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

// Where the baseline lies in the em box of Chinese type; the same for every face on purpose.
constexpr qreal kBaseline = 0.88;

void placeUpright(const CellBox& box, const QRectF& rect, const Fonts& fonts, TextBlock& block) {
    QList<qsizetype> starts;
    for (qsizetype i = 0; i < block.text.size();) {
        starts.append(i);
        nextCharacter(block.text, i);
    }
    if (starts.isEmpty()) return;
    const qreal room = (rect.height() - 2 * kPadY) / qreal(starts.size());
    qreal em = box.size * kMillimetresPerPoint;
    if (room < em * 1.02) em = room / 1.02;
    block.size = em / kMillimetresPerPoint;
    const qreal pitch = qMin(room, em * 2.2);
    qreal y = rect.center().y() - pitch * qreal(starts.size()) / 2;
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const qsizetype end = i + 1 < starts.size() ? starts[i + 1] : block.text.size();
        const qsizetype length = end - starts[i];
        const qreal width
            = fonts.width(block.role, QStringView(block.text).mid(starts[i], length)) * em;
        const qreal baseline = y + pitch / 2 + (kBaseline - 0.5) * em;
        block.lines.append({starts[i], length, {rect.center().x() - width / 2, baseline}});
        y += pitch;
    }
}

qreal lineX(Align align, const QRectF& rect, qreal width, qreal pad) {
    if (align == Align::Left) return rect.left() + pad;
    if (align == Align::Right) return rect.right() - pad - width;
    return rect.center().x() - width / 2;
}
}

TextBlock placedBlock(const CellBox& box, const QRectF& rect, const Fonts& fonts) {
    const FormCell& style = *box.style;
    TextBlock block;
    block.rect = rect;
    block.role = style.role;
    block.size = box.size;
    block.align = style.align;
    block.valign = style.valign;
    block.text = box.content.text;
    block.field = box.content.field;
    block.record = box.content.record;
    block.isNumber = box.content.isNumber;
    block.boxed = style.border == Border::Box;
    block.underlined = style.border == Border::Bottom;
    block.upright = style.vertical;
    if (style.vertical) {
        placeUpright(box, rect, fonts, block);
        return block;
    }
    const qreal em = box.size * kMillimetresPerPoint;
    const qreal height = qreal(box.lines.size()) * box.lineHeight;
    const bool framed = style.border != Border::None;
    qreal top = rect.top() + (framed ? kPadY : 0);
    if (style.valign == VAlign::Middle) top = rect.center().y() - height / 2;
    if (style.valign == VAlign::Bottom) top = rect.bottom() - kPadY - height;
    if (!box.picture.isEmpty()) {
        constexpr qreal m = 1.5; // free around a picture
        block.picture = box.picture;
        block.pictureRect = rect.adjusted(m, m, -m, -m - height);
    }
    block.lines.reserve(box.lines.size());
    for (const BrokenLine& line : box.lines) {
        const qreal x = lineX(style.align, rect, line.width * em, framed ? kPadX : 0);
        const qreal baseline = top + (box.lineHeight - em) / 2 + kBaseline * em;
        block.lines.append({line.start, line.length, {x, baseline}});
        top += box.lineHeight;
    }
    return block;
}

TextBlock lineBlock(const QString& text, const FormCell& style, const QRectF& rect,
                    const Fonts& fonts) {
    CellBox box;
    box.style = &style;
    box.content.text = text;
    box.size = style.size;
    const qreal em = style.size * kMillimetresPerPoint;
    box.lines = brokenLines(fonts, style.role, text, rect.width() / em);
    box.lineHeight = em * style.leading;
    return placedBlock(box, rect, fonts);
}

PaperPage PageBuilder::finish() {
    endFrame();
    return std::exchange(m_page, {});
}

void PageBuilder::place(const CellBox& box, const QRectF& rect) {
    m_page.blocks.append(placedBlock(box, rect, m_fonts));
    m_rulings.add(rect, box.style->border);
    if (box.style->endMark) placeEndMark(box, m_page.blocks.last());
}

// Tells the reader that nothing was added later; left out where the text fills the box.
void PageBuilder::placeEndMark(const CellBox& box, const TextBlock& block) {
    const bool isLast = !box.lines.isEmpty()
        && box.lines.last().start + box.lines.last().length == box.content.text.size();
    if (!isLast || box.style->valign != VAlign::Top) return;
    const qreal top = block.rect.top() + kPadY + qreal(box.lines.size()) * box.lineHeight;
    const QRectF rect(block.rect.left(), top, block.rect.width(), box.lineHeight);
    if (rect.bottom() > block.rect.bottom() - kPadY) return;
    FormCell style = *box.style;
    style.align = Align::Right;
    style.border = Border::Bottom; // for its padding only: no line is ruled here
    style.endMark = false;
    style.valign = VAlign::Middle;
    placeLine(Text::tr("（以下空白）"), style, rect);
    m_page.blocks.last().underlined = false;
}

void PageBuilder::place(const RowGroup& group, QPointF at, bool isHead) {
    qreal y = at.y();
    for (qsizetype r = 0; r < group.rows.size(); ++r) {
        const RowBox& row = group.rows[r];
        for (const CellBox& cell : row.cells) {
            qreal height = 0;
            for (qsizetype i = r; i < qMin(r + cell.rows, group.rows.size()); ++i)
                height += group.rows[i].height;
            const qsizetype block = m_page.blocks.size();
            place(cell, {at.x() + cell.x, y, cell.width, height});
            m_page.blocks[block].isHead = isHead;
        }
        y += row.height;
    }
}

void PageBuilder::placeLine(const QString& text, const FormCell& style, const QRectF& rect) {
    m_page.blocks.append(lineBlock(text, style, rect, m_fonts));
}

} // namespace baolei
