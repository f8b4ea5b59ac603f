#include "ui/base/ui_settings.h"

#include <QMap>
#include <QMutex>
#include <QSettings>
#include <QStandardPaths>
#include <QThreadPool>
#include <optional>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
using Settings = QMap<QString, QVariant>;

QMutex mutex;
QString fileOfTests;
std::optional<Settings>
    known; ///< all of them, read once: a file that is written makes readers wait
Settings unwritten;
bool wasWritten = true; ///< what was kept last

QString path() {
    if (!fileOfTests.isEmpty()) return fileOfTests;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/baolei/baolei.ini"_s;
}

// With the mutex.
Settings& settings() {
    if (known) return *known;
    known.emplace();
    const QSettings file(path(), QSettings::IniFormat);
    for (const QString& key : file.allKeys())
        known->insert(key, file.value(key));
    return *known;
}

// One thread: what was kept last is written last.
QThreadPool& writer() {
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return pool;
}

void writeAll() {
    QMutexLocker lock(&mutex);
    const Settings values = std::exchange(unwritten, {});
    const QString name = path();
    lock.unlock();
    if (values.isEmpty()) return; // written together with what was kept before
    QSettings file(name, QSettings::IniFormat);
    for (auto each = values.begin(); each != values.end(); ++each)
        file.setValue(each.key(), each.value());
    file.sync();
    lock.relock();
    wasWritten = file.status() == QSettings::NoError;
}
}

QVariant uiSetting(QAnyStringView key, const QVariant& otherwise) {
    const QMutexLocker lock(&mutex);
    return settings().value(key.toString(), otherwise);
}

void keepUiSetting(QAnyStringView key, const QVariant& value) {
    {
        const QMutexLocker lock(&mutex);
        settings().insert(key.toString(), value);
        unwritten.insert(key.toString(), value);
    }
    writer().start(writeAll);
}

bool finishUiSettings() {
    writer().waitForDone();
    const QMutexLocker lock(&mutex);
    return wasWritten;
}

void useUiSettingsFile(const QString& path) {
    finishUiSettings();
    const QMutexLocker lock(&mutex);
    fileOfTests = path;
    known.reset();
}

QString currentActor() {
    const QString system = qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER"));
    return uiSetting(QLatin1StringView(kActorKey), system).toString();
}

} // namespace baolei
