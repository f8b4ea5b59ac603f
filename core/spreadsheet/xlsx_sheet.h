#pragma once
// Feeds one sheet of an .xlsx: rows of the usual shape by hand, everything else to expat, in the
// order of the file. Internal to core/spreadsheet.

#include "core/spreadsheet/xlsx_rows.h"
#include "core/spreadsheet/xml_parser.h"

namespace baolei {

/// What takes the sheet: elements from expat, whole rows from the scanner.
class SheetXmlSink : public XmlSink {
public:
    virtual void takeRow(const RawRow& row) = 0;
    /// Between <sheetData> and its end.
    virtual bool isAmongRows() const = 0;
};

/// Feeds the part to `sink` until its end, `finished` or `error`.
Result<void> parseSheet(const ZipPackage& package, const QString& part, SheetXmlSink& sink);

} // namespace baolei
