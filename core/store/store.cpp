#include "core/store/store.h"

#include "core/base/files.h"
#include "core/base/normal_text.h"
#include "core/store/backup.h"
#include "core/store/file.h"
#include "core/store/interruption.h"
#include "core/store/log_check.h"
#include "core/store/migrations.h"
#include "core/store/setting.h"
#include "core/store/storage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

Result<void> putInfo(Connection& connection, const QByteArray& name, const Uuid& id) {
    const auto insert
        = connection.prepare("INSERT INTO store_info(name, value) VALUES(:name, :value)");
    if (!insert) return fail(insert.error());
    (*insert)->bind(":name", toValue(QString::fromLatin1(name)));
    (*insert)->bind(":value", toValue(id));
    return (*insert)->run();
}

Result<void> configure(Connection& connection, const StoragePlan& plan) {
    return connection.execute("PRAGMA journal_mode = " + QByteArray(plan.journalMode)
                              + "; PRAGMA synchronous = " + plan.synchronous
                              + "; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000;"
                                " PRAGMA temp_store = MEMORY;");
}

// A file that comes from a fixed disk wants memory shared through the folder, which sticks and
// network folders do not give: it is read by this program alone until it has lost its log.
Result<int> versionAt(const QString& path, const StoreOptions& options) {
    const auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.vfs);
    if (!connection) return fail(connection.error());
    // SQLite opens what it may not write for reading, and says nothing.
    if ((*connection)->isReadOnly()) return fail(onlyReadable());
    const bool needsNoLog = storagePlanAt(path).kind != StorageKind::FixedDisk;
    Result<void> done;
    if (needsNoLog) done = (*connection)->execute("PRAGMA locking_mode = EXCLUSIVE");
    const auto version = done ? schemaOf(**connection) : fail(done.error());
    if (version && needsNoLog) done = (*connection)->execute("PRAGMA journal_mode = DELETE");
    if (!done) return fail(done.error());
    return version;
}

// Not every network folder locks as SQLite needs it (SMB mounted by Linux, without nobrl).
Error explained(Error error, const QString& path) {
    if (error.code != ErrorCode::Locked || storagePlanAt(path).kind != StorageKind::NetworkFolder)
        return error;
    error.what = Text::tr("网络文件夹里的数据文件锁不住，没有存成");
    error.next = Text::tr("请稍后再试；仍不行，说明这个网络文件夹不能放数据文件，"
                          "请把它放在自己的电脑上（备份仍可以存到网络文件夹）");
    return error;
}

QString dayText(const QDateTime& moment) {
    return moment.toLocalTime().toString(u"yyyy年M月d日"_s);
}

void removeWithTails(const QString& path) {
    QFile::remove(path);
    removeTails(path);
}
}

QString Operation::label() const {
    QString text = QCoreApplication::translate("Op", op.label);
    // Last one first, from behind: an argument that holds "%1" itself is left as it is.
    for (qsizetype at = text.lastIndexOf(u'%'); at >= 0;
         at = at == 0 ? -1 : text.lastIndexOf(u'%', at - 1)) {
        const int number = text.mid(at + 1, 1).toInt();
        if (number >= 1 && number <= arguments.size())
            text.replace(at, 2, normalLine(arguments[number - 1]));
    }
    return text;
}

Store::Running::Running(Store& store, std::unique_lock<std::mutex> lock, OperationInfo head)
    : m_store(store)
    , m_lock(std::move(lock))
    , m_session(store.m_connection, std::move(head), store.m_previousHash) {
    m_store.m_writer = std::this_thread::get_id();
}

Store::Running::~Running() {
    // Before the lock goes.
    if (!m_isCommitted) (void)m_store.m_connection->execute("ROLLBACK");
    release();
}

void Store::Running::release() {
    if (!m_lock.owns_lock()) return;
    m_store.m_writer = std::thread::id();
    m_lock.unlock();
}

