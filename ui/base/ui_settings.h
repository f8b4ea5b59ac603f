#pragma once
// What one person at one machine prefers: widths, large type, the last file. Facts of the office do
// not belong here but into the store.

#include <QSettings>

namespace baolei {

QSettings uiSettings();
/// Tests keep theirs in a folder of their own.
void useUiSettingsFile(const QString& path);

inline constexpr const char* kActorKey = "actor"; ///< who sits here, named in the history
inline constexpr const char* kLastStoreKey = "lastStore";

/// Who sits here: as entered in 设置, else the name that the system knows.
QString currentActor();

} // namespace baolei
