#include "core/activities/field_rows.h"
#include "core/activities/joint.h"
#include "core/handbook/page_data.h"
#include "core/names/name_order.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

QString nameIn(const HeldActivities& held, const Attendee& attendee) {
    return held.names.value(attendee.person, Text::tr("（已删除）"));
}

// Nothing is asked of the exempt, and yet they may vote: the sums on paper must add up.
QString dueText(const AttendanceCounts& counts) {
    if (counts.due + counts.exempt + counts.excluded == 0) return {};
    QStringList others;
    if (counts.exempt > 0) others.append(Text::tr("另免作要求 %1 人").arg(counts.exempt));
    if (counts.excluded > 0) others.append(Text::tr("另经批准不计应到 %1 人").arg(counts.excluded));
    const QString due = Text::tr("%1 人").arg(counts.due);
    return others.isEmpty() ? due : due + Text::tr("（%1）").arg(others.join(u'，'));
}

// 王强（请假：外出务工）、赵丽（缺席）
QString absentText(const HeldActivities& held, const Attendance& attendance) {
    QStringList parts;
    for (const Attendee& each : attendance) {
        if (each.mark != Mark::Leave && each.mark != Mark::Absent && each.mark != Mark::MadeUp)
            continue;
        const QString why = each.reason.isEmpty() ? markName(each.mark)
                                                  : markName(each.mark) + u'：' + each.reason;
        parts.append(nameIn(held, each) + u'（' + why + u'）');
    }
    return parts.join(u'、');
}

QString madeUpText(const HeldActivities& held, const Attendance& attendance) {
    QStringList parts;
    for (const Attendee& each : attendance) {
        if (each.mark != Mark::MadeUp) continue;
        QString part = nameIn(held, each);
        if (each.madeUpOn.isValid())
            part += Text::tr("（%1月%2日）").arg(each.madeUpOn.month()).arg(each.madeUpOn.day());
        parts.append(part);
    }
    return parts.join(u'、');
}

QStringList namesWith(const HeldActivities& held, const Attendance& attendance, Mark mark) {
    QStringList names;
    for (const Attendee& each : attendance)
        if (each.mark == mark) names.append(nameIn(held, each));
    return names;
}

QString votesText(const Votes& votes) {
    QStringList lines;
    for (const VoteItem& item : votes) {
        QString line = item.title.isEmpty() ? QString() : item.title + u'：';
        const bool isElection = item.kind == VoteKind::Election;
        line += (isElection ? Text::tr("应到会有选举权 %1 人，实到 %2 人，")
                            : Text::tr("应到会有表决权 %1 人，实到 %2 人，"))
                    .arg(item.due)
                    .arg(item.present);
        line += countedVotes(item);
        if (isElection)
            line += item.passed ? Text::tr("。选举有效。") : Text::tr("。选举无效。");
        else
            line += item.passed ? Text::tr("，通过。") : Text::tr("，未通过。");
        lines.append(line);
    }
    return lines.join(u'\n');
}

// Which one of its first kind it was in the period: 第 3 次.
int numberOf(const HeldActivities& held, const Activity& activity) {
    int number = 0;
    for (const Activity& each : held.all) {
        number += each.kind == activity.kind && each.organisationId == activity.organisationId;
        if (each.id == activity.id) break;
    }
    return number;
}

// The agenda as people number it.
QString numbered(const QString& lines) {
    const QStringList items = lines.split(u'\n', Qt::SkipEmptyParts);
    if (items.size() < 2) return lines;
    QStringList out;
    for (qsizetype i = 0; i < items.size(); ++i)
        out.append(u"%1．%2"_s.arg(i + 1).arg(items[i]));
    return out.join(u'\n');
}
}

namespace {
// 西荡村党支部（联合东堰村党支部）
QString holderText(const HeldActivities& held, const Activity& activity) {
    QStringList joint;
    for (const Id<Organisation> each : jointIn(activity.joint))
        joint.append(held.holders.value(each));
    const QString holder = held.holders.value(activity.organisationId);
    return joint.isEmpty() ? holder : Text::tr("%1（联合%2）").arg(holder, joint.join(u'、'));
}
}

