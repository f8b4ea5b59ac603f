#pragma once
// Mends how a PDF written by Qt gives its text back. Qt 6 looks up a glyph's character in the basic
// plane from below and so finds the radical ⼀ before the character 一, and none beyond it
// (𬭚): searching and copying would fail. What was really drawn is known, and is added to the
// file as an incremental update. Inside core/forms only.

#include "core/forms/painter.h"

#include <QByteArray>

namespace baolei {

/// What to append to `pdf` so that its text reads as drawn; empty when it is not as expected.
QByteArray textMapUpdate(const QByteArray& pdf, const DrawnGlyphs& drawn);

} // namespace baolei
