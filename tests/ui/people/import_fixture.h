#pragma once
// The import's dialog on a real store, driven as a person drives it.

#include "core/people/id_number.h"
#include "core/people/queries.h"
#include "core/spreadsheet/reader.h"
#include "core/spreadsheet/xlsx_writer.h"
#include "tests/ui/support.h"
#include "ui/base/ask.h"
#include "ui/base/fields.h"
#include "ui/base/figures.h"
#include "ui/base/record_table.h"
#include "ui/people/import_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace baolei {

using namespace Qt::StringLiterals;

using Step = ImportDialog::Step;

/// An invented number of the unassigned region.
inline QString numberOf(const QString& birth, const QString& order) {
    const QString first = u"329999"_s + birth + order;
    return first + idCheckDigit(first);
}

inline QString shippedRoster() {
    return QStringLiteral(BAOLEI_SOURCE_DIR "/resources/samples/roster.xlsx");
}

struct ImportTown : PageTown {
    ask::Script script;
    QStringList said;
    QList<Target> opened;
    int files = 0;

    ImportTown() {
        QObject::connect(&navigator, &Navigator::said, [this](const QString& l) { said += l; });
        QObject::connect(&navigator, &Navigator::opened,
                         [this](const Target& target) { opened += target; });
    }

    /// Writes lines of cells, separated by |, as a workbook.
    QString file(const QStringList& lines) {
        const QString path = folder.path(u"花名册%1.xlsx"_s.arg(++files));
        auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
        EXPECT_TRUE(ok(writer));
        (*writer)->addSheet({});
        for (int i = 0; i < int(lines.size()); ++i) {
            QList<CellValue> values;
            for (const QString& cell : lines[i].split(u'|'))
                values.append(cell.isEmpty() ? CellValue{} : CellValue{cell});
            (*writer)->putRow(i + 1, values);
        }
        EXPECT_TRUE(ok((*writer)->finish()));
        return path;
    }
    qint64 count(const char* table) {
        const auto counted = reader().integer(QByteArray("SELECT count(*) FROM ") + table);
        EXPECT_TRUE(ok(counted));
        return counted.value_or(-1);
    }
    Person person(const QString& name) {
        const auto found = reader().all<Person>("WHERE r.name = :name", {{":name", name}});
        EXPECT_TRUE(ok(found));
        EXPECT_EQ(found->size(), 1) << name.toStdString();
        return found->isEmpty() ? Person{} : found->first();
    }
};

/// One run of the dialog; waits for its threads.
struct ImportRun {
    ImportTown& town;
    ImportDialog dialog;

    explicit ImportRun(ImportTown& town_)
        : town(town_)
        , dialog(*town_.store, town_.navigator) {
        dialog.QWidget::show();
    }
    template <typename W> W* find(const char* name) {
        // Fields of a file that is no longer shown go with the next turn of the loop.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return child<W>(&dialog, name);
    }
    void settle() {
        EXPECT_TRUE(eventually([this] { return !dialog.isBusy(); }));
    }
    void click(const char* name) {
        auto* button = find<QAbstractButton>(name);
        ASSERT_TRUE(button->isEnabled()) << name;
        button->click();
        settle();
    }
    /// Through the file picker, as the button does.
    void pick(const QString& path) {
        town.script.text(path);
        click("pickFile");
    }
    void go(Step step) {
        for (int i = 0; i < 5 && dialog.step() < step; ++i)
            click("next");
        EXPECT_EQ(dialog.step(), step);
    }
    QString text(const char* label) { return find<QLabel>(label)->text(); }
    RecordModelBase* rows() { return find<RecordTable>("importRows")->recordModel(); }
    /// All texts of the preview's table, a line a row.
    QString shownRows() {
        QString all;
        for (int row = 0; row < rows()->rowCount(); ++row)
            all += rows()->textsOfRow(row).join(u'|') + u'\n';
        return all;
    }
    const ImportPlan& plan() const { return *dialog.state().plan; }
};

} // namespace baolei
