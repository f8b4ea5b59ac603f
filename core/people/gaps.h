#pragma once
// What the books lack: persons and branches whose data is to be mended. The keys are also the names
// of the filters by which the table of people shows those persons.

#include "core/people/queries.h"

#include <QFlags>

namespace baolei {

enum class PersonGap {
    NoJoinDate = 1, ///< 入党日期
    NoIdNumber = 2,
    DoubtfulIdNumber = 4, ///< fails its check, and no reason is given for keeping it
    NoPhone = 8,
    ProbationOver = 16, ///< on probation although its year, or the longer time granted, is over
    NoBranch = 32,
};
Q_DECLARE_FLAGS(PersonGaps, PersonGap)

/// The cells that gaps of a person on the books are told from.
struct GapCells {
    QString stage;
    PartialDate joinedOn = {};
    PartialDate probationUntil = {}; ///< 延长预备期至
    QString idNumber = {};
    bool isIdExplained = false; ///< there is a remark why the number is kept as it is
    bool hasPhone = true;
    bool hasBranch = true;
};
/// Somebody on the way to joining lacks nothing but, perhaps, a branch.
PersonGaps gapsOf(const GapCells& cells, QDate today);

/// The last day of probation as far as the dates can tell; null: not known.
QDate probationEnds(const PartialDate& joinedOn, const PartialDate& probationUntil);

/// A gap as people call it.
struct GapName {
    PersonGap gap;
    QString key; ///< noJoinDate
    QString title; ///< 缺入党日期
};
const QList<GapName>& personGapNames();

/// One line of what is to be mended.
struct Gap {
    QString key; ///< of personGapNames(), or noSecretary, noTermEnd
    QString sentence; ///< 3 名党员缺入党日期
    QString source; ///< why it has to be there
    int count = 0;
    QList<Id<Organisation>> branches; ///< concerned, in the order of the tree
    bool isOfBranches = false; ///< the branches themselves lack it, not persons in them
};

/// What the books of a scope hold today, and what they lack.
struct Books {
    int branches = 0;
    int full = 0;
    int probationary = 0;
    int arrived = 0; ///< in `year`; moves between branches of the scope are no arrivals
    int departed = 0;
    QList<Gap> gaps; ///< only those that occur
    int members() const { return full + probationary; }
};

/// `scope` null: the whole town. One pass over the people in it, however many branches there are.
Result<Books> surveyBooks(const Reader& reader, Id<Organisation> scope, int year, QDate today);

} // namespace baolei
Q_DECLARE_OPERATORS_FOR_FLAGS(baolei::PersonGaps)
