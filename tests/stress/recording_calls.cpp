// The calls by which Qt, SQLite and the program sync, rename and remove files, caught on their way
// to the system: the names in this program come before those in the C library. Nothing is really
// synced: these tests take the power away themselves, and need no platter to turn.

#include "tests/stress/recording_vfs.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using baolei::recordedPath;
using baolei::recordingLog;

namespace {
int syncedPath(int descriptor) {
    if (!recordingLog) return 0;
    const QByteArray link = "/proc/self/fd/" + QByteArray::number(descriptor);
    char path[4096];
    const ssize_t size = readlink(link.constData(), path, sizeof path - 1);
    if (size < 0) return -1;
    path[size] = '\0';
    recordingLog->synced(recordedPath(path));
    return 0;
}
}

extern "C" {

int fsync(int descriptor) {
    return syncedPath(descriptor);
}

int fdatasync(int descriptor) {
    return syncedPath(descriptor);
}

int rename(const char* from, const char* to) {
    const int code = int(syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to));
    if (code == 0 && recordingLog) recordingLog->renamed(recordedPath(from), recordedPath(to));
    return code;
}

int unlink(const char* path) noexcept {
    const int code = int(syscall(SYS_unlinkat, AT_FDCWD, path, 0));
    if (code == 0 && recordingLog) recordingLog->removed(recordedPath(path));
    return code;
}

int mkdir(const char* path, mode_t mode) noexcept {
    const int code = int(syscall(SYS_mkdirat, AT_FDCWD, path, mode));
    if (code == 0 && recordingLog) recordingLog->madeFolder(recordedPath(path));
    return code;
}
}
