#include "core/forms/painter.h"

#include "core/pictures/picture.h"

#include <QGlyphRun>
#include <QPainter>
#include <QSet>

namespace baolei {

namespace {

class LinePainter {
public:
    LinePainter(QPainter& painter, const Fonts& fonts, qreal scale, DrawnGlyphs* drawn)
        : m_painter(painter)
        , m_fonts(fonts)
        , m_scale(scale)
        , m_drawn(drawn) { }

    void draw(const TextBlock& block, const TextLine& line, QPointF origin) {
        const qreal em = block.size * kMillimetresPerPoint * m_scale;
        QPointF at = (origin + line.at) * m_scale;
        const QStringView text = QStringView(block.text).mid(line.start, line.length);
        int face = -1;
        for (qsizetype i = 0; i < text.size();) {
            const char32_t c = nextCharacter(text, i);
            const Glyph& glyph = m_fonts.glyph(block.role, c);
            if (glyph.face < 0) continue;
            if (glyph.face != face) flush(face, em);
            face = glyph.face;
            m_indexes.append(glyph.index);
            m_positions.append(at);
            at.rx() += glyph.advance * em;
            if (m_drawn) m_drawn->note(glyph, c);
        }
        flush(face, em);
    }

private:
    void flush(int face, qreal em) {
        if (face >= 0 && !m_indexes.isEmpty()) {
            QGlyphRun run;
            run.setRawFont(m_fonts.face(face, em));
            run.setRawData(m_indexes.constData(), m_positions.constData(), int(m_indexes.size()));
            m_painter.drawGlyphRun(QPointF(), run);
        }
        m_indexes.clear();
        m_positions.clear();
    }

    QPainter& m_painter;
    const Fonts& m_fonts;
    qreal m_scale;
    DrawnGlyphs* m_drawn;
    QList<quint32> m_indexes;
    QList<QPointF> m_positions;
};

constexpr qreal kEdge = 0.1; // millimetres
constexpr qreal kFinest = 8; // dots per millimetre that printed photos show: 200 dpi

// Whole, right above its words, no finer than paper shows it. A scan of white paper needs an edge.
void drawPicture(QPainter& painter, const TextBlock& block, QPointF origin, qreal scale) {
    const QRectF box = block.pictureRect.translated(origin);
    const QImage image = shownPicture(block.picture, (box.size() * qMin(scale, kFinest)).toSize());
    if (image.isNull()) return;
    const QSizeF size = QSizeF(image.size()).scaled(box.size(), Qt::KeepAspectRatio);
    const QPointF corner(box.center().x() - size.width() / 2, box.bottom() - size.height());
    const QRectF place(corner * scale, size * scale);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, image);
    painter.setPen(QPen(Qt::gray, kEdge * scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(place);
    painter.setPen(Qt::black);
}
}

void DrawnGlyphs::note(const Glyph& glyph, char32_t character) {
    Face* face = nullptr;
    for (Face& known : m_faces)
        if (known.number == glyph.face) face = &known;
    if (!face) {
        m_faces.append({glyph.face, {}, {}});
        face = &m_faces.last();
    }
    if (face->glyphs.contains(glyph.index)) return;
    face->glyphs.insert(glyph.index);
    face->characters.append(character);
}

void paintPage(QPainter& painter, const PaperPage& page, const Fonts& fonts,
               qreal dotsPerMillimetre, DrawnGlyphs* drawn) {
    LinePainter text(painter, fonts, dotsPerMillimetre, drawn);
    QPen pen(Qt::black);
    pen.setCapStyle(Qt::SquareCap); // corners close
    for (const RuledLine& ruled : page.lines) {
        pen.setWidthF(ruled.width * dotsPerMillimetre);
        pen.setStyle(ruled.isCut ? Qt::DashLine : Qt::SolidLine);
        painter.setPen(pen);
        const QLineF line = ruled.line.translated(page.origin);
        painter.drawLine(line.p1() * dotsPerMillimetre, line.p2() * dotsPerMillimetre);
    }
    painter.setPen(Qt::black);
    for (const QList<TextBlock>* blocks : {&page.blocks, &page.noteBlocks})
        for (const TextBlock& block : *blocks) {
            if (!block.picture.isEmpty())
                drawPicture(painter, block, page.origin, dotsPerMillimetre);
            for (const TextLine& line : block.lines)
                text.draw(block, line, page.origin);
        }
}

} // namespace baolei
