#pragma once
// What the steps of the import share: each shows a part of it and changes it.

#include "core/people/roster_import.h"
#include "ui/people/import_look.h"

#include <memory>

namespace baolei {

/// Forgets a plan on a thread: that of a city is 300,000 rows. Ask no more of it.
void letGo(std::shared_ptr<const ImportPlan> plan);

struct ImportState {
    RosterLook look;
    QStringList fields; ///< of each column, as chosen on the screen
    ImportOptions options;
    std::shared_ptr<const ImportPlan> plan; ///< null: not read yet
    bool isPlanStale = false; ///< something was decided that it does not know of
    QList<Organisation> organisations; ///< that may hold members
    bool isTouched = false; ///< a person decided something that closing would lose

    void touch() { isTouched = isPlanStale = true; }
};

} // namespace baolei
