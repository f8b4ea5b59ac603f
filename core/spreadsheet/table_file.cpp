#include "core/spreadsheet/table_file.h"

#include "core/spreadsheet/csv_writer.h"
#include "core/spreadsheet/xlsx_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(TableFile)
};

QList<CellValue> titles(const TableFile& table) {
    QList<CellValue> row;
    for (const TableColumn& column : table.columns)
        row.append(column.title);
    return row;
}

Result<void> writeCsv(const QString& path, const TableFile& table) {
    const auto writer = CsvWriter::create(path);
    if (!writer) return fail(writer.error());
    (*writer)->addRow(titles(table));
    QList<CellValue> row;
    while (row.clear(), table.next(row))
        (*writer)->addRow(row);
    return (*writer)->finish();
}

Result<void> writeXlsx(const QString& path, const TableFile& table) {
    const auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Streaming);
    if (!writer) return fail(writer.error());
    SheetSetup setup;
    setup.name = table.name;
    setup.landscape = table.landscape;
    setup.frozenRows = 1;
    setup.footer = Text::tr("&C第 &P 页，共 &N 页");
    for (const TableColumn& column : table.columns)
        setup.columnWidths.append(column.width);
    (*writer)->addSheet(setup);
    CellStyle head;
    head.bold = head.wrap = true;
    head.across = CellStyle::Across::Centre;
    head.background = 0xF2F2F2;
    CellStyle body;
    const int headStyle = (*writer)->addStyle(head.boxed());
    const int bodyStyle = (*writer)->addStyle(body.boxed());
    int number = 1;
    (*writer)->putRow(number, titles(table), headStyle);
    QList<CellValue> row;
    while (row.clear(), table.next(row))
        (*writer)->putRow(++number, row, bodyStyle);
    return (*writer)->finish();
}

} // namespace

Result<void> writeTable(const QString& path, const TableFile& table) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"csv") return writeCsv(path, table);
    if (suffix == u"xlsx") return writeXlsx(path, table);
    return fail(ErrorCode::Refused, Text::tr("表格只能写成 .xlsx 或 .csv 文件"),
                Text::tr("请把文件名改成以 .xlsx 或 .csv 结尾"));
}

} // namespace baolei
