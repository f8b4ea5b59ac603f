#include "ui/window/undo_state.h"

#include "core/store/history.h"

#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

// "撤销：记录会议" names the step in the same words as its button.
QString plainLabel(const OperationInfo& operation) {
    static const QRegularExpression prefix(u"^(撤销|重做)："_s);
    const bool isStep = operation.key == "undo" || operation.key == "redo";
    return isStep ? QString(operation.label).remove(prefix) : operation.label;
}

Result<UndoState> undoState(const Store& store) {
    const auto newest = operations(store.reader());
    if (!newest) return fail(newest.error());
    UndoState state;
    if (!newest->isEmpty()) state.savedAt = newest->first().wallTime;
    state.isReadOnly = store.isReadOnly();
    if (state.isReadOnly) return state;
    bool isSomethingNew = false; // an ordinary operation closes the way to redo
    for (const OperationInfo& each : *newest) {
        if (each.replica != store.replica()) continue;
        if (each.reverts.isNull()) isSomethingNew = true;
        if (each.isReverted || each.key == kCreateStore.key) continue;
        if (each.key != "undo") {
            if (!state.undoLabel.isEmpty()) continue;
            state.undoLabel = plainLabel(each);
            state.undoRecords = each.lines;
        } else if (state.redoLabel.isEmpty() && !isSomethingNew) {
            state.redoLabel = plainLabel(each);
            state.redoRecords = each.lines;
        }
        if (!state.undoLabel.isEmpty() && (isSomethingNew || !state.redoLabel.isEmpty())) break;
    }
    return state;
}

} // namespace baolei
