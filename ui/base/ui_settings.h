#pragma once
// What one person at one machine prefers: widths, large type, the last file. Facts of the office do
// not belong here but into the store.

#include <QVariant>

namespace baolei {

QVariant uiSetting(QAnyStringView key, const QVariant& otherwise = {});
/// True from now on; written to the disk on a thread, which waits for the disk as often as a
/// splitter is moved by a pixel. A file that cannot be written is left as it was: what was set
/// then holds until the program ends.
void keepUiSetting(QAnyStringView key, const QVariant& value);
/// Waits until everything is on the disk; false where the last of it could not be kept.
bool finishUiSettings();
/// Tests keep theirs in a folder of their own.
void useUiSettingsFile(const QString& path);

inline constexpr const char* kActorKey = "actor"; ///< who sits here, named in the history
inline constexpr const char* kLastStoreKey = "lastStore";

/// Who sits here: as entered in 设置, else the name that the system knows.
QString currentActor();

} // namespace baolei
