#pragma once
// The order of people by a column of their table, made on a thread: each different value is looked
// at once, and a person keeps only the place of his value among them.

#include "core/people/roster_index.h"
#include "ui/people/person_columns.h"

namespace baolei {

/// Ranks for RosterIndex::rankBy, by the key of a column.
Result<std::vector<quint32>> readRanks(const Reader& reader, const RosterIndex& index,
                                       const RecordColumn<PersonLine>& column, QDate today,
                                       const RosterIndex::IsWanted& isWanted);

} // namespace baolei
