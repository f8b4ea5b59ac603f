#pragma once
// A store file and its one writer. Every change of the program passes through run():
//
//   return store.run({kRenameVillage, {name}}, [&](Session& s) -> Result<void> { … s.put(…) … });
//
// One user action = one operation = one transaction = one `changed`. Pages read through readers.

#include "core/base/clock.h"
#include "core/store/file.h"
#include "core/store/session.h"

#include <QObject>
#include <atomic>
#include <mutex>
#include <thread>

namespace baolei {

/// One kind of thing a person can do. Declared constexpr beside its command; the key is stored in
/// journals and never renamed; the label (Chinese, %1 … for arguments) serves menus and history.
struct Op {
    const char* key;
    const char* label;
};

/// The first operation of every store; it cannot be taken back.
inline constexpr Op kCreateStore{"store.create", QT_TRANSLATE_NOOP("Op", "建立数据文件：%1")};

/// Whether an operation with this key can be taken back at all.
bool hasWayBack(const QByteArray& key);

/// An operation about to be done. Arguments must not hold private values: they stay in the journal.
struct Operation {
    Op op;
    QStringList arguments = {};
    QString label() const;
};

struct StoreOptions {
    const Clock* clock = &systemClock();
    QString actor = {}; ///< who sits at the desk
    const char* vfs = nullptr; ///< an SQLite VFS for tests of faults
};

/// What is said where a store can only be read.
Error onlyReadable();

class Store final : public QObject {
    Q_OBJECT
public:
    /// How much is done, of how much (0: unknown); false stops: then nothing has changed.
    using WorkProgress = std::function<bool(qint64 done, qint64 total)>;

    /// Makes a new store for `town`; refused where a file of that name exists.
    static Result<std::unique_ptr<Store>> create(const QString& path, const QString& town,
                                                 StoreOptions options = {});
    /// Opens for writing, or for reading only where nothing can be written (a CD, a stick whose
    /// switch is on, a folder of others). Brings an older file up to date after copying it. Refuses
    /// a file that is no store, one of a newer program, and one that another copy of the program
    /// holds. Only bringing it up to date lasts, and asks `progress`, also from another thread.
    static Result<std::unique_ptr<Store>> open(const QString& path, StoreOptions options = {},
                                               const WorkProgress& progress = {});
    ~Store() override;

    /// Runs `fn(Session&) -> Result<…>` as one operation: all of it or nothing. An operation that
    /// wrote nothing leaves no trace. May be called from any thread, one at a time; inside another
    /// operation it is refused.
    template <typename F>
    std::invoke_result_t<F&, Session&> run(const Operation& operation, F&& fn) {
        auto running = begin(operation);
        if (!running) return fail(running.error());
        auto outcome = fn((*running)->session());
        if (!outcome) return outcome;
        if (auto done = commit(**running); !done) return fail(done.error());
        return outcome;
    }

    // Undo, redo and revert may be called from any thread, as run().
    /// Takes back the newest operation of this copy that is not taken back yet. Refused where a
    /// later operation touched the same cells. Gives the operation that was taken back.
    Result<OperationInfo> undo(const WorkProgress& progress = {});
    /// Does again what the newest undo took back; refused once something new was done.
    Result<OperationInfo> redo(const WorkProgress& progress = {});
    /// Takes back any one operation, however old, under the same condition.
    Result<OperationInfo> revert(const Uuid& operation, const WorkProgress& progress = {});

    /// For the thread that owns the store; other threads open their own.
    const Reader& reader() const { return m_reader; }
    Result<Reader> newReader() const { return Reader::open(m_path, m_options.vfs); }
    const QString& path() const { return m_path; }
    /// Nothing can be saved: every operation is refused with mayWrite()'s words.
    bool isReadOnly() const { return !m_connection; }
    Result<void> mayWrite() const;
    const Clock& clock() const { return *m_options.clock; }
    const Uuid& replica() const { return m_replica; }
    void setActor(const QString& actor);
    /// The copy made before the schema was brought up to date; empty where nothing was done.
    const QString& copyBeforeMigration() const { return m_copyBeforeMigration; }
    /// What the person should hear once, now that it is open: where the file lies, a wrong clock.
    const QStringList& notices() const { return m_notices; }

    /// Opens the file again where the disk had gone, such as a stick that is back. Refused where
    /// another file lies there now. Saving does it by itself after a failure; reading does not.
    /// For the thread that owns the store.
    Result<void> reconnect();

signals:
    /// Once after each committed operation.
    void changed(const baolei::Changes& changes);
    /// The file was opened again: whatever was read before may be read anew.
    void reconnected();
    /// An operation failed because of the disk or the file, not because of what was entered.
    void troubled(const baolei::Error& error);

private:
    class Running;
    Store(QString path, StoreOptions options, StoreLock lock,
          std::shared_ptr<Connection> connection, Reader reader);
    static Result<void> fill(const QString& path, const QString& town, const StoreOptions& options);
    static Result<std::unique_ptr<Store>> start(const QString& path, StoreOptions options,
                                                StoreLock lock, QString copyBeforeMigration);
    static Result<std::unique_ptr<Store>> openReadOnly(const QString& path, StoreOptions options);
    Result<std::unique_ptr<Running>> begin(const Operation& operation, const Uuid& reverts = {});
    Result<void> beginTransaction();
    Result<void> commit(Running& running);
    Error suspected(Error error);
    Error afterFailedCommit(Error error);
    Result<void> reopen();
    void reopenReader();
    Result<void> loadChain(const Reader& reader);
    void notice();
    Result<OperationInfo> takeBack(const OperationInfo& target, const Op& op,
                                   const WorkProgress& progress);

    class Running {
    public:
        Running(Store& store, std::unique_lock<std::mutex> lock, OperationInfo head);
        ~Running(); ///< rolls back what was not committed
        Session& session() { return m_session; }

    private:
        friend class Store;
        void release(); ///< lets the next operation begin
        Store& m_store;
        std::unique_lock<std::mutex> m_lock;
        Session m_session;
        bool m_isCommitted = false;
    };

    QString m_path;
    StoreOptions m_options;
    StoreLock m_lock;
    std::shared_ptr<Connection> m_connection; ///< null: the store is read-only
    Reader m_reader;
    std::mutex m_writing;
    std::atomic<std::thread::id> m_writer; ///< the thread inside an operation
    Uuid m_replica;
    qint64 m_seq = 0; ///< of the newest operation
    qint64 m_clock = 0; ///< the newest logical clock seen
    qint64 m_schema = 0;
    QByteArray m_previousHash; ///< of this replica's newest operation
    QByteArray m_newestHash; ///< of the newest operation of all
    QDateTime m_newestTime; ///< of the newest operation
    std::atomic<bool> m_isSuspect = false; ///< the disk failed: the connection may be dead
    QString m_copyBeforeMigration;
    QStringList m_notices;
};

} // namespace baolei
