#include "core/store/store.h"

#include "core/base/files.h"
#include "core/store/backup.h"
#include "core/store/file.h"
#include "core/store/migrations.h"
#include "core/store/setting.h"

#include <QCoreApplication>
#include <QFile>

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

Result<void> configure(Connection& connection, const QString& path) {
    const QByteArray mode = needsRollbackJournal(path) ? "DELETE" : "WAL";
    return connection.execute("PRAGMA journal_mode = " + mode
                              + "; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                                "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;");
}
}

QString Operation::label() const {
    QString text = QCoreApplication::translate("Op", op.label);
    // Last one first, from behind: an argument that holds "%1" itself is left as it is.
    for (qsizetype at = text.lastIndexOf(u'%'); at >= 0;
         at = at == 0 ? -1 : text.lastIndexOf(u'%', at - 1)) {
        const int number = text.mid(at + 1, 1).toInt();
        if (number >= 1 && number <= arguments.size()) text.replace(at, 2, arguments[number - 1]);
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

Store::Store(QString path, StoreOptions options, std::unique_ptr<QLockFile> lock,
             std::shared_ptr<Connection> connection, Reader reader)
    : m_path(std::move(path))
    , m_options(std::move(options))
    , m_lock(std::move(lock))
    , m_connection(std::move(connection))
    , m_reader(std::move(reader)) {
    qRegisterMetaType<baolei::Changes>();
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::create(const QString& path, const QString& town,
                                             StoreOptions options) {
    if (QFile::exists(path))
        return fail(ErrorCode::Refused, Text::tr("文件“%1”已经存在").arg(shownPath(path)),
                    Text::tr("请换一个名字，或先把它移走"), Text::tr("原来的文件没有改动"));
    auto lock = lockStore(path);
    if (!lock) return fail(lock.error());
    auto connection = Connection::open(path, Connection::Mode::Create, options.vfs);
    if (!connection) return fail(connection.error());
    Result<void> done = migrate(**connection, newestSchema());
    const qint64 now = options.clock->nowUtc().toMSecsSinceEpoch();
    if (done) done = putInfo(**connection, "store", newUuid(now));
    if (done) done = putInfo(**connection, "replica", newUuid(now));
    connection->reset();
    if (!done) {
        QFile::remove(path);
        return fail(done.error());
    }
    auto store = start(path, std::move(options), std::move(*lock), {});
    if (!store) {
        QFile::remove(path);
        return store;
    }
    const auto named = (*store)->run({kCreateStore, {town}}, [&](Session& session) {
        return putSetting(session, kTownName, town);
    });
    if (!named) {
        store->reset();
        QFile::remove(path);
        return fail(named.error());
    }
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, StoreOptions options) {
    if (const auto fine = checkIsStoreFile(path); !fine) return fail(fine.error());
    auto lock = lockStore(path);
    if (!lock) return fail(lock.error());
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.vfs);
    if (!connection) return fail(connection.error());
    const auto version = schemaOf(**connection);
    if (!version) return fail(version.error());
    QString copy;
    if (*version < newestSchema()) {
        const auto copied = baolei::copyBeforeMigration(path, *version, *options.clock);
        if (!copied) return fail(copied.error());
        copy = *copied;
        if (const auto done = migrate(**connection, newestSchema()); !done)
            return fail(done.error());
    }
    connection->reset();
    return start(path, std::move(options), std::move(*lock), copy);
}

Result<std::unique_ptr<Store>> Store::start(const QString& path, StoreOptions options,
                                            std::unique_ptr<QLockFile> lock,
                                            QString copyBeforeMigration) {
    auto connection = Connection::open(path, Connection::Mode::ReadWrite, options.vfs);
    if (!connection) return fail(connection.error());
    if (const auto done = configure(**connection, path); !done) return fail(done.error());
    auto reader = Reader::open(path);
    if (!reader) return fail(reader.error());
    std::unique_ptr<Store> store(new Store(path, std::move(options), std::move(lock),
                                           std::shared_ptr<Connection>(std::move(*connection)),
                                           std::move(*reader)));
    store->m_copyBeforeMigration = std::move(copyBeforeMigration);
    if (const auto done = store->loadChain(); !done) return fail(done.error());
    return store;
}

void Store::setActor(const QString& actor) {
    const std::lock_guard lock(m_writing);
    m_options.actor = actor;
}

Result<void> Store::loadChain() {
    const auto numbers
        = m_reader.each("SELECT (SELECT value FROM store_info WHERE name = 'replica'),"
                        " (SELECT max(seq) FROM operation), (SELECT max(clock) FROM operation)",
                        {}, [&](const Row& row) {
                            m_replica = row.as<Uuid>(0);
                            m_seq = row.integer(1);
                            m_clock = row.integer(2);
                        });
    if (!numbers) return numbers;
    m_schema = newestSchema();
    return m_reader.each("SELECT hash FROM operation WHERE replica = :replica "
                         "ORDER BY clock DESC LIMIT 1",
                         {{":replica", m_replica}},
                         [&](const Row& row) { m_previousHash = row.bytes(0); });
}

Result<std::unique_ptr<Store::Running>> Store::begin(const Operation& operation,
                                                     const Uuid& reverts) {
    // Waiting for oneself would never end.
    if (m_writer == std::this_thread::get_id())
        return fail(ErrorCode::Broken, Text::tr("一项操作还没有做完，又要开始另一项"),
                    Text::tr("请重新打开程序再试"), Text::tr("此前已保存的内容都在"));
    std::unique_lock lock(m_writing);
    if (const auto begun = m_connection->execute("BEGIN IMMEDIATE"); !begun)
        return fail(begun.error());
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

Result<void> Store::commit(Running& running) {
    Session& session = running.session();
    if (session.m_failure) return fail(*session.m_failure);
    if (!m_connection->isInTransaction())
        return fail(ErrorCode::Broken, Text::tr("这一步中途断开，没有存成"),
                    Text::tr("请重新打开程序，再做一次"), Text::tr("此前已保存的内容都在"));
    if (session.m_head.lines == 0) return {}; // the destructor ends the empty transaction
    if (const auto done = session.finish(); !done) return done;
    if (const auto done = m_connection->execute("COMMIT"); !done) return done;
    running.m_isCommitted = true;
    m_seq = session.m_head.seq;
    m_clock = session.m_head.clock;
    m_previousHash = session.m_head.hash;
    const Changes changes = session.m_changes;
    running.release();
    emit changed(changes);
    return {};
}

} // namespace baolei
