// Figures of branches, counted by the database in one pass each.

#include "core/people/codes.h"
#include "core/people/queries.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// 大专以上: the national codes 10–39, and the Party's own names for the same levels.
bool isCollege(const QString& education) {
    return !education.isEmpty() && education.at(0) >= u'1' && education.at(0) <= u'3';
}

struct Days {
    QString today;
    QString young; ///< born later: up to 35 years old, the 36th birthday still to come
    QString old; ///< born then or earlier: 60 and over
};

void count(BranchFigures& figures, const Row& row, const Days& days) {
    const QString stage = row.text(1);
    if (stage == u"applicant"_s) ++figures.applicants;
    if (stage == u"activist"_s) ++figures.activists;
    if (stage == u"development"_s) ++figures.candidates;
    if (!isMember(stage)) return;
    const QString born = row.text(5);
    ++figures.members;
    ++(stage == u"full"_s ? figures.full : figures.probationary);
    figures.women += row.text(2) == u"2"_s;
    figures.minority += !row.text(3).isEmpty() && row.text(3) != u"01"_s;
    figures.college += isCollege(row.text(4));
    figures.upTo35 += !born.isEmpty() && born > days.young;
    figures.from60 += !born.isEmpty() && born <= days.old;
    figures.floating += row.integer(6) != 0;
    figures.lost += row.integer(7) != 0;
    figures.ungrouped += row.isNull(8);
    const bool isSuspended = !row.isNull(10) && row.text(10) > days.today;
    figures.votingMembers += stage == u"full"_s && row.text(9).isEmpty() && !isSuspended;
}
}

Result<QHash<Id<Organisation>, BranchFigures>> branchFigures(const Reader& reader,
                                                             Id<Organisation> scope, QDate day) {
    const auto inScope = organisationsUnder(reader, scope);
    if (!inScope) return fail(inScope.error());
    QHash<Id<Organisation>, BranchFigures> figures;
    for (const Organisation& each : *inScope)
        figures.insert(each.id, {});
    for (const Organisation& each : *inScope)
        if (each.type == u"group"_s && figures.contains(each.parentId))
            ++figures[each.parentId].groups;

    const Days days{day.toString(Qt::ISODate), day.addYears(-36).toString(Qt::ISODate),
                    day.addYears(-60).toString(Qt::ISODate)};
    auto done = reader.each("SELECT branch_id, stage, sex, ethnicity, education, born_on,"
                            " is_floating, is_lost, group_id, quorum_exclusion,"
                            " rights_suspended_until FROM live_person"
                            " WHERE (left_on IS NULL OR left_on > :day)"
                            " AND (joined_on IS NULL OR joined_on <= :day)",
                            {{":day", day}}, [&](const Row& row) {
                                const auto it = figures.find(row.as<Id<Organisation>>(0));
                                if (it != figures.end()) count(*it, row, days);
                            });
    if (!done) return fail(done.error());

    QSet<std::pair<Uuid, Uuid>> seated;
    done = reader.each("SELECT organisation_id, person_id, kind FROM live_post"
                       " WHERE (from_on IS NULL OR from_on <= :day)"
                       " AND (until_on IS NULL OR until_on >= :day)",
                       {{":day", day}}, [&](const Row& row) {
                           const auto it = figures.find(row.as<Id<Organisation>>(0));
                           const QString kind = row.text(2);
                           if (it == figures.end() || !isCommitteePost(kind)) return;
                           if (kind == u"secretary"_s)
                               it->secretary = row.as<Id<Person>>(1);
                           else
                               it->hasCommittee |= kind != u"deputy_secretary"_s;
                           const std::pair seat{row.as<Uuid>(0), row.as<Uuid>(1)};
                           if (seated.contains(seat)) return;
                           seated.insert(seat);
                           ++it->committee;
                       });
    if (!done) return fail(done.error());
    return figures;
}

} // namespace baolei
