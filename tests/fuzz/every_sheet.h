#pragma once
// Reads all of a spreadsheet and holds the reader to what core/spreadsheet/cell.h promises.

#include "core/spreadsheet/reader.h"
#include "tests/fuzz/target.h"

#include <QHash>

namespace baolei {

/// A fingerprint of a row: equal rows have equal ones.
inline std::size_t printOf(const SheetRow& row) {
    std::size_t print = qHashMulti(0, row.number, row.hidden);
    for (const Cell& cell : row.cells)
        print = qHashMulti(print, int(cell.type), cell.lostPrecision, cell.text);
    return print;
}

/// A fingerprint of all sheets; of a sheet that is refused only that it is.
inline std::size_t readEverySheet(const QString& path) {
    constexpr int kEnoughRows = 20'000;
    constexpr qsizetype kEnoughSheets = 20;
    const auto reader = openSpreadsheet(path);
    if (!reader) {
        requireWords(reader.error());
        return 0;
    }
    const qsizetype sheets = (*reader)->sheets().size();
    require(sheets > 0, "there is a sheet");
    std::size_t print = 1;
    for (int sheet = 0; sheet < qMin(sheets, kEnoughSheets); ++sheet) {
        int rows = 0;
        std::size_t ofSheet = 1;
        const auto read = (*reader)->read(sheet, [&](const SheetRow& row) {
            require(row.number > 0, "rows count from 1");
            require(!row.cells.empty() && !row.cells.back().isEmpty(), "a row ends with a value");
            require(row.cells.size() <= std::size_t(kMaxSheetColumns), "a row fits into a sheet");
            ofSheet = qHashMulti(ofSheet, printOf(row));
            return ++rows < kEnoughRows;
        });
        if (!read) requireWords(read.error());
        print = qHashMulti(print, read ? ofSheet : 0);
        for (const CellRange& range : (*reader)->mergedRanges())
            require(range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn,
                    "a merged range is not turned round");
    }
    return print;
}

} // namespace baolei
