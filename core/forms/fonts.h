#pragma once
// The type faces of official papers and their stand-ins, resolved once. Measuring goes by code
// point over unhinted outlines and so does drawing: lines break alike on screen, printer and PDF.
// Belongs to the thread that made it.

#include "core/forms/document.h"

#include <QRawFont>
#include <memory>
#include <set>

namespace baolei {

struct Glyph {
    quint32 index = 0;
    int face = -1; ///< number of the face that has the character
    qreal advance = 0; ///< in em
};

class Fonts {
public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// The glyph for a character in a role; faces further down the chain fill the gaps.
    const Glyph& glyph(FontRole role, char32_t character) const;
    /// Width of one line in em.
    qreal width(FontRole role, QStringView text) const;
    /// A face at a size in pixels, cached.
    const QRawFont& face(int number, qreal pixelSize) const;
    /// Name of the family that a role came out at.
    QString family(FontRole role) const;
    QString faceName(int number) const;
    /// Characters that no installed font has; 〓 was put in their place.
    const std::set<char32_t>& missing() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The next character of `text` at `position`, which moves behind it.
inline char32_t nextCharacter(QStringView text, qsizetype& position) {
    const QChar first = text[position++];
    if (first.isHighSurrogate() && position < text.size() && text[position].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[position++]);
    return first.unicode();
}

} // namespace baolei
