#pragma once
// The columns that rosters have (resources/people/columns.json), under every name they are given:
// the collection form of 16 items, the national system's export, older exports.

#include <QList>
#include <QString>
#include <QStringList>

namespace baolei {

enum class ColumnKind {
    Text,
    Name,
    IdNumber,
    Date,
    YesNo,
    Code, ///< a code of `table`
    Number,
    Organisation,
    Post,
    Ignored, ///< known, and not kept: a number of the row, what can be computed
};

struct RosterColumn {
    QString field; ///< column of table person; branch, group and post stand for other records
    QString title; ///< as an export writes it
    QStringList synonyms;
    ColumnKind kind = ColumnKind::Text;
    QString table; ///< code table
    bool isPrivate = false;
};

/// All columns, in the order of an export.
const QList<RosterColumn>& rosterColumns();

/// One column by its field; null if there is none.
const RosterColumn* rosterColumn(QStringView field);

/// A header without what surrounds its name: spaces and line breaks, asterisks, numbering, hints in
/// brackets. "*出生日期\n(年月日)" gives 出生日期.
QString plainHeader(QStringView header);

/// The column that a header names; null for one that is not known.
const RosterColumn* columnForHeader(QStringView header);

} // namespace baolei
