#pragma once
// The window: a start screen, or the desk of the store that is open. Opens, makes, restores and
// closes stores; everything else belongs to the desk and its pages.

#include "ui/window/window_parts.h"

#include <QMainWindow>
#include <future>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class Desk;
class StartScreen;

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(WindowParts parts, const Clock& clock, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// The file named on the command line, else the last one, else the start screen.
    void start(const QString& path);
    /// In the background; ends with opened() or with the failure on the start screen.
    void openStore(const QString& path);
    /// Puts `backup` in the place of the file at `path` and opens it, after asking. The path is a
    /// copy: the store that may own it is closed on the way.
    void restore(const QString& backup, const QString& path);
    bool closeStore(); ///< false: an entry is not saved and the person stays

    Store* store() const { return m_store.get(); } ///< null: none is open
    Desk* desk() const { return m_desk; }

signals:
    void opened();
    void openFailed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void addShortcuts();
    void take(std::unique_ptr<Store> store);
    void dropDesk();
    void letGoOf(std::unique_ptr<Store> store);
    void fail(const QString& path, const Error& error);
    void showStart();
    void askForStore();
    void askForNewStore();
    void askForBackup();
    void openDemo();
    void putBack(const QString& backup, const QString& path);
    void toggleLargeType(bool isLarge);

    WindowParts m_parts;
    const Clock& m_clock;
    std::unique_ptr<Store> m_store;
    std::shared_future<void> m_parting; ///< the end of the store before, on a thread
    QStackedWidget* m_stack;
    StartScreen* m_start;
    Desk* m_desk = nullptr;
};

} // namespace baolei
