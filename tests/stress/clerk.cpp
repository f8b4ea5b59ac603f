#include "tests/stress/clerk.h"

#include "core/store/backup.h"
#include "core/store/migrations.h"
#include "tests/stress/older_store.h"
#include "tests/stress/replay.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kPeopleOfOlderStore = 150;
}

QString nameOf(Work work) {
    static const QStringList names{u"open"_s,      u"edit"_s,   u"activity"_s,
                                   u"undo"_s,      u"import"_s, u"merge"_s,
                                   u"migration"_s, u"backup"_s, u"restore"_s};
    return names[int(work)];
}

std::optional<Work> workNamed(const QString& name) {
    for (int i = 0; i < kWorks; ++i)
        if (nameOf(Work(i)) == name) return Work(i);
    return std::nullopt;
}

Clerk::Clerk(QString folder, unsigned seed, FixedClock& clock)
    : m_folder(std::move(folder))
    , m_random(seed)
    , m_clock(clock) { }

QString Clerk::path() const {
    return m_folder + u"/镇.baolei"_s;
}

Result<Deed> Clerk::open() {
    m_clock.advanceSeconds(1);
    const StoreOptions options{.clock = &m_clock, .actor = u"测试员"_s};
    auto opened = QFile::exists(path()) ? Store::open(path(), options)
                                        : Store::create(path(), u"示范镇"_s, options);
    if (!opened) return fail(opened.error());
    m_store = std::move(*opened);
    return newest(0);
}

QString Clerk::prepare(Work work) {
    m_prepared.clear();
    if (work == Work::Restore) {
        const auto backups = backupsIn(backupFolderOf(path()));
        if (!backups.isEmpty()) m_prepared = backups[below(int(backups.size()))].path;
    } else if (work == Work::Migration) {
        const int version = 1 + below(newestSchema() - 1);
        m_prepared = m_folder + u"/旧镇%1.baolei"_s.arg(m_clock.nowUtc().toSecsSinceEpoch());
        if (!makeOlderStore(m_prepared, version, kPeopleOfOlderStore)) m_prepared.clear();
    }
    return m_prepared;
}

Result<Deed> Clerk::act(Work work) {
    m_clock.advanceSeconds(1);
    if (work == Work::Migration) return migrate();
    if (work == Work::Restore) return restore();
    if (work == Work::Backup) {
        const auto made = backUp(path(), backupFolderOf(path()), m_clock);
        if (!made) return fail(made.error());
        return Deed{{}, {}, *made};
    }
    const auto before = m_store->reader().integer("SELECT max(seq) FROM operation");
    if (!before) return fail(before.error());
    const auto done = [&]() -> Result<void> {
        if (work == Work::Edit) return edit();
        if (work == Work::Activity) return recordActivity();
        if (work == Work::Import) return import();
        if (work == Work::Merge) return mergeDrafts();
        const auto undone = below(3) == 0 ? m_store->redo() : m_store->undo();
        if (!undone) return fail(undone.error());
        return {};
    }();
    if (!done) return fail(done.error());
    return newest(*before);
}

Result<Deed> Clerk::restore() {
    if (m_prepared.isEmpty()) return fail(ErrorCode::Refused, u"没有备份"_s);
    m_store.reset();
    const auto kept = restoreBackup(m_prepared, path(), m_clock);
    const auto opened = open();
    if (!kept) return fail(kept.error());
    if (!opened) return opened;
    return Deed{opened->operation, opened->digest, m_prepared};
}

Result<Deed> Clerk::migrate() {
    if (m_prepared.isEmpty()) return fail(ErrorCode::Refused, u"没有旧文件"_s);
    const auto opened = Store::open(m_prepared, {.clock = &m_clock});
    if (!opened) return fail(opened.error());
    return Deed{{}, {}, m_prepared};
}

Result<Deed> Clerk::newest(qint64 since) {
    Deed deed;
    qint64 seq = 0;
    const auto found = m_store->reader().each(
        "SELECT seq, id FROM operation WHERE seq > :since ORDER BY seq DESC LIMIT 1",
        {{":since", since}}, [&](const Row& row) {
            seq = row.integer(0);
            deed.operation = row.as<Uuid>(1);
        });
    if (!found) return fail(found.error());
    if (seq == 0) return deed;
    const auto rows = touchedBy(m_store->reader(), seq);
    if (!rows) return fail(rows.error());
    const auto digest = digestOf(m_store->reader(), *rows);
    if (!digest) return fail(digest.error());
    deed.digest = *digest;
    return deed;
}

} // namespace baolei
