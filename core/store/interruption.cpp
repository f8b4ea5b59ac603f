#include "core/store/interruption.h"

#include <QCoreApplication>
#include <chrono>
#include <sqlite3.h>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr std::chrono::milliseconds kPause{10};
}

Interruption::Interruption(Connection& connection, std::function<bool()> goOn) {
    if (!goOn) return;
    m_isStopped = !goOn();
    m_watch = std::thread([this, &connection, goOn = std::move(goOn)] { watch(connection, goOn); });
}

Interruption::~Interruption() {
    {
        const std::lock_guard lock(m_mutex);
        m_isEnded = true;
    }
    m_ended.notify_one();
    if (m_watch.joinable()) m_watch.join();
}

// Again and again: a call between two statements stops neither.
void Interruption::watch(Connection& connection, const std::function<bool()>& goOn) {
    std::unique_lock lock(m_mutex);
    while (!m_ended.wait_for(lock, kPause, [this] { return m_isEnded; })) {
        m_isStopped = m_isStopped || !goOn();
        if (m_isStopped) sqlite3_interrupt(connection.handle());
    }
}

bool Interruption::isStopped() {
    const std::lock_guard lock(m_mutex);
    return m_isStopped;
}

Error Interruption::stopped() {
    return {ErrorCode::Cancelled, Text::tr("已按要求停止"), {}, {}};
}

} // namespace baolei
