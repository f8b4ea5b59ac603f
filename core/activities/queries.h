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
};

/// Who is expected on `day` by the kind: members of the branch (or group), or its committee; for
/// kinds with chosen people everyone, for the clerk to choose from. In 姓氏笔画 order.
Result<QList<ExpectedPerson>> expectedAt(const Reader& reader, const ActivityKind& kind,
                                         Id<Organisation> organisation, QDate day);

/// Names of the people of a list of attendances.
Result<QHash<Uuid, QString>> namesOf(const Reader& reader, const QSet<Uuid>& people);

} // namespace baolei
