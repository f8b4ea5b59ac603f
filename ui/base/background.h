#pragma once
// Work that may take longer than a blink, on a thread of its own. The window stays alive; after
// 400 ms a small dialog shows how far it is and how to stop.
//
//   runInBackground(this, tr("正在导入"),
//       [path](Progress& progress) -> Result<int> { … progress.report(i, n) … },
//       [this](Result<int> outcome) { if (succeeded(outcome)) … });
//
// The work must not touch widgets nor store.reader(): it opens Store::newReader(), and may call
// Store::run. `done` runs on the window's thread, and not at all once `parent` is gone.

#include "core/base/result.h"

#include <QObject>
#include <atomic>
#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// Shared by the work and the dialog.
class Progress {
public:
    /// How much is done, of how much (0: unknown). False: the person wants to stop; the work then
    /// ends with stopped().
    bool report(qint64 done, qint64 total);
    /// The same, for functions of core: they are given std::ref(progress).
    bool operator()(qint64 done, qint64 total) { return report(done, total); }
    bool isCancelled() const { return m_isCancelled.load(); }
    void cancel() { m_isCancelled.store(true); }
    qint64 done() const { return m_done.load(); }
    qint64 total() const { return m_total.load(); }
    /// The error with which stopped work ends; nothing is shown for it.
    static Error stopped();

private:
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic<bool> m_isCancelled = false;
};

enum class BackgroundLook {
    Cancellable, ///< a dialog with 停止
    Steady, ///< a dialog without it
    Quiet, ///< nothing is shown and the window can be used meanwhile
};

/// Asks all work that was begun for `under` and what is inside it to end, without waiting. What is
/// deleted next then waits for the slowest and not for one after the other.
void stopBackground(QWidget* under);

/// The untyped half; `finish` is called on the window's thread.
void startBackground(QWidget* parent, const QString& title, BackgroundLook look,
                     std::function<void(Progress&)> work, std::function<void()> finish);

template <typename Work, typename Done>
void runInBackground(QWidget* parent, const QString& title, Work work, Done done,
                     BackgroundLook look = BackgroundLook::Cancellable) {
    using Outcome = std::invoke_result_t<Work&, Progress&>;
    auto outcome = std::make_shared<std::unique_ptr<Outcome>>();
    startBackground(
        parent, title, look,
        [outcome, work = std::move(work)](Progress& progress) mutable {
            *outcome = std::make_unique<Outcome>(work(progress));
        },
        [outcome, done = std::move(done)]() mutable { done(std::move(**outcome)); });
}

} // namespace baolei
