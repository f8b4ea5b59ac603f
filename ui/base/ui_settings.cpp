#include "ui/base/ui_settings.h"

#include <QStandardPaths>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QString settingsPath;
}

QSettings uiSettings() {
    const QString path = settingsPath.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
            + u"/baolei/baolei.ini"_s
        : settingsPath;
    return QSettings(path, QSettings::IniFormat);
}

void useUiSettingsFile(const QString& path) {
    settingsPath = path;
}

QString currentActor() {
    const QString system = qEnvironmentVariable("USERNAME", qEnvironmentVariable("USER"));
    return uiSettings().value(QLatin1StringView(kActorKey), system).toString();
}

} // namespace baolei
