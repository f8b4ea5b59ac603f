#pragma once
// Who changed what, when, from what to what: the journal read for people.

#include "core/store/journal.h"

namespace baolei {

struct HistoryFilter {
    std::optional<Uuid> row = {}; ///< only operations that touched this record
    qint64 before = 0; ///< only older than this seq; 0: from the newest
    qint64 limit = 200;
};

/// Operations, newest first.
Result<QList<OperationInfo>> operations(const Reader& reader, const HistoryFilter& filter = {});

struct CellChange {
    QByteArray table;
    Uuid row;
    QByteArray column; ///< empty: the record was added
    Value before;
    Value after;
};

/// What an operation changed, cell by cell, at most `limit` records of it; what a cell became is
/// read from the next change of it, or from the present.
Result<QList<CellChange>> changesOf(const Reader& reader, qint64 seq, qint64 limit = 500);

} // namespace baolei
