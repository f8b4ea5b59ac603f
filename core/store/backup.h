#pragma once
// Copies of a store that prove themselves: made with SQLite's online backup, written to the disk,
// opened, checked and counted before they are called good.

#include "core/base/clock.h"
#include "core/store/connection.h"

#include <QList>
#include <optional>

namespace baolei {

struct BackupInfo {
    QString path;
    QDateTime madeAt; ///< local time, from the name of the file
    qint64 bytes = 0;
    /// Goes up by one where the clock did not go forward since the backup before: the order of
    /// backups does not depend on a clock that was put right, or wrong.
    int round = 1;
    QString origin = {}; ///< empty: an ordinary backup; else before what it was kept: 恢复前 …
};

/// Asked between pages: what is done, of how much; false stops and leaves nothing behind.
using BackupProgress = std::function<bool(int done, int total)>;

/// The folder beside a store where its automatic backups lie: 示范镇.baolei -> 示范镇.备份
QString backupFolderOf(const QString& storePath);

/// Copies the store into `folder` under a name with the date, and checks the copy. Gives its path.
Result<QString> backUp(const QString& storePath, const QString& folder, const Clock& clock,
                       const BackupProgress& progress = {});

/// backUp() into the store's own folder, unless the newest one there already holds every operation;
/// then drops what the rule no longer keeps; copies made before a migration or a restore stay.
/// Gives the path of the newest backup.
Result<QString> backUpAutomatically(const QString& storePath, const Clock& clock,
                                    const BackupProgress& progress = {});

/// Takes away what a killed program left half-made: backups in the store's own folder, a restore.
/// For who holds the store's lock.
void removeHalfMade(const QString& storePath);

/// The backups in a folder, newest first.
QList<BackupInfo> backupsIn(const QString& folder);

/// Which of these (newest first) the rule drops: the last ten stay, of older ones one a week for
/// ninety days, then one a month.
QList<BackupInfo> backupsToDrop(const QList<BackupInfo>& newestFirst);

/// Opens a backup read-only, checks its structure and its references, and counts its journal.
/// How far that is cannot be told: `progress` hears 0 of 0, also from another thread, and may stop
/// it.
Result<void> checkBackup(const QString& path, const BackupProgress& progress = {});

/// The newest backup of a store that passes its check, for a store that is damaged; none of those
/// that were kept because a person had put them aside. Reads whole files: not on a window's thread.
std::optional<BackupInfo> lastGoodBackup(const QString& storePath,
                                         const BackupProgress& progress = {});

/// Puts a checked backup in the place of the store. What stood there is kept beside it (path given
/// back; empty where there was nothing). The result has a new replica name: its journal must not be
/// taken for that of the copy that went on. Refused while the store is open anywhere. Stopped, it
/// leaves everything as it was.
Result<QString> restoreBackup(const QString& backupPath, const QString& storePath,
                              const Clock& clock, const BackupProgress& progress = {});

/// The copy made before the schema of an older store is brought up to date. Gives its path.
Result<QString> copyBeforeMigration(const QString& storePath, int version, const Clock& clock,
                                    const BackupProgress& progress = {});

} // namespace baolei
