#pragma once
// Questions about organisations and people. One query a question, never one a row.

#include "core/people/post.h"
#include "core/store/reader.h"

namespace baolei {

/// All organisations that are not dissolved, parents before children, siblings in their order.
Result<QList<Organisation>> organisations(const Reader& reader);

/// `root` and everything below it, in the same order; everything where `root` is null. `on`: as
/// on that day, with those that were dissolved after it.
Result<QList<Organisation>> organisationsUnder(const Reader& reader, Id<Organisation> root,
                                               QDate on = {});

/// Whether members belong to organisations of this type: branches of every kind. Only groups stand
/// below them.
bool holdsMembers(const QString& type);

/// Those of them that hold members themselves: branches of every kind, not groups or committees.
QList<Organisation> branchesIn(const QList<Organisation>& organisations);

/// The organisation meant by a text: full name, short name, or a part that fits only one.
/// Refused, with the names that fit, where it fits none or several.
Result<Organisation> organisationNamed(const Reader& reader, const QString& text);

/// One line of a roster: what a table shows and sorts by, without the private cells.
struct RosterLine {
    Id<Person> id;
    Id<Organisation> branchId;
    Id<Organisation> groupId;
    QString name;
    QString sex;
    QString ethnicity;
    QString education;
    QString stage;
    QString membership;
    PartialDate bornOn;
    PartialDate joinedOn;
    PartialDate fullOn;
    QString job;
    bool isLost = false;
    bool isFloating = false;
    PartialDate exemptSince;
    PartialDate leftOn;
};

/// The columns of live_person p that a line is made of, and the line made of them.
inline constexpr const char* kRosterColumns
    = "p.id, p.branch_id, p.group_id, p.name, p.sex, p.ethnicity, p.education, p.stage,"
      " p.membership, p.born_on, p.joined_on, p.full_on, p.job, p.is_lost, p.is_floating,"
      " p.exempt_since, p.left_on";
RosterLine rosterLineOf(const Row& row);

enum class Leavers { Left, Kept };

/// The people of `scope` and below (null: everyone), by branch and then in the order of entry.
Result<QList<RosterLine>> roster(const Reader& reader, Id<Organisation> scope,
                                 Leavers leavers = Leavers::Left);

/// Whole persons of one branch who are on its books on `day`: joined, or on the way to joining, and
/// not gone. In the order of entry.
Result<QList<Person>> peopleOf(const Reader& reader, Id<Organisation> branch, QDate day);

/// Posts held on `day` in an organisation, in the order of the code table.
Result<QList<Post>> postsIn(const Reader& reader, Id<Organisation> organisation, QDate day);
/// All posts of a person, newest first.
Result<QList<Post>> postsOf(const Reader& reader, Id<Person> person);
/// Arrivals and departures of an organisation in a period of days, oldest first.
Result<QList<Movement>> movementsIn(const Reader& reader, Id<Organisation> organisation,
                                    QDate first, QDate last);
Result<QList<Movement>> movementsOf(const Reader& reader, Id<Person> person);

/// Numbers for a branch's front page and for the rules (rulebook 9.2 P03); of members on `day`.
struct BranchFigures {
    int members = 0; ///< full and probationary
    int full = 0;
    int probationary = 0;
    int women = 0;
    int minority = 0;
    int upTo35 = 0;
    int from60 = 0;
    int college = 0; ///< 大专以上
    int floating = 0;
    int lost = 0;
    int applicants = 0;
    int activists = 0;
    int candidates = 0;
    int groups = 0;
    int ungrouped = 0; ///< members who are in no group
    int committee = 0; ///< persons who hold a seat
    bool hasCommittee = false; ///< there are seats beside secretary and deputy
    Id<Person> secretary;
    int votingMembers = 0; ///< full, rights not suspended, not excluded from the quorum
};
Result<QHash<Id<Organisation>, BranchFigures>> branchFigures(const Reader& reader,
                                                             Id<Organisation> scope, QDate day);
/// The same for organisations that were read before.
Result<QHash<Id<Organisation>, BranchFigures>>
figuresOf(const Reader& reader, const QList<Organisation>& inScope, QDate day);

/// Seats of a branch committee: code table committee_post.
bool isCommitteePost(const QString& kind);
/// Full or probationary.
bool isMember(const QString& stage);

} // namespace baolei
