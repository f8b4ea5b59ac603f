#include "ui/history/history_page.h"

#include "core/store/setting.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QList<const Table*> tables() {
    return {&tableOf<Organisation>(), &tableOf<Person>(), &tableOf<Setting>()};
}

struct HistoryTown : PageTown {
    Person wang = member(u"王强"_s, xidang.id);
    HistoryTown() {
        wang.phone = u"13800001111"_s;
        wang.address = u"西荡村三组"_s;
        wang.education = u"21"_s;
        wang.branchId = dongyan.id;
        EXPECT_TRUE(ok(savePerson(*store, wang)));
    }
    QString allText(const RecordTable* table) {
        QString text;
        for (int row = 0; row < table->recordModel()->rowCount(); ++row)
            text += table->recordModel()->textsOfRow(row).join(u'|') + u'\n';
        return text;
    }
};
}

TEST(ChangeText, masksPrivateValuesAndNamesTheRest) {
    HistoryTown town;
    const auto newest = operations(town.reader());
    ASSERT_TRUE(ok(newest));
    const auto lines = changeLines(town.reader(), newest->first().seq, tables());
    ASSERT_TRUE(ok(lines));
    QHash<QString, ChangeLine> byItem;
    for (const ChangeLine& line : *lines) {
        byItem.insert(line.item, line);
        EXPECT_TRUE(line.record.contains(u"王强"_s));
        for (const QString& text : {line.before, line.after}) {
            EXPECT_FALSE(text.contains(u"1380000"_s));
            EXPECT_FALSE(text.contains(u"三组"_s));
        }
    }
    const Table& person = tableOf<Person>();
    EXPECT_EQ(byItem[person.find("phone")->title].after, QString::fromUtf16(kMask));
    EXPECT_NE(byItem[person.find("phone")->title].before, QString::fromUtf16(kMask));
    EXPECT_EQ(byItem[person.find("branch_id")->title].before, u"西荡村党支部"_s);
    EXPECT_EQ(byItem[person.find("branch_id")->title].after, u"东堰村党支部"_s);
    EXPECT_EQ(byItem[person.find("education")->title].after, u"大学"_s);
}

TEST(ChangeText, masksColumnsThatNoDescriptorKnows) {
    HistoryTown town;
    const auto newest = operations(town.reader());
    const auto lines = changeLines(town.reader(), newest->first().seq, {});
    ASSERT_TRUE(ok(lines));
    for (const ChangeLine& line : *lines)
        EXPECT_FALSE(line.after.contains(u"1380000"_s) || line.after.contains(u"21"_s));
}

TEST(HistoryPage, showsTheNewestStepAndItsChanges) {
    HistoryTown town;
    HistoryPage page(town.context(), tables());
    page.QWidget::show();
    auto* list = child<RecordTable>(&page, "operations");
    auto* changes = child<RecordTable>(&page, "changes");
    EXPECT_TRUE(list->recordModel()->textsOfRow(0)[1].contains(u"修改党员"_s));
    EXPECT_EQ(list->recordModel()->textsOfRow(0)[2], u"测试员"_s);
    EXPECT_EQ(changes->recordModel()->rowCount(), 4);
    EXPECT_FALSE(town.allText(changes).contains(u"1380000"_s));
    EXPECT_TRUE(child<QLabel>(&page, "operationHeading")->text().contains(u"王强"_s));
}

TEST(HistoryPage, takesBackAnyStepAndSaysWhenItCannot) {
    HistoryTown town;
    HistoryPage page(town.context(), tables());
    page.QWidget::show();
    auto* list = child<RecordTable>(&page, "operations");
    auto* button = child<QPushButton>(&page, "takeBack");
    list->selectRow(1); // added; changed since
    ask::Script script;
    button->click();
    ASSERT_EQ(script.shown().size(), 1);
    EXPECT_TRUE(script.shown().first().contains(u"不能撤销"_s));
    list->selectRow(0);
    button->click();
    QApplication::processEvents();
    const auto person = town.reader().find(town.wang.id);
    ASSERT_TRUE(ok(person));
    EXPECT_EQ((*person)->branchId, town.xidang.id);
    EXPECT_EQ(list->recordModel()->textsOfRow(1)[3], u"已撤销"_s);
    list->selectRow(1);
    EXPECT_FALSE(button->isEnabled());
    list->selectRow(list->recordModel()->rowCount() - 1); // the founding of the store
    EXPECT_FALSE(button->isEnabled());
}

TEST(HistoryPage, filtersByWords) {
    HistoryTown town;
    HistoryPage page(town.context(), tables());
    page.QWidget::show();
    auto* list = child<RecordTable>(&page, "operations");
    const int all = list->recordModel()->rowCount();
    child<QLineEdit>(&page, "historyFilter")->setText(u"王强"_s);
    EXPECT_EQ(list->recordModel()->rowCount(), 2);
    child<QLineEdit>(&page, "historyFilter")->setText(u"没有这样的事"_s);
    EXPECT_TRUE(list->emptyState().isVisible());
    child<QLineEdit>(&page, "historyFilter")->clear();
    EXPECT_EQ(list->recordModel()->rowCount(), all);
}

TEST(HistoryPage, exportsWhatTheFilterShows) {
    HistoryTown town;
    HistoryPage page(town.context(), tables());
    page.QWidget::show();
    child<QLineEdit>(&page, "historyFilter")->setText(u"修改党员"_s);
    const QString path = town.folder.path(u"历史.csv"_s);
    ask::Script script;
    script.text(path);
    QString said;
    QObject::connect(&town.navigator, &Navigator::said, [&](const QString& line) { said = line; });
    child<QPushButton>(&page, "exportHistory")->click();
    ASSERT_TRUE(eventually([&] { return said.contains(path); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_TRUE(text.contains(u"修改党员"_s));
    EXPECT_FALSE(text.contains(u"添加党员"_s)) << text.toStdString();
}

} // namespace baolei
