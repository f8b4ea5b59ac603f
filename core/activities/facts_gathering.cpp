// Reads the numbers that rules judge: one pass over each table, whatever the number of branches.

#include "core/activities/activity_facts.h"
#include "core/activities/compliance.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QDate earliestOr(const PartialDate& date, QDate otherwise) {
    return date.isNull() ? otherwise : date.earliest();
}

class Gathering {
public:
    Gathering(const Reader& reader, const TownRules& rules, QDate from, QDate to)
        : m_reader(reader)
        , m_rules(rules)
        , m_from(from)
        , m_to(to) { }

    Result<void> run(Id<Organisation> scope,
                     const std::function<bool(const OrganisationFacts&)>& each);

private:
    Result<void> load(Id<Organisation> scope);
    Result<void> loadJoint();
    Result<void> loadVotes();
    OrganisationFacts factsOf(const Organisation& organisation) const;
    ActivityFacts activityOf(const Row& row, const BranchFigures& figures) const;
    Result<void> readActivities(OrganisationFacts& facts, const Organisation& organisation) const;

    const Reader& m_reader;
    const TownRules& m_rules;
    QDate m_from;
    QDate m_to;
    QList<Organisation> m_organisations;
    QHash<Id<Organisation>, BranchFigures> m_figures;
    QHash<Id<Organisation>, QList<Organisation>> m_groups;
    QHash<Uuid, int> m_secretaryPosts; ///< by person
    QMultiHash<Uuid, Uuid> m_joint; ///< activities that an organisation joined
    QHash<Uuid, QList<VoteRow>> m_votes; ///< by activity
};

// The columns of activityOf; the index activity_held holds them all.
constexpr const char* kActivityColumns
    = "a.id, a.kind, a.starts_at, a.ends_at, a.state, a.due, a.present, a.voting_due,"
      " a.voting_present, a.host_id, a.delegation <> '', a.recorded_on, a.organisation_id";

int minutesIn(const QString& time) {
    if (time.size() < 16) return -1;
    return QStringView(time).sliced(11, 2).toInt() * 60 + QStringView(time).sliced(14, 2).toInt();
}

QDate dayIn(const QString& text) {
    if (text.size() < 10) return {};
    const QStringView view(text);
    return {view.first(4).toInt(), view.sliced(5, 2).toInt(), view.sliced(8, 2).toInt()};
}

ActivityFacts Gathering::activityOf(const Row& row, const BranchFigures& figures) const {
    ActivityFacts facts;
    facts.id = row.as<Uuid>(0);
    facts.kinds = m_rules.book.kindBit(row.text(1));
    const QString starts = row.text(2);
    facts.row[ActivityFact::Date] = dayNumber(dayIn(starts));
    facts.row[ActivityFact::From] = minutesIn(starts);
    if (const int to = minutesIn(row.text(3)); to >= 0) facts.row[ActivityFact::To] = to;
    facts.row[ActivityFact::Final] = row.text(4) == u"final"_s;
    AttendanceCounts counts;
    counts.due = int(row.integer(5));
    counts.present = int(row.integer(6));
    counts.votingDue = int(row.integer(7));
    counts.votingPresent = int(row.integer(8));
    fillCounts(facts.row, counts);
    const auto host = row.as<Id<Person>>(9);
    // A host known by name only may be the secretary of long ago: no alarm.
    if (!host.isNull() && !figures.secretary.isNull())
        facts.row[ActivityFact::HostIsSecretary] = host == figures.secretary;
    facts.row[ActivityFact::HasDelegation] = row.integer(10);
    facts.row[ActivityFact::RecordedOn] = dayNumber(dayIn(row.text(11)));
    const auto votes = m_votes.constFind(facts.id);
    if (votes != m_votes.constEnd()) facts.votes = *votes;
    facts.row[ActivityFact::VoteItems] = facts.votes.size();
    return facts;
}

Result<void> Gathering::load(Id<Organisation> scope) {
    auto organisations = organisationsUnder(m_reader, scope);
    if (!organisations) return fail(organisations.error());
    m_organisations = std::move(*organisations);
    auto figures = branchFigures(m_reader, scope, m_to);
    if (!figures) return fail(figures.error());
    m_figures = std::move(*figures);
    for (const Organisation& each : m_organisations) {
        if (each.type == u"group"_s) m_groups[each.parentId].append(each);
        const Id<Person> secretary = m_figures.value(each.id).secretary;
        if (!secretary.isNull() && each.type.endsWith(u"branch"_s))
            ++m_secretaryPosts[secretary.value];
    }
    if (const auto done = loadJoint(); !done) return done;
    return loadVotes();
}

Result<void> Gathering::loadJoint() {
    return m_reader.each("SELECT id, joint FROM live_activity WHERE joint IS NOT NULL"
                         " AND starts_at >= :first AND starts_at < :after",
                         {{":first", m_from}, {":after", m_to.addDays(1)}}, [&](const Row& row) {
                             const QByteArray joint = row.bytes(1);
                             for (qsizetype at = 0; at + 16 <= joint.size(); at += 16)
                                 m_joint.insert(
                                     Uuid::fromBytes(QByteArrayView(joint).sliced(at, 16)),
                                     row.as<Uuid>(0));
                         });
}

