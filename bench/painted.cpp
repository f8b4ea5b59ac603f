#include "bench/painted.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QTimer>
#include <ctime>

namespace baolei::bench {

namespace {

constexpr int kLimitMs = 20'000;

class PaintWatch final : public QObject {
public:
    PaintWatch(QWidget& window, const QString& view, bool asItIs)
        : m_window(window)
        , m_view(view)
        , m_isFresh(asItIs) {
        follow(window.findChild<QAbstractItemView*>(view));
        qApp->installEventFilter(this);
    }

    double run(const std::function<void()>& act) {
        QTimer::singleShot(kLimitMs, &m_loop, &QEventLoop::quit);
        m_timer.start();
        act();
        m_loop.exec();
        return m_seconds;
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Paint || m_isPainted) return false;
        auto* view = qobject_cast<QAbstractItemView*>(watched->parent());
        if (!view || view->objectName() != m_view || view->window() != &m_window) return false;
        if (watched != view->viewport()) return false;
        if (view != m_followed) { // it was made after the act: all its rows are new
            m_isFresh = true;
            follow(view);
        }
        if (!m_isFresh || !view->model() || view->model()->rowCount() == 0) return false;
        m_isPainted = true;
        QTimer::singleShot(0, this, [this] { // behind the paint event and its flush
            m_seconds = double(m_timer.nsecsElapsed()) / 1e9;
            m_loop.quit();
        });
        return false;
    }

private:
    void follow(QAbstractItemView* view) {
        m_followed = view;
        if (!view || !view->model()) return;
        using Model = QAbstractItemModel;
        const auto fresh = [this] { m_isFresh = true; };
        connect(view->model(), &Model::modelReset, this, fresh);
        connect(view->model(), &Model::layoutChanged, this, fresh);
        connect(view->model(), &Model::rowsInserted, this, fresh);
        connect(view->model(), &Model::rowsRemoved, this, fresh);
        connect(view->model(), &Model::dataChanged, this, fresh);
    }

    QWidget& m_window;
    QString m_view;
    bool m_isFresh;
    bool m_isPainted = false;
    QAbstractItemView* m_followed = nullptr;
    QElapsedTimer m_timer;
    QEventLoop m_loop;
    double m_seconds = -1;
};
}

double secondsUntilPainted(QWidget& window, const QString& view, const std::function<void()>& act,
                           bool asItIs) {
    return PaintWatch(window, view, asItIs).run(act);
}

bool waitUntil(const std::function<bool()>& isDone) {
    QElapsedTimer timer;
    timer.start();
    while (!isDone() && timer.elapsed() < kLimitMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    return isDone();
}

void settle(int milliseconds) {
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void settleUntilIdle() {
    constexpr int kLookMs = 200;
    constexpr std::clock_t kIdle = CLOCKS_PER_SEC / 50;
    QElapsedTimer time;
    time.start();
    for (std::clock_t before = -kIdle; time.elapsed() < kLimitMs;) {
        settle(kLookMs);
        const std::clock_t now = std::clock(); // of all threads
        if (now - before < kIdle) return;
        before = now;
    }
}

} // namespace baolei::bench
