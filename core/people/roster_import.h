#pragma once
// A roster file becomes people of the store, in two steps: planImport() reads the file and judges
// every row without touching the store; applyImport() does what the plan says, as one operation.
// Whatever a person decides in between (columns, branches) goes into the options, and the file is
// planned again. Both may run in a worker thread.

#include "core/people/header_matching.h"
#include "core/people/organisation.h"
#include "core/people/roster_import_pack.h"
#include "core/people/roster_import_reasons.h"
#include "core/spreadsheet/cell.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QJsonObject>

namespace baolei {

inline constexpr Op kImportRoster{"people.import",
                                  QT_TRANSLATE_NOOP("Op", "导入花名册：%1（新增%2人，更新%3人）")};

/// What a person decided about a name of a branch in the file.
struct BranchChoice {
    enum class Kind {
        Existing, ///< it means `organisation`
        New, ///< it is entered under these names
        Refused, ///< its rows are not taken
    };
    Kind kind = Kind::Existing;
    Id<Organisation> organisation;
    QString fullName;
    QString shortName;
};

struct ImportOptions {
    QDate today;
    int sheet = -1; ///< -1: the one that looks most like a roster
    std::optional<Mapping> mapping = {}; ///< as changed by a person; none: remembered or found
    QString town = {}; ///< empty: the store's own
    QString defaultBranch = {}; ///< of rows that name none
    QHash<QString, BranchChoice> branches = {}; ///< by the name in the file
    /// Takes people without a number who look alike for the same person; otherwise they are added,
    /// with a warning.
    bool mergeLikely = false;
};

/// A branch that rows name.
struct PlannedBranch {
    enum class State { Existing, New, Ambiguous, Refused };
    State state = State::Existing;
    Organisation organisation; ///< id null where it is new
    QStringList spellings; ///< as the file writes it
    QList<Id<Organisation>> candidates; ///< when ambiguous
    int rows = 0; ///< that were taken
};

/// A 党小组 that rows name.
struct PlannedGroup {
    int branch = -1; ///< index into branches
    Organisation organisation; ///< id null where it is new
};

enum class RowAction : quint8 { None, Add, Change, Same };

/// One person's row of the file, in its order.
struct PlannedRow {
    int row = 0; ///< of the sheet, from 1
    int sheet = 0; ///< index into the plan's sheets
    Reasons reasons = 0;
    Verdict verdict = Verdict::Accept;
    RowAction action = RowAction::None;
    bool foundByName = false; ///< no number: known by name, branch, birth and day of joining
    int branch = -1; ///< index into branches; -1: none
    QString name;
};

/// One cell of a person in the store that would become another, in words.
struct PlannedChange {
    int row = 0;
    QString name; ///< of the person, as in the store
    QString column;
    QString before;
    QString after;
    bool isPrivate = false;
    int sheet = 0; ///< index into the plan's sheets
};

struct ImportPlan {
    QString path;
    qint64 fileSize = 0; ///< both to notice a file that was changed after the preview
    QDateTime fileTime;
    QString town;
    QDate today;
    QList<SheetInfo> sheets;
    int sheet = 0;
    QList<int> sheetsRead; ///< several where each is called after its branch
    QList<QStringList> top; ///< the first rows of the sheet, for a person who maps
    Mapping mapping;
    bool isRemembered = false; ///< the mapping was chosen by a person in an earlier import
    QStringList notes; ///< about the file as a whole

    QList<PlannedRow> rows;
    QList<PlannedBranch> branches;
    QList<PlannedGroup> groups;
    QList<PlannedChange> changes;
    PackedPeople people; ///< to be added or changed
    /// Branch of refused rows that stand below its name, by sheet and row.
    QHash<std::pair<int, int>, QString> sectionOf;

    int warned = 0;
    int refused = 0;
    int added = 0;
    int changed = 0;
    int same = 0;
    int moved = 0; ///< of the changed ones
    qint64 basedOn = 0; ///< newest operation of the store when this was planned

    int accepted() const { return int(rows.size()) - refused; }
    int branchesNamed() const; ///< that have at least one row
    int newBranches() const;
    bool isEmpty() const { return people.isEmpty(); } ///< nothing would be written
    /// 3, or 东堰村!3 where several sheets were read.
    QString placeOf(int sheet, int row) const;
};

/// Rows done, of how many (0: not known); false stops.
using ImportProgress = std::function<bool(qint64 done, qint64 total)>;

/// Reads the file and judges its rows against what `reader` sees. Changes nothing.
Result<ImportPlan> planImport(const QString& path, const Reader& reader,
                              const ImportOptions& options, const ImportProgress& progress = {});

/// Does what the plan says, whole or not at all. Makes an automatic backup first where the store
/// already holds people. Refused where the store has changed since; Cancelled leaves nothing.
Result<void> applyImport(Store& store, const ImportPlan& plan, const ImportProgress& progress = {});

/// Writes the refused rows under the header of the file, with the reason as one more column: to be
/// mended and imported again. No file where nothing was refused, or where it was stopped.
Result<void> writeRejects(const ImportPlan& plan, const QString& path,
                          const ImportProgress& progress = {});

/// {"rows","accepted","warned","refused","branches","remarks":[{"row","verdict","why":[…]}]}
QJsonObject jsonOf(const ImportPlan& plan);

/// `mapping` with `field` in `column` (empty: left out); the field leaves any other column.
Mapping mappingWith(Mapping mapping, int column, const QString& field);

/// Decides for every spelling of a branch.
void choose(ImportOptions& options, const PlannedBranch& branch, const BranchChoice& choice);

} // namespace baolei
