#pragma once
// What is missing, due or wrong: the store's facts judged by the rule books.

#include "core/activities/kinds.h"
#include "core/activities/votes.h"
#include "core/base/in_order.h"
#include "core/people/queries.h"
#include "core/rules/evaluate.h"
#include "core/store/store.h"

namespace baolei {

/// Kinds and rules as they are in force in this town: shipped, the user's copies, the kinds of its
/// own (own_kinds.h) and what it has set about rules (rule_settings.h).
struct TownRules {
    QList<ActivityKind> kinds;
    RuleBook book;
};
Result<TownRules> townRules(const Reader& reader);
/// Before what the town has set otherwise about single rules.
Result<TownRules> rulesAsWritten(const Reader& reader);

/// The figures for elections as the town has them on that day; rule C21.
ElectionTerms electionTerms(const RuleBook& book, QDate day);

struct FactDays {
    QDate from; ///< activities from this day …
    QDate to; ///< … to this one
    QDate asOf; ///< members, posts and committees as on this day
    QDate today; ///< what was held and written down after it is not there yet
    bool withVotes = true; ///< false: what was voted on is not needed
    int studyYear = 0; ///< whose hours of study are summed up; 0: none, as it is dear
    int awayMonths = 0; ///< rule E03: members absent for so long are counted; 0: nobody
};

/// Calls `each` with the facts of every organisation of `scope` (null: all) that holds members,
/// one at a time. `each` returning false stops.
Result<void> forEachFacts(const Reader& reader, const TownRules& rules, Id<Organisation> scope,
                          const FactDays& days,
                          const std::function<bool(const OrganisationFacts&)>& each);

/// How far a pass over organisations is.
struct PassState {
    qsizetype done = 0;
    qsizetype total = 0;
};
/// Asked now and then; false stops.
using GoOn = std::function<bool(const PassState&)>;

/// How a check runs; what it finds does not depend on it.
struct CheckCourse {
    GoOn goOn = {}; ///< stopped: what was found so far
    int threads = usefulThreads();
};

/// Everything that is missing, due or wrong in the year of `today`, as seen on that day; until the
/// end of March also last year's, some of which may still be made good. The most pressing first:
/// wrong and missing before due, must before should before note.
Result<QList<Finding>> check(const Reader& reader, Id<Organisation> scope, QDate today,
                             const CheckCourse& course = {});

/// A row of the matrix: what one branch owed and held in a year, by rule and period. What was made
/// good in the next year's days of grace is told by the state of its obligation.
struct MatrixRow {
    Id<Organisation> organisation;
    QList<Obligation> obligations; ///< `rule` points into the book that was passed
    QList<ActivityFacts> activities;
    QList<Exemption> exemptions = {}; ///< also for periods that are still to come
};

/// How facts of `days()` become rows of one year's matrix, as seen on `today`.
class MatrixYear {
public:
    MatrixYear(int year, QDate today);
    const FactDays& days() const { return m_days; }
    /// Nothing for what is no branch, or is dissolved.
    std::optional<MatrixRow> rowOf(const OrganisationFacts& facts, const RuleBook& book) const;

private:
    int m_year;
    FactDays m_days;
    Window m_window;
};
Result<QList<MatrixRow>> activityMatrix(const Reader& reader, const TownRules& rules,
                                        Id<Organisation> scope, int year, QDate today);

} // namespace baolei
