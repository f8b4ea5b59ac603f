#pragma once
// Chinese line breaking and the fitting of text into a box. Widths in em, so that a result holds
// for every type size.

#include "core/forms/fonts.h"

namespace baolei {

struct BrokenLine {
    qsizetype start = 0;
    qsizetype length = 0;
    qreal width = 0; ///< em
};

/// Lines no wider than `width`: Chinese breaks anywhere, but no closing mark begins a line and no
/// opening one ends it; Latin words and figures stay whole where they can.
QList<BrokenLine> brokenLines(const Fonts& fonts, FontRole role, QStringView text, qreal width);

struct FittedText {
    qreal size = 0; ///< points
    QList<BrokenLine> lines;
};

/// The largest type size, down to 70 %, at which `text` fits a room in millimetres; if there is
/// none, 85 % and as many lines as it takes: the row has to grow.
FittedText fittedText(const Fonts& fonts, FontRole role, QStringView text, qreal size,
                      qreal leading, QSizeF room);

} // namespace baolei
