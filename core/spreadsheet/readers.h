#pragma once
// The four readers behind openSpreadsheet(). Internal to core/spreadsheet.

#include "core/spreadsheet/reader.h"
#include "core/spreadsheet/zip_package.h"

namespace baolei {

using ReaderResult = Result<std::unique_ptr<SpreadsheetReader>>;

ReaderResult openXlsx(std::unique_ptr<ZipPackage> package);
ReaderResult openOds(std::unique_ptr<ZipPackage> package);
ReaderResult openXls(const QString& path);
ReaderResult openCsv(const QString& path);

} // namespace baolei
