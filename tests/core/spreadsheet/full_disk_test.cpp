// A table is exported whole or not at all, wherever the disk runs full.

#include "tests/support/full_disk.h"

#include "core/spreadsheet/csv_writer.h"
#include "core/spreadsheet/reader.h"
#include "core/spreadsheet/xlsx_writer.h"
#include "tests/core/spreadsheet/sheet_rows.h"
#include "tests/support/support.h"

#ifndef Q_OS_WIN

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr int kRows = 3000;

QList<CellValue> row(int i) {
    return {u"党员%1"_s.arg(i), u"第%1号，住址若干"_s.arg(i * 7919), qint64(i)};
}

Result<void> writeCsv(const QString& path) {
    auto writer = CsvWriter::create(path);
    if (!writer) return fail(writer.error());
    for (int i = 1; i <= kRows; ++i)
        (*writer)->addRow(row(i));
    return (*writer)->finish();
}

Result<void> writeXlsx(const QString& path, XlsxWriter::Mode mode) {
    auto writer = XlsxWriter::create(path, mode);
    if (!writer) return fail(writer.error());
    (*writer)->addSheet({});
    for (int i = 1; i <= kRows; ++i)
        (*writer)->putRow(i, row(i));
    return (*writer)->finish();
}

void expectAllRows(const QString& path) {
    EXPECT_EQ(mustRead(path).rows.size(), kRows) << "cut off in silence";
}
}

TEST(FullDisk, aCsvFileIsWholeOrNotThere) {
    expectWholeOrNothing(u"名册.csv"_s, writeCsv, expectAllRows);
}

TEST(FullDisk, aWorkbookIsWholeOrNotThere) {
    expectWholeOrNothing(
        u"名册.xlsx"_s,
        [](const QString& path) { return writeXlsx(path, XlsxWriter::Mode::Plain); },
        expectAllRows);
}

TEST(FullDisk, aStreamedWorkbookIsWholeOrNotThere) {
    expectWholeOrNothing(
        u"名册.xlsx"_s,
        [](const QString& path) { return writeXlsx(path, XlsxWriter::Mode::Streaming); },
        expectAllRows);
}

#endif
