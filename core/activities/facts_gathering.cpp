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

// Somebody was secretary of an organisation in these days.
struct Office {
    Uuid person;
    PartialDate from;
    PartialDate until;
    bool isHeldOn(QDate day) const {
        return (from.isNull() || from.earliest() <= day)
            && (until.isNull() || until.latest() >= day);
    }
};

class Gathering {
public:
    Gathering(const Reader& reader, const TownRules& rules, const FactDays& days)
        : m_reader(reader)
        , m_rules(rules)
        , m_days(days) {
        for (const QString& kind : rules.book.kinds)
            m_kindNames.append(kind.toLatin1());
    }

    Result<void> run(Id<Organisation> scope,
                     const std::function<bool(const OrganisationFacts&)>& each);

private:
    Result<void> load(Id<Organisation> scope);
    Result<void> loadSecretaries();
    Result<void> loadJoint();
    Binds daysOf(const Uuid& holder) const;
    quint64 kindBit(QByteArrayView kind) const;
    OrganisationFacts factsOf(const Organisation& organisation) const;
    ActivityFacts activityOf(const Row& row, const QList<Office>& secretaries) const;
    Result<void> readHeld(OrganisationFacts& facts, const Uuid& holder, int group) const;
    Result<void> readVotes(OrganisationFacts& facts, const Uuid& holder) const;
    Result<void> readJoined(OrganisationFacts& facts, const Uuid& joiner, int group) const;
    Result<void> readActivities(OrganisationFacts& facts) const;

    const Reader& m_reader;
    const TownRules& m_rules;
    FactDays m_days;
    QByteArrayList m_kindNames; ///< by bit
    QList<Organisation> m_organisations;
    QHash<Id<Organisation>, BranchFigures> m_figures;
    QHash<Id<Organisation>, QList<Organisation>> m_groups;
    QHash<Uuid, QList<Office>> m_secretaries; ///< by organisation
    QHash<Uuid, QSet<Uuid>> m_offices; ///< branches whose secretary a person is
    QMultiHash<Uuid, Uuid> m_joint; ///< activities that an organisation joined
};

// The columns of activityOf; the index activity_held holds them all.
constexpr const char* kActivityColumns
    = "a.id, a.kind, a.starts_at, a.ends_at, a.state, a.due, a.present, a.voting_due,"
      " a.voting_present, a.host_id, a.delegation <> '', a.recorded_on";

int numberIn(QByteArrayView digits) {
    int number = 0;
    for (const char digit : digits)
        number = number * 10 + (digit - '0');
    return number;
}

// Of 2026-09-15T09:00:00. Read without copies: a city has half a million of them.
int minutesIn(QByteArrayView time) {
    if (time.size() < 16) return -1;
    return numberIn(time.sliced(11, 2)) * 60 + numberIn(time.sliced(14, 2));
}

QDate dayIn(QByteArrayView time) {
    if (time.size() < 10) return {};
    return {numberIn(time.first(4)), numberIn(time.sliced(5, 2)), numberIn(time.sliced(8, 2))};
}

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
    for (qsizetype i = 0; i < m_kindNames.size(); ++i)
        if (m_kindNames[i] == kind) return quint64(1) << i;
    return 0;
}