Store::Store(QString path, StoreOptions options, StoreLock lock,
             std::shared_ptr<Connection> connection, Reader reader)
    : m_path(std::move(path))
    , m_options(std::move(options))
    , m_lock(std::move(lock))
    , m_connection(std::move(connection))
    , m_reader(std::move(reader)) {
    qRegisterMetaType<baolei::Changes>();
    qRegisterMetaType<baolei::Error>();
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const QString& path, const QString& town,
                                             StoreOptions options) {
    if (QFile::exists(path))
        return fail(ErrorCode::Refused, Text::tr("文件“%1”已经存在").arg(shownPath(path)),
                    Text::tr("请换一个名字，或先把它移走"), Text::tr("原来的文件没有改动"));
    auto lock = lockStore(path);
    if (!lock) return fail(lock.error());
    // Under another name until it is whole: a half-made store is none.
    const QString half = path + u".part"_s;
    removeWithTails(half); // left by a killed program
    Result<void> made = fill(half, town, options);
    if (made) made = replaceFile(half, path);
    if (!made) {
        removeWithTails(half);
        return fail(explained(made.error(), path));
    }
    auto store = start(path, std::move(options), std::move(*lock), {});
    if (!store) removeWithTails(path);
    return store;
}

Result<void> Store::fill(const QString& path, const QString& town, const StoreOptions& options) {
    auto connection = Connection::open(path, Connection::Mode::Create, options.vfs);
    if (!connection) return fail(connection.error());
    Result<void> done = migrate(**connection, newestSchema());
    const qint64 now = options.clock->nowUtc().toMSecsSinceEpoch();
    if (done) done = putInfo(**connection, "store", newUuid(now));
    if (done) done = putInfo(**connection, "replica", newUuid(now));
    connection->reset();
    if (!done) return done;
    auto store = start(path, options, nullptr, {});
    if (!store) return fail(store.error());
    done = (*store)->run({kCreateStore, {town}},
                         [&](Session& session) { return putSetting(session, kTownName, town); });
    store->reset();
    if (!done) return done;
    // What is still in the log would stay behind under the old name.
    if (syncToDisk(path) && QFileInfo(path + u"-wal"_s).size() == 0) return {};
    return fail(ErrorCode::Io, Text::tr("磁盘读写出错，没有建成数据文件"),
                Text::tr("请检查磁盘空间，再试一次"), Text::tr("什么都没有改动"));
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, StoreOptions options,
                                           const WorkProgress& progress) {
    if (const auto fine = checkIsStoreFile(path); !fine) return fail(fine.error());
    auto lock = lockStore(path);
    if (!lock && lock.error().code == ErrorCode::ReadOnly)
        return openReadOnly(path, std::move(options));
    if (!lock) return fail(lock.error());
    removeHalfMade(path);
    const bool isBroken = hasBrokenLog(path); // SQLite takes what is whole, and the log is gone
    const auto version = versionAt(path, options);
    if (!version && version.error().code == ErrorCode::ReadOnly) {
        lock->reset();
        return openReadOnly(path, std::move(options));
    }
    if (!version) return fail(explained(version.error(), path));
    QString copy;
    if (*version < newestSchema()) {
        const auto copied = baolei::copyBeforeMigration(path, *version, *options.clock, progress);
        if (!copied) return fail(copied.error());
        copy = *copied;
        const auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.vfs);
        if (!connection) return fail(connection.error());
        // Whatever kind of journal the file came with, it stays migrated.
        Result<void> done = (*connection)->execute("PRAGMA synchronous = EXTRA");
        const auto goesOn = [&] { return progress(0, 0); };
        Interruption interruption(**connection, progress ? goesOn : std::function<bool()>());
        bool isMigrated = false; // whatever is asked for after that
        if (done)
            done = interruption.run([&] {
                auto migrated = migrate(**connection, newestSchema());
                isMigrated = migrated.has_value();
                return migrated;
            });
        if (!done && !isMigrated) return fail(done.error());
    }
    auto store = start(path, std::move(options), std::move(*lock), copy);
    if (store && isBroken)
        (*store)->m_notices.append(
            Text::tr("上次没有正常关闭，最后几步可能没有存全。请在「历史」里核对最近几步，"
                     "缺的请再做一次"));
    return store;
}

