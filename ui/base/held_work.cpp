#include "ui/base/held_work.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace baolei {

struct HeldWork::Gate {
    At at;
    std::mutex mutex;
    std::condition_variable opened;
    bool isHeld = false;
    bool isOpen = false;

    void pass(qint64 done, qint64 total) {
        std::unique_lock lock(mutex);
        if (isHeld || isOpen || !at(done, total)) return;
        isHeld = true;
        opened.wait(lock, [this] { return isOpen; });
    }

    static inline std::atomic<bool> isThere = false;
    static inline std::mutex choosing;
    static inline std::shared_ptr<Gate> current;
};

HeldWork::HeldWork(At at)
    : m_gate(std::make_shared<Gate>()) {
    m_gate->at = std::move(at);
    const std::lock_guard lock(Gate::choosing);
    Gate::current = m_gate;
    Gate::isThere = true;
}

HeldWork::~HeldWork() {
    letGo();
    const std::lock_guard lock(Gate::choosing);
    Gate::isThere = false;
    Gate::current.reset();
}

bool HeldWork::isHeld() const {
    const std::lock_guard lock(m_gate->mutex);
    return m_gate->isHeld;
}

void HeldWork::letGo() {
    const std::lock_guard lock(m_gate->mutex);
    m_gate->isOpen = true;
    m_gate->opened.notify_all();
}

void HeldWork::meet(qint64 done, qint64 total) {
    if (!Gate::isThere) return;
    std::shared_ptr<Gate> gate;
    {
        const std::lock_guard lock(Gate::choosing);
        gate = Gate::current;
    }
    if (gate) gate->pass(done, total);
}

} // namespace baolei
