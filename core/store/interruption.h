#pragma once
// A question to SQLite that lasts, stopped while it runs: one step of a check may take many seconds
// and asks nobody.

#include "core/store/connection.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace baolei {

/// While it lives, asks `goOn` at once and then, from a thread of its own, some times a second;
/// after a false whatever `connection` does fails.
class Interruption {
public:
    Interruption(Connection& connection, std::function<bool()> goOn);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// What `work` answers; Cancelled where the person has stopped it, before or meanwhile.
    template <typename F> auto run(F work) -> decltype(work()) {
        if (isStopped()) return fail(stopped());
        auto done = work();
        if (isStopped()) return fail(stopped());
        return done;
    }

private:
    void watch(Connection& connection, const std::function<bool()>& goOn);
    bool isStopped();
    static Error stopped();

    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isEnded = false;
    bool m_isStopped = false;
    std::thread m_watch;
};

} // namespace baolei
