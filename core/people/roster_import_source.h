#pragma once
// Where in a workbook the roster is: which sheet, which row names the columns, and what a person
// mapped when the same header was imported before.

#include "core/people/roster_import.h"
#include "core/spreadsheet/reader.h"

namespace baolei {

/// One sheet that is read.
struct RosterSheet {
    int sheet = 0;
    int lastHeaderRow = 0; ///< index, from 0
    QString branch; ///< that its title, its name or the file's name says all rows belong to
};

struct RosterSource {
    std::unique_ptr<SpreadsheetReader> file;
    QList<SheetInfo> sheets;
    int sheet = 0;
    QList<QStringList> top; ///< the first rows, without gaps
    Mapping mapping;
    bool isRemembered = false;
    QString town;
    QList<RosterSheet> parts; ///< in the order of the file
    QStringList leftOut; ///< names of sheets that look like rosters and are not read
};

/// Opens the file and finds sheet and header. Refused, with what to do, where there is none. `goOn`
/// is asked until then, and no longer.
Result<RosterSource> openRoster(const QString& path, const Reader& reader,
                                const ImportOptions& options, const ReadOn& goOn = {});

/// The first rows of a sheet, every row from the first on, empty ones as empty lists.
Result<QList<QStringList>> topRows(SpreadsheetReader& file, int sheet);

/// Text of the cells of a row.
QStringList textsOf(const SheetRow& row);

/// Maps as a person did when this header was imported before; false: nobody did.
Result<bool> recallMapping(const Reader& reader, Mapping& mapping);

/// Name of the setting that keeps the mapping of this header, and its value.
QString mappingSetting(const Mapping& mapping);
QString mappingText(const Mapping& mapping);

/// The extra column of a workbook of refused rows.
QString rejectReasonHeader();

} // namespace baolei
