// Reads the numbers that rules judge, organisation by organisation.

#include "core/activities/activity_facts.h"
#include "core/activities/facts_town.h"
#include "core/activities/wall_time.h"
#include "core/store/snapshot.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QDate earliestOr(const PartialDate& date, QDate otherwise) {
    return date.isNull() ? otherwise : date.earliest();
}

class Gathering {
public:
    Gathering(const Reader& reader, const FactsTown& town)
        : m_reader(reader)
        , m_town(town) { }

    Result<OrganisationFacts> factsOf(const Organisation& organisation,
                                      const BranchFigures& figures) const;

private:
    Binds daysOf(const Uuid& holder) const;
    quint64 kindBit(QByteArrayView kind) const;
    quint64 kindBits(QByteArrayView kinds) const;
    OrganisationFacts ownFacts(const Organisation& organisation,
                               const BranchFigures& figures) const;
    void addExtension(OrganisationRow& row, Id<Organisation> organisation) const;
    ActivityFacts activityOf(const Row& row, const QList<Office>& secretaries) const;
    Result<void> readHeld(OrganisationFacts& facts, const Uuid& holder, int group) const;
    Result<void> readVotes(OrganisationFacts& facts, const Uuid& holder) const;
    Result<void> readJoined(OrganisationFacts& facts, const Uuid& joiner, int group) const;
    Result<void> readActivities(OrganisationFacts& facts) const;
    Result<void> readStudyOf(OrganisationFacts& facts) const;
    Result<void> readAwayOf(OrganisationFacts& facts) const;

    const Reader& m_reader;
    const FactsTown& m_town;
};

// The columns of activityOf; the index activity_held holds them all.
constexpr const char* kActivityColumns
    = "a.id, a.kind, a.starts_at, a.ends_at, a.state, a.due, a.present, a.voting_due,"
      " a.voting_present, a.host_id, a.delegation <> '', a.recorded_on, a.also";

// Whether the host was secretary on that day; unknown where there was none, and for a host known by
// name only, who may be the secretary of long ago: no alarm.
qint64 hostIsSecretary(const Uuid& host, const QList<Office>& secretaries, QDate day) {
    if (host.isNull()) return kUnknown;
    qint64 answer = kUnknown;
    for (const Office& office : secretaries) {
        if (!office.isHeldOn(day)) continue;
        if (office.person == host) return 1;
        answer = 0;
    }
    return answer;
}

quint64 Gathering::kindBit(QByteArrayView kind) const {
    for (qsizetype i = 0; i < m_town.kindNames.size(); ++i)
        if (m_town.kindNames[i] == kind) return quint64(1) << i;
    return 0;
}

// Of ids with spaces between; nearly always there are none.
quint64 Gathering::kindBits(QByteArrayView kinds) const {
    quint64 bits = 0;
    while (!kinds.isEmpty()) {
        const qsizetype end = kinds.indexOf(' ');
        bits |= kindBit(end < 0 ? kinds : kinds.first(end));
        kinds = end < 0 ? QByteArrayView() : kinds.sliced(end + 1);
    }
    return bits;
}

ActivityFacts Gathering::activityOf(const Row& row, const QList<Office>& secretaries) const {
    ActivityFacts facts;
    facts.id = Uuid::fromBytes(row.view(0));
    facts.isJoint = !m_town.joint.isEmpty() && m_town.joint.contains(facts.id);
    facts.kinds = kindBit(row.view(1)) | kindBits(row.view(12));
    const QByteArrayView starts = row.view(2);
    const QDate day = dayIn(starts);
    facts.row[ActivityFact::Date] = dayNumber(day);
    facts.row[ActivityFact::From] = minutesIn(starts);
    if (const int to = minutesIn(row.view(3)); to >= 0) facts.row[ActivityFact::To] = to;
    facts.row[ActivityFact::Final] = row.view(4) == "final";
    AttendanceCounts counts;
    counts.due = int(row.integer(5));
    counts.present = int(row.integer(6));
    counts.votingDue = int(row.integer(7));
    counts.votingPresent = int(row.integer(8));
    fillCounts(facts.row, counts);
    facts.row[ActivityFact::HostIsSecretary]
        = hostIsSecretary(Uuid::fromBytes(row.view(9)), secretaries, day);
    facts.row[ActivityFact::HasDelegation] = row.integer(10);
    facts.row[ActivityFact::RecordedOn] = dayNumber(dayIn(row.view(11)));
    facts.row[ActivityFact::VoteItems] = 0;
    return facts;
}

// One of an earlier term ended before the term on record does.
void Gathering::addExtension(OrganisationRow& row, Id<Organisation> organisation) const {
    const auto found = m_town.extensions.constFind(organisation.value);
    const qint64 ends = row[OrganisationFact::TermEnds];
    if (found == m_town.extensions.constEnd() || ends == kUnknown
        || dayNumber(found->until) <= ends)
        return;
    row[OrganisationFact::TermExtendedTo] = dayNumber(found->until);
    row[OrganisationFact::ExtensionApproved] = found->isApproved;
}

