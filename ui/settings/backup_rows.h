#pragma once
// How backups are listed.

#include "core/store/backup.h"
#include "ui/base/record_model.h"

namespace baolei {

QList<RecordColumn<BackupInfo>> backupColumns();
/// A key made from the file's name.
Uuid backupId(const BackupInfo& backup);

} // namespace baolei
