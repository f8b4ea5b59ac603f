#pragma once
// A clerk who never rests: does what people do to a store, in a seeded random order, through the
// real commands. What is done can be told again from the seed; how long it takes cannot.

#include "core/attachments/attachment.h"
#include "core/attachments/entry.h"
#include "core/people/commands.h"

#include <QDir>
#include <random>

namespace baolei {

/// What can be going on when the power fails.
enum class Work { Open, Edit, Activity, Undo, Import, Merge, Migration, Backup, Restore };
inline constexpr int kWorks = 9;
QString nameOf(Work work);
std::optional<Work> workNamed(const QString& name);

/// What one piece of work left behind.
struct Deed {
    Uuid operation; ///< null: none
    QByteArray digest; ///< of the records that it touched, as they were afterwards
    QString file; ///< the backup made or restored, the store migrated
};

class Clerk {
public:
    /// Works on `folder`/镇.baolei; `clock` goes on with the work.
    Clerk(QString folder, unsigned seed, FixedClock& clock);

    /// Opens the store; an older one is brought up to date, a missing one is made.
    Result<Deed> open();
    void close() { m_store.reset(); }
    /// What the next act() of this kind will be about, where it has to be known beforehand: the
    /// backup to be restored, the store to be migrated. Empty: nothing of that kind can be done.
    QString prepare(Work work);
    /// Refused where the rules of the program say no: that is an answer like another.
    Result<Deed> act(Work work);

    QString path() const;
    Store& store() { return *m_store; }
    int below(int limit) { return int(m_random() % unsigned(limit)); }

private:
    Result<void> makeTree();
    Result<void> edit();
    Result<void> editPerson();
    Result<void> editOrganisation();
    Result<void> moveSomebody();
    Result<void> recordActivity();
    EnteredFile scan();
    Result<void> editAttachments(Id<Activity> activity);
    Result<void> import();
    Result<void> mergeDrafts();
    Result<Deed> restore();
    Result<Deed> migrate();
    Result<QString> writeRoster();
    Result<Id<Organisation>> branch();
    Result<Person> person();
    Result<Deed> newest(qint64 since);

    QString m_folder;
    std::mt19937 m_random;
    FixedClock& m_clock;
    std::unique_ptr<Store> m_store;
    QString m_prepared;
};

} // namespace baolei