ActivityFacts Gathering::activityOf(const Row& row, const QList<Office>& secretaries) const {
    ActivityFacts facts;
    facts.id = Uuid::fromBytes(row.view(0));
    facts.kinds = kindBit(row.view(1));
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

Result<void> Gathering::load(Id<Organisation> scope) {
    auto organisations = organisationsUnder(m_reader, scope, m_days.asOf);
    if (!organisations) return fail(organisations.error());
    m_organisations = std::move(*organisations);
    auto figures = figuresOf(m_reader, m_organisations, m_days.asOf);
    if (!figures) return fail(figures.error());
    m_figures = std::move(*figures);
    for (const Organisation& each : m_organisations)
        if (each.type == u"group"_s) m_groups[each.parentId].append(each);
    if (const auto done = loadSecretaries(); !done) return done;
    return loadJoint();
}

// Of the whole town, whatever the scope: the second branch of a secretary may lie outside it.
Result<void> Gathering::loadSecretaries() {
    return m_reader.each(
        "SELECT p.organisation_id, p.person_id, p.from_on, p.until_on, o.type"
        "  FROM live_post p JOIN live_organisation o ON o.id = p.organisation_id"
        " WHERE p.kind = 'secretary'"
        "   AND (o.dissolved_on IS NULL OR o.dissolved_on > :day)",
        {{":day", m_days.asOf}}, [&](const Row& row) {
            const auto organisation = row.as<Uuid>(0);
            const Office office{row.as<Uuid>(1), row.as<PartialDate>(2), row.as<PartialDate>(3)};
            m_secretaries[organisation].append(office);
            const QString type = row.text(4);
            if (office.isHeldOn(m_days.asOf) && type.endsWith(u"branch"_s)
                && type != u"general_branch"_s)
                m_offices[office.person].insert(organisation);
        });
}

Result<void> Gathering::loadJoint() {
    return m_reader.each(
        "SELECT id, joint FROM live_activity WHERE joint IS NOT NULL"
        " AND starts_at >= :first AND starts_at < :after",
        {{":first", m_days.from}, {":after", m_days.to.addDays(1)}}, [&](const Row& row) {
            const QByteArray joint = row.bytes(1);
            for (qsizetype at = 0; at + 16 <= joint.size(); at += 16)
                m_joint.insert(Uuid::fromBytes(QByteArrayView(joint).sliced(at, 16)),
                               row.as<Uuid>(0));
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
    row[F::HasCommittee] = figures.hasCommittee;
    row[F::CommitteeSize] = figures.committee;
    row[F::Groups] = figures.groups;
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
    if (!figures.secretary.isNull())
        row[F::SecretaryPosts] = m_offices.value(figures.secretary.value).size();
    for (const Organisation& group : m_groups.value(organisation.id))
        facts.groups.append({group.id.value, group.shortName, earliestOr(group.establishedOn, {}),
                             group.dissolvedOn.latest()});
    return facts;
}

Binds Gathering::daysOf(const Uuid& holder) const {
    return {{":holder", holder}, {":first", m_days.from}, {":after", m_days.to.addDays(1)}};
}

// Seen from a day in the past, what was held and written down after it is not there yet; what was
// written down ahead of its day is.
bool isOfLaterDays(const ActivityRow& row, QDate today) {
    const qint64 day = row[ActivityFact::Date];
    return day > dayNumber(today) && row[ActivityFact::RecordedOn] >= day;
}

Result<void> Gathering::readHeld(OrganisationFacts& facts, const Uuid& holder, int group) const {
    const QList<Office> secretaries = m_secretaries.value(facts.id);
    return m_reader.each(QByteArray("SELECT ") + kActivityColumns
                             + " FROM activity a WHERE a.organisation_id = :holder"
                               " AND a.starts_at >= :first AND a.starts_at < :after"
                               " AND a.deleted_at IS NULL",
                         daysOf(holder), [&](const Row& row) {
                             ActivityFacts held = activityOf(row, secretaries);
                             if (isOfLaterDays(held.row, m_days.today)) return;
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
    for (const Uuid& joined : m_joint.values(joiner)) {
        const bool isOwn = std::any_of(
            facts.activities.begin(), facts.activities.end(), [&](const ActivityFacts& each) {
                return each.id == joined && (each.group < 0 || each.group == group);
            });
        if (isOwn) continue;
        const auto done = m_reader.each(
            QByteArray("SELECT ") + kActivityColumns + " FROM live_activity a WHERE a.id = :id",
            {{":id", joined}}, [&](const Row& row) {
                ActivityFacts held = activityOf(row, {});
                if (isOfLaterDays(held.row, m_days.today)) return;
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
    if (done) done = readVotes(facts, facts.id);
    if (done) done = readJoined(facts, facts.id, -1);
    for (qsizetype i = 0; done && i < facts.groups.size(); ++i)
        done = readJoined(facts, facts.groups[i].id, int(i));
    return done;
}

Result<void> Gathering::run(Id<Organisation> scope,
                            const std::function<bool(const OrganisationFacts&)>& each) {
    if (const auto loaded = load(scope); !loaded) return loaded;
    for (const Organisation& organisation : m_organisations) {
        if (organisation.type == u"group"_s || organisation.type == u"unit"_s) continue;
        OrganisationFacts facts = factsOf(organisation);
        if (const auto done = readActivities(facts); !done) return done;
        if (!each(facts)) break;
    }
    return {};
}
}

Result<void> forEachFacts(const Reader& reader, const TownRules& rules, Id<Organisation> scope,
                          const FactDays& days,
                          const std::function<bool(const OrganisationFacts&)>& each) {
    return Gathering(reader, rules, days).run(scope, each);
}

} // namespace baolei
