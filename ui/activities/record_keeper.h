#pragma once
// Keeps what is being typed into a record until it is saved or thrown away, so that a program that
// dies takes no more than the last seconds with it.

#include "core/activities/commands.h"
#include "core/activities/unsaved.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <functional>

namespace baolei {

class RecordKeeper final : public QObject {
    Q_OBJECT
public:
    using Typed = std::function<ActivityRecord()>;
    /// `typed` gives what stands in the fields. Keeps nothing beside a store that can only be read.
    RecordKeeper(const Store& store, Typed typed);
    /// Waits for what is being written. What was kept stays.
    ~RecordKeeper() override;

    /// What is typed from now on changes `opened`; null: it is a new record. `id` of the entry that
    /// is gone on with.
    void begin(const std::optional<ActivityRecord>& opened, const Uuid& id = {});
    /// Something was typed: it is written away soon.
    void touch();
    /// A field was left: what was typed is written away now.
    void keep();
    /// It was saved, or thrown away on purpose.
    void drop();

signals:
    /// Once, when it cannot be written.
    void failed(const baolei::Error& error);

private:
    void keepNow();
    void write(const UnsavedEntry& entry);

    const Clock& m_clock;
    std::optional<UnsavedFile> m_file; ///< null: nothing is kept
    Typed m_typed;
    UnsavedEntry m_entry; ///< as it was written last
    bool m_isOnDisk = false;
    QTimer m_wait;
    QThreadPool m_writer; ///< one thread: what was typed last is written last
    std::atomic<bool> m_isWriting = false;
    bool m_hasFailed = false;
};

} // namespace baolei
