#pragma once
// A meeting, lecture, party day or talk, whatever its kind (resources/rules/activities.json).

#include "core/people/person.h"

namespace baolei {

struct Activity {
    Id<Activity> id;
    QString kind; ///< id of a kind
    QString also; ///< ids of the further kinds that it served, with spaces between
    Id<Organisation> organisationId;
    QByteArray joint; ///< further organisations that held it together, 16 bytes each
    QString title;
    QDateTime startsAt; ///< as the clock on the wall said
    QDateTime endsAt;
    QString place;
    QString host; ///< a name: hosts may come from outside
    Id<Person> hostId;
    QString delegation; ///< why another than the secretary presides
    QString recorder;
    QString agenda; ///< one item a line
    QString content;
    QString resolution;
    QString details; ///< what only this kind has: empty or a JSON object
    QByteArray attendance; ///< see attendance.h
    int due = 0; ///< 应到, counted when it was saved
    int present = 0;
    int votingDue = 0;
    int votingPresent = 0;
    QByteArray votes; ///< see votes.h
    QString state; ///< draft, final
    QDate recordedOn; ///< the day it was first written down
    bool operator==(const Activity&) const = default;
};
template <> const Table& tableOf<Activity>();

/// The further organisations that held it together, and how they are kept.
QList<Id<Organisation>> jointIn(const QByteArray& stored);
QByteArray storedJoint(const QList<Id<Organisation>>& organisations);
/// All who held it, whose record it is first.
QList<Id<Organisation>> holdersOf(const Activity& activity);

/// All kinds that it served, its own first.
QStringList kindsServed(const QString& kind, const QString& also);

} // namespace baolei
