#pragma once
// What the next undo and redo would do, by the same rule as Store::undo and Store::redo.

#include "core/store/store.h"

namespace baolei {

struct UndoState {
    QString undoLabel; ///< empty: nothing to take back
    QString redoLabel; ///< empty: nothing to do again
    qint64 undoRecords = 0; ///< that the step would write
    qint64 redoRecords = 0;
    QDateTime savedAt; ///< of the newest operation, UTC
    bool isReadOnly = false; ///< nothing is taken back or done again
};

/// The label of what was taken back or done again, however often it went to and fro.
QString plainLabel(const OperationInfo& operation);

Result<UndoState> undoState(const Store& store);

} // namespace baolei
