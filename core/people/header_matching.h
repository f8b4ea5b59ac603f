#pragma once
// Finds the row that names the columns, below titles, lines with the unit and group headers, and
// tells rows of people from all the others that a sheet has. Pure: works on the text of the cells.

#include "core/people/columns.h"

#include <QList>
#include <QStringList>

namespace baolei {

/// Which column of a sheet holds what. Made by findHeader, and changed by the person who maps.
struct Mapping {
    int firstHeaderRow
        = 0; ///< index into the rows given; headers of several rows start with their groups
    int lastHeaderRow = 0;
    QStringList headers; ///< of each column, as the sheet writes it (group and name joined)
    QStringList fields; ///< of each column; empty: left out
    QList<int> unmatched; ///< columns with a header that is not known, or is there twice
    /// The column that holds `field`; -1: none does.
    int columnOf(QStringView field) const;
    bool operator==(const Mapping&) const = default;
};

/// Number of rows at the top of a sheet among which the header is looked for.
inline constexpr int kHeaderSearchRows = 30;

/// The mapping that knows most columns, if any row names at least two. `rows`: the first rows of
/// the sheet, every row from the first on, empty ones as empty lists.
std::optional<Mapping> findHeader(const QList<QStringList>& rows);

enum class RowKind {
    Person,
    Blank, ///< nothing, or nothing but a number of the row
    Header, ///< the header again, as on the next printed page
    Total, ///< 合计, 小计 …
    Section, ///< the name of an organisation alone: those below belong to it
    Remark, ///< 填表人, 审核, a title, a note
};

/// The organisation in the line above its people, without what is around it:
/// 一、西荡村党支部(12人).
QString sectionName(QStringView text);

RowKind rowKind(const QStringList& cells, const Mapping& mapping);

} // namespace baolei
