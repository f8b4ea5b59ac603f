// What is stopped halfway leaves no file and no half of one: what was there before is whole, and
// the same thing done again succeeds. Backups and restoring too.

#include "tests/app/window/stopped_town.h"
#include "ui/base/ask.h"
#include "ui/base/record_table.h"
#include "ui/printing/preview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrintDialog>
#include <QTimer>

namespace baolei {

namespace {
/// `write` into a file of that name where an older one lies, stopped at once and halfway, then
/// whole.
struct Writing {
    StoppedTown& town;
    QString name;
    std::function<void()> write;
    bool isAskedHow = false; ///< a choice before the name

    void answer(ask::Script& script) const {
        if (isAskedHow) script.option(0);
        script.text(town.file(name));
    }
    void stopTwiceThenFinish(const QList<HeldWork::At>& points = {atOnce, inTheMiddle}) const {
        QFile old(town.file(name));
        ASSERT_TRUE(old.open(QIODevice::WriteOnly));
        old.write("from before");
        old.close();
        const auto filesBefore = filesIn(town.out);
        for (const auto& at : points) {
            ask::Script script;
            answer(script);
            town.stopAt(at, write);
            EXPECT_EQ(filesIn(town.out), filesBefore) << name.toStdString();
        }
        ask::Script script;
        answer(script);
        write();
        EXPECT_TRUE(town.isCalm());
        EXPECT_EQ(filesIn(town.out).keys(), filesBefore.keys());
        EXPECT_NE(filesIn(town.out), filesBefore) << name.toStdString();
    }
};

void showPages(const StoppedTown& town) {
    town.showPage(u"printing"_s);
    const auto* preview = town.part<Preview>("preview");
    ASSERT_TRUE(eventually([&] { return preview->document().pages.size() > 3; }));
}

/// Prints into `path` through the system's dialog, which asks before it writes over a file.
void printInto(const StoppedTown& town, const QString& path) {
    QTimer choose;
    QObject::connect(&choose, &QTimer::timeout, &choose, [&] {
        auto* dialog = qobject_cast<QPrintDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        choose.stop();
        auto* printers = child<QComboBox>(dialog, "printers");
        printers->setCurrentIndex(printers->count()
                                  - 1); // into a file, whatever printers there are
        auto* name = child<QLineEdit>(dialog, "filename");
        name->setText(path);
        name->isVisible() ? dialog->accept() : dialog->reject();
    });
    QTimer agree;
    QObject::connect(&agree, &QTimer::timeout, &agree, [] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box) box->button(QMessageBox::Yes)->click();
    });
    QTimer giveUp; // a failure, not a test that never ends
    QObject::connect(&giveUp, &QTimer::timeout, &giveUp, [] {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
            dialog->reject();
    });
    choose.start(20);
    agree.start(20);
    giveUp.start(60'000);
    town.button(u"打印"_s)->click();
}
}

TEST(Stop, anExportLeavesTheFileThatWasThere) {
    StoppedTown town;
    town.showPage(u"people"_s);
    const auto exporting = [&] { town.button(u"导出"_s)->click(); };
    for (const QString& name : {u"名册.xlsx"_s, u"名册.csv"_s})
        Writing{town, name, exporting, true}.stopTwiceThenFinish();
    town.showPage(u"history"_s);
    for (const QString& name : {u"历史.xlsx"_s, u"历史.csv"_s})
        Writing{town, name, exporting}.stopTwiceThenFinish({atOnce});
}

TEST(Stop, pagesIntoAFileLeaveTheFileThatWasThere) {
    StoppedTown town;
    showPages(town);
    Writing{town, u"手册.pdf"_s, [&] { town.button(u"存为 PDF 或表格"_s)->click(); }}
        .stopTwiceThenFinish({inTheMiddle});
}

TEST(Stop, aPrinterThatWritesAFileLeavesTheFileThatWasThere) {
#ifdef Q_OS_WIN
    GTEST_SKIP() << "THE SYSTEM'S OWN PRINT DIALOG CANNOT BE ANSWERED";
#endif
    StoppedTown town;
    showPages(town);
    const QString path = town.file(u"打印.pdf"_s);
    QFile old(path);
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("from before");
    old.close();
    const auto filesBefore = filesIn(town.out);
    for (const auto& at : {atOnce, inTheMiddle}) {
        town.stopAt(at, [&] { printInto(town, path); });
        EXPECT_EQ(filesIn(town.out), filesBefore);
    }
    printInto(town, path);
    EXPECT_TRUE(town.isCalm());
    EXPECT_EQ(filesIn(town.out).keys(), filesBefore.keys());
    EXPECT_TRUE(contentOf(path).startsWith("%PDF-"));
}

