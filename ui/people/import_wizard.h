#pragma once
// 导入花名册: choose the file, say which column is what, say which branch is meant, look at what
// would happen, do it. Nothing is written before the last step, and then as one operation.

#include "core/people/roster_import.h"
#include "ui/base/navigator.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// Asks from the file to the result; comes back when the dialog is closed.
void importRoster(QWidget* parent, Store& store, Navigator& navigator);

} // namespace baolei
