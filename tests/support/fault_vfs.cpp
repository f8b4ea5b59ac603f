#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

namespace baolei {

struct FaultLayer {
    sqlite3_vfs vfs{}; ///< ours
    sqlite3_vfs* real = nullptr;
    FaultVfs* faults = nullptr;
};

namespace {
struct File {
    sqlite3_file base;
    FaultVfs* faults;
    sqlite3_file* real; ///< lies behind this one
};

FaultLayer& layer(sqlite3_vfs* vfs) {
    return *static_cast<FaultLayer*>(vfs->pAppData);
}
int fault(sqlite3_vfs* vfs, const char* call, int code, bool isWrite = false) {
    return layer(vfs).faults->next(call, code, isWrite);
}

File* of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file);
}
const sqlite3_io_methods& real(sqlite3_file* file) {
    return *of(file)->real->pMethods;
}
int fault(sqlite3_file* file, const char* call, int code, bool isWrite = false) {
    return of(file)->faults->next(call, code, isWrite);
}

int closeFile(sqlite3_file* file) {
    return real(file).xClose(of(file)->real);
}
int readFile(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset) {
    if (const int code = fault(file, "read", SQLITE_IOERR_READ)) return code;
    return real(file).xRead(of(file)->real, buffer, amount, offset);
}
int writeFile(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset) {
    if (const int code = fault(file, "write", SQLITE_IOERR_WRITE, true)) return code;
    return real(file).xWrite(of(file)->real, buffer, amount, offset);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (const int code = fault(file, "truncate", SQLITE_IOERR_TRUNCATE)) return code;
    return real(file).xTruncate(of(file)->real, size);
}
int syncFile(sqlite3_file* file, int /*flags*/) {
    return fault(file, "sync", SQLITE_IOERR_FSYNC);
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    if (const int code = fault(file, "size", SQLITE_IOERR_FSTAT)) return code;
    return real(file).xFileSize(of(file)->real, size);
}
int lockFile(sqlite3_file* file, int level) {
    if (const int code = fault(file, "lock", SQLITE_IOERR_LOCK)) return code;
    return real(file).xLock(of(file)->real, level);
}
// The system lets go of the locks of a file that it has lost: the real ones go as well.
int unlockFile(sqlite3_file* file, int level) {
    const int done = real(file).xUnlock(of(file)->real, level);
    const int code = fault(file, "unlock", SQLITE_IOERR_UNLOCK);
    return code ? code : done;
}
int checkReserved(sqlite3_file* file, int* isReserved) {
    if (const int code = fault(file, "check lock", SQLITE_IOERR_CHECKRESERVEDLOCK)) return code;
    return real(file).xCheckReservedLock(of(file)->real, isReserved);
}
int controlFile(sqlite3_file* file, int op, void* argument) {
    return real(file).xFileControl(of(file)->real, op, argument);
}
int sectorSize(sqlite3_file* file) {
    return real(file).xSectorSize(of(file)->real);
}
int characteristics(sqlite3_file* file) {
    return real(file).xDeviceCharacteristics(of(file)->real);
}
int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    *memory = nullptr;
    if (const int code
        = fault(file, "shm map", extend ? SQLITE_IOERR_SHMSIZE : SQLITE_IOERR_SHMMAP, extend != 0))
        return code == SQLITE_FULL ? SQLITE_IOERR_SHMSIZE : code; // as the real one says it
    return real(file).xShmMap(of(file)->real, page, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int n, int flags) {
    const bool isUnlock = (flags & SQLITE_SHM_UNLOCK) != 0;
    const int done = isUnlock ? real(file).xShmLock(of(file)->real, offset, n, flags) : SQLITE_OK;
    if (const int code = fault(file, "shm lock", SQLITE_IOERR_SHMLOCK)) return code;
    return isUnlock ? done : real(file).xShmLock(of(file)->real, offset, n, flags);
}
void barrierShared(sqlite3_file* file) {
    real(file).xShmBarrier(of(file)->real);
}
int unmapShared(sqlite3_file* file, int isDeleted) {
    return real(file).xShmUnmap(of(file)->real, isDeleted);
}

