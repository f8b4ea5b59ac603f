#pragma once
// Proves that a store is what its journal says: structure, references, and every record. Recomputes
// what every operation wrote, so a record altered behind the program's back is found. Memory does
// not grow with the store.

#include "core/store/reader.h"

#include <functional>

namespace baolei {

struct VerifyReport {
    qint64 operations = 0;
    qint64 records = 0;
    QStringList problems; ///< plain Chinese, without private values; empty: all is well
};

/// Operations begun, of how many (0 of 0 while the structure is looked at, also from another
/// thread); false stops.
using VerifyProgress = std::function<bool(qint64 done, qint64 total)>;

Result<VerifyReport> verifyStore(const Reader& reader, const VerifyProgress& progress = {});

} // namespace baolei
