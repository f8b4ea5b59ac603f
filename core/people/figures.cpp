// Figures of branches, counted by the database in one pass each.

#include "core/people/codes.h"
#include "core/people/queries.h"

#include <QVarLengthArray>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// 大专以上: the national codes 10–39, and the Party's own names for the same levels.
bool isCollege(QByteArrayView education) {
    return !education.isEmpty() && education.at(0) >= '1' && education.at(0) <= '3';
}

struct Days {
    QDate today;
    QByteArray todayText; ///< partial dates of a column compare with it as their first days do
    QByteArray young; ///< born later: up to 35 years old, the 36th birthday still to come
    QByteArray old; ///< born then or earlier: 60 and over

    explicit Days(QDate day)
        : today(day)
        , todayText(PartialDate(day).text().toLatin1())
        , young(day.addYears(-36).toString(Qt::ISODate).toLatin1())
        , old(day.addYears(-60).toString(Qt::ISODate).toLatin1()) { }
};

// Read without copies: a city has 323,200 people. The index person_branch holds these columns.
constexpr const char* kPeople
    = "SELECT stage, sex, ethnicity, education, born_on, is_floating, is_lost, group_id,"
      " quorum_exclusion, quorum_excluded_on, rights_suspended_until, full_on"
      "  FROM live_person WHERE branch_id = :branch"
      " AND (left_on IS NULL OR left_on > :day) AND (joined_on IS NULL OR joined_on <= :day)";

// The vote is told as in expectedAt (core/activities/queries.h).
bool isVoting(const Row& row, const Days& days) {
    const bool isExcluded = !row.view(8).isEmpty() && !row.isNull(9);
    if (isExcluded && row.view(9) <= days.todayText) return false; // from then on
    return row.isNull(10) || row.as<PartialDate>(10).latest() <= days.today;
}

void count(BranchFigures& figures, const Row& row, const Days& days) {
    const QByteArrayView stage = row.view(0);
    if (stage == "applicant") ++figures.applicants;
    if (stage == "activist") ++figures.activists;
    if (stage == "development") ++figures.candidates;
    if (stage != "full" && stage != "probationary") return;
    // Who is a full member today was on probation before the day of 转正.
    const bool isFull = stage == "full" && row.view(11) <= days.todayText;
    const QByteArrayView born = row.view(4);
    ++figures.members;
    ++(isFull ? figures.full : figures.probationary);
    figures.women += row.view(1) == "2";
    figures.minority += !row.view(2).isEmpty() && row.view(2) != "01";
    figures.college += isCollege(row.view(3));
    figures.upTo35 += !born.isEmpty() && born > days.young;
    figures.from60 += !born.isEmpty() && born <= days.old;
    figures.floating += row.integer(5) != 0;
    figures.lost += row.integer(6) != 0;
    figures.ungrouped += row.isNull(7);
    figures.votingMembers += isFull && isVoting(row, days);
}

const QByteArrayList& committeePosts() {
    static const QByteArrayList posts = [] {
        QByteArrayList codes;
        for (const Code& code : codesOf(u"committee_post"))
            codes.append(code.code.toLatin1());
        return codes;
    }();
    return posts;
}

Result<void> countSeats(const Reader& reader, Id<Organisation> organisation, QDate day,
                        BranchFigures& figures) {
    QVarLengthArray<Uuid, 16> seated;
    return reader.each("SELECT person_id, kind FROM live_post WHERE organisation_id = :organisation"
                       " AND (from_on IS NULL OR from_on <= :day)"
                       " AND (until_on IS NULL OR until_on >= :day)",
                       {{":organisation", organisation}, {":day", day}}, [&](const Row& row) {
                           const QByteArrayView kind = row.view(1);
                           if (!committeePosts().contains(kind)) return;
                           const auto person = row.as<Uuid>(0);
                           if (kind == "secretary")
                               figures.secretary = {person};
                           else
                               figures.hasCommittee |= kind != "deputy_secretary";
                           if (seated.contains(person)) return;
                           seated.append(person);
                           ++figures.committee;
                       });
}
}

Result<QHash<Id<Organisation>, BranchFigures>> branchFigures(const Reader& reader,
                                                             Id<Organisation> scope, QDate day) {
    const auto inScope = organisationsUnder(reader, scope);
    if (!inScope) return fail(inScope.error());
    return figuresOf(reader, *inScope, day);
}

Result<QHash<Id<Organisation>, BranchFigures>>
figuresOf(const Reader& reader, const QList<Organisation>& inScope, QDate day) {
    QHash<Id<Organisation>, BranchFigures> figures;
    figures.reserve(inScope.size());
    const Days days(day);
    for (const Organisation& each : inScope) {
        BranchFigures& counted = figures[each.id];
        Result<void> done = reader.each(kPeople, {{":branch", each.id}, {":day", day}},
                                        [&](const Row& row) { count(counted, row, days); });
        if (done) done = countSeats(reader, each.id, day, counted);
        if (!done) return fail(done.error());
    }
    for (const Organisation& each : inScope)
        if (each.type == u"group"_s && figures.contains(each.parentId))
            ++figures[each.parentId].groups;
    return figures;
}

} // namespace baolei
