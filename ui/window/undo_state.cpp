#include "ui/window/undo_state.h"

#include "core/store/history.h"

#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// "撤销:记录会议" names the step in the same words as its button.
QString withoutPrefix(const QString& label) {
    static const QRegularExpression prefix(u"^(撤销|重做)[:\uff1a]"_s);
    return QString(label).remove(prefix);
}
}

Result<UndoState> undoState(const Store& store) {
    const auto newest = operations(store.reader());
    if (!newest) return fail(newest.error());
    UndoState state;
    if (!newest->isEmpty()) state.savedAt = newest->first().wallTime;
    bool isSomethingNew = false; // an ordinary operation closes the way to redo
    for (const OperationInfo& each : *newest) {
        if (each.replica != store.replica()) continue;
        if (each.reverts.isNull()) isSomethingNew = true;
        if (each.isReverted) continue;
        if (each.key == "undo") {
            if (state.redoLabel.isEmpty() && !isSomethingNew)
                state.redoLabel = withoutPrefix(each.label);
            continue;
        }
        if (each.key == kCreateStore.key) continue;
        state.undoLabel = each.key == "redo" ? withoutPrefix(each.label) : each.label;
        break;
    }
    return state;
}

} // namespace baolei
