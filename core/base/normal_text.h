#pragma once
// The form in which every text is kept, wherever it came from: what cannot be seen, cannot be
// printed or would show another text than the one that stands there is left out. Text in this form
// comes back as it was from every file that we write and read.

#include <QString>

namespace baolei {

/// Line ends of every kind as \n; control characters, marks that turn the direction of writing
/// (U+202E would show a name backwards), other invisible marks and non-characters gone; half a
/// surrogate pair as U+FFFD, so that it is seen. Joiners and variation selectors stay: emoji and
/// rare characters are made of them.
QString normalText(const QString& text);

/// The same on one line: line ends and tabs as spaces.
QString normalLine(const QString& text);

/// As much of the start of `text` as `units` of UTF-16 hold, never half a character.
QString startOf(const QString& text, qsizetype units);

} // namespace baolei
