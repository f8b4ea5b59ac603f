#include "tests/stress/survivor.h"

#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "core/store/verify.h"

#include <QFileInfo>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const FixedClock kLater(QDate(2099, 1, 1)); // of the process that looks at what is left

Result<QList<Uuid>> operationsIn(const QString& path) {
    const auto reader = Reader::open(path);
    if (!reader) return fail(reader.error());
    QList<Uuid> operations;
    const auto done = reader->each("SELECT id FROM operation ORDER BY seq", {},
                                   [&](const Row& row) { operations.append(row.as<Uuid>(0)); });
    if (!done) return fail(done.error());
    return operations;
}

// Before the program itself brings it up to date; SQLite takes back what was not committed.
qint64 versionOf(const QString& path) {
    const auto raw = Connection::open(path, Connection::Mode::ReadWrite);
    return raw ? (*raw)->integer("PRAGMA user_version").value_or(0) : 0;
}

QStringList problemsOf(const Reader& reader) {
    const auto report = verifyStore(reader);
    return report ? report->problems : QStringList{report.error().text()};
}
}

Survivor::Survivor(const QString& folder)
    : m_folder(folder)
    , m_path(folder + u"/镇.baolei"_s) {
    if (const auto operations = operationsIn(m_path)) learn(*operations);
}

QList<Uuid> Survivor::pathTo(const Uuid& operation) const {
    Path path;
    for (Uuid each = operation; !each.isNull(); each = m_previous.value(each))
        path.prepend(each);
    return path;
}

void Survivor::learn(const Path& operations) {
    m_head = {};
    for (const Uuid& operation : operations) {
        m_previous.insert(operation, m_head);
        m_head = operation;
    }
}

void Survivor::begun(Work work, const QString& about) {
    m_work = work;
    m_about = about;
    if (work == Work::Migration && !about.isEmpty()) m_migrated.append({about, false});
    if (work == Work::Backup) m_newestBackup.clear();
}

void Survivor::done(Work work, const Deed& deed) {
    m_work.reset();
    if (work == Work::Migration) {
        m_migrated.last().second = true;
    } else if (work == Work::Backup) {
        m_backups.insert(deed.file, m_head);
        m_newestBackup = deed.file;
    } else if (!deed.operation.isNull()) {
        if (!m_previous.contains(deed.operation)) {
            if (work == Work::Restore) complain(u"a restore led to an unknown operation"_s);
            m_previous.insert(deed.operation, m_head);
        }
        const QByteArray known = m_digests.value(deed.operation, deed.digest);
        if (known != deed.digest) complain(u"an operation reads differently later"_s);
        m_digests.insert(deed.operation, deed.digest);
        m_head = deed.operation;
    }
}

QStringList Survivor::check() {
    m_problems.clear();
    checkBackups();
    checkStore();
    checkMigrated();
    m_work.reset();
    return m_problems;
}

void Survivor::checkBackups() {
    const auto backups = backupsIn(backupFolderOf(m_path));
    if (!m_newestBackup.isEmpty() && !QFileInfo::exists(m_newestBackup))
        complain(u"a backup that was reported is not there"_s);
    m_newestBackup.clear();
    for (const BackupInfo& backup : backups) {
        // The newest is opened each time, as a person would; of the others each once.
        if (m_checkedBackups.contains(backup.path) && backup.path != backups.first().path) continue;
        m_checkedBackups.insert(backup.path);
        const QString name = QFileInfo(backup.path).fileName();
        if (const auto sound = checkBackup(backup.path); !sound) complain(sound.error().text());
        const auto operations = operationsIn(backup.path);
        if (!operations || operations->isEmpty()) {
            complain(name + u": no operations"_s);
            continue;
        }
        if (*operations != pathTo(operations->last()))
            complain(name + u": holds another line of operations"_s);
        if (operations->last() != m_backups.value(backup.path, operations->last()))
            complain(name + u": does not hold what there was when it was begun"_s);
        const auto reader = Reader::open(backup.path);
        for (const QString& problem : reader ? problemsOf(*reader) : QStringList{u"unreadable"_s})
            complain(name + u": "_s + problem);
    }
}

void Survivor::checkStore() {
    const bool isFresh = m_head.isNull();
    if (isFresh && !QFileInfo::exists(m_path)) return; // killed before it was made
    const auto store = Store::open(m_path, {.clock = &kLater});
    if (!store) return complain(u"the store does not open: "_s + store.error().text());
    for (const QString& problem : problemsOf((*store)->reader()))
        complain(u"verify: "_s + problem);
    const Replay replay = replayFromNothing((*store)->reader());
    for (const QString& problem : replay.problems)
        complain(u"replay: "_s + problem);
    checkOperations(replay);
    checkNothingHalfMade(m_folder);
    checkNothingHalfMade(backupFolderOf(m_path));
}

void Survivor::checkOperations(const Replay& replay) {
    Path rest = replay.operations;
    const Path required = pathTo(m_head);
    bool isExpected = rest == required;
    if (!isExpected && m_work == Work::Restore) {
        const auto restored = operationsIn(m_about);
        isExpected = restored && rest == *restored;
    } else if (!isExpected && m_work && rest.size() == required.size() + 1) {
        rest.removeLast(); // done, and killed before it could say so
        isExpected = rest == required;
    }
    if (!isExpected)
        complain(u"%1 operations must be there, %2 are"_s.arg(required.size())
                     .arg(replay.operations.size()));
    for (const Uuid& operation : replay.operations) {
        const QByteArray digest = replay.digests.value(operation);
        if (m_digests.value(operation, digest) != digest)
            complain(u"operation %1 is not what was reported"_s.arg(operation.toText()));
        m_digests.insert(operation, digest);
    }
    learn(replay.operations);
}

void Survivor::checkMigrated() {
    for (const auto& [path, isReported] : m_migrated) {
        const qint64 version = versionOf(path);
        if (isReported && version != newestSchema())
            complain(u"a migration that was reported has not happened"_s);
        const auto operations = operationsIn(path);
        const auto store = Store::open(path, {.clock = &kLater});
        if (!store) {
            complain(u"a store half brought up to date: "_s + store.error().text());
            continue;
        }
        for (const QString& problem : problemsOf((*store)->reader()))
            complain(u"after a migration: "_s + problem);
        const Replay replay = replayFromNothing((*store)->reader());
        for (const QString& problem : replay.problems)
            complain(u"replay after a migration: "_s + problem);
        if (operations.value_or(Path{}) != replay.operations)
            complain(u"a migration changed the journal"_s);
        for (const BackupInfo& copy : backupsIn(backupFolderOf(path)))
            if (const auto sound = checkBackup(copy.path); !sound) complain(sound.error().text());
        checkNothingHalfMade(backupFolderOf(path));
    }
    m_migrated.clear();
    QDir folder(m_folder);
    for (const QString& name : folder.entryList({u"旧镇*"_s}, QDir::Files))
        folder.remove(name);
    for (const QString& name : folder.entryList({u"旧镇*"_s}, QDir::Dirs))
        QDir(folder.filePath(name)).removeRecursively();
}

void Survivor::checkNothingHalfMade(const QString& folder) {
    const QStringList halves{u"*.baolei.part*"_s, u"恢复中*"_s};
    for (const QString& name : QDir(folder).entryList(halves, QDir::Files))
        complain(u"left behind: "_s + name);
}

} // namespace baolei
