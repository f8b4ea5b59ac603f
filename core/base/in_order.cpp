#include "core/base/in_order.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace baolei {

namespace {
constexpr int kMostThreads = 4;
constexpr qsizetype kAhead = 4; // blocks a thread may be ahead of what is taken

Result<void> oneByOne(qsizetype blocks, const std::function<Result<BlockWork>()>& hire,
                      const std::function<bool(qsizetype)>& take) {
    const auto work = hire();
    if (!work) return fail(work.error());
    for (qsizetype block = 0; block < blocks; ++block) {
        if (const auto done = (*work)(block); !done) return done;
        if (!take(block)) break;
    }
    return {};
}

class Crew {
public:
    Crew(qsizetype blocks, int threads, const std::function<Result<BlockWork>()>& hire)
        : m_isDone(static_cast<size_t>(blocks), false)
        , m_ahead(kAhead * threads) {
        for (int i = 0; i < threads; ++i)
            m_threads.emplace_back([this, &hire] { work(hire); });
    }
    ~Crew() {
        stop({});
        for (std::thread& each : m_threads)
            each.join();
    }

    /// Waits for the block; false: the work has failed.
    bool wait(qsizetype block) {
        std::unique_lock lock(m_guard);
        m_changed.wait(lock, [&] { return m_isDone[size_t(block)] || m_isStopped; });
        return !m_isStopped;
    }
    void setTaken(qsizetype block) {
        const std::lock_guard lock(m_guard);
        m_taken = block + 1;
        m_changed.notify_all();
    }
    std::optional<Error> error() {
        const std::lock_guard lock(m_guard);
        return m_error;
    }

private:
    void work(const std::function<Result<BlockWork>()>& hire) {
        const auto own = hire();
        if (!own) return stop(own.error());
        while (const auto block = next()) {
            if (const auto done = (*own)(*block); !done) return stop(done.error());
            const std::lock_guard lock(m_guard);
            m_isDone[size_t(*block)] = true;
            m_changed.notify_all();
        }
    }
    std::optional<qsizetype> next() {
        std::unique_lock lock(m_guard);
        m_changed.wait(lock, [this] { return m_isStopped || m_next < m_taken + m_ahead; });
        if (m_isStopped || m_next >= qsizetype(m_isDone.size())) return std::nullopt;
        return m_next++;
    }
    void stop(const std::optional<Error>& error) {
        const std::lock_guard lock(m_guard);
        m_isStopped = true;
        if (!m_error) m_error = error;
        m_changed.notify_all();
    }

    std::mutex m_guard;
    std::condition_variable m_changed;
    std::vector<bool> m_isDone;
    qsizetype m_next = 0; ///< block that nobody works at yet
    qsizetype m_taken = 0;
    qsizetype m_ahead;
    bool m_isStopped = false;
    std::optional<Error> m_error;
    std::vector<std::thread> m_threads; ///< last: they use the others
};
}

int usefulThreads() {
    return std::clamp(int(std::thread::hardware_concurrency()), 1, kMostThreads);
}

Result<void> inOrder(qsizetype blocks, int threads, const std::function<Result<BlockWork>()>& hire,
                     const std::function<bool(qsizetype)>& take) {
    if (threads <= 1 || blocks <= 1) return oneByOne(blocks, hire, take);
    Crew crew(blocks, threads, hire);
    for (qsizetype block = 0; block < blocks && crew.wait(block); ++block) {
        if (!take(block)) return {};
        crew.setTaken(block);
    }
    if (const auto error = crew.error()) return fail(*error);
    return {};
}

} // namespace baolei
