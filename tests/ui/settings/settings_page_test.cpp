#include "ui/settings/settings_page.h"

#include "core/store/history.h"
#include "core/store/setting.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
void enter(QLineEdit* field, const QString& text) {
    field->setText(text);
    QTest::keyClick(field, Qt::Key_Return);
}
}

TEST(SettingsPage, switchesLargeTypeAtOnceAndFollowsTheKeyboard) {
    PageTown town;
    SettingsPage page(town.context());
    page.QWidget::show();
    auto* box = child<QCheckBox>(&page, "largeType");
    box->click();
    EXPECT_TRUE(isLargeType());
    setLargeType(false);
    EXPECT_FALSE(box->isChecked());
}

TEST(SettingsPage, keepsWhoSitsHereForTheHistory) {
    PageTown town;
    SettingsPage page(town.context());
    page.QWidget::show();
    enter(child<QLineEdit>(&page, "actor"), u"周文书"_s);
    EXPECT_EQ(currentActor(), u"周文书"_s);
    town.member(u"王强"_s, town.xidang.id);
    EXPECT_EQ(operations(town.reader())->first().actor, u"周文书"_s);
}

TEST(SettingsPage, renamesTheTownAsAnOperationOfItsOwn) {
    PageTown town;
    SettingsPage page(town.context());
    page.QWidget::show();
    auto* field = child<QLineEdit>(&page, "town");
    EXPECT_EQ(field->text(), u"示范镇"_s);
    enter(field, u"新示范镇"_s);
    EXPECT_EQ(settingOf(town.reader(), kTownName).value_or(QString()), u"新示范镇"_s);
    enter(field, u"  "_s); // a town has a name
    EXPECT_EQ(field->text(), u"新示范镇"_s);
    ASSERT_TRUE(ok(town.store->undo()));
    QApplication::processEvents();
    EXPECT_EQ(field->text(), u"示范镇"_s);
}

TEST(SettingsPage, backsUpListsTestsAndAsksToRestore) {
    PageTown town;
    SettingsPage page(town.context());
    page.QWidget::show();
    auto* list = child<RecordTable>(&page, "backups");
    EXPECT_FALSE(child<QPushButton>(&page, "restore")->isEnabled());
    const QSignalSpy made(&town.navigator, &Navigator::backupMade);
    child<QPushButton>(&page, "backUpNow")->click();
    ASSERT_TRUE(eventually([&] { return list->recordModel()->rowCount() == 1; }));
    EXPECT_TRUE(eventually([&] { return made.size() == 1; }));
    list->selectRow(0);
    ask::Script script;
    child<QPushButton>(&page, "testBackup")->click();
    ASSERT_TRUE(eventually([&] { return script.shown().size() == 1; }));
    EXPECT_TRUE(script.shown().first().contains(u"是好的"_s));
    const QSignalSpy restores(&town.navigator, &Navigator::restoreWanted);
    child<QPushButton>(&page, "restore")->click();
    EXPECT_EQ(restores.size(), 1);
    QFile damaged(backupsIn(backupFolderOf(town.store->path())).first().path);
    ASSERT_TRUE(damaged.open(QIODevice::ReadWrite));
    damaged.seek(4096);
    damaged.write(QByteArray(8192, '\x5a'));
    damaged.close();
    child<QPushButton>(&page, "testBackup")->click();
    ASSERT_TRUE(eventually([&] { return script.shown().size() == 2; }));
    EXPECT_FALSE(script.shown().last().contains(u"是好的"_s));
}

TEST(SettingsPage, checksTheDataInPlainWords) {
    PageTown town;
    town.member(u"王强"_s, town.xidang.id);
    SettingsPage page(town.context());
    page.QWidget::show();
    child<QPushButton>(&page, "verify")->click();
    auto* report = child<QLabel>(&page, "report");
    EXPECT_TRUE(eventually([&] { return report->text().contains(u"一切完好"_s); }))
        << report->text().toStdString();
}

} // namespace baolei
