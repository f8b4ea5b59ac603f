#pragma once
// Files as the system at hand wants them named, shown, saved and replaced.

#include "core/base/result.h"

namespace baolei {

/// A title as the name of a file, without suffix: legal on Windows, Linux and sticks, never empty.
QString fileNameOf(const QString& title);

/// A path as the person's system writes it, for messages.
QString shownPath(const QString& path);

/// A path for calls to the system: absolute, and on Windows free of its limit of 260 characters.
QString systemPath(const QString& path);

/// A path for libraries that open files by fopen. Empty where the code page of this computer
/// cannot write it.
QByteArray narrowPath(const QString& path);

/// Writes what the machine still holds in memory of this file to the disk.
bool syncToDisk(const QString& path);

/// Writes the names of the files in this folder to the disk: of those made, renamed and removed.
/// Windows needs no such call.
void syncFolder(const QString& folder);

/// Puts `from` in the place of `to` in one step; both lie in one folder.
Result<void> replaceFile(const QString& from, const QString& to);

} // namespace baolei
