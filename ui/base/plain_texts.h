#pragma once
// Texts of people are shown and taken as they are, in every widget of the program.

#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace baolei {

/// From here on no label and no tool tip guesses that a name with <b> in it is markup (a label that
/// wants markup says so by its format), and no line cuts what is pasted into it: what is too long
/// is refused in words when it is saved.
void takeTextsAsTheyAre(QApplication& app);

/// `text` for a button or a menu, where a single & would be taken for the mark of a key.
QString onButton(QString text);

} // namespace baolei
