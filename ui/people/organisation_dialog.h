#pragma once
// Adds, changes, dissolves and removes an organisation.

#include "core/people/commands.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

struct OrganisationDialogContext {
    Store& store;
    QList<Organisation> organisations;
    QString town;
    QWidget* parent;
};

/// Adds (null id) or changes one; its id when saved.
std::optional<Id<Organisation>> editOrganisation(const OrganisationDialogContext& context,
                                                 const Organisation& organisation);
/// Asks for the day.
bool askDissolve(const OrganisationDialogContext& context, const Organisation& organisation);

} // namespace baolei
