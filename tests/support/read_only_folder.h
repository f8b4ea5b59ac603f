#pragma once
// A folder in which nothing can be written, as on a CD or on a stick whose switch is on. Not on
// Windows, where the mark of a folder means nothing.

#include <QtGlobal>

#ifndef Q_OS_WIN
#include <QDir>
#include <QFile>
#include <gtest/gtest.h>
#include <unistd.h>

namespace baolei {

/// Who may write everywhere becomes one who may not, and gets a read-only folder.
class ReadOnlyFolder {
public:
    enum class What { FolderAndFiles, FilesOnly };
    explicit ReadOnlyFolder(const QString& folder, What what = What::FolderAndFiles)
        : m_folder(folder)
        , m_isRoot(geteuid() == 0) {
        const auto read = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        const auto enter = read | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        const auto write = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
        for (const QFileInfo& each : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
            QFile::setPermissions(each.filePath(), read);
        QFile::setPermissions(folder, what == What::FilesOnly ? enter | write : enter);
        if (m_isRoot) {
            EXPECT_EQ(seteuid(65534), 0);
        }
    }
    ~ReadOnlyFolder() {
        if (m_isRoot) {
            EXPECT_EQ(seteuid(0), 0);
        }
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

private:
    QString m_folder;
    bool m_isRoot;
};

} // namespace baolei
#endif