const sqlite3_io_methods kMethods{2,
                                  closeFile,
                                  readFile,
                                  writeFile,
                                  truncateFile,
                                  syncFile,
                                  sizeOfFile,
                                  lockFile,
                                  unlockFile,
                                  checkReserved,
                                  controlFile,
                                  sectorSize,
                                  characteristics,
                                  mapShared,
                                  lockShared,
                                  barrierShared,
                                  unmapShared,
                                  nullptr,
                                  nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    file->pMethods = nullptr;
    const bool isNew = (flags & SQLITE_OPEN_CREATE) != 0;
    const int code = fault(vfs, "open", SQLITE_CANTOPEN, isNew);
    if (code) return SQLITE_CANTOPEN;
    of(file)->faults = layer(vfs).faults;
    of(file)->real = reinterpret_cast<sqlite3_file*>(of(file) + 1);
    sqlite3_vfs* below = layer(vfs).real;
    const int done = below->xOpen(below, name, of(file)->real, flags, outFlags);
    if (of(file)->real->pMethods) file->pMethods = &kMethods;
    return done;
}
int deleteFile(sqlite3_vfs* vfs, const char* name, int /*syncFolder*/) {
    if (const int code = fault(vfs, "delete", SQLITE_IOERR_DELETE)) return code;
    return layer(vfs).real->xDelete(layer(vfs).real, name, 0);
}
int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* answer) {
    if (const int code = fault(vfs, "access", SQLITE_IOERR_ACCESS)) return code;
    return layer(vfs).real->xAccess(layer(vfs).real, name, flags, answer);
}
int fullPath(sqlite3_vfs* vfs, const char* name, int size, char* path) {
    if (const int code = fault(vfs, "full path", SQLITE_CANTOPEN_FULLPATH)) return code;
    return layer(vfs).real->xFullPathname(layer(vfs).real, name, size, path);
}
}

FaultVfs::FaultVfs()
    : m_layer(std::make_unique<FaultLayer>()) {
    FaultLayer& made = *m_layer;
    made.real = sqlite3_vfs_find(nullptr);
    made.faults = this;
    made.vfs = *made.real; // time, randomness and the rest stay as they are
    made.vfs.zName = "baolei-faults";
    made.vfs.pNext = nullptr;
    made.vfs.pAppData = &made;
    made.vfs.szOsFile = int(sizeof(File)) + made.real->szOsFile;
    made.vfs.xOpen = openFile;
    made.vfs.xDelete = deleteFile;
    made.vfs.xAccess = accessFile;
    made.vfs.xFullPathname = fullPath;
    sqlite3_vfs_register(&made.vfs, 1);
}

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(&m_layer->vfs);
    sqlite3_vfs_register(m_layer->real, 1);
}

void FaultVfs::count(Kind kind) {
    failAt(0, kind, Lasting::Once);
}

void FaultVfs::failAt(int nth, Kind kind, Lasting lasting) {
    m_calls = 0;
    m_failingCall = nth;
    m_isFailing = false;
    m_kind = kind;
    m_lasting = lasting;
    m_failed.clear();
}

void FaultVfs::heal() {
    m_failingCall = 0;
    m_isFailing = false;
}

int FaultVfs::next(const char* call, int code, bool isWrite) {
    if (m_kind == Kind::Full && !isWrite) return 0;
    const bool isNow = ++m_calls == m_failingCall;
    if (isNow) {
        m_failed = call;
        m_isFailing = m_lasting == Lasting::FromThenOn;
    }
    if (!isNow && !m_isFailing) return 0;
    return m_kind == Kind::Full ? SQLITE_FULL : code;
}

} // namespace baolei
