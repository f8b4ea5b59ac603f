#include "core/people/organisation_tree.h"

#include <QSet>
#include <algorithm>

namespace baolei {

namespace {
class Tree {
public:
    explicit Tree(const QList<OrganisationNode>& all)
        : m_all(all) {
        QSet<Id<Organisation>> known;
        for (const OrganisationNode& each : all)
            known.insert(each.id);
        for (const OrganisationNode& each : all) {
            // A child of a dissolved parent stands at the top rather than nowhere.
            const bool isTop = !known.contains(each.parentId);
            m_children[isTop ? Id<Organisation>{} : each.parentId].append(&each);
        }
    }

    QList<OrganisationNode> under(Id<Organisation> root) {
        for (const OrganisationNode& each : m_all)
            if (each.id == root) m_ordered.append(each);
        appendBelow(root);
        return std::move(m_ordered);
    }

private:
    void appendBelow(Id<Organisation> parent) {
        auto siblings = m_children.take(parent);
        std::sort(siblings.begin(), siblings.end(), [](const auto* a, const auto* b) {
            return std::tie(a->position, a->id) < std::tie(b->position, b->id);
        });
        for (const OrganisationNode* each : std::as_const(siblings)) {
            m_ordered.append(*each);
            appendBelow(each->id);
        }
    }

    const QList<OrganisationNode>& m_all;
    QHash<Id<Organisation>, QList<const OrganisationNode*>> m_children;
    QList<OrganisationNode> m_ordered;
};
}

Result<QList<OrganisationNode>> organisationNames(const Reader& reader) {
    QList<OrganisationNode> all;
    const auto done
        = reader.each("SELECT id, parent_id, short_name, type, position"
                      "  FROM live_organisation WHERE dissolved_on IS NULL",
                      {}, [&](const Row& row) {
                          all.append({row.as<Id<Organisation>>(0), row.as<Id<Organisation>>(1),
                                      row.text(2), row.text(3), int(row.integer(4))});
                      });
    if (!done) return fail(done.error());
    return all;
}

QList<OrganisationNode> namesUnder(const QList<OrganisationNode>& all, Id<Organisation> root) {
    return Tree(all).under(root);
}

} // namespace baolei