OrganisationFacts Gathering::ownFacts(const Organisation& organisation,
                                      const BranchFigures& figures) const {
    OrganisationFacts facts;
    facts.id = organisation.id.value;
    facts.name = organisation.shortName;
    using F = OrganisationFact;
    OrganisationRow& row = facts.row;
    const QString& type = organisation.type;
    row[F::IsBranch] = holdsMembers(type);
    row[F::IsGeneralBranch] = type == u"general_branch"_s;
    row[F::IsPartyCommittee] = type == u"committee"_s;
    row[F::IsVillage] = organisation.sector == u"3"_s && type != u"committee"_s;
    row[F::IsCommunity] = organisation.sector == u"7"_s;
    row[F::IsTemporary] = type == u"temporary_branch"_s;
    row[F::HasCommittee] = figures.hasCommittee;
    row[F::CommitteeSize] = figures.committee;
    const QList<Organisation> groups = m_town.groups.value(organisation.id);
    row[F::Groups] = groups.size();
    // Who belonged to a branch that is dissolved by now has moved on: how many is not known.
    if (organisation.dissolvedOn.isNull()) {
        row[F::Members] = figures.members;
        row[F::FullMembers] = figures.full;
        row[F::Probationary] = figures.probationary;
        row[F::VotingMembers] = figures.votingMembers;
        row[F::UngroupedMembers] = figures.ungrouped;
    }
    if (!organisation.establishedOn.isNull())
        row[F::Established] = dayNumber(organisation.establishedOn.earliest());
    if (!organisation.dissolvedOn.isNull())
        row[F::Dissolved] = dayNumber(organisation.dissolvedOn.latest());
    if (!organisation.termStartedOn.isNull())
        row[F::TermStarts] = dayNumber(organisation.termStartedOn.earliest());
    if (!organisation.termEndsOn.isNull())
        row[F::TermEnds] = dayNumber(organisation.termEndsOn.latest());
    addExtension(row, organisation.id);
    if (!figures.secretary.isNull())
        row[F::SecretaryPosts] = m_town.offices.value(figures.secretary.value).size();
    facts.exemptions = m_town.exemptions.value(organisation.id.value);
    for (const Organisation& group : groups)
        facts.groups.append({group.id.value, group.shortName, earliestOr(group.establishedOn, {}),
                             group.dissolvedOn.latest()});
    return facts;
}

Binds Gathering::daysOf(const Uuid& holder) const {
    return {{":holder", holder}, {":first", m_town.firstDay}, {":after", m_town.dayAfter}};
}

// Seen from a day in the past, what was held and written down after it is not there yet; what was
// written down ahead of its day is.
bool isOfLaterDays(const ActivityRow& row, QDate today) {
    const qint64 day = row[ActivityFact::Date];
    return day > dayNumber(today) && row[ActivityFact::RecordedOn] >= day;
}

Result<void> Gathering::readHeld(OrganisationFacts& facts, const Uuid& holder, int group) const {
    const QList<Office> secretaries = m_town.secretaries.value(facts.id);
    return m_reader.each(QByteArray("SELECT ") + kActivityColumns
                             + " FROM activity a WHERE a.organisation_id = :holder"
                               " AND a.starts_at >= :first AND a.starts_at < :after"
                               " AND a.deleted_at IS NULL",
                         daysOf(holder), [&](const Row& row) {
                             ActivityFacts held = activityOf(row, secretaries);
                             if (isOfLaterDays(held.row, m_town.days.today)) return;
                             held.group = group;
                             facts.activities.append(std::move(held));
                         });
}

Result<void> Gathering::readVotes(OrganisationFacts& facts, const Uuid& holder) const {
    return m_reader.each(
        "SELECT id, votes FROM live_activity WHERE organisation_id = :holder AND votes IS NOT NULL"
        " AND starts_at >= :first AND starts_at < :after",
        daysOf(holder), [&](const Row& row) {
            const auto id = row.as<Uuid>(0);
            const auto held
                = std::find_if(facts.activities.begin(), facts.activities.end(),
                               [&id](const ActivityFacts& each) { return each.id == id; });
            if (held == facts.activities.end()) return;
            const Votes votes = decodeVotes(row.bytes(1)).value_or(Votes{});
            for (const VoteItem& item : votes)
                held->votes.append(voteRow(item));
            held->row[ActivityFact::VoteItems] = held->votes.size();
        });
}

// What others held and this organisation (or group) joined counts for it too. Who was there, who
// presided and when it was written down is the holder's affair: told once, to the holder.
Result<void> Gathering::readJoined(OrganisationFacts& facts, const Uuid& joiner, int group) const {
    for (const Uuid& joined : m_town.joined.values(joiner)) {
        const bool isOwn = std::any_of(
            facts.activities.begin(), facts.activities.end(), [&](const ActivityFacts& each) {
                return each.id == joined && (each.group < 0 || each.group == group);
            });
        if (isOwn) continue;
        const auto done = m_reader.each(
            QByteArray("SELECT ") + kActivityColumns + " FROM live_activity a WHERE a.id = :id",
            {{":id", joined}}, [&](const Row& row) {
                ActivityFacts held = activityOf(row, {});
                if (isOfLaterDays(held.row, m_town.days.today)) return;
                if (held.row[ActivityFact::Date] < dayNumber(m_town.days.from)) return;
                held.group = group;
                using A = ActivityFact;
                for (const A own : {A::Due, A::Present, A::VotingDue, A::VotingPresent,
                                    A::RecordedOn, A::HasDelegation})
                    held.row[own] = kUnknown;
                facts.activities.append(std::move(held));
            });
        if (!done) return done;
    }
    return {};
}

