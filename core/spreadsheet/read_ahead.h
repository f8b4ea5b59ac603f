#pragma once
// Reading a sheet on a thread of its own, ahead of the work on its rows.

#include "core/spreadsheet/reader.h"

namespace baolei {

/// As file.read(sheet, handler), with the handler on the calling thread while another one reads on.
/// Nothing of `file` may be used until it returns.
Result<void> readAhead(SpreadsheetReader& file, int sheet, const RowHandler& handler);

} // namespace baolei
