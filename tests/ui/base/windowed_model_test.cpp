#include "ui/base/windowed_model.h"

#include "tests/ui/support.h"
#include "ui/base/record_table.h"

#include <QAbstractItemModelTester>
#include <numeric>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMany = 300'000;

Uuid idOf(int place) {
    Uuid id;
    for (size_t i = 0; i < sizeof place; ++i)
        id.bytes[i] = static_cast<unsigned char>(place >> (8 * i));
    id.bytes[15] = 1;
    return id;
}

struct Long {
    int read = 0; ///< records that were asked for
    WindowedModel<int> model{
        {{u"number"_s, u"号"_s, [](const int& n) { return QString::number(n); }}},
        {idOf, [this](const QList<int>& places) {
             read += int(places.size());
             return places;
         }}};

    void show(int count) {
        model.show([count] {
            WindowedModel<int>::Shown shown{std::vector<int>(size_t(count)), count};
            std::iota(shown.places.begin(), shown.places.end(), 0);
            return shown;
        });
    }
};
}

TEST(WindowedModel, keepsThePromisesOfItemModels) {
    Long list;
    const QAbstractItemModelTester tester(&list.model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    list.show(3);
    const QPersistentModelIndex two = list.model.index(2, 0);
    list.model.move({2, 1, 0});
    EXPECT_EQ(two.row(), 0);
    EXPECT_EQ(two.data().toString(), u"2"_s);
    EXPECT_EQ(list.model.textsOfRow(2), QStringList{u"0"_s});
    list.show(0);
    EXPECT_EQ(list.model.rowCount(), 0);
}

TEST(WindowedModel, readsWhatIsDrawnAndKeepsLittle) {
    Long list;
    RecordTable table(u"long"_s, u"长表"_s);
    table.setRecordModel(&list.model);
    table.resize(400, 600);
    table.show();
    list.show(kMany);
    QApplication::processEvents();
    EXPECT_GT(list.read, 0);
    EXPECT_LT(list.read, 1000);
    table.scrollToBottom();
    QApplication::processEvents();
    EXPECT_LT(list.read, 2000);
    for (int row = 0; row < kMany; row += 50)
        list.model.textsOfRow(row);
    EXPECT_LE(list.model.heldRecords(), 2000);
    EXPECT_EQ(list.model.recordCount(), kMany);
    EXPECT_EQ(list.model.rowOfId(idOf(kMany - 1)), kMany - 1);
}

TEST(WindowedModel, findsThousandsOfSelectedRowsAgain) {
    Long list;
    RecordTable table(u"long"_s, u"长表"_s);
    table.setRecordModel(&list.model);
    list.show(kMany);
    QItemSelection some;
    for (int row = 0; row < 3000; row += 2)
        some.append(QItemSelectionRange(list.model.index(row, 0)));
    table.selectionModel()->select(some, QItemSelectionModel::Select);
    const int before = list.read;
    list.show(2000); // fewer of them
    EXPECT_EQ(table.selectedIds().size(), 1000);
    EXPECT_EQ(table.selectedRows().last(), 1998);
    EXPECT_EQ(list.read, before); // ids are known without reading
    table.selectAll();
    EXPECT_EQ(table.selectedRows().size(), 2000);
}

} // namespace baolei
