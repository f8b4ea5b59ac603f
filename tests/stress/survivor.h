#pragma once
// What must be in a store after the process that worked on it is gone, however it went: every
// operation that reported success, at most the one that was under way, and nothing else.

#include "tests/stress/clerk.h"
#include "tests/stress/replay.h"

namespace baolei {

class Survivor {
public:
    /// The store of a clerk in `folder`. An older store there is known with all its operations.
    explicit Survivor(const QString& folder);

    /// The work that was begun, and what it is about; from now on it may have been done.
    void begun(Work work, const QString& about);
    void done(Work work, const Deed& deed);
    void refused() { m_work.reset(); }
    /// Was anything under way?
    std::optional<Work> underWay() const { return m_work; }

    /// Opens everything again with no person's help and compares. Empty: all is well.
    QStringList check();

private:
    using Path = QList<Uuid>;
    Path pathTo(const Uuid& operation) const;
    void learn(const Path& operations);
    void checkBackups();
    void checkStore();
    void checkOperations(const Replay& replay);
    void checkMigrated();
    void checkNothingHalfMade(const QString& folder);
    void complain(const QString& what) { m_problems.append(what); }

    QString m_folder;
    QString m_path;
    Uuid m_head; ///< newest operation that must be there
    QHash<Uuid, Uuid> m_previous; ///< operation -> the one that stood before it
    QHash<Uuid, QByteArray> m_digests;
    QHash<QString, Uuid> m_backups; ///< reported ones: newest operation that they must hold
    QString m_newestBackup; ///< reported, and not checked yet
    QSet<QString> m_checkedBackups;
    std::optional<Work> m_work; ///< begun, and nothing more was heard of it
    QString m_about;
    QList<std::pair<QString, bool>> m_migrated; ///< store, and whether success was reported
    QStringList m_problems;
};

} // namespace baolei
