#include "ui/base/record_table.h"

#include "tests/ui/support.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QHeaderView>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Villager {
    Uuid id;
    QString name;
    int age = 0;
};

Villager villager(int number, const QString& name, int age) {
    Villager made{{}, name, age};
    made.id.bytes[14] = static_cast<unsigned char>(number >> 8);
    made.id.bytes[15] = static_cast<unsigned char>(number);
    return made;
}

QList<RecordColumn<Villager>> columns() {
    using C = RecordColumn<Villager>;
    return {C(u"name"_s, u"姓名"_s, [](const Villager& v) { return v.name; }),
            C(u"age"_s, u"年龄"_s, [](const Villager& v) { return QString::number(v.age); })
                .right()
                .sortedBy([](const Villager& v) { return SortKey(qint64(v.age)); })};
}

using Model = RecordModel<Villager>;
Uuid idOf(const Villager& v) {
    return v.id;
}

QList<Villager> three() {
    return {villager(1, u"赵丽"_s, 9), villager(2, u"安国"_s, 70), villager(3, u"李\t强"_s, 41)};
}

QStringList shown(const RecordModelBase& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}
}

TEST(RecordModel, keepsThePromisesOfItemModels) {
    Model model(columns(), idOf);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRecords(three());
    model.sort(0);
    const QPersistentModelIndex zhao = model.index(model.rowOfId(three()[0].id), 1);
    model.sort(1, Qt::DescendingOrder);
    EXPECT_EQ(zhao.data().toString(), u"9"_s);
    EXPECT_EQ(zhao.row(), 2);
    model.setFilter([](const Villager& v) { return v.age > 40; });
    model.setRecords({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(RecordModel, sortsNamesByReadingAndNumbersByValue) {
    Model model(columns(), idOf);
    model.setRecords(three());
    model.sort(0);
    EXPECT_EQ(shown(model), (QStringList{u"安国"_s, u"李\t强"_s, u"赵丽"_s}));
    model.sort(1);
    EXPECT_EQ(shown(model), (QStringList{u"赵丽"_s, u"李\t强"_s, u"安国"_s}));
    model.sort(-1);
    EXPECT_EQ(shown(model).first(), u"赵丽"_s);
}

TEST(RecordModel, filtersWithoutLosingRecords) {
    Model model(columns(), idOf);
    model.setRecords(three());
    model.setFilter([](const Villager& v) { return v.age < 50; });
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.recordCount(), 3);
    EXPECT_EQ(model.find(three()[1].id), nullptr);
    model.setFilter({});
    EXPECT_EQ(model.find(three()[1].id)->name, u"安国"_s);
}

TEST(RecordModel, answersAtOnceWithAWholeCity) {
    QList<Villager> city;
    for (int i = 0; i < 300000; ++i)
        city.append(villager(i % 60000, u"王强"_s, i % 90));
    Model model(columns(), idOf);
    QElapsedTimer timer;
    timer.start();
    model.setRecords(city);
    RecordTable table(u"city"_s, u"全市"_s);
    table.setRecordModel(&model);
    table.resize(600, 400);
    table.show();
    QApplication::processEvents();
    EXPECT_LT(timer.elapsed(), 1500);
    EXPECT_EQ(model.rowCount(), 300000);
}

TEST(RecordTable, keepsTheSelectedRecordThroughARefresh) {
    const OwnSettings settings;
    Model model(columns(), idOf);
    RecordTable table(u"villagers"_s, u"村民"_s);
    table.setRecordModel(&model);
    model.setRecords(three());
    ASSERT_TRUE(table.selectId(three()[2].id));
    QList<Villager> again = three();
    again.prepend(villager(9, u"新来"_s, 20));
    model.setRecords(again);
    EXPECT_EQ(table.currentId(), three()[2].id);
    EXPECT_EQ(table.selectedIds(), QList<Uuid>{three()[2].id});
    model.setRecords({again.first()});
    EXPECT_TRUE(table.currentId().isNull());
}

TEST(RecordTable, copiesRowsForASpreadsheet) {
    const OwnSettings settings;
    Model model(columns(), idOf);
    RecordTable table(u"villagers"_s, u"村民"_s);
    table.setRecordModel(&model);
    model.setRecords(three());
    table.selectAll();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text(), u"姓名\t年龄\n赵丽\t9\n安国\t70\n李 强\t41"_s);
}

TEST(RecordTable, opensARecordByEnterAndTeachesWhenEmpty) {
    const OwnSettings settings;
    Model model(columns(), idOf);
    RecordTable table(u"villagers"_s, u"村民"_s);
    table.setRecordModel(&model);
    bool hasImported = false;
    table.emptyState().set(u"还没有人"_s, u"导入"_s, [&] { hasImported = true; });
    table.show();
    child<QPushButton>(&table, "emptyAction")->click();
    EXPECT_TRUE(hasImported);
    model.setRecords(three());
    EXPECT_FALSE(table.emptyState().isVisible());
    Uuid opened;
    QObject::connect(&table, &RecordTable::recordActivated, &table,
                     [&](const Uuid& id) { opened = id; });
    table.selectId(three()[1].id);
    QTest::keyClick(&table, Qt::Key_Return);
    EXPECT_EQ(opened, three()[1].id);
}

TEST(RecordTable, remembersWidthsAndGrowsWithTheType) {
    const OwnSettings settings;
    {
        Model model(columns(), idOf);
        RecordTable table(u"villagers"_s, u"村民"_s);
        table.setRecordModel(&model);
        table.show();
        table.setColumnWidth(0, 200);
    }
    Model model(columns(), idOf);
    RecordTable table(u"villagers"_s, u"村民"_s);
    table.setRecordModel(&model);
    table.show();
    EXPECT_EQ(table.columnWidth(0), 200);
    const int row = table.verticalHeader()->defaultSectionSize();
    setLargeType(true);
    EXPECT_GT(table.columnWidth(0), 260);
    EXPECT_GT(table.verticalHeader()->defaultSectionSize(), row);
    setLargeType(false);
    EXPECT_EQ(table.columnWidth(0), 200);
}

} // namespace baolei
