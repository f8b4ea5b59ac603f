#pragma once
// The four readers behind openSpreadsheet(). Internal to core/spreadsheet.

#include "core/spreadsheet/reader.h"
#include "core/spreadsheet/zip_package.h"

namespace baolei {

using ReaderResult = Result<std::unique_ptr<SpreadsheetReader>>;

ReaderResult openXlsx(std::unique_ptr<ZipPackage> package);
ReaderResult openOds(std::unique_ptr<ZipPackage> package);
/// Excel 97 and later, which is nearly every .xls: read here. `stream` is its workbook.
ReaderResult openBiff8(QByteArray stream);
/// Older ones, through FreeXL, which would drop the cells that hold a formula.
ReaderResult openOldXls(const QString& path);
ReaderResult openCsv(const QString& path);

} // namespace baolei
