#pragma once
// Data that the program is made of (rules, kinds, forms, code tables): shipped inside the program,
// each file replaceable by a changed copy of the same name in the user's data folder.

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace baolei {

/// Where changed copies are looked for first; empty: nowhere. Set once at start, before any thread.
void setUserDataFolder(const QString& folder);

/// The bytes of `name`, such as "rules/activities.json": the user's copy, else the shipped one.
Result<QByteArray> readDataFile(const QString& name);

/// Where `name` is read from, to be said in an error about it.
QString dataFilePath(const QString& name);

/// Names ("forms/p01.form.xml") of all files in `folder` that end in `suffix`, shipped and user's,
/// sorted.
QStringList dataFiles(const QString& folder, const QString& suffix);

} // namespace baolei
