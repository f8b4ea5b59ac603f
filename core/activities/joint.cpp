#include "core/activities/joint.h"

#include "core/people/queries.h"

#include <algorithm>

namespace baolei {

namespace {
constexpr qsizetype kMostNeighbours = 400; // a list that is looked through by eye and initials

OrganisationNode nodeOf(const Organisation& organisation) {
    return {organisation.id, organisation.parentId, organisation.shortName, organisation.type,
            organisation.position};
}

QList<OrganisationNode> branchesUnder(const QList<OrganisationNode>& all, Id<Organisation> root) {
    QList<OrganisationNode> branches = namesUnder(all, root);
    branches.removeIf([](const OrganisationNode& each) { return !holdsMembers(each.type); });
    return branches;
}

// Also of those who have left since: they were there.
Result<QSet<Uuid>> everybodyOf(const Reader& reader, Id<Organisation> holder) {
    QSet<Uuid> people;
    const auto done = reader.each(
        "SELECT id FROM person WHERE branch_id = :holder OR group_id = :holder",
        {{":holder", holder}}, [&](const Row& row) { people.insert(row.as<Uuid>(0)); });
    if (!done) return fail(done.error());
    return people;
}
}

bool mayBeJoint(const ActivityKind& kind) {
    return kind.quorum == Quorum::None
        && (kind.attends == Attends::Members || kind.attends == Attends::Chosen);
}

Result<QList<OrganisationNode>> neighboursOf(const Reader& reader, Id<Organisation> branch) {
    const auto all = organisationNames(reader);
    if (!all) return fail(all.error());
    QHash<Id<Organisation>, Id<Organisation>> parents;
    for (const OrganisationNode& each : *all)
        parents.insert(each.id, each.parentId);
    QList<OrganisationNode> neighbours;
    for (auto above = parents.value(branch); !above.isNull(); above = parents.value(above)) {
        QList<OrganisationNode> wider = branchesUnder(*all, above);
        if (wider.size() > kMostNeighbours && !neighbours.isEmpty()) break;
        neighbours = std::move(wider);
    }
    neighbours.removeIf([branch](const OrganisationNode& each) { return each.id == branch; });
    return neighbours;
}

QList<Id<Organisation>> idsOf(const QList<OrganisationNode>& nodes) {
    QList<Id<Organisation>> ids;
    for (const OrganisationNode& each : nodes)
        ids.append(each.id);
    return ids;
}

Result<QList<OrganisationNode>> nodesOf(const Reader& reader, const QList<Id<Organisation>>& ids) {
    QList<OrganisationNode> nodes;
    for (const Id<Organisation> id : ids) {
        const auto found = reader.find(id);
        if (!found) return fail(found.error());
        if (*found) nodes.append(nodeOf(**found));
    }
    return nodes;
}

Result<Activity> shareOf(const Reader& reader, const Activity& activity, Id<Organisation> branch) {
    if (activity.joint.isEmpty()) return activity;
    auto record = unpack(activity);
    if (!record) return fail(record.error());
    const auto own = everybodyOf(reader, branch);
    if (!own) return fail(own.error());
    // Whoever belongs to none of them any more is told of where the record was written.
    QSet<Uuid> others;
    bool isWriter = true;
    for (const Id<Organisation> joined : jointIn(activity.joint)) {
        const auto people = everybodyOf(reader, joined);
        if (!people) return fail(people.error());
        others.unite(*people);
        isWriter = isWriter && joined != branch;
    }
    record->attendance.removeIf([&](const Attendee& each) {
        if (own->contains(each.person)) return false;
        return !isWriter || others.contains(each.person);
    });
    return pack(*record);
}

} // namespace baolei
