#pragma once
// Whether a workbook was written whole: the library keeps sheets in temporary files and does not
// notice where the disk that holds those is full.

#include <QString>

namespace baolei {

/// Of a workbook that was just written: every sheet in it comes to its end.
bool isWholeWorkbook(const QString& path);

} // namespace baolei
