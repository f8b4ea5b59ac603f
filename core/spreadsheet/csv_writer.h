#pragma once
// Writes .csv for Excel and WPS: UTF-8 with byte order mark, commas, CRLF, RFC 4180 quotes. What
// these programs would run or spoil on opening is guarded; our own reader takes the guards off:
// - text that starts with = + - @ (also full-width, also behind blanks), ' tab or return (a formula
//   to them) gets an apostrophe in front;
// - digits that would be rounded or lose zeros, and text that would turn into a number or a date
//   (1E+5, 3-1), get a tab behind, as the national system's own exports do.
// Line ends within a cell come back as \n. The file appears only when it is complete.

#include "core/base/result.h"
#include "core/spreadsheet/cell_value.h"

#include <QList>
#include <QSaveFile>
#include <QStringList>
#include <memory>

namespace baolei {

class CsvWriter {
public:
    static Result<std::unique_ptr<CsvWriter>> create(const QString& path);

    void addRow(const QList<CellValue>& values);
    Result<void> finish();

private:
    explicit CsvWriter(const QString& path)
        : m_file(path) { }
    void flush();

    QSaveFile m_file;
    QByteArray m_buffer;
    bool m_failed = false;
};

/// One cell of text as it stands in the file.
QString csvField(const QString& text);

/// One line of cells for the clipboard, from which spreadsheets take cells between tabs and read
/// them as if they were typed: tabs and line ends are spaces, and an apostrophe goes before what
/// would be run or spoilt. It tells a spreadsheet that text follows.
QString tabbedLine(const QStringList& cells);

} // namespace baolei
