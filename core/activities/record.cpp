#include "core/activities/commands.h"

#include "core/base/normal_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Activities)
};

QHash<QString, QString> detailsFrom(const QString& json) {
    QHash<QString, QString> details;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto field = object.begin(); field != object.end(); ++field)
        details.insert(field.key(), field.value().toString());
    return details;
}

QString detailsToJson(const QHash<QString, QString>& details) {
    QJsonObject object; // sorted by key: equal details give equal text
    for (auto field = details.begin(); field != details.end(); ++field)
        if (!field.value().isEmpty()) object.insert(field.key(), normalText(field.value()));
    if (object.isEmpty()) return {};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// The common columns by the names that kinds use; true where something stands there.
bool isFilled(const ActivityRecord& record, const QString& field) {
    const Activity& activity = record.activity;
    if (field == u"date"_s || field == u"from"_s) return activity.startsAt.isValid();
    if (field == u"to"_s) return activity.endsAt.isValid();
    if (field == u"place"_s) return !activity.place.isEmpty();
    if (field == u"host"_s) return !activity.host.isEmpty();
    if (field == u"recorder"_s) return !activity.recorder.isEmpty();
    if (field == u"title"_s) return !activity.title.isEmpty();
    if (field == u"agenda"_s) return !activity.agenda.isEmpty();
    if (field == u"content"_s) return !activity.content.isEmpty();
    if (field == u"resolution"_s) return !activity.resolution.isEmpty();
    if (field == u"attendance"_s) return !record.attendance.isEmpty();
    if (field == u"votes"_s) return !record.votes.isEmpty();
    return true;
}

// Which column of the descriptor a kind's word for a field means.
QByteArray columnFor(const QString& field) {
    if (field == u"date"_s || field == u"from"_s) return "starts_at";
    if (field == u"to"_s) return "ends_at";
    return field.toLatin1();
}

/// What is kept as one with other texts, and has no column of its own to say how long it may be.
QList<FieldProblem> tooLongParts(const ActivityRecord& record, const ActivityKind& kind) {
    QList<FieldProblem> problems;
    const auto check = [&](QByteArray column, const QString& title, const QString& text, int most) {
        Column limit;
        limit.title = title;
        limit.longest = most;
        if (isTooLong(limit, text))
            problems.append({std::move(column), tooLongText(limit, text), true});
    };
    for (const ActivityField& field : kind.fields)
        check("details." + field.id.toLatin1(), field.title, record.details.value(field.id),
              kLongestText);
    for (const Attendee& attendee : record.attendance)
        check("attendance", Text::tr("请假或缺席的原因"), attendee.reason, kLongestLine);
    for (const VoteItem& item : record.votes) {
        check("votes", Text::tr("表决事项"), item.title, kLongestLine);
        for (const VoteChoice& choice : item.choices)
            check("votes", Text::tr("候选人姓名"), choice.name, kLongestName);
    }
    return problems;
}
}

Result<ActivityRecord> unpack(const Activity& activity) {
    auto attendance = decodeAttendance(activity.attendance);
    if (!attendance) return fail(attendance.error());
    auto votes = decodeVotes(activity.votes);
    if (!votes) return fail(votes.error());
    return ActivityRecord{activity, *attendance, *votes, detailsFrom(activity.details)};
}

Activity pack(const ActivityRecord& record) {
    Activity activity = record.activity;
    const AttendanceCounts counts = countsOf(record.attendance);
    activity.attendance
        = record.attendance.isEmpty() ? QByteArray() : encodeAttendance(record.attendance);
    activity.due = counts.due;
    activity.present = counts.present;
    activity.votingDue = counts.votingDue;
    activity.votingPresent = counts.votingPresent;
    activity.votes = record.votes.isEmpty() ? QByteArray() : encodeVotes(record.votes);
    activity.details = detailsToJson(record.details);
    return activity;
}

QList<FieldProblem> checkActivity(const ActivityRecord& record, const ActivityKind& kind) {
    const Activity& activity = record.activity;
    QList<FieldProblem> problems = tooLongTexts(activity) + tooLongParts(record, kind);
    if (activity.organisationId.isNull())
        problems.append({"organisation_id", Text::tr("请选择党组织"), true});
    if (!activity.startsAt.isValid())
        problems.append({"starts_at", Text::tr("请填写日期和开始时间"), true});
    if (activity.endsAt.isValid() && activity.endsAt < activity.startsAt)
        problems.append({"ends_at", Text::tr("结束时间早于开始时间"), true});
    QSet<Uuid> seen;
    for (const Attendee& attendee : record.attendance) {
        if (seen.contains(attendee.person))
            problems.append({"attendance", Text::tr("同一人在到会名单里出现两次"), true});
        seen.insert(attendee.person);
    }
    const auto missing = [&](QByteArray column, const QString& title) {
        problems.append({std::move(column), Text::tr("%1没有填").arg(title), false});
    };
    for (const QString& field : kind.required) {
        const Column* column = tableOf<Activity>().find(columnFor(field));
        if (!isFilled(record, field) && field != u"date"_s && field != u"from"_s)
            missing(columnFor(field), column ? column->title : field);
    }
    for (const ActivityField& field : kind.fields)
        if (field.required && record.details.value(field.id).isEmpty())
            missing("details." + field.id.toLatin1(), field.title);
    const QDate day = activity.startsAt.date();
    const QDate regular = day.isValid() ? regularDay(kind, day) : QDate();
    if (regular.isValid() && regular != day && record.details.value(u"moved"_s).isEmpty())
        problems.append({"details.moved",
                         Text::tr("%1应在%2月%3日，改在别的日子要写明原因")
                             .arg(kind.name)
                             .arg(regular.month())
                             .arg(regular.day()),
                         false});
    return problems;
}

} // namespace baolei
