#pragma once
// What can go wrong with any file being written. Internal to core/spreadsheet.

#include "core/base/result.h"

namespace baolei {

Error cannotWrite(const QString& path);
Error sheetIsFull(); ///< more rows, columns or text than a sheet can hold

} // namespace baolei
