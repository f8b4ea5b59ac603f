#include "ui/window/main_window.h"

#include "core/store/backup.h"
#include "core/store/setting.h"
#include "ui/base/ask.h"
#include "ui/base/theme.h"
#include "ui/base/ui_settings.h"
#include "ui/window/desk.h"
#include "ui/window/keyboard_help.h"
#include "ui/window/start_screen.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QThread>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QString kGeometryKey = u"window/geometry"_s;

ask::FilePurpose storePurpose(const QString& title) {
    return {u"store"_s, title, MainWindow::tr("堡垒数据文件 (*.baolei)")};
}

QString withSuffix(const QString& path) {
    return path.endsWith(u".baolei"_s, Qt::CaseInsensitive) ? path : path + u".baolei"_s;
}

// A window that was closed a moment ago may still be putting its store in order.
Result<std::unique_ptr<Store>> openWhenFree(const QString& path, const StoreOptions& options,
                                            Progress& progress) {
    constexpr unsigned long kPauseMs = 100;
    const QDeadlineTimer patience(3000);
    auto store = Store::open(path, options, std::ref(progress));
    while (!store && store.error().code == ErrorCode::Locked && !patience.hasExpired()
           && !progress.isCancelled()) {
        QThread::msleep(kPauseMs);
        store = Store::open(path, options, std::ref(progress));
    }
    return store;
}

// A backup helps where the file itself is the trouble, not where it is in use or too new.
bool mayBackupHelp(const Error& error) {
    return error.code != ErrorCode::Locked && error.code != ErrorCode::NewerFile;
}
}

MainWindow::MainWindow(WindowParts parts, const Clock& clock, QWidget* parent)
    : QMainWindow(parent)
    , m_parts(std::move(parts))
    , m_clock(clock)
    , m_stack(new QStackedWidget(this))
    , m_start(new StartScreen(static_cast<bool>(m_parts.makeDemo), this)) {
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("堡垒"));
    m_stack->addWidget(m_start);
    setCentralWidget(m_stack);
    resize(1280, 720);
    restoreGeometry(uiSetting(kGeometryKey).toByteArray());
    connect(m_start, &StartScreen::openWanted, this, &MainWindow::askForStore);
    connect(m_start, &StartScreen::createWanted, this, &MainWindow::askForNewStore);
    connect(m_start, &StartScreen::restoreWanted, this, &MainWindow::askForBackup);
    connect(m_start, &StartScreen::demoWanted, this, &MainWindow::openDemo);
    connect(m_start, &StartScreen::againWanted, this, &MainWindow::openStore);
    connect(m_start, &StartScreen::latestBackupWanted, this, &MainWindow::restore);
    addShortcuts();
}

MainWindow::~MainWindow() {
    dropDesk(); // before the store that its pages look at
}

