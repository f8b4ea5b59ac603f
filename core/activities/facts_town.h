#pragma once
// What the facts of every organisation need: read once for a pass, then only looked at, also by
// several threads.

#include "core/activities/away.h"
#include "core/activities/facts_pass.h"
#include "core/activities/study_reading.h"

namespace baolei {

/// The term of an organisation goes on until a day.
struct Extension {
    QDate until;
    bool isApproved = false;
};

/// Somebody was secretary of an organisation in these days.
struct Office {
    Uuid person;
    PartialDate from;
    PartialDate until;
    bool isHeldOn(QDate day) const;
};

struct FactsTown {
    FactDays days;
    QString firstDay; ///< of days, as the columns write them
    QString dayAfter;
    QByteArrayList kindNames; ///< by bit
    QList<Organisation> organisations; ///< that facts are asked about
    QHash<Id<Organisation>, QList<Organisation>> groups;
    QHash<Uuid, QList<Office>> secretaries; ///< by organisation
    QHash<Uuid, QSet<Uuid>> offices; ///< branches whose secretary a person is
    QMultiHash<Uuid, Uuid> joined; ///< activities that an organisation joined
    QHash<Uuid, QList<Exemption>> exemptions; ///< by organisation, also those of what is above it
    QHash<Uuid, Extension> extensions; ///< the latest of each organisation
    QSet<Uuid> joint; ///< all activities that several held together
    std::optional<StudyTown> study; ///< nothing: hours of study are not asked about

    FactsTown(const TownRules& rules, const FactDays& factDays);
    /// Divides organisations into those that are asked about and their groups.
    void add(const QList<Organisation>& all);
    Result<void> load(const Reader& reader, const TownRules& rules);
    AwaySpan away() const { return {days.asOf, days.awayMonths}; }

private:
    Result<void> loadStudy(const Reader& reader, const TownRules& rules);
};

} // namespace baolei
