#pragma once
// What the dialog starts from: the record or the beginnings of one, and which organisations may
// hold it.

#include "core/activities/compliance.h"
#include "ui/activities/record_dialog.h"
#include "ui/activities/record_source.h"

namespace baolei {

struct RecordSetup {
    TownRules rules;
    QList<Organisation> branches; ///< to choose from; one, mostly
    QList<Organisation> groups; ///< of all of them
    Organisation branch;
    Organisation holder; ///< the branch or one of its groups
    ActivityKind kind;
    QDate day;
    QDate today;
    std::optional<ActivityRecord> opened; ///< the record to change

    const ActivityKind* kindOf(const QString& id) const;
    /// The groups of the branch, where `of` is held by groups and there are some; else the branch.
    QList<Organisation> holders(const ActivityKind& of) const;
};

/// Refuses what is not there, a damaged record, and a scope with too many branches to choose from.
Result<RecordSetup> recordSetup(const Store& store, const RecordStart& start);

} // namespace baolei
