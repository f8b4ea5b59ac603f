#include "ui/activities/record_source.h"

#include "core/activities/joint.h"
#include "core/people/queries.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

constexpr qsizetype kMostPlaces = 8;
constexpr qsizetype kMostTopics = 12;
const QTime kUsualStart(9, 0);

Result<QStringList> placesOf(const Reader& reader, const Organisation& holder, QDate day) {
    QStringList places;
    for (const int year : {day.year() - 1, day.year()}) {
        const auto lines = activitiesIn(reader, holder.id, Period::ofYear(year));
        if (!lines) return fail(lines.error());
        for (const ActivityLine& line : *lines) {
            places.removeAll(line.place);
            if (!line.place.isEmpty()) places.prepend(line.place);
        }
    }
    if (!holder.place.isEmpty() && !places.contains(holder.place)) places.append(holder.place);
    return places.mid(0, kMostPlaces);
}

// Those expected, then those who may be there all the same; of one branch after the other.
Result<void> readPeople(const Reader& reader, RecordSource& source, QDate day) {
    const RecordHolders& holders = source.holders;
    QHash<Id<Organisation>, QString> names;
    QList<Id<Organisation>> ids{holders.holder.id};
    QList<Id<Organisation>> branches{holders.branch};
    for (const OrganisationNode& each : holders.joint) {
        names.insert(each.id, each.shortName);
        ids.append(each.id);
        branches.append(each.id);
    }
    if (!names.isEmpty()) names.insert(holders.holder.id, holders.holder.shortName);
    const auto expected = expectedAt(reader, source.kind, ids, day);
    if (!expected) return fail(expected.error());
    QSet<Uuid> seen;
    for (const ExpectedPerson& each : *expected) {
        source.people.append(
            {each.name, nameKeys(each.name), each.expected, true, names.value(each.holder)});
        seen.insert(each.id.value);
    }
    for (const Id<Organisation> branch : std::as_const(branches)) {
        const auto people = peopleOf(reader, branch, day);
        if (!people) return fail(people.error());
        for (const Person& each : *people)
            if (!seen.contains(each.id.value))
                source.people.append(
                    {each.name, nameKeys(each.name), {each.id.value}, false, names.value(branch)});
    }
    return {};
}

void fillIfEmpty(QString& field, const QString& text) {
    if (field.trimmed().isEmpty()) field = text;
}
}

const RecordPerson* RecordSource::find(const Uuid& person) const {
    for (const RecordPerson& each : people)
        if (each.expected.person == person) return &each;
    return nullptr;
}

const RecordPerson* RecordSource::named(const QString& name) const {
    const RecordPerson* found = nullptr;
    for (const RecordPerson& each : people) {
        if (each.name != name) continue;
        if (found) return nullptr;
        found = &each;
    }
    return found;
}

Result<RecordSource> recordSource(const Reader& reader, const ActivityKind& kind,
                                  const RecordHolders& holders, QDate day) {
    RecordSource source;
    source.kind = kind;
    source.holders = holders;
    if (const auto done = readPeople(reader, source, day); !done) return fail(done.error());
    // A group's leader presides over it, then those of the branch.
    const Organisation& holder = holders.holder;
    for (const Id<Organisation> office : {holder.id, holders.branch}) {
        const auto posts = postsIn(reader, office, day);
        if (!posts) return fail(posts.error());
        for (const Post& post : *posts) {
            const RecordPerson* person = source.find(post.personId.value);
            if (person && !source.hosts.contains(person->name)) source.hosts.append(person->name);
        }
    }
    const auto places = placesOf(reader, holder, day);
    if (!places) return fail(places.error());
    source.places = *places;
    const auto last = lastActivity(reader, holder.id, kind.id);
    if (!last) return fail(last.error());
    source.last = *last;
    return source;
}

Result<QHash<Uuid, QString>> namesOutside(const Reader& reader, const RecordSource& source,
                                          const Attendance& attendance) {
    QSet<Uuid> unknown;
    for (const Attendee& each : attendance)
        if (!source.find(each.person)) unknown.insert(each.person);
    return namesOf(reader, unknown);
}

