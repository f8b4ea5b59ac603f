#include "ui/activities/record_keeper.h"

#include "core/store/store.h"

#include <utility>

namespace baolei {

namespace {
constexpr int kWaitMs = 2000; // also while somebody types without a pause
}

RecordKeeper::RecordKeeper(const Store& store, Typed typed)
    : m_clock(store.clock())
    , m_typed(std::move(typed)) {
    if (const auto file = unsavedFileOf(store); file && !store.isReadOnly()) m_file = *file;
    m_writer.setMaxThreadCount(1);
    m_wait.setSingleShot(true);
    m_wait.setInterval(kWaitMs);
    connect(&m_wait, &QTimer::timeout, this, &RecordKeeper::keepNow);
}

RecordKeeper::~RecordKeeper() {
    m_writer.waitForDone();
}

void RecordKeeper::begin(const std::optional<ActivityRecord>& opened, const Uuid& id) {
    m_isOnDisk = !id.isNull();
    m_entry.id = m_isOnDisk ? id : newUuid(m_clock.nowUtc().toMSecsSinceEpoch());
    if (opened) m_entry.opened = pack(*opened);
}

void RecordKeeper::touch() {
    if (m_file && !m_wait.isActive()) m_wait.start();
}

void RecordKeeper::keep() {
    if (!m_wait.isActive()) return; // nothing was typed since
    m_wait.stop();
    keepNow();
}

void RecordKeeper::keepNow() {
    if (m_isWriting) { // a slow disk gets what is newest, not everything in between
        m_wait.start();
        return;
    }
    Activity typed = pack(m_typed());
    if (m_isOnDisk && typed == m_entry.edited) return;
    m_entry.edited = std::move(typed);
    m_entry.writtenAt = m_clock.nowUtc();
    m_isOnDisk = true;
    write(m_entry);
}

void RecordKeeper::write(const UnsavedEntry& entry) {
    m_isWriting = true;
    m_writer.start([this, entry] {
        const auto done = keepUnsaved(*m_file, entry);
        m_isWriting = false;
        if (done) return;
        QMetaObject::invokeMethod(this, [this, error = done.error()] {
            if (!std::exchange(m_hasFailed, true)) emit failed(error);
        });
    });
}

void RecordKeeper::drop() {
    m_wait.stop();
    m_writer.waitForDone();
    // What is saved is safe whether or not this succeeds; at worst it is offered once more.
    if (m_isOnDisk && m_file) (void)dropUnsaved(*m_file, m_entry.id);
    m_isOnDisk = false;
}

} // namespace baolei
