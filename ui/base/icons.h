#pragma once
// One set of line icons (resources/icons/*.svg, 20 px), coloured by the palette when drawn, so that
// they follow the shade and the state of their button.

#include "ui/base/theme.h"

#include <QIcon>

namespace baolei {

/// `icon(u"home"_s)` draws resources/icons/home.svg; an unknown name gives an empty icon.
QIcon icon(const QString& name, Tone tone = Tone::Text);

} // namespace baolei
