#pragma once
// What a sheet is made of, for readers and writers alike. Rows are numbered as the sheet numbers
// them, from 1; columns are indices from 0 (A = 0), so that a row can be indexed directly.

#include <QString>
#include <functional>
#include <span>

namespace baolei {

inline constexpr int kMaxSheetRows = 1'048'576;
inline constexpr int kMaxSheetColumns = 16'384;

enum class CellType : quint8 { Empty, Text, Number, Date, Boolean, Error };

struct Cell {
    CellType type = CellType::Empty;
    /// The file holds a number of more than 15 digits (or a rounded one): the last digits are gone.
    bool lostPrecision = false;
    /// What a person would read. Numbers are plain digits (13742180967, 0.3), dates are
    /// 2001-07-09 or 2001-07-09 14:30, times 14:30, truth values TRUE and FALSE.
    QString text;

    bool isEmpty() const { return type == CellType::Empty; }
    bool operator==(const Cell&) const = default;
};

struct CellRange {
    int firstRow = 1, firstColumn = 0, lastRow = 1, lastColumn = 0;
    bool operator==(const CellRange&) const = default;
};

struct SheetInfo {
    QString name;
    bool hidden = false;
    bool operator==(const SheetInfo&) const = default;
};

/// A row with at least one value. `cells` ends with the last value and lives until the handler
/// returns.
struct SheetRow {
    int number = 0;
    bool hidden = false;
    std::span<const Cell> cells;

    /// The text in `column`, empty beyond the end.
    QString text(int column) const {
        return column >= 0 && std::size_t(column) < cells.size() ? cells[std::size_t(column)].text
                                                                 : QString();
    }
};

/// Called row by row; false ends the reading, which then counts as a success.
using RowHandler = std::function<bool(const SheetRow&)>;

} // namespace baolei
