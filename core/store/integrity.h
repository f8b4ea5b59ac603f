#pragma once
// SQLite's own look at the structure of a file.

#include "core/store/connection.h"

#include <QStringList>

namespace baolei {

/// What PRAGMA integrity_check finds, at most `most` things, in SQLite's words; empty: all is
/// well. A disk that did not answer is an error, and no damage.
Result<QStringList> structureProblems(Connection& connection, int most);

} // namespace baolei
