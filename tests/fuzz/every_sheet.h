#pragma once
// Reads all of a spreadsheet and holds the reader to what core/spreadsheet/cell.h promises.

#include "core/spreadsheet/reader.h"
#include "tests/fuzz/target.h"

namespace baolei {

inline void readEverySheet(const QString& path) {
    constexpr int kEnoughRows = 20'000;
    const auto reader = openSpreadsheet(path);
    if (!reader) return requireWords(reader.error());
    const auto sheets = qsizetype((*reader)->sheets().size());
    require(sheets > 0, "there is a sheet");
    for (int sheet = 0; sheet < qMin<qsizetype>(sheets, 20); ++sheet) {
        int rows = 0;
        const auto read = (*reader)->read(sheet, [&](const SheetRow& row) {
            require(row.number > 0, "rows count from 1");
            require(!row.cells.empty() && !row.cells.back().isEmpty(), "a row ends with a value");
            require(row.cells.size() <= std::size_t(kMaxSheetColumns), "a row fits into a sheet");
            return ++rows < kEnoughRows;
        });
        if (!read) requireWords(read.error());
        for (const CellRange& range : (*reader)->mergedRanges())
            require(range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn,
                    "a merged range is not turned round");
    }
}

} // namespace baolei
