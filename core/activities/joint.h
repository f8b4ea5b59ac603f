#pragma once
// What several branches hold together is one record; each of them has it.

#include "core/activities/kinds.h"
#include "core/activities/queries.h"
#include "core/people/organisation_tree.h"

namespace baolei {

/// Whether several branches may hold it as one: not what depends on how many of one branch came,
/// nor what its committee or a group holds.
bool mayBeJoint(const ActivityKind& kind);

/// Who may hold something together with `branch`: the other branches below its highest committee
/// that is not above too many to choose from. In the order of the tree.
Result<QList<OrganisationNode>> neighboursOf(const Reader& reader, Id<Organisation> branch);

QList<Id<Organisation>> idsOf(const QList<OrganisationNode>& nodes);
/// The organisations of these keys; those that are gone are left out.
Result<QList<OrganisationNode>> nodesOf(const Reader& reader, const QList<Id<Organisation>>& ids);

/// The record as `branch` has it among its papers: of what several held together, its own people
/// only, and counted anew. What it held alone stays as it is.
Result<Activity> shareOf(const Reader& reader, const Activity& activity, Id<Organisation> branch);

} // namespace baolei
