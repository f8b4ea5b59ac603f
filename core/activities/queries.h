#pragma once
// Questions about what was held, and about who is expected at what is to be held.

#include "core/activities/commands.h"
#include "core/base/period.h"
#include "core/store/reader.h"

namespace baolei {

/// One line of a list: no texts, no attendance.
struct ActivityLine {
    Id<Activity> id;
    QString kind;
    QString also; ///< further kinds, as in Activity
    Id<Organisation> organisationId;
    QString title;
    QDateTime startsAt;
    QString place;
    int due = 0;
    int present = 0;
    QString state;
};

/// What `scope` and below held in a period (also jointly), by time. `kind` empty: every kind.
Result<QList<ActivityLine>> activitiesIn(const Reader& reader, Id<Organisation> scope,
                                         const Period& period, const QString& kind = {});

/// What was held, counted whole, with its first lines only: however much it is, no more is kept.
struct HeldOverview {
    struct Count {
        int held = 0; ///< final and not after today
        int drafts = 0;
    };
    QList<ActivityLine> lines; ///< the earliest, without title and place
    QHash<QString, Count> byKind; ///< each once, whoever held it together
    qsizetype count = 0; ///< of all
};
/// As activitiesIn; at most `most` lines.
Result<HeldOverview> heldOverview(const Reader& reader, Id<Organisation> scope,
                                  const Period& period, QDate today, qsizetype most);
/// Title and place of a line of heldOverview.
Result<void> addTexts(const Reader& reader, ActivityLine& line);

/// The same of every kind, line by line and read month by month, so that nobody need hold the list
/// of a whole city.
Result<void> forEachActivity(const Reader& reader, Id<Organisation> scope, const Period& period,
                             const std::function<void(const ActivityLine&)>& each);

/// Whole records of one organisation, its groups included, by time.
Result<QList<Activity>> activitiesOf(const Reader& reader, Id<Organisation> organisation,
                                     const Period& period, const QString& kind = {});

/// The newest final record of this kind: where place, host, recorder and time come from.
Result<std::optional<Activity>> lastActivity(const Reader& reader, Id<Organisation> organisation,
                                             const QString& kind);

/// Somebody who is expected: with the vote and the exemption as they stood on that day.
struct ExpectedPerson {
    Id<Person> id;
    QString name;
    bool isMember = false;
    Expected expected;
    Id<Organisation> holder = {}; ///< of those asked for, the one that expects him
};

/// Who is expected on `day` by the kind: members of the branch (or group), or its committee; for
/// kinds with chosen people everyone, for the clerk to choose from; of a committee everyone below,
/// up to 5000, where the kind may be held by one. In 姓氏笔画 order.
Result<QList<ExpectedPerson>> expectedAt(const Reader& reader, const ActivityKind& kind,
                                         Id<Organisation> organisation, QDate day);

/// The same of several that hold it together: those of the first, then those of the next, each
/// person once.
Result<QList<ExpectedPerson>> expectedAt(const Reader& reader, const ActivityKind& kind,
                                         const QList<Id<Organisation>>& holders, QDate day);

/// Names of the people of a list of attendances.
Result<QHash<Uuid, QString>> namesOf(const Reader& reader, const QSet<Uuid>& people);

} // namespace baolei
