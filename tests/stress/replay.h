#pragma once
// The journal read against the tables, by other code than core/store/verify: from the present back
// to nothing, and from nothing forward again in an empty store.

#include "core/store/journal.h"

namespace baolei {

using Record = std::pair<QByteArray, Uuid>; ///< table and key

/// The records that operation `seq` touched, each once, in order.
Result<QList<Record>> touchedBy(const Reader& reader, qint64 seq);
/// Digest of these records as they are now in `reader`.
Result<QByteArray> digestOf(const Reader& reader, const QList<Record>& rows);

struct Replay {
    QList<Uuid> operations; ///< in order
    QHash<Uuid, QByteArray> digests; ///< of what each touched, as it was right after it
    QStringList problems; ///< empty: journal and tables agree
};

/// Walks back to nothing, applies every operation to an empty store, each with its constraints, and
/// compares every row of every table.
Replay replayFromNothing(const Reader& reader);

} // namespace baolei
