#pragma once
// The frame of an .xlsx: which part is which sheet, and what its number formats mean.
// Internal to core/spreadsheet.

#include "core/spreadsheet/number_text.h"
#include "core/spreadsheet/zip_package.h"

#include <QList>
#include <vector>

namespace baolei {

struct XlsxSheet {
    SheetInfo info;
    QString part;
};

struct XlsxWorkbook {
    QList<XlsxSheet> sheets;
    QString sharedStringsPart; ///< empty: there is none
    std::vector<NumberFormat> formats; ///< by the s attribute of a cell
    bool from1904 = false;
};

Result<XlsxWorkbook> readXlsxWorkbook(const ZipPackage& package);

} // namespace baolei
