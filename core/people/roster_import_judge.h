#pragma once
// Judges rows one after the other: is this person on the books already, may the row be taken, what
// would change. Remembers the rows before, so that each number is taken once.

#include "core/people/roster_import_branches.h"
#include "core/people/roster_import_row.h"

#include <QSet>

namespace baolei {

class RosterJudge {
public:
    RosterJudge(const Reader& reader, ImportBranches& branches, ImportPlan& plan,
                const RosterRowReader& columns);
    /// Asks the store whether it holds anyone at all.
    Result<void> begin(bool mergeLikely);
    /// Adds one row to the plan. `branch`: as written in the row or above it.
    Result<void> judge(int row, const RowFacts& facts, const QString& branch);

private:
    /// Somebody of the store who may be the row's person.
    struct Found {
        std::optional<Person> person;
        bool byName = false;
        Reasons reasons = 0;
    };
    Result<Found> find(const RowFacts& facts, int branch);
    Result<Found> findByName(const RowFacts& facts, int branch);
    Result<void> indexNames();
    Id<Organisation> idOf(int branch) const;
    size_t identity(const Person& person, int branch) const;
    Reasons branchReasons(int branch) const;
    Reasons repeated(const RowFacts& facts, const Found& found, int branch) const;
    Result<void> take(PlannedRow& planned, const RowFacts& facts, Found& found, Person person);
    Result<bool> packChanges(PlannedRow& planned, const RowFacts& facts, const Person& before,
                             const Person& after);
    Result<QStringList> newPosts(const Person& person, const QStringList& posts, int branch) const;
    void tell(const PlannedRow& planned, const Person& person, const Column& column,
              const QString& before, const QString& after);

    const Reader& m_reader;
    ImportBranches& m_branches;
    ImportPlan& m_plan;
    bool m_hasStage = false;
    bool m_hasJoined = false;
    bool m_storeHasPeople = false;
    bool m_mergeLikely = false;
    bool m_isIndexed = false;
    QSet<quint64> m_numbers; ///< of rows taken
    QSet<size_t> m_identities; ///< of rows taken
    QSet<Id<Person>> m_claimed; ///< people of the store whom a row was taken for
    QMultiHash<size_t, Uuid> m_byName; ///< people of the store by name and branch
};

/// Everything that `facts` fills, put onto `person`.
Person merged(Person person, const RowFacts& facts);

/// A cell in words: the name of a code, 是 or 否, a date as it is written.
QString shownCell(const Column& column, const Value& value);

} // namespace baolei
