#pragma once
// A walk through the whole window over a store, as a clerk would take it, step by step: open, turn
// the pages, search, sort, change, import, print, undo. After each step it knows for how long the
// event loop was not served. For bench/window_gap and for the test of what may never happen on the
// window's thread.

#include "ui/window/main_window.h"

#include <QElapsedTimer>
#include <QTimer>

namespace baolei {

/// The longest times in which the event loop was not served since reset().
class Heartbeat {
public:
    Heartbeat();
    void reset();
    double longestSeconds() const { return m_longest; } ///< by the clock on the wall
    /// By the work of this thread alone: the same however busy the machine is.
    double longestBusySeconds() const { return m_longestBusy; }

private:
    void beat();

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
    double m_longestBusy = 0;
    double m_busyBefore = 0;
};

struct WalkStep {
    QString name;
    double gapSeconds = 0;
    double busySeconds = 0;
    double answerSeconds = -1; ///< until the first contents are painted; -1: nothing is waited for
    qint64 residentBytes = 0;
};

struct WalkPlan {
    QString store;
    QString roster = {}; ///< to be imported; empty: not done
    QString folder; ///< for what is printed
};

/// Walks and calls `done` after each step. False: a step did not come to its end within two
/// minutes; its name is the last one that `done` was not called for.
bool walkThrough(MainWindow& window, const WalkPlan& plan,
                 const std::function<void(const QString& name)>& begin,
                 const std::function<void(const WalkStep&)>& done);

} // namespace baolei
