#include "ui/settings/backup_rows.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocale>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(BackupRows)
};

QString originOf(const BackupInfo& backup) {
    const QString name = QFileInfo(backup.path).completeBaseName();
    if (name.contains(u"恢复前"_s)) return Text::tr("恢复以前留下的");
    if (name.contains(u"升级前"_s)) return Text::tr("升级以前留下的");
    return Text::tr("做成时已验证");
}
}

QList<RecordColumn<BackupInfo>> backupColumns() {
    using B = BackupInfo;
    using C = RecordColumn<B>;
    const auto time = [](const B& b) { return b.madeAt.toString(u"yyyy-MM-dd HH:mm:ss"_s); };
    const auto size = [](const B& b) {
        return QLocale::c().formattedDataSize(b.bytes, 1, QLocale::DataSizeTraditionalFormat);
    };
    return {C(u"madeAt"_s, Text::tr("时间"), time).wide(11),
            C(u"size"_s, Text::tr("大小"), size).right().wide(6).sortedBy([](const B& b) {
                return SortKey(b.bytes);
            }),
            C(u"origin"_s, Text::tr("来历"), originOf).filling()};
}

Uuid backupId(const BackupInfo& backup) {
    const QByteArray hash
        = QCryptographicHash::hash(backup.path.toUtf8(), QCryptographicHash::Blake2b_256);
    return Uuid::fromBytes(hash.first(16));
}

} // namespace baolei
