#pragma once
// A table to hand out: one header row, then rows, as .xlsx or .csv by the name of the file. Such a
// file can be imported again as it is.

#include "core/base/result.h"
#include "core/spreadsheet/cell_value.h"

#include <QList>
#include <functional>

namespace baolei {

struct TableColumn {
    QString title;
    qreal width = 12; ///< in digits; a Chinese character takes two
};

struct TableFile {
    QString name; ///< of the sheet
    QList<TableColumn> columns;
    bool landscape = true;
    /// Fills the next row; false when there is none.
    std::function<bool(QList<CellValue>& row)> next;
};

/// Writes `table`, row by row: any number of rows in little memory.
Result<void> writeTable(const QString& path, const TableFile& table);

} // namespace baolei
