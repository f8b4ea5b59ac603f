// 导出 of a table that is longer than one look of the event loop.

#include "ui/base/table_export.h"

#include "core/people/roster_export.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"

#include <QFile>
#include <QTimer>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr int kMany = 1700;

using Model = RecordModel<int>;

QList<int> numbers(int first) {
    QList<int> all;
    for (int i = 0; i < kMany; ++i)
        all.append(first + i);
    return all;
}

struct LongTable {
    TempFolder folder;
    QString path = folder.path(u"表.csv"_s);
    int textsMade = 0;
    Model model{{{u"n"_s, u"编号"_s,
                  [this](int n) {
                      ++textsMade;
                      return QString::number(n);
                  }}},
                [](int) { return Uuid(); }};
    Navigator navigator;
    ask::Script script;
    QString said;

    LongTable() {
        model.setRecords(numbers(0));
        QObject::connect(&navigator, &Navigator::said, &navigator,
                         [this](const QString& text) { said = text; });
    }
    void exportInto(QWidget& window) {
        script.text(path);
        exportShown(&window, navigator, model, u"表"_s);
    }
    QStringList written() {
        EXPECT_TRUE(eventually([this] { return !said.isEmpty(); }));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll()).trimmed().split(u"\r\n"_s);
    }
};
}

TEST(TableExport, makesItsTextsWhileTheWindowGoesOn) {
    LongTable table;
    QWidget window;
    table.exportInto(window);
    int made = 0;
    int looks = 0;
    QTimer others; // what else the window has to do
    QObject::connect(&others, &QTimer::timeout, &others, [&] {
        EXPECT_LE(table.textsMade - made, 1000);
        made = table.textsMade;
        looks += made < kMany ? 1 : 0;
    });
    others.start(0);
    const QStringList lines = table.written();
    EXPECT_GE(looks, 2);
    ASSERT_EQ(lines.size(), kMany + 1);
    EXPECT_TRUE(lines.first().endsWith(u"编号"_s));
    EXPECT_EQ(lines[1], u"0"_s);
    EXPECT_EQ(lines.last(), QString::number(kMany - 1));
    EXPECT_TRUE(table.said.contains(QString::number(kMany)));
}

TEST(TableExport, takesWhatIsShownWhenItChangesMeanwhile) {
    LongTable table;
    QWidget window;
    table.exportInto(window);
    ASSERT_TRUE(eventually([&] { return table.textsMade > 0; }));
    ASSERT_LT(table.textsMade, kMany);
    table.model.setRecords(numbers(5000));
    const QStringList lines = table.written();
    ASSERT_EQ(lines.size(), kMany + 1);
    EXPECT_EQ(lines[1], u"5000"_s);
}

TEST(TableExport, endsWithItsTable) {
    auto table = std::make_unique<LongTable>();
    QWidget window;
    const QString path = table->path;
    table->exportInto(window);
    table.reset();
    for (int i = 0; i < 20; ++i) // more than it would have taken
        QCoreApplication::processEvents();
    EXPECT_FALSE(QFile::exists(path));
}

TEST(TableExport, becomesPagesToBePrintedAndShowsThem) {
    LongTable table;
    table.path = table.folder.path(u"表.pdf"_s);
    QWidget window;
    table.exportInto(window);
    ASSERT_TRUE(eventually([&] { return !table.said.isEmpty(); }));
    QFile file(table.path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.read(5) == "%PDF-");
    EXPECT_EQ(table.script.shown().last(), table.path); // opened where it can be printed
}

TEST(SaveFile, goesByTheKindThatWasChosen) {
    const auto saved = [](const QString& path, const QString& filter) {
        return ask::withSuffixOf(path, filter, u".xlsx"_s);
    };
    EXPECT_EQ(saved(u"/a/名册.xlsx"_s, u"打印稿 (*.pdf)"_s), u"/a/名册.pdf"_s);
    EXPECT_EQ(saved(u"/a/名册"_s, u"打印稿 (*.pdf)"_s), u"/a/名册.pdf"_s);
    EXPECT_EQ(saved(u"/a/名册.pdf"_s, u"表格 (*.xlsx)"_s), u"/a/名册.pdf"_s); // as it was typed
    EXPECT_EQ(saved(u"/a/名册.CSV"_s, u"表格 (*.xlsx *.csv)"_s), u"/a/名册.CSV"_s);
    EXPECT_EQ(saved(u"/a/2026.11"_s, u"表格 (*.xlsx)"_s), u"/a/2026.11.xlsx"_s);
    EXPECT_EQ(saved(u"/a/名册.txt"_s, u"所有文件 (*)"_s), u"/a/名册.txt"_s);
    EXPECT_EQ(saved({}, u"打印稿 (*.pdf)"_s), QString());
}
