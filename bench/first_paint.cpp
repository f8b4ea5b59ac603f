// Linked whole into a program with a window: prints how long it took, from when bench/measure.py
// started the process to the first paint and to the first quiet moment after the awaited widget was
// painted, then ends it.
//   BENCH_STARTED  nanoseconds of the steady clock at the start of the process
//   BENCH_AWAITED  objectName of the widget that must be painted; empty: any window

#include "bench/figures.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>
#include <chrono>

namespace baolei::bench {

using namespace Qt::StringLiterals;

namespace {

double secondsSinceStart() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return double(std::chrono::nanoseconds(now).count()
                  - qEnvironmentVariable("BENCH_STARTED").toLongLong())
        / 1e9;
}

class FirstPaint final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Paint || !watched->isWidgetType()) return false;
        if (!m_isPainted) {
            m_isPainted = true;
            // Behind the paint event and the flush that follows it.
            QTimer::singleShot(0, this, [this] { m_first = secondsSinceStart(); });
        }
        if (!m_isDone && isAwaited(static_cast<QWidget*>(watched))) {
            m_isDone = true;
            QTimer::singleShot(0, this, &FirstPaint::tell);
        }
        return false;
    }

private:
    static bool isAwaited(const QWidget* widget) {
        static const QString name = qEnvironmentVariable("BENCH_AWAITED");
        return name.isEmpty() ? widget->isWindow() : widget->objectName() == name;
    }

    void tell() {
        print({{u"name"_s, qEnvironmentVariable("BENCH_NAME")},
               {u"scale"_s, qEnvironmentVariable("BENCH_SCALE")},
               {u"seconds"_s, secondsSinceStart()},
               {u"first_paint_seconds"_s, m_first},
               {u"bytes"_s, residentBytes()}});
        std::_Exit(0); // what closing costs is no part of starting
    }

    bool m_isPainted = false;
    bool m_isDone = false;
    double m_first = 0;
};

void watch() {
    qApp->installEventFilter(new FirstPaint(qApp));
}
}

} // namespace baolei::bench

static void watchFirstPaint() {
    baolei::bench::watch();
}
Q_COREAPP_STARTUP_FUNCTION(watchFirstPaint)
