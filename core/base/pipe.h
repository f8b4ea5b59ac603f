#pragma once
// One thread makes things, another takes them in the same order; only a few wait in between, so
// that memory stays bounded and the faster of the two waits.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace baolei {

template <typename T> class Pipe {
public:
    explicit Pipe(std::size_t mostWaiting)
        : m_most(mostWaiting) { }

    /// For the maker. False: nobody will take it any more.
    bool put(T made) {
        std::unique_lock lock(m_guard);
        m_changed.wait(lock, [this] { return m_waiting.size() < m_most || m_isAbandoned; });
        if (m_isAbandoned) return false;
        m_waiting.push_back(std::move(made));
        m_changed.notify_all();
        return true;
    }
    /// For the maker: nothing more will come.
    void end() {
        const std::lock_guard lock(m_guard);
        m_isEnded = true;
        m_changed.notify_all();
    }

    /// For the taker. Nothing: all was taken.
    std::optional<T> take() {
        std::unique_lock lock(m_guard);
        m_changed.wait(lock, [this] { return !m_waiting.empty() || m_isEnded; });
        if (m_waiting.empty()) return std::nullopt;
        std::optional<T> taken(std::move(m_waiting.front()));
        m_waiting.pop_front();
        m_changed.notify_all();
        return taken;
    }
    /// For the taker: it wants no more.
    void abandon() {
        const std::lock_guard lock(m_guard);
        m_isAbandoned = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_guard;
    std::condition_variable m_changed;
    std::deque<T> m_waiting;
    std::size_t m_most;
    bool m_isEnded = false;
    bool m_isAbandoned = false;
};

} // namespace baolei
