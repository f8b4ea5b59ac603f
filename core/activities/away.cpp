#include "core/activities/away.h"

#include "core/activities/attendance.h"
#include "core/activities/wall_time.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct HeldOn {
    QDate day;
    Uuid activity;
};

class AwayReading {
public:
    AwayReading(const Reader& reader, Id<Organisation> branch, const AwaySpan& span)
        : m_reader(reader)
        , m_branch(branch)
        , m_span(span)
        , m_days{{":first", span.first()}, {":after", span.today.addDays(1)}} { }

    Result<QList<Id<Person>>> run(const QList<Uuid>& joined);

private:
    Result<void> readMembers();
    Result<void> readHeld(const QByteArray& which, const Binds& binds, QList<HeldOn>& held) const;
    Result<void> readMarks(const QList<HeldOn>& held);
    Result<void> take(const QByteArray& attendance, QDate day);
    Result<void> judge(QList<HeldOn>& held);
    Result<void> dropArrivals();
    Result<void> readElsewhere(const QList<Uuid>& joined, QList<HeldOn>& held) const;

    const Reader& m_reader;
    Id<Organisation> m_branch;
    AwaySpan m_span;
    Binds m_days;
    QSet<Uuid> m_open; ///< nothing was found for them so far
    QHash<Uuid, QDate> m_absentSince; ///< of those
};

Result<void> AwayReading::readMembers() {
    return m_reader.each(
        "SELECT id, stage FROM live_person WHERE branch_id = :branch"
        " AND (left_on IS NULL OR left_on > :day) AND is_lost = 0 AND is_floating = 0"
        " AND (joined_on IS NULL OR joined_on <= :boundary)"
        " AND (exempt_since IS NULL OR exempt_since > :day) AND membership IN ('', '1', '11')",
        {{":branch", m_branch}, {":day", m_span.today}, {":boundary", m_span.boundary()}},
        [this](const Row& row) {
            if (isMember(row.text(1))) m_open.insert(row.as<Uuid>(0));
        });
}

Result<void> AwayReading::readHeld(const QByteArray& which, const Binds& binds,
                                   QList<HeldOn>& held) const {
    return m_reader.each("SELECT a.id, a.starts_at FROM activity a WHERE " + which
                             + " AND a.starts_at >= :first AND a.starts_at < :after"
                               " AND a.deleted_at IS NULL AND a.state = 'final'",
                         m_days + binds, [&](const Row& row) {
                             held.append({dayIn(row.view(1)), row.as<Uuid>(0)});
                         });
}

Result<void> AwayReading::take(const QByteArray& attendance, QDate day) {
    const auto marks = decodeAttendance(attendance);
    if (!marks) return fail(marks.error());
    for (const Attendee& each : *marks) {
        const auto open = m_open.constFind(each.person);
        if (open == m_open.constEnd()) continue;
        if (each.mark == Mark::Absent) {
            QDate& since = m_absentSince[each.person];
            since = since.isValid() ? qMin(since, day) : day;
        } else if (const QDate since = m_absentSince.value(each.person);
                   !since.isValid() || since > m_span.boundary()) {
            m_open.erase(open); // came, or had a reason, after the boundary
        }
    }
    return {};
}

// The newest first, and no further than needed: nearly everybody was at one of the last few.
Result<void> AwayReading::readMarks(const QList<HeldOn>& held) {
    bool isBefore = false;
    for (const HeldOn& each : held) {
        if (m_open.isEmpty()) return {};
        if (!isBefore && each.day <= m_span.boundary()) {
            isBefore = true;
            m_open.removeIf([this](const Uuid& one) { return !m_absentSince.contains(one); });
        }
        Result<void> taken;
        const auto done = m_reader.each(
            "SELECT attendance FROM activity WHERE id = :id", {{":id", each.activity}},
            [&](const Row& row) { taken = take(row.bytes(0), each.day); });
        if (!done || !taken) return done ? taken : done;
    }
    return {};
}

// What they did before they came is not looked at.
Result<void> AwayReading::dropArrivals() {
    return m_reader.each("SELECT person_id FROM live_movement WHERE organisation_id = :branch"
                         " AND direction = 'in' AND happened_on > :boundary",
                         {{":branch", m_branch}, {":boundary", m_span.boundary()}},
                         [this](const Row& row) { m_open.remove(row.as<Uuid>(0)); });
}

Result<void> AwayReading::judge(QList<HeldOn>& held) {
    std::stable_sort(held.begin(), held.end(),
                     [](const HeldOn& a, const HeldOn& b) { return a.day > b.day; });
    m_absentSince.clear();
    if (const auto done = readMarks(held); !done) return done;
    m_open.removeIf([this](const Uuid& one) {
        const QDate since = m_absentSince.value(one);
        return !since.isValid() || since > m_span.boundary();
    });
    return {};
}

// What the committees above held, and what was held together with others.
Result<void> AwayReading::readElsewhere(const QList<Uuid>& joined, QList<HeldOn>& held) const {
    Result<void> done
        = readHeld("a.organisation_id IN (WITH RECURSIVE above(id) AS (SELECT parent_id FROM"
                   " organisation WHERE id = :branch UNION SELECT o.parent_id FROM"
                   " organisation o JOIN above ON o.id = above.id) SELECT id FROM above)",
                   {{":branch", m_branch}}, held);
    for (const Uuid& each : joined)
        if (done) done = readHeld("a.id = :id", {{":id", each}}, held);
    return done;
}

Result<QList<Id<Person>>> AwayReading::run(const QList<Uuid>& joined) {
    QList<HeldOn> held;
    Result<void> done = readMembers();
    if (done)
        done = readHeld("a.organisation_id IN (SELECT id FROM organisation"
                        " WHERE id = :branch OR parent_id = :branch AND type = 'group')",
                        {{":branch", m_branch}}, held);
    if (done) done = judge(held);
    // Of the few who are left it is asked whether they were somewhere else.
    if (done && !m_open.isEmpty()) done = dropArrivals();
    if (done && !m_open.isEmpty()) done = readElsewhere(joined, held);
    if (done && !m_open.isEmpty()) done = judge(held);
    if (!done) return fail(done.error());
    QList<Id<Person>> away;
    for (const Uuid& each : std::as_const(m_open))
        away.append({each});
    return away;
}
}

Result<QList<Id<Person>>> awayMembers(const Reader& reader, Id<Organisation> branch,
                                      const AwaySpan& span, const QList<Uuid>& joined) {
    return AwayReading(reader, branch, span).run(joined);
}

} // namespace baolei