Result<std::unique_ptr<Store>> Store::start(const QString& path, StoreOptions options,
                                            StoreLock lock, QString copyBeforeMigration) {
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.vfs);
    if (!connection) return fail(connection.error());
    if (const auto done = configure(**connection, storagePlanAt(path)); !done)
        return fail(done.error());
    auto reader = Reader::open(path, options.vfs);
    if (!reader) return fail(reader.error());
    std::unique_ptr<Store> store(new Store(path, std::move(options), std::move(lock),
                                           std::shared_ptr<Connection>(std::move(*connection)),
                                           std::move(*reader)));
    store->m_copyBeforeMigration = std::move(copyBeforeMigration);
    if (const auto done = store->loadChain(store->m_reader); !done) return fail(done.error());
    store->notice();
    return store;
}

void Store::notice() {
    constexpr qint64 kTolerance = 3600; // clocks are put right by minutes, not by days
    if (storagePlanAt(m_path).kind == StorageKind::NetworkFolder)
        m_notices.append(
            Text::tr("数据文件放在网络文件夹里：同一时间只能一个人用，网络断开时存不上。"
                     "最好把它放在自己的电脑上"));
    const QDateTime now = clock().nowUtc();
    if (m_newestTime.isValid() && now.secsTo(m_newestTime) > kTolerance)
        m_notices.append(Text::tr("电脑日期（%1）早于最近一次保存（%2），请检查日期。"
                                  "已保存的内容不受影响")
                             .arg(dayText(now), dayText(m_newestTime)));
}

void Store::setActor(const QString& actor) {
    const std::lock_guard lock(m_writing);
    m_options.actor = actor;
}

Result<void> Store::loadChain(const Reader& reader) {
    m_schema = newestSchema();
    auto done = reader.each("SELECT (SELECT value FROM store_info WHERE name = 'replica'),"
                            " (SELECT max(clock) FROM operation)",
                            {}, [&](const Row& row) {
                                m_replica = row.as<Uuid>(0);
                                m_clock = row.integer(1);
                            });
    if (!done) return done;
    done = reader.each("SELECT seq, hash, wall_time FROM operation ORDER BY seq DESC LIMIT 1", {},
                       [&](const Row& row) {
                           m_seq = row.integer(0);
                           m_newestHash = row.bytes(1);
                           m_newestTime = row.as<QDateTime>(2);
                       });
    if (!done) return done;
    return reader.each("SELECT hash FROM operation WHERE replica = :replica "
                       "ORDER BY clock DESC LIMIT 1",
                       {{":replica", m_replica}},
                       [&](const Row& row) { m_previousHash = row.bytes(0); });
}

// With the lock of the writer. The handles of a disk that has gone stay dead when it is back.
Result<void> Store::reopen() {
    if (const auto fine = checkIsStoreFile(m_path); !fine) return fine;
    if (const auto held = keepLock(m_lock, m_path); !held) return held;
    auto connection = Connection::open(m_path, Connection::Mode::ReadWrite, m_options.vfs);
    if (!connection) return fail(connection.error());
    if (const auto done = configure(**connection, storagePlanAt(m_path)); !done) return done;
    const std::shared_ptr<Connection> fresh(std::move(*connection));
    const Reader reader(fresh);
    const auto known = reader.integer(
        "SELECT count(*) FROM operation, store_info WHERE seq = :seq AND hash = :hash"
        " AND name = 'replica' AND value = :replica",
        {{":seq", m_seq}, {":hash", m_newestHash}, {":replica", m_replica}});
    if (!known) return fail(known.error());
    if (*known == 0)
        return fail(ErrorCode::Refused, Text::tr("数据文件已被换成另一份，没有存"),
                    Text::tr("请把原来的文件放回去再存，或关闭后重新打开"),
                    Text::tr("那里的文件没有改动"));
    // An operation that was reported as not saved may have reached the disk after all.
    if (const auto done = loadChain(reader); !done) return done;
    m_connection = fresh;
    m_isSuspect = false;
    // The reader belongs to the owner's thread.
    QMetaObject::invokeMethod(this, &Store::reopenReader);
    return {};
}

