#include "ui/base/ui_settings.h"

#include "tests/ui/support.h"

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

} // namespace baolei
