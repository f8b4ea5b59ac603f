#include "core/activities/study_reading.h"

#include "core/activities/wall_time.h"
#include "core/names/name_order.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
const QByteArray kColumns
    = "SELECT a.id, a.kind, a.organisation_id, a.title, a.starts_at, a.ends_at, a.details,"
      " a.attendance, a.also FROM live_activity a WHERE ";
const QByteArray kConditions = " AND a.state = 'final' AND a.starts_at >= :first"
                               " AND a.starts_at < :after";

void sortByStrokes(QList<PersonStudy>& people) {
    QHash<Id<Person>, QByteArray> keys;
    for (const PersonStudy& person : std::as_const(people))
        keys.insert(person.id, strokeKey(person.name));
    std::stable_sort(people.begin(), people.end(), [&](const PersonStudy& a, const PersonStudy& b) {
        return keys[a.id] < keys[b.id];
    });
}

bool isFrom(const PartialDate& since, QDate day) {
    return !since.isNull() && since.earliest() <= day;
}
}

StudyReading::StudyReading(const Reader& reader, const StudyTown& town)
    : m_reader(reader)
    , m_town(town)
    , m_days{{":first", town.year.first()}, {":after", town.year.asOf().addDays(1)}} { }

Result<void> StudyReading::collect(HeldStudies& held, const QByteArray& which,
                                   const Binds& binds) const {
    Result<void> read;
    const auto done
        = m_reader.each(kColumns + which + kConditions, m_days + binds, [&](const Row& row) {
              const auto id = row.as<Id<Activity>>(0);
              const QDateTime from = wallTimeIn(row.view(4));
              if (!from.isValid() || held.contains(id)) return;
              const QString also = row.text(8);
              ActivityKind both;
              if (!also.isEmpty())
                  both = combinedKind(m_town.terms.kinds, kindsServed(row.text(1), also));
              const ActivityKind* kind
                  = also.isEmpty() ? kindWithId(m_town.terms.kinds, row.text(1)) : &both;
              const bool isStudy = kind && kind->hours.isStudy();
              if (m_town.isHoursOnly && !isStudy) return; // before its attendance is read at all
              HeldStudy one{{id, row.text(1), row.as<Id<Organisation>>(2), row.text(3), from,
                             wallTimeIn(row.view(5)), StudyHours{}},
                            {}};
              if (isStudy)
                  one.activity.worth
                      = worthOf(*kind, m_town.terms.conversion, from, one.activity.to, row.text(6));
              auto attendance = decodeAttendance(row.bytes(7));
              if (attendance)
                  one.attendance = std::move(*attendance);
              else
                  read = fail(attendance.error());
              held.insert(id, std::move(one));
          });
    return done ? read : done;
}

Result<void> StudyReading::collectOf(HeldStudies& held, Id<Organisation> holder) const {
    Result<void> done = collect(held, "a.organisation_id = :holder", {{":holder", holder}});
    for (const Id<Activity>& joined : m_town.joined.values(holder.value))
        if (done && !held.contains(joined)) done = collect(held, "a.id = :id", {{":id", joined}});
    return done;
}

Result<HeldStudies> StudyReading::heldBy(const QList<Id<Organisation>>& branches) const {
    HeldStudies held;
    for (const Id<Organisation>& branch : branches) {
        QList<Id<Organisation>> holders{branch};
        Result<void> done = m_reader.each(
            "SELECT id FROM live_organisation WHERE parent_id = :branch AND type = 'group'",
            {{":branch", branch}},
            [&](const Row& row) { holders.append(row.as<Id<Organisation>>(0)); });
        for (const Id<Organisation>& holder : std::as_const(holders))
            if (done) done = collectOf(held, holder);
        if (!done) return fail(done.error());
    }
    return held;
}

Result<HeldStudies> StudyReading::heldAbove() const {
    QList<Id<Organisation>> holders;
    HeldStudies held;
    Result<void> done
        = m_reader.each("SELECT id, type FROM live_organisation", {}, [&](const Row& row) {
              const QString type = row.text(1);
              if (!holdsMembers(type) && type != u"group"_s)
                  holders.append(row.as<Id<Organisation>>(0));
          });
    for (const Id<Organisation>& holder : std::as_const(holders))
        if (done) done = collectOf(held, holder);
    if (!done) return fail(done.error());
    return held;
}

Result<QMultiHash<Uuid, Id<Activity>>> StudyReading::joined() const {
    QMultiHash<Uuid, Id<Activity>> joined;
    const auto done = m_reader.each(
        "SELECT a.id, a.joint FROM live_activity a WHERE a.joint IS NOT NULL" + kConditions, m_days,
        [&](const Row& row) {
            const QByteArrayView joint = row.view(1);
            for (qsizetype at = 0; at + 16 <= joint.size(); at += 16)
                joined.insert(Uuid::fromBytes(joint.sliced(at, 16)), row.as<Id<Activity>>(0));
        });
    if (!done) return fail(done.error());
    return joined;
}

