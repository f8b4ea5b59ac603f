#include "tests/fuzz/target.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>

namespace baolei {

void require(bool holds, const char* claim) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", claim);
    std::abort();
}

QString scratchFile(const QString& name, const QByteArray& bytes) {
    static const QTemporaryDir home;
    QDir folder(home.filePath(QStringLiteral("scratch")));
    folder.removeRecursively();
    require(folder.mkpath(QStringLiteral(".")), "there is a folder for scratch files");
    QFile file(folder.filePath(name));
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
            "a scratch file can be written");
    return file.fileName();
}

} // namespace baolei
