#pragma once
// Puts measured boxes on a page at their final place. Inside core/forms only.

#include "core/forms/row_boxes.h"
#include "core/forms/rulings.h"

namespace baolei {

/// The text block for a box that fills `rect`.
TextBlock placedBlock(const CellBox& box, const QRectF& rect, const Fonts& fonts);
/// One line of words in a rectangle, vertically centred.
TextBlock lineBlock(const QString& text, const FormCell& style, const QRectF& rect,
                    const Fonts& fonts);

class PageBuilder {
public:
    explicit PageBuilder(const Fonts& fonts)
        : m_fonts(fonts) { }
    void start(const PaperPage& blank) { m_page = blank; }
    PaperPage finish();
    void place(const CellBox& box, const QRectF& rect);
    void place(const RowGroup& group, QPointF at, bool isHead);
    void placeLine(const QString& text, const FormCell& style, const QRectF& rect);
    void endFrame() { m_rulings.flush(m_page.lines); }

private:
    void placeEndMark(const CellBox& box, const TextBlock& block);

    const Fonts& m_fonts;
    PaperPage m_page;
    Rulings m_rulings;
};

} // namespace baolei
