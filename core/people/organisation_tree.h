#pragma once
// The tree of organisations as names only: what lists and matrices of a whole city need at once.

#include "core/people/organisation.h"
#include "core/store/reader.h"

namespace baolei {

struct OrganisationNode {
    Id<Organisation> id;
    Id<Organisation> parentId;
    QString shortName;
    QString type;
    int position = 0;
};

/// All organisations that are not dissolved, in no order.
Result<QList<OrganisationNode>> organisationNames(const Reader& reader);

/// `root` and those of them that are below it, in the order of organisationsUnder; all where `root`
/// is null.
QList<OrganisationNode> namesUnder(const QList<OrganisationNode>& all, Id<Organisation> root);

} // namespace baolei