Result<void> Gathering::loadVotes() {
    return m_reader.each("SELECT id, votes FROM live_activity WHERE votes IS NOT NULL"
                         " AND starts_at >= :first AND starts_at < :after",
                         {{":first", m_from}, {":after", m_to.addDays(1)}}, [&](const Row& row) {
                             const Votes votes = decodeVotes(row.bytes(1)).value_or(Votes{});
                             QList<VoteRow> rows;
                             for (const VoteItem& item : votes)
                                 rows.append(voteRow(item));
                             m_votes.insert(row.as<Uuid>(0), rows);
                         });
}

OrganisationFacts Gathering::factsOf(const Organisation& organisation) const {
    const BranchFigures figures = m_figures.value(organisation.id);
    OrganisationFacts facts;
    facts.id = organisation.id.value;
    facts.name = organisation.shortName;
    using F = OrganisationFact;
    OrganisationRow& row = facts.row;
    const QString& type = organisation.type;
    row[F::IsBranch] = type.endsWith(u"branch"_s) && type != u"general_branch"_s;
    row[F::IsGeneralBranch] = type == u"general_branch"_s;
    row[F::IsPartyCommittee] = type == u"committee"_s;
    row[F::IsVillage] = organisation.sector == u"3"_s && type != u"committee"_s;
    row[F::IsCommunity] = organisation.sector == u"7"_s;
    row[F::IsTemporary] = type == u"temporary_branch"_s;
    row[F::Members] = figures.members;
    row[F::FullMembers] = figures.full;
    row[F::Probationary] = figures.probationary;
    row[F::VotingMembers] = figures.votingMembers;
    row[F::HasCommittee] = figures.hasCommittee;
    row[F::CommitteeSize] = figures.committee;
    row[F::Groups] = figures.groups;
    row[F::UngroupedMembers] = figures.ungrouped;
    if (!organisation.establishedOn.isNull())
        row[F::Established] = dayNumber(organisation.establishedOn.earliest());
    if (!organisation.dissolvedOn.isNull())
        row[F::Dissolved] = dayNumber(organisation.dissolvedOn.latest());
    if (!organisation.termStartedOn.isNull())
        row[F::TermStarts] = dayNumber(organisation.termStartedOn.earliest());
    if (!organisation.termEndsOn.isNull())
        row[F::TermEnds] = dayNumber(organisation.termEndsOn.latest());
    if (!figures.secretary.isNull())
        row[F::SecretaryPosts] = m_secretaryPosts.value(figures.secretary.value);
    for (const Organisation& group : m_groups.value(organisation.id))
        facts.groups.append({group.id.value, group.shortName, earliestOr(group.establishedOn, {}),
                             group.dissolvedOn.latest()});
    return facts;
}

Result<void> Gathering::readActivities(OrganisationFacts& facts,
                                       const Organisation& organisation) const {
    const BranchFigures figures = m_figures.value(organisation.id);
    const Binds days{{":first", m_from}, {":after", m_to.addDays(1)}};
    const auto read = [&](const Uuid& holder, int group) {
        return m_reader.each(QByteArray("SELECT ") + kActivityColumns
                                 + " FROM activity a WHERE a.organisation_id = :holder"
                                   " AND a.starts_at >= :first AND a.starts_at < :after"
                                   " AND a.deleted_at IS NULL",
                             days + Binds{{":holder", holder}}, [&](const Row& row) {
                                 facts.activities.append(activityOf(row, figures));
                                 facts.activities.last().group = group;
                             });
    };
    Result<void> done = read(organisation.id.value, -1);
    for (qsizetype i = 0; done && i < facts.groups.size(); ++i)
        done = read(facts.groups[i].id, int(i));
    for (const Uuid& joined : m_joint.values(organisation.id.value)) {
        if (!done) break;
        done = m_reader.each(
            QByteArray("SELECT ") + kActivityColumns + " FROM live_activity a WHERE a.id = :id",
            {{":id", joined}},
            [&](const Row& row) { facts.activities.append(activityOf(row, figures)); });
    }
    return done;
}

Result<void> Gathering::run(Id<Organisation> scope,
                            const std::function<bool(const OrganisationFacts&)>& each) {
    if (const auto loaded = load(scope); !loaded) return loaded;
    for (const Organisation& organisation : m_organisations) {
        if (organisation.type == u"group"_s || organisation.type == u"unit"_s) continue;
        OrganisationFacts facts = factsOf(organisation);
        if (const auto done = readActivities(facts, organisation); !done) return done;
        if (!each(facts)) break;
    }
    return {};
}
}

Result<void> forEachFacts(const Reader& reader, const TownRules& rules, Id<Organisation> scope,
                          QDate from, QDate to,
                          const std::function<bool(const OrganisationFacts&)>& each) {
    return Gathering(reader, rules, from, to).run(scope, each);
}

} // namespace baolei
