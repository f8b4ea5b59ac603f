#include "core/activities/queries.h"

#include "core/names/name_order.h"
#include "core/people/queries.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// starts_at begins with the date: texts compare as times do.
Binds daysOf(const Period& period) {
    return {{":first", period.first()}, {":after", period.last().addDays(1)}};
}

constexpr const char* kScope = R"(
    WITH RECURSIVE below(id) AS (
        SELECT id FROM live_organisation WHERE :scope IS NULL OR id = :scope
        UNION
        SELECT o.id FROM live_organisation o JOIN below b ON o.parent_id = b.id
    )
)";

bool heldJointlyBy(const QByteArray& joint, const QSet<Uuid>& organisations) {
    for (qsizetype at = 0; at + 16 <= joint.size(); at += 16)
        if (organisations.contains(Uuid::fromBytes(QByteArrayView(joint).sliced(at, 16))))
            return true;
    return false;
}

ActivityLine lineOf(const Row& row) {
    ActivityLine line;
    line.id = row.as<Id<Activity>>(0);
    line.kind = row.text(1);
    line.organisationId = row.as<Id<Organisation>>(2);
    line.title = row.text(3);
    line.startsAt = row.as<QDateTime>(4);
    line.place = row.text(5);
    line.due = int(row.integer(6));
    line.present = int(row.integer(7));
    line.state = row.text(8);
    return line;
}

ExpectedPerson expectedFrom(const Person& person, QDate day) {
    const bool isSuspended
        = !person.rightsSuspendedUntil.isNull() && person.rightsSuspendedUntil.latest() > day;
    const bool isExcluded = !person.quorumExclusion.isEmpty()
        && (person.quorumExcludedOn.isNull() || person.quorumExcludedOn.earliest() <= day);
    // A full member of today was on probation before the day of 转正.
    const bool wasFull
        = person.stage == u"full"_s && (person.fullOn.isNull() || person.fullOn.earliest() <= day);
    Expected expected;
    expected.person = person.id.value;
    expected.voting = wasFull && !isSuspended && !isExcluded;
    expected.exempt = !person.exemptSince.isNull() && person.exemptSince.earliest() <= day;
    return {person.id, person.name, isMember(person.stage), expected};
}

void sortByStrokes(QList<ExpectedPerson>& people) {
    QHash<Uuid, QByteArray> keys;
    for (const ExpectedPerson& each : people)
        keys.insert(each.id.value, strokeKey(each.name));
    std::stable_sort(people.begin(), people.end(),
                     [&](const ExpectedPerson& a, const ExpectedPerson& b) {
                         return keys[a.id.value] < keys[b.id.value];
                     });
}
}

Result<QList<ActivityLine>> activitiesIn(const Reader& reader, Id<Organisation> scope,
                                         const Period& period, const QString& kind) {
    const QByteArray columns = "a.id, a.kind, a.organisation_id, a.title, a.starts_at, a.place,"
                               " a.due, a.present, a.state";
    const QByteArray conditions = " a.starts_at >= :first AND a.starts_at < :after"
                                  " AND (:kind = '' OR a.kind = :kind)";
    Binds binds = daysOf(period) + Binds{{":kind", kind}};
    QList<ActivityLine> lines;
    QSet<Id<Activity>> seen;
    auto done = reader.each(kScope + ("SELECT " + columns)
                                + " FROM live_activity a WHERE a.organisation_id IN below AND"
                                + conditions,
                            binds + Binds{{":scope", scope}}, [&](const Row& row) {
                                lines.append(lineOf(row));
                                seen.insert(lines.last().id);
                            });
    if (!done) return fail(done.error());
    QSet<Uuid> below;
    done = reader.each(kScope + QByteArray("SELECT id FROM below"), {{":scope", scope}},
                       [&](const Row& row) { below.insert(row.as<Uuid>(0)); });
    if (!done) return fail(done.error());
    done = reader.each("SELECT " + columns + ", a.joint FROM live_activity a"
                           + " WHERE a.joint IS NOT NULL AND" + conditions,
                       binds, [&](const Row& row) {
                           if (seen.contains(row.as<Id<Activity>>(0))) return;
                           if (heldJointlyBy(row.bytes(9), below)) lines.append(lineOf(row));
                       });
    if (!done) return fail(done.error());
    std::sort(lines.begin(), lines.end(), [](const ActivityLine& a, const ActivityLine& b) {
        return std::tie(a.startsAt, a.id) < std::tie(b.startsAt, b.id);
    });
    return lines;
}

