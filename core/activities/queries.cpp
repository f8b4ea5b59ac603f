#include "core/activities/queries.h"

#include "core/activities/wall_time.h"
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

// :kind is empty for every kind; else one of those that it served.
QByteArray isOfKind(const QByteArray& alias) {
    return " AND (:kind = '' OR " + alias + ".kind = :kind OR " + alias
        + ".also <> '' AND instr(' ' || " + alias + ".also || ' ', ' ' || :kind || ' '))";
}

// Apart from one another: with OR in between, one branch is looked for among all of a city.
constexpr const char* kScope = R"(
    WITH RECURSIVE below(id) AS (
        SELECT id FROM live_organisation WHERE :scope IS NULL
        UNION
        SELECT id FROM live_organisation WHERE id = :scope
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

// Few words, many lines: each word is kept once.
class Words {
public:
    QString of(QByteArrayView utf8) {
        for (const QString& known : std::as_const(m_known))
            if (known == QLatin1StringView(utf8.data(), utf8.size())) return known;
        m_known.append(QString::fromUtf8(utf8));
        return m_known.last();
    }

private:
    QStringList m_known;
};

// 2026-09-15T09:00:00, as Codec<QDateTime> writes it; taken apart without the library's patience.
QDateTime timeIn(QByteArrayView text) {
    if (text.size() != 19) return QDateTime::fromString(QString::fromUtf8(text), Qt::ISODate);
    return {dayIn(text),
            QTime(numberIn(text.sliced(11, 2)), numberIn(text.sliced(14, 2)),
                  numberIn(text.sliced(17, 2)))};
}

bool isEarlier(const ActivityLine& a, const ActivityLine& b) {
    return std::tie(a.startsAt, a.id) < std::tie(b.startsAt, b.id);
}

/// Goes through what `scope` and below held, also jointly.
class HeldReading {
public:
    enum class Texts { With, Without }; ///< without: the index activity_held tells it all
    HeldReading(const Reader& reader, Id<Organisation> scope, const Period& period,
                const QString& kind, Texts texts)
        : m_reader(reader)
        , m_scope(scope)
        , m_binds(daysOf(period) + Binds{{":kind", kind}})
        , m_columns(texts == Texts::With ? "a.id, a.kind, a.organisation_id, a.title, a.starts_at,"
                                           " a.place, a.due, a.present, a.state, a.also"
                                         : "a.id, a.kind, a.organisation_id, '', a.starts_at,"
                                           " '', a.due, a.present, a.state, a.also") { }

    /// First their own by time, then those that they joined; each once.
    Result<void> run(const std::function<void(const Row&)>& own,
                     const std::function<void(const Row&)>& joined) const;

private:
    static inline const QByteArray kConditions
        = " a.starts_at >= :first AND a.starts_at < :after" + isOfKind("a");
    Result<void> readJoined(const std::function<void(const Row&)>& joined) const;

    const Reader& m_reader;
    Id<Organisation> m_scope;
    Binds m_binds;
    QByteArray m_columns;
};

Result<void> HeldReading::run(const std::function<void(const Row&)>& own,
                              const std::function<void(const Row&)>& joined) const {
    const auto done = m_reader.each(kScope + ("SELECT " + m_columns)
                                        + " FROM live_activity a WHERE a.organisation_id IN below"
                                          " AND"
                                        + kConditions + " ORDER BY a.starts_at, a.id",
                                    m_binds + Binds{{":scope", m_scope}}, own);
    return done ? readJoined(joined) : done;
}

Result<void> HeldReading::readJoined(const std::function<void(const Row&)>& joined) const {
    QSet<Uuid> below; // read only where something was held together at all
    Result<void> failed;
    const auto load = [&] {
        failed = m_reader.each(kScope + QByteArray("SELECT id FROM below"), {{":scope", m_scope}},
                               [&](const Row& row) { below.insert(row.as<Uuid>(0)); });
    };
    const auto done = m_reader.each(
        "SELECT " + m_columns + ", a.joint FROM live_activity a WHERE a.joint IS NOT NULL AND"
            + kConditions,
        m_binds, [&](const Row& row) {
            if (below.isEmpty() && failed) load();
            if (!below.contains(row.as<Uuid>(2)) && heldJointlyBy(row.bytes(10), below))
                joined(row);
        });
    return failed ? done : failed;
}

ActivityLine lineOf(const Row& row, Words& words) {
    ActivityLine line;
    line.id = row.as<Id<Activity>>(0);
    line.kind = words.of(row.view(1));
    line.organisationId = row.as<Id<Organisation>>(2);
    line.title = row.text(3);
    line.startsAt = timeIn(row.view(4));
    line.place = row.text(5);
    line.due = int(row.integer(6));
    line.present = int(row.integer(7));
    line.state = words.of(row.view(8));
    line.also = words.of(row.view(9));
    return line;
}

ExpectedPerson expectedFrom(const Person& person, QDate day) {
    const bool isSuspended
        = !person.rightsSuspendedUntil.isNull() && person.rightsSuspendedUntil.latest() > day;
    // Without the day of approval nobody has left it out yet.
    const bool isExcluded = !person.quorumExclusion.isEmpty() && !person.quorumExcludedOn.isNull()
        && person.quorumExcludedOn.earliest() <= day;
    const bool isExempt = !person.exemptSince.isNull() && person.exemptSince.earliest() <= day;
    // A full member of today was on probation before the day of 转正.
    const bool wasFull
        = person.stage == u"full"_s && (person.fullOn.isNull() || person.fullOn.earliest() <= day);
    Expected expected;
    expected.person = person.id.value;
    expected.voting = wasFull && !isSuspended && !isExcluded;
    if (isExcluded)
        expected.mark = Mark::Excluded;
    else if (isExempt)
        expected.mark = Mark::Exempt;
    return {person.id, person.name, isMember(person.stage), expected, {}};
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
    QList<ActivityLine> lines;
    bool isSorted = true; // by the database: comparing times of day is dear
    Words words;
    const HeldReading reading(reader, scope, period, kind, HeldReading::Texts::With);
    const auto done = reading.run([&](const Row& row) { lines.append(lineOf(row, words)); },
                                  [&](const Row& row) {
                                      lines.append(lineOf(row, words));
                                      isSorted = false;
                                  });
    if (!done) return fail(done.error());
    if (!isSorted) std::sort(lines.begin(), lines.end(), isEarlier);
    return lines;
}

Result<HeldOverview> heldOverview(const Reader& reader, Id<Organisation> scope,
                                  const Period& period, QDate today, qsizetype most) {
    HeldOverview overview;
    Words words;
    const QByteArray tomorrow = PartialDate(today.addDays(1)).text().toLatin1();
    const auto count = [&](const Row& row) {
        const QStringList served = kindsServed(words.of(row.view(1)), words.of(row.view(9)));
        for (const QString& kind : served) {
            HeldOverview::Count& ofKind = overview.byKind[kind];
            if (row.view(8) != "final")
                ++ofKind.drafts;
            else if (row.view(4) < tomorrow)
                ++ofKind.held;
        }
        ++overview.count;
    };
    const HeldReading reading(reader, scope, period, {}, HeldReading::Texts::Without);
    const auto done = reading.run(
        [&](const Row& row) {
            count(row);
            if (overview.lines.size() < most) overview.lines.append(lineOf(row, words));
        },
        [&](const Row& row) {
            count(row);
            const ActivityLine line = lineOf(row, words);
            const auto place
                = std::upper_bound(overview.lines.begin(), overview.lines.end(), line, isEarlier);
            overview.lines.insert(place, line);
            if (overview.lines.size() > most) overview.lines.removeLast();
        });
    if (!done) return fail(done.error());
    return overview;
}

Result<void> addTexts(const Reader& reader, ActivityLine& line) {
    return reader.each("SELECT title, place FROM activity WHERE id = :id", {{":id", line.id}},
                       [&](const Row& row) {
                           line.title = row.text(0);
                           line.place = row.text(1);
                       });
}

Result<void> forEachActivity(const Reader& reader, Id<Organisation> scope, const Period& period,
                             const std::function<void(const ActivityLine&)>& each) {
    for (const Period& month : period.split(Period::Unit::Month)) {
        const auto lines = activitiesIn(reader, scope, month);
        if (!lines) return fail(lines.error());
        for (const ActivityLine& line : *lines)
            each(line);
    }
    return {};
}

Result<QList<Activity>> activitiesOf(const Reader& reader, Id<Organisation> organisation,
                                     const Period& period, const QString& kind) {
    QSet<Uuid> holders{organisation.value};
    auto done = reader.each("SELECT id FROM live_organisation"
                            " WHERE parent_id = :organisation AND type = 'group'",
                            {{":organisation", organisation}},
                            [&](const Row& row) { holders.insert(row.as<Uuid>(0)); });
    if (!done) return fail(done.error());
    const QByteArray conditions
        = " AND r.starts_at >= :first AND r.starts_at < :after" + isOfKind("r");
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

namespace {
constexpr qsizetype kMostToChooseFrom = 5000;

// A committee has nobody of its own: it chooses from its branches, where they are not too many.
Result<QList<Person>> peopleToChooseFrom(const Reader& reader, Id<Organisation> organisation,
                                         QDate day) {
    const auto below = organisationsUnder(reader, organisation, day);
    if (!below) return fail(below.error());
    QList<Person> all;
    for (const Organisation& each : *below) {
        if (!holdsMembers(each.type)) continue;
        const auto people = peopleOf(reader, each.id, day);
        if (!people) return people;
        all.append(*people);
        if (all.size() > kMostToChooseFrom) return QList<Person>{};
    }
    return all;
}
}

Result<QList<ExpectedPerson>> expectedAt(const Reader& reader, const ActivityKind& kind,
                                         Id<Organisation> organisation, QDate day) {
    if (kind.attends == Attends::None) return QList<ExpectedPerson>{};
    auto people = peopleOf(reader, organisation, day);
    if (people && people->isEmpty() && kind.heldBy == HeldBy::Any)
        people = peopleToChooseFrom(reader, organisation, day);
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
        expected.last().holder = organisation;
    }
    sortByStrokes(expected);
    return expected;
}

Result<QList<ExpectedPerson>> expectedAt(const Reader& reader, const ActivityKind& kind,
                                         const QList<Id<Organisation>>& holders, QDate day) {
    QList<ExpectedPerson> expected;
    QSet<Id<Person>> seen;
    for (const Id<Organisation> holder : holders) {
        const auto own = expectedAt(reader, kind, holder, day);
        if (!own) return own;
        for (const ExpectedPerson& each : *own) {
            if (seen.contains(each.id)) continue;
            seen.insert(each.id);
            expected.append(each);
        }
    }
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
