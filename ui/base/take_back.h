#pragma once
// Undo, redo and taking back one step of the history: an entry at once, an import of thousands on a
// thread, with progress and a way to stop.

#include "core/store/store.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// `records`: how many the step will write. `done` is called on the window's thread.
void takeBack(QWidget* parent, qint64 records,
              std::function<Result<OperationInfo>(const Store::WorkProgress&)> step,
              std::function<void(const Result<OperationInfo>&)> done);

} // namespace baolei
