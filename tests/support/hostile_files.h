#pragma once
// Files under the name of a table that are broken, disguised, locked or meant to do harm, made anew
// in each test. For everything that opens a table: readers, import, command line, window.

#include <QByteArray>
#include <QList>
#include <QString>

namespace baolei {

struct HostileFile {
    QString name;
    QByteArray bytes;
    QString says; ///< what the refusal must say
};

/// Every one of them must be refused.
QList<HostileFile> hostileFiles();

/// A package with `parts`, each a name and its text.
using Parts = QList<std::pair<QByteArray, QByteArray>>;
QByteArray zipped(const Parts& parts, const char* password = nullptr);

/// A workbook whose one sheet holds these rows of XML; `more` are further parts.
QByteArray xlsxOf(const QByteArray& rows, const Parts& more = {});
/// The same as an .ods.
QByteArray odsOf(const QByteArray& rows);
/// An Excel 97 workbook with cells of text (row, column, text) and records in its head.
struct XlsText {
    int row = 0;
    int column = 0;
    QString text;
};
QByteArray xlsOf(const QList<XlsText>& cells, const QByteArray& headRecords = {});
/// A record of an .xls.
QByteArray xlsRecord(quint16 type, const QByteArray& data);
/// A compound file with one stream.
QByteArray compoundOf(const QString& stream, const QByteArray& bytes);

} // namespace baolei
