#pragma once
// Tables out of the store, as .xlsx or .csv by the name of the file. A roster that was exported can
// be imported again as it is.

#include "core/people/queries.h"
#include "core/spreadsheet/table_file.h"

namespace baolei {

struct RosterExport {
    Id<Organisation> scope; ///< and everything below it; null: everyone
    QStringList fields = {}; ///< of rosterColumns(), in this order; empty: all that are not private
    bool withPrivate = false; ///< private columns only where they are asked for twice
    Leavers leavers = Leavers::Left;
    /// These people of these branches instead of a scope.
    struct Chosen {
        QList<Id<Organisation>> branches;
        QSet<Id<Person>> people;
    };
    std::optional<Chosen> chosen = {};
};

/// The columns that an export may have, without the private ones unless `withPrivate`.
QStringList exportFields(bool withPrivate);

/// Rows written so far; false stops, and leaves no file.
using ExportProgress = std::function<bool(qint64 done)>;

/// Writes the roster; gives the number of people. Refused where a private column is named and
/// `withPrivate` is not set.
Result<qint64> exportRoster(const Reader& reader, const QString& path, const RosterExport& wanted,
                            const ExportProgress& progress = {});

/// Writes `table` beside `path` and puts it there when it is whole: what was there before stays
/// where the writing is stopped (`isStopped`) or fails.
Result<void> writeWhole(const QString& path, const TableFile& table, const bool& isStopped);

/// Writes the organisations of `scope` and below with their numbers on `day`.
Result<qint64> exportOrganisations(const Reader& reader, const QString& path,
                                   Id<Organisation> scope, QDate day);

/// What a table on screen shows: headers and rows as they stand there.
struct ShownRows {
    QString name;
    QStringList headers;
    QList<QStringList> rows;
};
Result<void> exportRows(const QString& path, const ShownRows& shown,
                        const ExportProgress& progress = {});

/// One cell of a roster in words: the name of a code, 是 or 否, short names of branch and group.
QString rosterCell(const Person& person, const QString& field,
                   const QHash<Id<Organisation>, QString>& shortNames);

/// Short names of all organisations, those that were dissolved too.
Result<QHash<Id<Organisation>, QString>> shortNames(const Reader& reader);

} // namespace baolei