Result<HeldActivities> heldActivities(const Reader& reader, const PrintSubject& subject) {
    auto all = activitiesOf(reader, subject.branch.id, subject.period);
    if (!all) return fail(all.error());
    HeldActivities held;
    QSet<Uuid> people;
    QSet<Id<Organisation>> together;
    for (const Activity& activity : *all) {
        const auto share = shareOf(reader, activity, subject.branch.id);
        if (!share) return fail(share.error());
        const auto attendance = decodeAttendance(share->attendance);
        if (!attendance) return fail(attendance.error());
        for (const Attendee& each : *attendance)
            people.insert(each.person);
        (activity.state == u"final"_s ? held.all : held.drafts).append(*share);
        for (const Id<Organisation> each : holdersOf(activity))
            if (!activity.joint.isEmpty()) together.insert(each);
    }
    auto names = namesOf(reader, people);
    if (!names) return fail(names.error());
    held.names = std::move(*names);
    const auto holders = reader.all<Organisation>("WHERE r.id = :branch OR r.parent_id = :branch",
                                                  {{":branch", subject.branch.id}});
    if (!holders) return fail(holders.error());
    for (const Organisation& each : *holders)
        held.holders.insert(each.id, each.shortName);
    const auto joint = nodesOf(reader, together.values());
    if (!joint) return fail(joint.error());
    for (const OrganisationNode& each : *joint)
        held.holders.insert(each.id, each.shortName);
    return held;
}

// By its name, as a line of `details`, and a table as rows of its own name.
void addField(FormData& data, const ActivityField& field, const QString& stored) {
    const QString text = fieldText(stored, field);
    data.values.insert(u"meeting."_s + field.id, text);
    FormData line;
    line.values = {{u"title"_s, field.title}, {u"text"_s, text}};
    data.lists[u"details"_s].append(line);
    if (field.type != FieldType::Rows) return;
    QList<FormData>& rows = data.lists[field.id];
    for (const FieldRow& cells : rowsIn(stored, field)) {
        FormData row;
        for (qsizetype i = 0; i < field.columns.size(); ++i)
            row.values.insert(field.columns[i].id, cells[i]);
        rows.append(row);
    }
}

Result<FormData> activityData(const FormData& base, const HeldActivities& held,
                              const ActivityRecord& record, const QList<ActivityKind>& kinds) {
    const Activity& activity = record.activity;
    const ActivityKind kind = combinedKind(kinds, kindsServed(activity.kind, activity.also));
    const AttendanceCounts counts = countsOf(record.attendance);
    const auto number
        = [&](int count) { return record.attendance.isEmpty() ? QVariant() : QVariant(count); };
    FormData data = base;
    data.record = u"activity/"_s + activity.id.value.toText();
    data.values.insert(
        {{u"meeting.kind"_s, kind.id.isEmpty() ? activity.kind : kind.name},
         {u"meeting.holder"_s, holderText(held, activity)},
         {u"meeting.title"_s, activity.title},
         {u"meeting.number"_s, numberOf(held, activity)},
         {u"meeting.from"_s, activity.startsAt},
         {u"meeting.to"_s, activity.endsAt},
         {u"meeting.place"_s, activity.place},
         {u"meeting.host"_s, activity.host},
         {u"meeting.organiser"_s, activity.host},
         {u"meeting.recorder"_s, activity.recorder},
         {u"meeting.due"_s, number(counts.due)},
         {u"meeting.dueText"_s, dueText(counts)},
         {u"meeting.present"_s, number(counts.present)},
         {u"meeting.absentCount"_s, number(counts.due - counts.present)},
         {u"meeting.votingDue"_s, number(counts.votingDue)},
         {u"meeting.votingPresent"_s, number(counts.votingPresent)},
         {u"meeting.absent"_s, absentText(held, record.attendance)},
         {u"meeting.makeUp"_s, madeUpText(held, record.attendance)},
         {u"meeting.observers"_s, namesWith(held, record.attendance, Mark::Observer).join(u'、')},
         {u"meeting.participants"_s, namesWith(held, record.attendance, Mark::Present)},
         {u"meeting.agenda"_s, numbered(activity.agenda)},
         {u"meeting.content"_s, activity.content},
         {u"meeting.resolution"_s, activity.resolution},
         {u"meeting.votes"_s, votesText(record.votes)},
         {u"meeting.hasVotes"_s, !record.votes.isEmpty()}});
    // What only this kind has: by the names of its fields, and as a list for a form that does not
    // know them.
    for (auto field = record.details.begin(); field != record.details.end(); ++field)
        data.values.insert(u"meeting."_s + field.key(), field.value());
    for (const ActivityField& field : kind.fields)
        addField(data, field, record.details.value(field.id));
    if (kind.isRegister) data.lists.insert(kind.id, registerLines(record, kind));
    return data;
}

} // namespace baolei