TEST(Stop, aBatchKeepsTheFilesThatAreWholeAndSaysHowManyAreNot) {
    StoppedTown town;
    showPages(town);
    ask::Script script;
    const auto saveAll = [&] { town.button(u"所有支部各存一份"_s)->click(); };
    script.text(town.out);
    town.stopAt([](qint64 done, qint64) { return done == 2; }, saveAll);
    EXPECT_TRUE(script.shown().last().contains(u"做好 2 份"_s));
    EXPECT_TRUE(script.shown().last().contains(u"没有做"_s)) << script.shown().last().toStdString();
    const auto files = filesIn(town.out);
    EXPECT_EQ(files.size(), 2);
    for (const QByteArray& each : files)
        EXPECT_TRUE(each.startsWith("%PDF-") && each.trimmed().endsWith("%%EOF"));
}

TEST(Stop, aBackupLeavesNoFile) {
    StoppedTown town;
    town.showPage(u"settings"_s);
    const auto filesBefore = filesIn(town.backups());
    const auto backUp = [&] { town.part<QPushButton>("backUpNow")->click(); };
    // While it is copied, and while the copy is checked.
    for (const auto& at : {HeldWork::At(inTheMiddle), HeldWork::At(ofNothing)}) {
        town.stopAt(at, backUp);
        EXPECT_EQ(filesIn(town.backups()), filesBefore);
    }
    backUp();
    EXPECT_TRUE(town.isCalm());
    EXPECT_EQ(filesIn(town.backups()).size(), filesBefore.size() + 1);
    EXPECT_TRUE(town.isUntouched());
}

TEST(Stop, checksSayNothingAndCanBeMadeAgain) {
    StoppedTown town;
    town.showPage(u"settings"_s);
    town.part<RecordTable>("backups")->selectRow(0);
    ask::Script script;
    const auto test = [&] { town.part<QPushButton>("testBackup")->click(); };
    town.stopAt(atOnce, test);
    EXPECT_TRUE(script.shown().isEmpty());
    test();
    EXPECT_TRUE(town.isCalm());
    EXPECT_TRUE(script.shown().value(0).contains(u"是好的"_s));

    const auto verify = [&] { town.part<QPushButton>("verify")->click(); };
    auto* report = town.part<QLabel>("report");
    for (const auto& at : {HeldWork::At(atOnce), HeldWork::At(inTheMiddle)}) {
        town.stopAt(at, verify);
        EXPECT_FALSE(report->text().contains(u"完好"_s));
    }
    verify();
    EXPECT_TRUE(town.isCalm());
    EXPECT_TRUE(report->text().contains(u"完好"_s));
}

TEST(Stop, restoringLeavesTheStoreThatWasThere) {
    StoppedTown town;
    const auto there = backupsIn(town.backups());
    ASSERT_FALSE(there.isEmpty());
    const QString path = town.open.window->store()->path();
    const QString older = there.last().path; // from before the town was filled
    const auto restore = [&] {
        ask::Script script;
        script.yes();
        town.open.window->restore(older, path);
    };
    const auto reopened = [&] {
        return eventually([&] { return town.open.window->desk() != nullptr; }) && town.isCalm();
    };
    for (const int report : {1, 2, 3, 4}) { // checked, copied, checked again, the former one kept
        int seen = 0;
        town.stopAt([&](qint64, qint64) { return ++seen == report; }, restore);
        ASSERT_TRUE(reopened());
        EXPECT_TRUE(town.isUntouched()) << report;
        EXPECT_TRUE(QDir(town.open.folder.path()).entryList({u"恢复中*"_s}).isEmpty()) << report;
        for (const BackupInfo& each : backupsIn(town.backups()))
            EXPECT_EQ(each.origin, QString()) << report;
    }
    restore();
    ASSERT_TRUE(
        eventually([&] { return town.open.window->desk() && town.count("live_person") == 0; }));
}

} // namespace baolei
