// Preferences are true at once and on the disk in the end; where nothing can be kept that is told,
// and the file of before is whole.

#include "ui/base/ui_settings.h"

#include "tests/support/full_disk.h"
#include "tests/support/read_only_folder.h"
#include "tests/ui/support.h"

#include <QFileInfo>
#include <QSettings>

namespace baolei {

using namespace Qt::StringLiterals;

TEST(UiSettings, areTrueAtOnceAndOnTheDiskInTheEnd) {
    const TempFolder folder;
    const QString file = folder.path(u"a.ini"_s);
    QSettings(file, QSettings::IniFormat).setValue(u"other"_s, 7);
    useUiSettingsFile(file);
    for (int width = 0; width <= 100; ++width) { // as a splitter is moved
        keepUiSetting(u"tables/people"_s, QVariantMap{{u"name"_s, width}});
        EXPECT_EQ(uiSetting(u"tables/people"_s).toMap().value(u"name"_s), width);
    }
    EXPECT_EQ(uiSetting(u"other"_s), 7);
    EXPECT_EQ(uiSetting(u"none"_s, 3), 3);
    finishUiSettings();
    const QSettings written(file, QSettings::IniFormat);
    EXPECT_EQ(written.value(u"tables/people"_s).toMap().value(u"name"_s), 100);
    EXPECT_EQ(written.value(u"other"_s), 7);
    useUiSettingsFile(folder.path(u"b.ini"_s));
    EXPECT_FALSE(uiSetting(u"other"_s).isValid());
    useUiSettingsFile(file);
    EXPECT_EQ(uiSetting(u"tables/people"_s).toMap().value(u"name"_s), 100);
    useUiSettingsFile({});
}

#ifndef Q_OS_WIN

namespace {
struct Preferences {
    TempFolder folder;
    QString file = folder.path(u"baolei.ini"_s);

    Preferences() {
        useUiSettingsFile(file);
        keepUiSetting(QLatin1StringView(kActorKey), u"李"_s);
        EXPECT_TRUE(finishUiSettings());
    }
    ~Preferences() { useUiSettingsFile({}); }
    Preferences(const Preferences&) = delete;
    Preferences& operator=(const Preferences&) = delete;

    QStringList files() const { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); }
};
}

TEST(UiSettings, onAFullDiskStayAsTheyWere) {
    const Preferences kept;
    const QByteArray before = contentOf(kept.file);
    for (qint64 limit = 0; limit < before.size(); limit += 5) {
        const FullDisk disk(limit);
        keepUiSetting(QLatin1StringView(kActorKey), u"一个很长很长的名字"_s);
        EXPECT_FALSE(finishUiSettings());
    }
    EXPECT_EQ(contentOf(kept.file), before);
    EXPECT_EQ(kept.files(), QStringList{u"baolei.ini"_s});
}

TEST(UiSettings, inAFolderThatCannotBeWrittenStayAsTheyWere) {
    const Preferences kept;
    const QByteArray before = contentOf(kept.file);
    {
        const ReadOnlyFolder folder(kept.folder.path());
        keepUiSetting(QLatin1StringView(kActorKey), u"王"_s);
        EXPECT_FALSE(finishUiSettings());
    }
    EXPECT_EQ(contentOf(kept.file), before);
    EXPECT_EQ(kept.files(), QStringList{u"baolei.ini"_s});
}

#endif

} // namespace baolei
