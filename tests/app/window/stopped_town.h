#pragma once
// The whole program with the demo town, for work that is stopped halfway: it is held at a point of
// its own, so that 停止 meets it there on any machine.

#include "core/demo/demo.h"
#include "core/store/backup.h"
#include "tests/app/window/open_window.h"
#include "ui/base/held_work.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProgressDialog>

namespace baolei {

using namespace Qt::StringLiterals;

/// Every cell of every table.
inline QByteArray cellsOf(const Reader& reader) {
    QByteArrayList tables;
    EXPECT_TRUE(ok(reader.each("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
                               {}, [&](const Row& row) { tables.append(row.text(0).toUtf8()); })));
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QByteArray& table : tables)
        EXPECT_TRUE(
            ok(reader.each("SELECT * FROM " + table + " ORDER BY 1, 2", {}, [&](const Row& row) {
                for (int i = 0; i < row.columnCount(); ++i)
                    hash.addData(row.bytes(i) + '|');
            })));
    return hash.result();
}

/// The files below a folder with their content.
inline QMap<QString, QByteArray> filesIn(const QString& folder) {
    QMap<QString, QByteArray> files;
    QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files | QDir::Hidden))
        files.insert(name, contentOf(dir.filePath(name)));
    return files;
}

struct StoppedTown {
    OpenWindow open;
    QString out = open.folder.path(u"输出"_s);
    QByteArray before;

    StoppedTown() {
        EXPECT_TRUE(ok(fillDemo(*open.window->store(), DemoScale::Town)));
        EXPECT_TRUE(QDir().mkpath(out));
        EXPECT_TRUE(isCalm());
        before = cellsOf(open.reader());
    }
    testing::AssertionResult isCalm() const {
        return eventually(
            [this] { return open.window->findChildren<QObject*>(u"backgroundWork"_s).isEmpty(); });
    }
    qint64 count(const QByteArray& what) const { return open.count(what); }
    QString file(const QString& name) const { return out + u'/' + name; }
    void showPage(const QString& id) const {
        EXPECT_TRUE(open.desk().open({id}));
        EXPECT_TRUE(isCalm());
    }
    template <typename W> W* part(const char* name) const {
        return child<W>(open.desk().currentPage(), name);
    }
    QPushButton* button(const QString& text) const {
        for (auto* each : open.desk().currentPage()->findChildren<QPushButton*>())
            if (each->text() == text) return each;
        ADD_FAILURE() << "no button " << text.toStdString();
        return nullptr;
    }
    /// Does `begin`, waits until its work has come as far as `at`, and presses 停止 there.
    void stopAt(const HeldWork::At& at, const std::function<void()>& begin) const {
        ASSERT_TRUE(isCalm());
        HeldWork held(at);
        begin();
        ASSERT_TRUE(eventually([&] { return held.isHeld(); }));
        auto* progress = open.window->findChild<QProgressDialog*>(u"progress"_s);
        ASSERT_TRUE(progress);
        auto* stop = progress->findChild<QPushButton*>();
        ASSERT_TRUE(stop) << "no way to stop";
        stop->click();
        held.letGo();
        EXPECT_TRUE(isCalm());
    }
    bool isUntouched() const { return cellsOf(open.reader()) == before; }
    QString backups() const { return backupFolderOf(open.window->store()->path()); }
};

inline bool atOnce(qint64, qint64) {
    return true;
}
inline bool ofNothing(qint64, qint64 total) { // work that cannot say how far it is
    return total == 0;
}
inline bool inTheMiddle(qint64 done, qint64 total) {
    return done > 0 && done * 3 >= total;
}
inline bool atTheEnd(qint64 done, qint64 total) {
    return total > 0 && done >= total - 1;
}

} // namespace baolei
