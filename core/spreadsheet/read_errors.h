#pragma once
// The refusals that all readers share, worded for the person at the desk.

#include "core/base/result.h"

namespace baolei {

Error damagedFile(); ///< broken off, altered, or never a spreadsheet
Error notASpreadsheet(); ///< sound, but something else
Error passwordProtected();
Error olderThanExcel97(); ///< .xls of a kind that this build has no reader for
Error expandsTooMuch(); ///< packed so tightly that it can only be meant to fill the memory
Error tooManyRows(qint64 row); ///< `row` is beyond the last one that a sheet can have
Error tooManyColumns(); ///< beyond the last one that a sheet can have
Error readingStopped(); ///< the person did not want to wait
Error unreadableFile(); ///< the operating system says no
Error unreadableName(); ///< the reader of this kind of file cannot take the name

} // namespace baolei
