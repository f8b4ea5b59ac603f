#include "core/base/data_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(DataFiles)
};

QString& userFolder() {
    static QString folder;
    return folder;
}
}

void setUserDataFolder(const QString& folder) {
    userFolder() = folder;
}

QString dataFilePath(const QString& name) {
    const QString own = userFolder().isEmpty() ? QString() : userFolder() + u'/' + name;
    return !own.isEmpty() && QFile::exists(own) ? own : u":/"_s + name;
}

Result<QByteArray> readDataFile(const QString& name) {
    QFile file(dataFilePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, Text::tr("找不到程序自带的数据文件“%1”").arg(name),
                    Text::tr("请重新安装本程序；已保存的数据不受影响"));
    return file.readAll();
}

QStringList dataFiles(const QString& folder, const QString& suffix) {
    QStringList names;
    for (const QString& root : {u":"_s, userFolder()}) {
        if (root.isEmpty()) continue;
        const QDir dir(root + u'/' + folder);
        for (const QString& entry : dir.entryList({u'*' + suffix}, QDir::Files))
            names.append(folder + u'/' + entry);
    }
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace baolei
