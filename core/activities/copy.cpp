#include "core/activities/copy.h"

#include "core/activities/own_kinds.h"
#include "core/activities/queries.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activities)
};

QDateTime movedTo(const QDateTime& time, QDate from, QDate to) {
    return time.isValid() ? QDateTime(to.addDays(from.daysTo(time.date())), time.time())
                          : QDateTime();
}

// Those chosen the last time who can still be chosen; else everyone who is expected.
Attendance attendanceOf(const QList<ExpectedPerson>& expected, const ActivityKind& kind,
                        const Attendance& before) {
    QSet<Uuid> chosen;
    for (const Attendee& each : before)
        if (each.mark != Mark::Observer) chosen.insert(each.person);
    QList<Expected> all;
    for (const ExpectedPerson& each : expected) {
        const bool isChosenKind = kind.attends == Attends::Chosen;
        if (isChosenKind && !chosen.contains(each.id.value)) continue;
        all.append(each.expected);
        if (isChosenKind) all.last().mark = Mark::Present;
    }
    return everyonePresent(all);
}
}

QDate dayOfRepeat(const ActivityKind& kind, const QString& partyDay, QDate day, QDate month) {
    if (const QDate regular = regularDay(kind, month); regular.isValid()) return regular;
    const QDate own = partyDayIn(partyDay, month.year(), month.month());
    if (own.isValid() && day == partyDayIn(partyDay, day.year(), day.month())) return own;
    return {month.year(), month.month(), qMin(day.day(), month.daysInMonth())};
}

QString titleOfRepeat(const QString& title, QDate from, QDate to) {
    static const QRegularExpression month(
        u"(?<!\\d)(?:(\\d{4})年)?0?(\\d{1,2})月(?:0?(\\d{1,2})日)?"_s);
    QString moved;
    qsizetype end = 0;
    for (auto it = month.globalMatch(title); it.hasNext();) {
        const auto match = it.next();
        const bool isOther = match.captured(2).toInt() != from.month()
            || (match.hasCaptured(1) && match.captured(1).toInt() != from.year())
            || (match.hasCaptured(3) && match.captured(3).toInt() != from.day());
        if (isOther) continue;
        moved += title.sliced(end, match.capturedStart() - end);
        if (match.hasCaptured(1)) moved += Text::tr("%1年").arg(to.year());
        moved += Text::tr("%1月").arg(to.month());
        if (match.hasCaptured(3)) moved += Text::tr("%1日").arg(to.day());
        end = match.capturedEnd();
    }
    return moved + title.sliced(end);
}

namespace {
Result<Activity> existing(const Reader& reader, Id<Activity> id) {
    const auto found = reader.find(id);
    if (!found) return fail(found.error());
    if (*found) return **found;
    return fail(ErrorCode::NotFound, Text::tr("这次记录已不在"),
                Text::tr("可能刚被撤销或删除，可以到“历史”里找回"));
}

// What one meeting tells of the next, before anybody is expected there.
Activity likeBefore(const Activity& before, QDate day) {
    const QDate from = before.startsAt.date();
    Activity next;
    next.kind = before.kind;
    next.also = before.also;
    next.organisationId = before.organisationId;
    next.joint = before.joint;
    next.title = titleOfRepeat(before.title, from, day);
    next.startsAt = movedTo(before.startsAt, from, day);
    next.endsAt = movedTo(before.endsAt, from, day);
    next.place = before.place;
    next.host = before.host;
    next.hostId = before.hostId;
    next.recorder = before.recorder;
    next.agenda = before.agenda;
    return next;
}

Result<ActivityRecord> copyOf(const Reader& reader, const Activity& before, QDate month) {
    const auto attended = decodeAttendance(before.attendance);
    if (!attended) return fail(attended.error());
    const auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    const ActivityKind kind = combinedKind(*kinds, kindsServed(before.kind, before.also));
    const auto holder = reader.find(before.organisationId);
    if (!holder) return fail(holder.error());
    const QString partyDay = *holder ? (*holder)->partyDay : QString();
    const QDate day = dayOfRepeat(kind, partyDay, before.startsAt.date(), month);
    const auto expected = expectedAt(reader, kind, holdersOf(before), day);
    if (!expected) return fail(expected.error());
    return ActivityRecord{
        likeBefore(before, day), attendanceOf(*expected, kind, *attended), {}, {}};
}
}

Result<ActivityRecord> copyInto(const Reader& reader, Id<Activity> activity, QDate month) {
    const auto before = existing(reader, activity);
    if (!before) return fail(before.error());
    return copyOf(reader, *before, month);
}

Result<ActivityRecord> copyToMonthAfter(const Reader& reader, Id<Activity> activity) {
    const auto before = existing(reader, activity);
    if (!before) return fail(before.error());
    return copyOf(reader, *before, before->startsAt.date().addMonths(1));
}

} // namespace baolei
