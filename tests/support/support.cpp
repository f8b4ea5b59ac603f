#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace baolei {

using namespace Qt::StringLiterals;

TempFolder::TempFolder()
    : m_dir(QDir::tempPath() + u"/堡垒 测试-XXXXXX"_s) { }

QString TempFolder::path(const QString& name) const {
    return name.isEmpty() ? m_dir.path() : m_dir.filePath(name);
}

bool permissionsBind() {
#ifdef Q_OS_WIN
    return false;
#else
    return geteuid() != 0;
#endif
}

QString networkPath([[maybe_unused]] const QString& path) {
#ifdef Q_OS_WIN
    return {};
#else
    return u'/' + path;
#endif
}

QString testData(const QString& name) {
    return QStringLiteral(BAOLEI_SOURCE_DIR "/tests/data/") + name;
}

QString sampleFile(const QString& name) {
    const QString path = QStringLiteral(BAOLEI_SOURCE_DIR "/../shared/data/") + name;
    return QFile::exists(path) ? path : QString();
}

QByteArray asNotepad(QByteArray text) {
    return "\xEF\xBB\xBF" + text.replace('\n', "\r\n");
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

} // namespace baolei
