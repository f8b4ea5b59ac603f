#pragma once
// Which branch of the store, or which new one, a roster means by what it writes.

#include "core/people/organisation_names.h"
#include "core/people/roster_import.h"

namespace baolei {

class ImportBranches {
public:
    static Result<ImportBranches> load(const Reader& reader, const QString& town,
                                       const QHash<QString, BranchChoice>& choices);

    /// Index into planned() for a branch as written; -1 where it names none.
    int branchFor(const QString& written);
    /// Index into groups() for a group of a branch; -1 where it names none.
    int groupFor(const QString& written, int branch);
    /// Counts a row that is taken.
    void count(int branch) { ++m_planned[branch].rows; }

    const QList<PlannedBranch>& planned() const { return m_planned; }
    const QList<PlannedGroup>& groups() const { return m_groups; }
    /// Short name of an organisation of the store.
    QString nameOf(Id<Organisation> id) const { return m_names.value(id); }

private:
    explicit ImportBranches(QString town, QHash<QString, BranchChoice> choices)
        : m_town(std::move(town))
        , m_choices(std::move(choices))
        , m_matcher(m_town, {}) { }
    int chosen(const QString& written, const BranchChoice& choice);
    int matched(const QString& written);
    int refusedBranch(const QString& written);
    int proposed(const QString& fullName, const QString& shortName, const QString& type);
    int plannedFor(qsizetype known);
    qsizetype know(const Organisation& organisation);

    QString m_town;
    QHash<QString, BranchChoice> m_choices;
    OrganisationMatcher m_matcher;
    QList<Organisation> m_known; ///< in the matcher's order
    QHash<Id<Organisation>, QString> m_names;
    QHash<Id<Organisation>, qsizetype> m_positions; ///< of those of the store, in m_known
    QList<Organisation> m_storeGroups;
    QHash<qsizetype, int> m_plannedOf; ///< by position in m_known
    QHash<QString, int> m_spellings;
    QList<PlannedBranch> m_planned;
    QList<PlannedGroup> m_groups;
    QHash<QString, int> m_groupSpellings;
    Id<Organisation> m_parent; ///< of new branches: the town's committee
    int m_position = 0;
};

} // namespace baolei
