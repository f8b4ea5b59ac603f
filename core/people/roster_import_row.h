#pragma once
// Reads the cells of one row into a person. Knows nothing of the store or of other rows.

#include "core/people/header_matching.h"
#include "core/people/roster_import_pack.h"
#include "core/people/roster_import_reasons.h"
#include "core/spreadsheet/cell.h"

namespace baolei {

/// What a row says of a person. Empty cells say nothing.
struct RowFacts {
    Person person;
    quint64 given = 0; ///< columns of the person table that the row fills, one bit each
    Reasons reasons = 0;
    bool hasJoinedFault = false; ///< the day of joining is there and cannot be read
    QString branch; ///< as written
    QString group;
    QStringList posts; ///< codes
};

class RosterRowReader {
public:
    /// `from1904`: numbers that are days count from there, as in some workbooks.
    RosterRowReader(const Mapping& mapping, bool from1904);
    RowFacts read(const SheetRow& row);
    bool hasColumn(QByteArrayView field) const;

private:
    struct Target {
        int cell = 0; ///< column of the sheet
        const RosterColumn* roster = nullptr;
        int column = -1; ///< of the person table; -1 for branch, group and post
        QHash<QString, QString> codes; ///< known words of this column, for speed
    };
    void readCell(Target& target, const Cell& cell, RowFacts& facts);
    void readId(const Target& target, const Cell& cell, RowFacts& facts);
    void readDay(const Target& target, const Cell& cell, RowFacts& facts);
    void readError(const Target& target, RowFacts& facts);
    void readPosts(const Cell& cell, RowFacts& facts);
    QString codeIn(Target& target, const QString& text);

    QList<Target> m_targets;
    bool m_from1904;
};

/// Fills what follows from the rest and is not on record: birth and sex from a sound ID number, and
/// the category of members from their dates.
void deriveMissing(Person& person, QDate today, Reasons& reasons);

/// What is wrong with the days of birth, joining and becoming full, given the rest.
Reasons dayReasons(const Person& person, bool hasJoinedFault, QDate today);

} // namespace baolei