QString usualTitle(const ActivityKind& kind, QDate day) {
    return Text::tr("%1年%2月%3").arg(day.year()).arg(day.month()).arg(kind.name);
}

ActivityRecord newRecord(const RecordSource& source, QDate day) {
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.kind = source.kind.id;
    activity.organisationId = source.holders.holder.id;
    activity.joint = storedJoint(idsOf(source.holders.joint));
    activity.title = usualTitle(source.kind, day);
    activity.startsAt = QDateTime(day, kUsualStart);
    activity.place = source.places.value(0);
    activity.host = source.hosts.value(0);
    if (source.last) {
        const Activity& last = *source.last;
        activity.startsAt = QDateTime(day, last.startsAt.time());
        if (last.endsAt.isValid() && last.endsAt.date() == last.startsAt.date())
            activity.endsAt = QDateTime(day, last.endsAt.time());
        if (!last.place.isEmpty()) activity.place = last.place;
        activity.recorder = last.recorder;
        const RecordPerson* host
            = last.hostId.isNull() ? source.named(last.host) : source.find(last.hostId.value);
        if (host) {
            activity.host = host->name;
            activity.hostId = {host->expected.person};
        }
        fillIfEmpty(activity.host, last.host);
    }
    record.attendance = attendanceFor(source, {});
    return record;
}

Attendance attendanceFor(const RecordSource& source, const Attendance& before) {
    QHash<Uuid, Attendee> marked;
    for (const Attendee& each : before)
        marked.insert(each.person, each);
    Attendance attendance;
    if (source.kind.attends != Attends::Chosen && source.kind.attends != Attends::None) {
        QList<Expected> all;
        for (const RecordPerson& each : source.people)
            if (each.isExpected) all.append(each.expected);
        attendance = everyonePresent(all);
    }
    for (Attendee& each : attendance) {
        const auto had = marked.constFind(each.person);
        if (had == marked.cend()) continue;
        // These are where everyone starts; what was marked goes along.
        if (had->mark == Mark::Present || had->mark == Mark::Exempt
            || had->mark == Mark::Excluded) {
            marked.erase(had);
            continue;
        }
        each.mark = had->mark;
        each.reason = had->reason;
        each.madeUpOn = had->madeUpOn;
        marked.erase(had);
    }
    for (const Attendee& each : before) {
        const bool isChosen = source.kind.attends == Attends::Chosen;
        if (marked.contains(each.person) && (isChosen || each.mark == Mark::Observer))
            attendance.append(each);
    }
    return attendance;
}

ActivityRecord withLast(ActivityRecord record, const Activity& last) {
    Activity& activity = record.activity;
    fillIfEmpty(activity.title, last.title);
    fillIfEmpty(activity.place, last.place);
    fillIfEmpty(activity.host, last.host);
    fillIfEmpty(activity.recorder, last.recorder);
    fillIfEmpty(activity.agenda, last.agenda);
    fillIfEmpty(activity.content, last.content);
    fillIfEmpty(activity.resolution, last.resolution);
    const auto before = unpack(last);
    if (!before) return record;
    for (auto field = before->details.begin(); field != before->details.end(); ++field)
        fillIfEmpty(record.details[field.key()], field.value());
    return record;
}

Result<QStringList> usualTopics(const Reader& reader, const ActivityKind& kind,
                                Id<Organisation> holder, QDate day) {
    QStringList topics;
    QHash<QString, int> times;
    for (const int year : {day.year(), day.year() - 1}) {
        const auto held = activitiesOf(reader, holder, Period::ofYear(year), kind.id);
        if (!held) return fail(held.error());
        for (const Activity& each : *held)
            for (const QString& topic : each.agenda.split(u'\n', Qt::SkipEmptyParts))
                if (times[topic]++ == 0) topics.append(topic);
    }
    std::stable_sort(topics.begin(), topics.end(), [&](const QString& a, const QString& b) {
        return times.value(a) > times.value(b);
    });
    return topics.mid(0, kMostTopics);
}

} // namespace baolei
