#pragma once
// 记一次会: records what was held, or changes the record of it.

#include "core/activities/commands.h"
#include "core/activities/unsaved.h"
#include "core/plans/plan_item.h"
#include "ui/base/navigator.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

class Store;

/// What is known when somebody sets out to record.
struct RecordStart {
    Id<Organisation> organisation; ///< a branch or a group; others let choose one below them
    QString kind = {}; ///< empty: the first kind
    QDate day = {}; ///< null: today
    Id<Activity> activity = {}; ///< to change; null: a new record
    PlanItem planned = {}; ///< that the record will fulfil; its id null: none is meant
    std::optional<UnsavedEntry> unsaved = {}; ///< to go on with; it says all of the above
    std::optional<ActivityRecord> begun = {}; ///< a new record that is written in part; so does it
};

/// Asks, saves and says in one line what the entry has produced. True when something was saved.
/// Where an entry of the same kind was not saved the last time, offers to go on with that one.
bool recordActivity(QWidget* parent, Store& store, Navigator& navigator, RecordStart start);

} // namespace baolei