void StudyReading::setTarget(PersonStudy& person) const {
    if (!person.isMember) return;
    person.target = person.holdsSeat ? m_town.terms.seats.hours : m_town.terms.members.hours;
}

Result<void> StudyReading::readSeats(Id<Organisation> branch, QList<PersonStudy>& people) const {
    QHash<Uuid, PersonStudy*> byId;
    for (PersonStudy& person : people)
        byId.insert(person.id.value, &person);
    return m_reader.each("SELECT p.person_id, p.kind, p.from_on, p.until_on"
                         "  FROM live_person r JOIN live_post p ON p.person_id = r.id"
                         " WHERE r.branch_id = :branch",
                         {{":branch", branch}}, [&](const Row& row) {
                             PersonStudy* const person = byId.value(row.as<Uuid>(0));
                             if (!person || !isCommitteePost(row.text(1))) return;
                             Post post;
                             post.fromOn = row.as<PartialDate>(2);
                             post.untilOn = row.as<PartialDate>(3);
                             person->holdsSeat |= post.isHeldOn(m_town.year.asOf());
                         });
}

Result<QList<PersonStudy>> StudyReading::membersOf(Id<Organisation> branch) const {
    const QDate day = m_town.year.asOf();
    QList<PersonStudy> people;
    auto done = m_reader.each(
        "SELECT id, name, joined_on, exempt_since, stage, group_id FROM live_person"
        " WHERE branch_id = :branch AND (left_on IS NULL OR left_on > :day)"
        " AND (joined_on IS NULL OR joined_on <= :day) ORDER BY id",
        {{":branch", branch}, {":day", day}}, [&](const Row& row) {
            if (!isMember(row.text(4))) return;
            if (!m_town.group.isNull() && row.as<Id<Organisation>>(5) != m_town.group) return;
            PersonStudy person;
            person.id = row.as<Id<Person>>(0);
            person.name = row.text(1);
            person.isMember = true;
            person.joinedOn = row.as<PartialDate>(2);
            person.isExempt = isFrom(row.as<PartialDate>(3), day);
            people.append(person);
        });
    if (done) done = readSeats(branch, people);
    if (!done) return fail(done.error());
    for (PersonStudy& person : people)
        setTarget(person);
    if (!m_town.isHoursOnly) sortByStrokes(people);
    return people;
}

Result<PersonStudy> StudyReading::person(const Person& from) const {
    const QDate day = m_town.year.asOf();
    const auto posts = postsOf(m_reader, from.id);
    if (!posts) return fail(posts.error());
    PersonStudy person;
    person.id = from.id;
    person.name = from.name;
    person.isMember = isMember(from.stage);
    person.joinedOn = from.joinedOn;
    person.isExempt = isFrom(from.exemptSince, day);
    person.holdsSeat = std::any_of(posts->begin(), posts->end(), [day](const Post& post) {
        return isCommitteePost(post.kind) && post.isHeldOn(day);
    });
    setTarget(person);
    return person;
}

Result<QList<Id<Organisation>>> StudyReading::branchesOf(Id<Organisation> branch,
                                                         const QList<PersonStudy>& people) const {
    QList<Id<Organisation>> branches{branch};
    QSet<Uuid> wanted;
    for (const PersonStudy& person : people)
        wanted.insert(person.id.value);
    const Binds year{{":year", QString::number(m_town.year.year)}};
    QSet<Uuid> moved;
    Result<void> done
        = m_reader.each("SELECT person_id FROM live_movement WHERE organisation_id = :branch"
                        " AND happened_on >= :year",
                        year + Binds{{":branch", branch}}, [&](const Row& row) {
                            const auto person = row.as<Uuid>(0);
                            if (wanted.contains(person)) moved.insert(person);
                        });
    for (const Uuid& person : std::as_const(moved)) {
        if (!done) break;
        done = m_reader.each("SELECT organisation_id FROM live_movement WHERE person_id = :person"
                             " AND direction = 'out' AND happened_on >= :year",
                             year + Binds{{":person", person}}, [&](const Row& row) {
                                 const auto former = row.as<Id<Organisation>>(0);
                                 if (!branches.contains(former)) branches.append(former);
                             });
    }
    if (!done) return fail(done.error());
    return branches;
}

Result<void> StudyTown::load(const Reader& reader) {
    const StudyReading reading(reader, *this);
    auto all = reading.joined();
    if (!all) return fail(all.error());
    joined = std::move(*all);
    auto held = reading.heldAbove();
    if (!held) return fail(held.error());
    above = std::move(*held);
    for (const HeldStudy& each : std::as_const(above))
        for (const Attendee& one : each.attendance)
            seenAbove.insert(one.person, each.activity.id);
    return {};
}

} // namespace baolei
