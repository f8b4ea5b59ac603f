#pragma once
// Everybody of a store in 32 bytes each: enough to tell who stands in a list, in which order, and
// how many there are of each kind, without reading a person again. A city's 323,200 people are read
// in about a second, on a thread, and take 10 MB; each question is then one pass over them.

#include "core/people/gaps.h"
#include "core/people/outline.h"

#include <functional>
#include <span>

namespace baolei {

/// What is true of a person on the books; somebody who has left is only that.
enum class RosterMark : quint32 {
    Full = 1u << 0,
    Probationary = 1u << 1,
    Development = 1u << 2,
    Activist = 1u << 3,
    Applicant = 1u << 4,
    Floating = 1u << 5,
    Lost = 1u << 6,
    Exempt = 1u << 7,
    Left = 1u << 8,
    FirstGap = 1u << 9, ///< the marks from here on are PersonGaps, in their order
};
constexpr quint32 bit(RosterMark mark) {
    return quint32(mark);
}
constexpr quint32 bit(PersonGap gap) {
    return bit(RosterMark::FirstGap) * quint32(gap);
}

struct RosterEntry {
    Uuid id;
    int branch = -1; ///< place in the outline; -1: none
    int group = -1;
    quint32 marks = 0;
    quint32 rank = 0; ///< in the order that was chosen, see rankBy
};

class RosterIndex {
public:
    using IsWanted = std::function<bool()>; ///< asked now and then; false ends a reading

    static Result<RosterIndex> read(const Reader& reader, QDate today, const IsWanted& isWanted);
    /// The first `limit` people of a scope in the order of the tree: what a list shows until the
    /// whole is there. Its cost does not grow with the store.
    static Result<RosterIndex> readFirst(const Reader& reader, Id<Organisation> scope, QDate today,
                                         qsizetype limit);
    /// Reads these people anew; ids of other records are passed over.
    Result<void> refresh(const Reader& reader, QDate today, const QList<Uuid>& people);

    std::span<const RosterEntry> entries() const { return m_entries; } ///< by id
    int placeOf(const Uuid& person) const; ///< in entries(); -1: not there
    const Outline& outline() const { return *m_outline; }
    /// Places of those in `scope` (null: everyone) for whom `isShown` holds, branch after branch as
    /// in the tree, in a branch in the order of entry.
    std::vector<int> inScope(Id<Organisation> scope,
                             const std::function<bool(const RosterEntry&)>& isShown) const;
    /// The same places by rank; those of one rank stay as they are.
    std::vector<int> ranked(const std::vector<int>& places, bool isDescending) const;
    /// `ranks`: of the entry in this place. People who are added later come last.
    void rankBy(const std::vector<quint32>& ranks);

private:
    void arrange();

    std::shared_ptr<const Outline> m_outline = std::make_shared<const Outline>();
    std::vector<RosterEntry> m_entries;
    std::vector<int> m_byBranch; ///< places of all entries, as inScope gives them
    quint32 m_ranks = 1; ///< how many there are
};

} // namespace baolei