void Store::reopenReader() {
    // Where it fails, the old one goes on saying what is wrong.
    if (auto reader = Reader::open(m_path, m_options.vfs)) m_reader = std::move(*reader);
    emit reconnected();
}

Result<void> Store::reconnect() {
    if (isReadOnly()) {
        if (const auto fine = checkIsStoreFile(m_path); !fine) return fine;
        reopenReader();
        return {};
    }
    const std::lock_guard lock(m_writing);
    return reopen();
}

// Where the file was moved away, what is saved into it would be found by nobody.
Result<void> Store::beginTransaction() {
    if (m_isSuspect || m_connection->hasMoved())
        if (const auto done = reopen(); !done) return done;
    return m_connection->execute("BEGIN IMMEDIATE");
}

Result<std::unique_ptr<Store::Running>> Store::begin(const Operation& operation,
                                                     const Uuid& reverts) {
    // Waiting for oneself would never end.
    if (m_writer == std::this_thread::get_id())
        return fail(ErrorCode::Broken, Text::tr("一项操作还没有做完，又要开始另一项"),
                    Text::tr("请重新打开程序再试"), Text::tr("此前已保存的内容都在"));
    if (const auto may = mayWrite(); !may) return fail(may.error());
    std::unique_lock lock(m_writing);
    if (const auto begun = beginTransaction(); !begun) return fail(suspected(begun.error()));
    OperationInfo head;
    head.seq = m_seq + 1;
    // To the second, as it is stored: the hash must come out the same when it is read back.
    head.wallTime = m_options.clock->nowUtc();
    head.id = newUuid(head.wallTime.toMSecsSinceEpoch());
    head.wallTime.setTime(QTime(head.wallTime.time().hour(), head.wallTime.time().minute(),
                                head.wallTime.time().second()));
    head.key = operation.op.key;
    head.label = operation.label();
    head.actor = m_options.actor;
    head.replica = m_replica;
    head.clock = m_clock + 1;
    head.schema = m_schema;
    head.reverts = reverts;
    return std::make_unique<Running>(*this, std::move(lock), std::move(head));
}

// After a failure of the disk the next operation looks at the file anew.
Error Store::suspected(Error error) {
    if (error.code == ErrorCode::Refused) return error;
    error = explained(std::move(error), m_path);
    m_isSuspect = true;
    emit troubled(error);
    return error;
}

// The log may hold the whole operation although it could not be synced, and would then bring it
// back after a crash. Cutting the log off makes it certain that it is not saved.
Error Store::afterFailedCommit(Error error) {
    if (error.code != ErrorCode::Io) return suspected(std::move(error));
    (void)m_connection->execute("ROLLBACK");
    if (m_connection->integer("PRAGMA wal_checkpoint(TRUNCATE)").value_or(1) != 0) {
        error.kept = Text::tr("此前已保存的内容都在；这一步有没有存上，要重新打开后才知道");
        error.next
            = Text::tr("请插好U盘或检查磁盘，重新打开这个文件，核对这一步后再决定要不要重做");
    }
    return suspected(std::move(error));
}

Result<void> Store::commit(Running& running) {
    Session& session = running.session();
    if (session.m_failure) return fail(suspected(*session.m_failure));
    if (!m_connection->isInTransaction())
        return fail(suspected({ErrorCode::Io, Text::tr("这一步中途断开，没有存成"),
                               Text::tr("此前已保存的内容都在"), Text::tr("请再做一次")}));
    if (session.m_head.lines == 0 && !session.m_hasDropped) return {}; // the destructor ends the empty transaction
    if (const auto done = session.finish(); !done) return fail(suspected(done.error()));
    if (const auto done = m_connection->execute("COMMIT"); !done)
        return fail(afterFailedCommit(done.error()));
    running.m_isCommitted = true;
    m_seq = session.m_head.seq;
    m_clock = session.m_head.clock;
    m_previousHash = session.m_head.hash;
    m_newestHash = session.m_head.hash;
    const Changes changes = session.m_changes;
    running.release();
    emit changed(changes);
    return {};
}

} // namespace baolei
