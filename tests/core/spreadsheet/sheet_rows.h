#pragma once
// A sheet in memory, for comparing.

#include "core/spreadsheet/reader.h"
#include "tests/support/support.h"

#include <QFile>
#include <QMap>
#include <QStringList>

namespace baolei {

struct SheetRows {
    QMap<int, QList<Cell>> rows;
    QList<int> hidden;
    QList<CellRange> merged;

    Cell cell(int row, int column) const { return rows.value(row).value(column); }
    QString text(int row, int column) const { return cell(row, column).text; }
    QStringList texts(int row) const {
        QStringList all;
        for (const Cell& one : rows.value(row))
            all.append(one.text);
        return all;
    }
};

inline Result<SheetRows> rowsOf(const QString& path, int sheet = 0) {
    const auto reader = openSpreadsheet(path);
    if (!reader) return fail(reader.error());
    SheetRows all;
    const Result<void> read = (*reader)->read(sheet, [&all](const SheetRow& row) {
        all.rows.insert(row.number, QList<Cell>(row.cells.begin(), row.cells.end()));
        if (row.hidden) all.hidden.append(row.number);
        return true;
    });
    if (!read) return fail(read.error());
    all.merged = (*reader)->mergedRanges();
    return all;
}

inline SheetRows mustRead(const QString& path, int sheet = 0) {
    const Result<SheetRows> all = rowsOf(path, sheet);
    EXPECT_TRUE(ok(all));
    return all.value_or(SheetRows());
}

inline Cell textCell(const QString& text) {
    return {CellType::Text, false, text};
}

/// Writes `bytes` to `path`.
inline void spill(const QString& path, const QByteArray& bytes) {
    QFile::remove(path); // some file systems flush a file that is cut to nothing and rewritten
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

} // namespace baolei
