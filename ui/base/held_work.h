#pragma once
// For tests: work in the background that stands still where a test wants it, so that what is done
// to the window meets it at that point, however fast or slow the machine is.

#include <QtGlobal>
#include <functional>
#include <memory>

namespace baolei {

/// Holds the first work that reports what `at` waits for, until letGo(). One at a time.
class HeldWork {
public:
    using At = std::function<bool(qint64 done, qint64 total)>;
    explicit HeldWork(At at = [](qint64, qint64) { return true; });
    ~HeldWork();
    HeldWork(const HeldWork&) = delete;
    HeldWork& operator=(const HeldWork&) = delete;

    bool isHeld() const;
    void letGo();

    /// Called by the work with each report.
    static void meet(qint64 done, qint64 total);

private:
    struct Gate;
    std::shared_ptr<Gate> m_gate;
};

} // namespace baolei
