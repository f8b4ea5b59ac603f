#pragma once
// What the dialog starts from: the record or the beginnings of one, and which organisations may
// hold it.

#include "core/activities/compliance.h"
#include "ui/activities/record_dialog.h"
#include "ui/activities/record_source.h"
#include "ui/base/fields.h"

namespace baolei {

struct RecordSetup {
    TownRules rules;
    QList<Organisation> branches; ///< to choose from; one, mostly
    QList<Organisation> offices; ///< the committees among them and above them
    QList<Organisation> groups; ///< of all branches
    Organisation branch;
    Organisation holder; ///< the branch or one of its groups
    ActivityKind kind; ///< combined, where the meeting serves two
    QString also; ///< the further kind, as Activity keeps it
    QList<OrganisationNode> joint; ///< who holds it together with the holder
    QDate day;
    QDate today;
    std::optional<ActivityRecord> opened; ///< the record to change
    PlanItem planned; ///< as in RecordStart
    std::optional<ActivityRecord> begun; ///< what the fields begin with; else what is known
    Uuid unsaved; ///< the entry that is gone on with

    const ActivityKind* kindOf(const QString& id) const;
    /// Chooses the kind and, where one meeting may serve both, the further one.
    void choose(const QString& id, const QString& further);
    /// What the fields begin with: of a new record what is known and what the plan says.
    ActivityRecord beginning(const RecordSource& source) const;
    /// Who may hold `of`: the branches, and the committees where the kind lets them.
    QList<Organisation> places(const ActivityKind& of) const;
    /// Whether further branches can be, or are, named.
    bool offersJoint() const;
    bool hasManyPlaces() const { return branches.size() + offices.size() > 1; }
    /// The groups of the branch, where `of` is held by groups and there are some; else the branch.
    QList<Organisation> holders(const ActivityKind& of) const;
};

Choices choicesOf(const QList<Organisation>& organisations);
/// The one of this key, as choicesOf writes it; null where there is none.
const Organisation* organisationIn(const QList<Organisation>& organisations, const QString& code);
/// All kinds; those that one meeting may serve beside `other`, where one is given.
Choices choicesOf(const QList<ActivityKind>& kinds, const ActivityKind* other = nullptr);

/// Refuses what is not there, a damaged record, and a scope with too many branches to choose from.
Result<RecordSetup> recordSetup(const Store& store, RecordStart start);

} // namespace baolei