Result<void> Gathering::readActivities(OrganisationFacts& facts) const {
    Result<void> done = readHeld(facts, facts.id, -1);
    for (qsizetype i = 0; done && i < facts.groups.size(); ++i)
        done = readHeld(facts, facts.groups[i].id, int(i));
    if (done && m_town.days.withVotes) done = readVotes(facts, facts.id);
    if (done) done = readJoined(facts, facts.id, -1);
    for (qsizetype i = 0; done && i < facts.groups.size(); ++i)
        done = readJoined(facts, facts.groups[i].id, int(i));
    return done;
}

Result<void> Gathering::readStudyOf(OrganisationFacts& facts) const {
    const auto study = readStudy(m_reader, *m_town.study, {facts.id});
    if (!study) return fail(study.error());
    using F = OrganisationFact;
    OrganisationRow& row = facts.row;
    row[F::StudyDeadline] = dayNumber(QDate(m_town.days.studyYear, 12, 31));
    row[F::MembersShort] = 0;
    row[F::SeatsShort] = 0;
    for (const PersonStudy& person : study->people)
        if (person.state() == StudyState::Short)
            ++row[person.holdsSeat ? F::SeatsShort : F::MembersShort];
    return {};
}

Result<void> Gathering::readAwayOf(OrganisationFacts& facts) const {
    const auto away
        = awayMembers(m_reader, {facts.id}, m_town.away(), m_town.joined.values(facts.id));
    if (!away) return fail(away.error());
    facts.row[OrganisationFact::MembersAway] = away->size();
    return {};
}

Result<OrganisationFacts> Gathering::factsOf(const Organisation& organisation,
                                             const BranchFigures& figures) const {
    OrganisationFacts facts = ownFacts(organisation, figures);
    Result<void> done = readActivities(facts);
    if (done && m_town.study && facts.row[OrganisationFact::IsBranch] == 1)
        done = readStudyOf(facts);
    if (done && m_town.days.awayMonths > 0 && facts.row[OrganisationFact::IsBranch] == 1)
        done = readAwayOf(facts);
    if (!done) return fail(done.error());
    return facts;
}
}

Result<FactsPass> FactsPass::prepared(const Reader& reader, const TownRules& rules,
                                      FactsTown town) {
    if (const auto done = town.load(reader, rules); !done) return fail(done.error());
    return FactsPass(std::make_shared<const FactsTown>(std::move(town)));
}

Result<FactsPass> FactsPass::over(const Reader& reader, const TownRules& rules,
                                  Id<Organisation> scope, const FactDays& days) {
    const auto all = organisationsUnder(reader, scope, days.asOf);
    if (!all) return fail(all.error());
    FactsTown town(rules, days);
    town.add(*all);
    return prepared(reader, rules, std::move(town));
}

Result<FactsPass> FactsPass::overThese(const Reader& reader, const TownRules& rules,
                                       const QList<Id<Organisation>>& these, const FactDays& days) {
    FactsTown town(rules, days);
    for (const Id<Organisation>& each : these) {
        const auto found = reader.all<Organisation>(
            "WHERE r.id = :id OR r.parent_id = :id AND r.type = 'group' ORDER BY r.position, r.id",
            {{":id", each}});
        if (!found) return fail(found.error());
        town.add(*found);
    }
    return prepared(reader, rules, std::move(town));
}

qsizetype FactsPass::size() const {
    return m_town->organisations.size();
}

Result<void> FactsPass::read(const Reader& reader, qsizetype first, qsizetype count,
                             const std::function<bool(const OrganisationFacts&)>& each) const {
    const Gathering gathering(reader, *m_town);
    const qsizetype end = qMin(first + count, size());
    for (qsizetype at = first; at < end; at += kPartSize) {
        const Snapshot snapshot(reader); // for a part only: on a stick it holds up who writes
        const auto part = m_town->organisations.mid(at, qMin(kPartSize, end - at));
        const auto figures = figuresOf(reader, part, m_town->days.asOf);
        if (!figures) return fail(figures.error());
        for (const Organisation& organisation : part) {
            const auto facts = gathering.factsOf(organisation, figures->value(organisation.id));
            if (!facts) return fail(facts.error());
            if (!each(*facts)) return {};
        }
    }
    return {};
}

Result<void> forEachFacts(const Reader& reader, const TownRules& rules, Id<Organisation> scope,
                          const FactDays& days,
                          const std::function<bool(const OrganisationFacts&)>& each) {
    const auto pass = FactsPass::over(reader, rules, scope, days);
    if (!pass) return fail(pass.error());
    return pass->read(reader, 0, pass->size(), each);
}

} // namespace baolei