void MainWindow::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, const std::function<void()>& action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::Key_F1), [this] { showKeyboardHelp(this); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { toggleLargeType(true); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { toggleLargeType(true); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { toggleLargeType(false); });
}

void MainWindow::toggleLargeType(bool isLarge) {
    setLargeType(isLarge);
}

void MainWindow::start(const QString& path) {
    const QString last = uiSetting(QLatin1StringView(kLastStoreKey)).toString();
    const QString wanted = path.isEmpty() ? last : path;
    if (wanted.isEmpty() || (path.isEmpty() && !QFileInfo::exists(last))) {
        showStart();
        return;
    }
    openStore(wanted);
}

void MainWindow::showStart() {
    const QString last = uiSetting(QLatin1StringView(kLastStoreKey)).toString();
    m_start->setLastStore(QFileInfo::exists(last) ? last : QString());
    m_stack->setCurrentWidget(m_start);
}

// Bringing an older file up to date copies it first, which may take a while: not on this thread.
void MainWindow::openStore(const QString& path) {
    if (!closeStore()) return;
    m_start->clearFailure();
    StoreOptions options;
    options.clock = &m_clock;
    options.actor = currentActor();
    runInBackground(
        this, tr("正在打开 %1").arg(QFileInfo(path).completeBaseName()),
        [path, options, home = thread(), before = m_parting](Progress& progress) {
            if (before.valid()) before.wait();
            auto store = openWhenFree(path, options, progress);
            if (store) (*store)->moveToThread(home);
            return store;
        },
        [this, path](Result<std::unique_ptr<Store>> store) {
            if (store)
                take(std::move(*store));
            else if (store.error().code == ErrorCode::Cancelled)
                showStart();
            else
                fail(path, store.error());
        });
}

void MainWindow::take(std::unique_ptr<Store> store) {
    m_store = std::move(store);
    keepUiSetting(QLatin1StringView(kLastStoreKey), m_store->path());
    m_desk = new Desk(*m_store, m_parts, m_stack);
    m_stack->addWidget(m_desk);
    m_stack->setCurrentWidget(m_desk);
    const QString town = settingOf(m_store->reader(), kTownName).value_or(QString());
    setWindowTitle(tr("%1 — 堡垒").arg(town));
    // The page that asks goes with the desk: let its own event end first.
    connect(
        &m_desk->navigator(), &Navigator::restoreWanted, this,
        [this](const QString& backup) { restore(backup, QString(m_store->path())); },
        Qt::QueuedConnection);
    m_desk->backUpNow();
    emit opened();
}

// Looking for a backup that is whole reads whole files: not on this thread.
void MainWindow::fail(const QString& path, const Error& error) {
    showStart();
    runInBackground(
        this, tr("正在查找完好的备份"),
        [path, error](Progress& progress) {
            return mayBackupHelp(error) ? lastGoodBackup(path, std::ref(progress))
                                        : std::optional<BackupInfo>();
        },
        [this, path, error](const std::optional<BackupInfo>& backup) {
            m_start->showFailure(path, error, backup);
            emit openFailed();
        });
}

void MainWindow::dropDesk() {
    if (m_desk) stopBackground(m_desk);
    delete m_desk;
    m_desk = nullptr;
    if (m_store) letGoOf(std::move(m_store));
}

// What is in the log goes home into the file, which takes a second for a city: not on this thread.
// Whatever opens a file next waits for it, and the window's own end does.
void MainWindow::letGoOf(std::unique_ptr<Store> store) {
    store->moveToThread(nullptr);
    m_parting = std::async(std::launch::async, [store = std::move(store)]() mutable {
                    store.reset();
                }).share();
}

bool MainWindow::closeStore() {
    if (!m_desk) return true;
    if (!m_desk->mayClose()) return false;
    dropDesk();
    setWindowTitle(tr("堡垒"));
    showStart();
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_desk && !m_desk->mayClose()) {
        event->ignore();
        return;
    }
    keepUiSetting(kGeometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::askForStore() {
    if (const auto path = ask::openFile(this, storePurpose(tr("打开数据文件")))) openStore(*path);
}

void MainWindow::askForNewStore() {
    const auto town = ask::line(this, tr("新建"), tr("镇（街道）的名称，例如 示范镇"));
    if (!town || town->trimmed().isEmpty()) return;
    const auto path
        = ask::saveFile(this, storePurpose(tr("数据文件放在哪里")), *town, u".baolei"_s);
    if (!path) return;
    StoreOptions options;
    options.clock = &m_clock;
    options.actor = currentActor();
    auto store = Store::create(withSuffix(*path), town->trimmed(), options);
    if (!store) {
        ask::error(this, store.error());
        return;
    }
    take(std::move(*store));
}

void MainWindow::askForBackup() {
    const auto backup = ask::openFile(this, storePurpose(tr("选择备份")));
    if (!backup) return;
    const auto path
        = ask::saveFile(this, storePurpose(tr("恢复到哪里")), tr("恢复的数据"), u".baolei"_s);
    if (path) restore(*backup, withSuffix(*path));
}

void MainWindow::openDemo() {
    const QString path = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
        + tr("/示范镇.baolei");
    if (QFileInfo::exists(path)) {
        openStore(path);
        return;
    }
    QDir().mkpath(QFileInfo(path).absolutePath());
    runInBackground(
        this, tr("正在生成示范镇"),
        [path, make = m_parts.makeDemo, &clock = m_clock](Progress& progress) {
            return make(path, clock, progress);
        },
        [this, path](const Result<void>& made) {
            if (made) {
                openStore(path);
            } else {
                ask::error(this, made.error());
            }
        });
}

void MainWindow::restore(const QString& backup, const QString& path) {
    const ask::Question question{
        tr("恢复这份备份？"),
        tr("数据会回到 %1 的样子。现在的数据文件先另存一份在备份文件夹里，可以再恢复回来。")
            .arg(QFileInfo(backup).completeBaseName().left(17).replace(u'_', u' ')),
        tr("恢复"), tr("取消"), true};
    if (QFileInfo::exists(path) && !ask::confirm(this, question)) return;
    if (closeStore()) putBack(backup, path);
}

void MainWindow::putBack(const QString& backup, const QString& path) {
    runInBackground(
        this, tr("正在恢复备份"),
        [backup, path, &clock = m_clock, before = m_parting](Progress& progress) {
            if (before.valid()) before.wait();
            return restoreBackup(backup, path, clock, std::ref(progress));
        },
        [this, path](const Result<QString>& kept) {
            if (!kept) ask::error(this, kept.error());
            // Whether it worked or not: what stands there now is opened.
            if (kept || QFileInfo::exists(path)) openStore(path);
        });
}

} // namespace baolei
