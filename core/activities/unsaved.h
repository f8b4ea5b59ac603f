#pragma once
// Records that were being written when the program ended without saving. They are kept in a file
// beside the store, 示范镇.baolei.unsaved: what is as private as the store lies where the store
// lies. Not in the store itself, whose journal is for what people have decided to keep.

#include "core/activities/activity.h"
#include "core/base/result.h"

#include <optional>

namespace baolei {

class Store;

struct UnsavedEntry {
    Uuid id; ///< one for each time somebody sat down to write
    QDateTime writtenAt; ///< when the newest of it was written
    std::optional<Activity> opened; ///< the record as it was, where one is being changed
    Activity edited;
    bool operator==(const UnsavedEntry&) const = default;
};

/// Which file is meant. The store is named in it: beside another store of the same name it is not
/// taken for that one's.
struct UnsavedFile {
    QString path;
    Uuid store;
};
Result<UnsavedFile> unsavedFileOf(const Store& store);

/// In the order in which they were begun; none where the file is missing, is damaged or belongs to
/// another store.
Result<QList<UnsavedEntry>> unsavedEntries(const UnsavedFile& file);
/// Adds the entry, or takes the place of its older state; on the disk when it returns.
Result<void> keepUnsaved(const UnsavedFile& file, const UnsavedEntry& entry);
/// Removes the entry, and the file with the last one.
Result<void> dropUnsaved(const UnsavedFile& file, const Uuid& entry);

} // namespace baolei
