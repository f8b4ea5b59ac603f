#pragma once
// Stands between SQLite and the system's file layer and tells a DiskLog what passes. While one
// lives it is SQLite's default layer, and the calls by which the program itself syncs, renames and
// removes files are told as well (recording_calls.cpp). Only for Linux.

#include "tests/stress/disk.h"

#include <memory>

namespace baolei {

class RecordingVfs {
public:
    explicit RecordingVfs(DiskLog& log);
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs&) = delete;
    RecordingVfs& operator=(const RecordingVfs&) = delete;

    struct Layer;

private:
    std::unique_ptr<Layer> m_layer;
};

/// Told of every sync, rename and removal of this process; null: nobody is.
extern DiskLog* recordingLog;
/// A path without doubled slashes, as the log names files.
QString recordedPath(const char* path);

} // namespace baolei
