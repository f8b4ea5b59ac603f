#include "tests/stress/recording_vfs.h"

#include <QDir>
#include <QFileInfo>
#include <cstring>
#include <sqlite3.h>

namespace baolei {

DiskLog* recordingLog = nullptr;

QString recordedPath(const char* path) {
    return QDir::cleanPath(QFileInfo(QFile::decodeName(path)).absoluteFilePath());
}

struct RecordingVfs::Layer {
    sqlite3_vfs vfs;
    sqlite3_vfs* real;
    DiskLog* log;
};

namespace {
struct File {
    sqlite3_file base; // first, as SQLite wants it
    DiskLog* log;
    int number;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& of(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
    return of(file).real();
}

RecordingVfs::Layer& of(sqlite3_vfs* vfs) {
    return *static_cast<RecordingVfs::Layer*>(vfs->pAppData);
}

int onWrite(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const int code = real(file)->pMethods->xWrite(real(file), bytes, size, at);
    if (code == SQLITE_OK)
        of(file).log->wrote(of(file).number, at, {static_cast<const char*>(bytes), size});
    return code;
}

int onTruncate(sqlite3_file* file, sqlite3_int64 size) {
    const int code = real(file)->pMethods->xTruncate(real(file), size);
    if (code == SQLITE_OK) of(file).log->truncated(of(file).number, size);
    return code;
}

// The real layer calls fsync, which is told by itself.
const sqlite3_io_methods kMethods = {
    .iVersion = 2, // no memory mapping: it would write behind our back
    .xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
    .xRead = [](sqlite3_file* f, void* to, int size,
                sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, size, at); },
    .xWrite = onWrite,
    .xTruncate = onTruncate,
    .xSync = [](sqlite3_file* f, int flags) { return real(f)->pMethods->xSync(real(f), flags); },
    .xFileSize = [](sqlite3_file* f,
                    sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    .xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    .xUnlock = [](sqlite3_file* f, int l) { return real(f)->pMethods->xUnlock(real(f), l); },
    .xCheckReservedLock
    = [](sqlite3_file* f,
         int* result) { return real(f)->pMethods->xCheckReservedLock(real(f), result); },
    .xFileControl
    = [](sqlite3_file* f, int op,
         void* argument) { return real(f)->pMethods->xFileControl(real(f), op, argument); },
    .xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    .xDeviceCharacteristics
    = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    .xShmMap =
        [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
        },
    .xShmLock = [](sqlite3_file* f, int offset, int n,
                   int flags) { return real(f)->pMethods->xShmLock(real(f), offset, n, flags); },
    .xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
    .xShmUnmap
    = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int onOpen(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto& layer = of(vfs);
    const bool isNew = name && !QFileInfo::exists(QFile::decodeName(name));
    file->pMethods = nullptr;
    of(file).log = layer.log;
    of(file).number = -1;
    const int code = layer.real->xOpen(layer.real, name, real(file), flags, outFlags);
    if (code != SQLITE_OK) return code;
    file->pMethods = &kMethods;
    if (name) of(file).number = layer.log->opened(recordedPath(name), isNew);
    return code;
}
}

RecordingVfs::RecordingVfs(DiskLog& log)
    : m_layer(std::make_unique<Layer>()) {
    m_layer->real = sqlite3_vfs_find(nullptr);
    m_layer->log = &log;
    m_layer->vfs = *m_layer->real; // whatever needs no recording goes to the real layer at once
    m_layer->vfs.zName = "recording";
    m_layer->vfs.pNext = nullptr;
    m_layer->vfs.szOsFile = int(sizeof(File)) + m_layer->real->szOsFile;
    m_layer->vfs.pAppData = m_layer.get();
    m_layer->vfs.xOpen = onOpen;
    m_layer->vfs.xDelete = [](sqlite3_vfs* vfs, const char* name, int isSynced) {
        return of(vfs).real->xDelete(of(vfs).real, name, isSynced);
    };
    m_layer->vfs.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* result) {
        return of(vfs).real->xAccess(of(vfs).real, name, flags, result);
    };
    m_layer->vfs.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* to) {
        return of(vfs).real->xFullPathname(of(vfs).real, name, size, to);
    };
    sqlite3_vfs_register(&m_layer->vfs, 1);
    recordingLog = &log;
}

RecordingVfs::~RecordingVfs() {
    recordingLog = nullptr;
    sqlite3_vfs_unregister(&m_layer->vfs);
    sqlite3_vfs_register(m_layer->real, 1);
}

} // namespace baolei
