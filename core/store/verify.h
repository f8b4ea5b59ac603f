#pragma once
// Proves that a store is what its journal says: structure, references, and every record. Walks back
// from the present through every operation, so a record altered behind the program's back is found.

#include "core/store/reader.h"

#include <functional>

namespace baolei {

struct VerifyReport {
    qint64 operations = 0;
    qint64 records = 0;
    QStringList problems; ///< plain Chinese, without private values; empty: all is well
};

/// `progress`: operations done, of how many; false stops.
Result<VerifyReport> verifyStore(const Reader& reader,
                                 const std::function<bool(qint64, qint64)>& progress = {});

} // namespace baolei
