#pragma once
// F1: what each key does, on one page.

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

void showKeyboardHelp(QWidget* parent);

} // namespace baolei
