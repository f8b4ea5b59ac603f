#pragma once
// The only code that draws pages: the same on screen, on the printer and into a PDF.

#include "core/forms/fonts.h"

#include <QList>
#include <QSet>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace baolei {

/// Which characters were drawn with which face, in order of first use: a PDF needs it to give the
/// text back, since one glyph may stand for several characters (一 and the radical ⼀).
class DrawnGlyphs {
public:
    struct Face {
        int number = 0;
        QList<char32_t> characters; ///< by order of first use of their glyphs
        QSet<quint32> glyphs;
    };
    void note(const Glyph& glyph, char32_t character);
    const QList<Face>& faces() const { return m_faces; }

private:
    QList<Face> m_faces;
};

/// Draws a page with its top left corner at the painter's origin. `dotsPerMillimetre` is the scale
/// of the painter's units: dpi / 25.4, times the zoom of a preview.
void paintPage(QPainter& painter, const PaperPage& page, const Fonts& fonts,
               qreal dotsPerMillimetre, DrawnGlyphs* drawn = nullptr);

} // namespace baolei
