#pragma once
// Reads .xlsx, .ods, .xls and .csv as a stream of rows. The kind is found by content first and by
// name second, since web systems hand out files under the wrong name.

#include "core/base/result.h"
#include "core/spreadsheet/cell.h"

#include <QList>
#include <functional>
#include <memory>

namespace baolei {

enum class SpreadsheetKind { Xlsx, Ods, Xls, Csv };

/// Asked while a packed file is inflated, on whichever thread reads; false stops.
using ReadOn = std::function<bool()>;

class SpreadsheetReader {
public:
    virtual ~SpreadsheetReader() = default;
    virtual SpreadsheetKind kind() const = 0;
    /// At least one sheet. Hidden ones are listed, too.
    virtual QList<SheetInfo> sheets() const = 0;
    /// Streams the rows of `sheet`; rows without a value are left out. May be called again. After
    /// an Error, rows that were already handed out are not to be trusted.
    virtual Result<void> read(int sheet, const RowHandler& handler) = 0;
    /// The merged ranges that the last read() came across; complete if it ran to the end.
    virtual QList<CellRange> mergedRanges() const { return {}; }
    /// Days are counted from 1904: of numbers without a date format, which only the caller can
    /// know to be days.
    virtual bool from1904() const { return false; }
};

/// Opens a file and lists its sheets. Damage further in is found by read(). For a large file either
/// may take seconds: where `goOn` says no, it ends with Cancelled.
Result<std::unique_ptr<SpreadsheetReader>> openSpreadsheet(const QString& path,
                                                           const ReadOn& goOn = {});

} // namespace baolei
