#pragma once
// The schema as numbered files, append-only: resources/migrations/0001_store.sql …

#include "core/store/connection.h"

namespace baolei {

/// "BAOL": tells our files from other SQLite files.
inline constexpr qint64 kApplicationId = 0x42414F4C;

/// The newest version that this program knows; `upTo` of tests may be lower.
int newestSchema();

/// The version of an opened file. Refuses a file that is no store, and one of a newer program.
Result<int> schemaOf(Connection& connection);

/// Brings the file from its version to `to`, all in one transaction; the caller has made a copy.
Result<void> migrate(Connection& connection, int to);

} // namespace baolei
