#pragma once

#include "core/store/reader.h"

namespace baolei {

/// While it lives, every question to `reader` sees the store of the same moment, and its lock is
/// taken once instead of once a question. Keep it short: without a write-ahead log (sticks) nobody
/// can save meanwhile. Inside an operation it changes nothing.
class Snapshot {
public:
    explicit Snapshot(const Reader& reader);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection* m_connection = nullptr; ///< null: there was a transaction already
};

} // namespace baolei
