#pragma once
// The order of Tab where lines come and go: as the layouts have it, which is as people read it.

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// Chains everything inside `root` that takes the keyboard. Cheap; after each change of lines.
void orderTabs(QWidget* root);

} // namespace baolei
