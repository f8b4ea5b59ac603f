// The whole window on a store, step by step: for how long its event loop was not served. One JSON
// line a step.
//
//   window_gap STORE [ROSTER] [--trace]
//
// The store is changed (one edit, the import, one undo): give it a copy. --trace says, on the error
// output, where the window's thread was when it had not been served for 50 ms.

#include "app/pages.h"
#include "bench/window_walk.h"
#include "ui/base/theme.h"
#include "ui/base/ui_settings.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTextStream>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <execinfo.h>
#include <pthread.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kFrames = 40;
constexpr int kLateMs = 50;
std::atomic<qint64> beats = 0;

void sayWhere(int) {
    void* frames[kFrames];
    const int count = backtrace(frames, kFrames);
    backtrace_symbols_fd(frames, count, STDERR_FILENO);
    (void)!write(STDERR_FILENO, "----\n", 5);
}

// Wakes the window's thread where it is, once a pause.
void watch(pthread_t window, const std::atomic<bool>& isOver) {
    qint64 before = -1;
    bool isSaid = false;
    while (!isOver) {
        std::this_thread::sleep_for(std::chrono::milliseconds(kLateMs));
        const qint64 now = beats;
        if (now == before && !isSaid) pthread_kill(window, SIGUSR1);
        isSaid = now == before;
        before = now;
    }
}

void print(const baolei::WalkStep& step) {
    QTextStream out(stdout);
    out << "{\"name\":\"gap." << step.name << "\",\"seconds\":" << step.gapSeconds
        << ",\"busy_seconds\":" << step.busySeconds << ",\"rss\":" << step.residentBytes;
    if (step.answerSeconds >= 0) out << ",\"answer_seconds\":" << step.answerSeconds;
    out << "}\n";
}
}

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool isTraced = arguments.removeAll(u"--trace"_s) > 0;
    QTemporaryDir folder;
    if (arguments.isEmpty() || !folder.isValid()) {
        QTextStream(stderr) << "window_gap STORE [ROSTER] [--trace]\n";
        return 2;
    }
    baolei::useUiSettingsFile(folder.filePath(u"baolei.ini"_s));
    baolei::startTheme(app);
    std::atomic<bool> isOver = false;
    std::thread watcher;
    QTimer pulse;
    if (isTraced) {
        void* warmUp[1];
        backtrace(warmUp, 1);
        std::signal(SIGUSR1, sayWhere);
        QObject::connect(&pulse, &QTimer::timeout, &pulse, [] { ++beats; });
        pulse.start(2);
        watcher = std::thread([window = pthread_self(), &isOver] { watch(window, isOver); });
    }
    bool isDone = false;
    QString last;
    {
        baolei::MainWindow window(baolei::windowParts(), baolei::systemClock());
        window.resize(1366, 768);
        window.show();
        isDone = baolei::walkThrough(
            window, {arguments.value(0), arguments.value(1), folder.path()},
            [&](const QString& name) {
                last = name;
                if (isTraced) QTextStream(stderr) << "== " << name << "\n";
            },
            print);
    }
    isOver = true;
    if (watcher.joinable()) watcher.join();
    if (!isDone) QTextStream(stderr) << last << " did not come to its end\n";
    return isDone ? 0 : 1;
}