Result<QList<Activity>> activitiesOf(const Reader& reader, Id<Organisation> organisation,
                                     const Period& period, const QString& kind) {
    QSet<Uuid> holders{organisation.value};
    auto done = reader.each("SELECT id FROM live_organisation"
                            " WHERE parent_id = :organisation AND type = 'group'",
                            {{":organisation", organisation}},
                            [&](const Row& row) { holders.insert(row.as<Uuid>(0)); });
    if (!done) return fail(done.error());
    const QByteArray conditions = " AND r.starts_at >= :first AND r.starts_at < :after"
                                  " AND (:kind = '' OR r.kind = :kind)";
    const Binds binds = daysOf(period) + Binds{{":kind", kind}};
    QHash<Id<Activity>, Activity> held;
    for (const Uuid& holder : std::as_const(holders)) {
        const auto own = reader.all<Activity>("WHERE r.organisation_id = :holder" + conditions,
                                              binds + Binds{{":holder", holder}});
        if (!own) return own;
        for (const Activity& each : *own)
            held.insert(each.id, each);
    }
    const auto joint = reader.all<Activity>("WHERE r.joint IS NOT NULL" + conditions, binds);
    if (!joint) return joint;
    for (const Activity& each : *joint)
        if (heldJointlyBy(each.joint, holders)) held.insert(each.id, each);
    QList<Activity> all = held.values();
    std::sort(all.begin(), all.end(), [](const Activity& a, const Activity& b) {
        return std::tie(a.startsAt, a.id) < std::tie(b.startsAt, b.id);
    });
    return all;
}

Result<std::optional<Activity>> lastActivity(const Reader& reader, Id<Organisation> organisation,
                                             const QString& kind) {
    const auto found = reader.all<Activity>(
        "WHERE r.organisation_id = :organisation AND r.kind = :kind AND r.state = 'final'"
        " ORDER BY r.starts_at DESC, r.id DESC LIMIT 1",
        {{":organisation", organisation}, {":kind", kind}});
    if (!found) return fail(found.error());
    return found->isEmpty() ? std::optional<Activity>{} : found->first();
}

Result<QList<ExpectedPerson>> expectedAt(const Reader& reader, const ActivityKind& kind,
                                         Id<Organisation> organisation, QDate day) {
    const auto people = peopleOf(reader, organisation, day);
    if (!people) return fail(people.error());
    QSet<Id<Person>> seated;
    if (kind.attends == Attends::Committee) {
        const auto posts = postsIn(reader, organisation, day);
        if (!posts) return fail(posts.error());
        for (const Post& post : *posts)
            if (isCommitteePost(post.kind)) seated.insert(post.personId);
    }
    QList<ExpectedPerson> expected;
    for (const Person& person : *people) {
        if (kind.attends == Attends::Committee && !seated.contains(person.id)) continue;
        if (kind.attends != Attends::Chosen && !isMember(person.stage)) continue;
        expected.append(expectedFrom(person, day));
    }
    sortByStrokes(expected);
    return expected;
}

Result<QHash<Uuid, QString>> namesOf(const Reader& reader, const QSet<Uuid>& people) {
    QHash<Uuid, QString> names;
    for (const Uuid& id : people) {
        // Also of people who were removed since: an old record still names them.
        const auto done = reader.each("SELECT name FROM person WHERE id = :id", {{":id", id}},
                                      [&](const Row& row) { names.insert(id, row.text(0)); });
        if (!done) return fail(done.error());
    }
    return names;
}

} // namespace baolei
