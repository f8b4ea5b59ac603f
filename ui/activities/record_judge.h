#pragma once
// What the rules say to a record while it is being typed. They warn; saving is another matter.

#include "core/activities/compliance.h"
#include "ui/activities/record_source.h"
#include "ui/base/theme.h"

namespace baolei {

/// One line about the record as it stands.
struct RecordRemark {
    QString text;
    Tone tone = Tone::Due;
};

/// What a branch's record is judged by; read once for a day.
class RecordJudge {
public:
    /// `branch` as for recordSource; `own` is left out of the day's other meetings.
    static Result<RecordJudge> load(const Reader& reader, const TownRules& rules,
                                    const Organisation& branch, QDate day, Id<Activity> own,
                                    QDate today);

    /// What is wrong first, then what is missing; a line of praise where there is nothing.
    QList<RecordRemark> judge(const ActivityRecord& record, const ActivityKind& kind) const;

private:
    ActivityFacts factsOf(const Activity& activity) const;

    const TownRules* m_rules = nullptr;
    QDate m_today;
    OrganisationFacts m_facts; ///< the branch with the day's other meetings
    QSet<Uuid> m_secretaries;
};

} // namespace baolei
