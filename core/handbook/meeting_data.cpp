// What is printed before a meeting: its notice, and the sheet that everybody signs.

#include "core/handbook/page_data.h"
#include "core/names/name_order.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

// As recorded, or as the roster has it on that day.
Result<QStringList> expectedNames(const Reader& reader, const HeldActivities& held,
                                  const ActivityRecord& record, const ActivityKind& kind,
                                  QDate day) {
    QStringList names;
    if (record.attendance.isEmpty()) {
        const auto people = expectedAt(reader, kind, record.activity.organisationId, day);
        if (!people) return fail(people.error());
        for (const ExpectedPerson& each : *people)
            if (each.expected.mark == Mark::Present) names.append(each.name);
        return names;
    }
    for (const Attendee& each : record.attendance)
        if (each.mark != Mark::Exempt && each.mark != Mark::Excluded && each.mark != Mark::Observer)
            names.append(held.names.value(each.person, Text::tr("（已删除）")));
    std::stable_sort(names.begin(), names.end(), strokeLess);
    return names;
}

// Two a row, numbered downwards as they are read: 1 2, 3 4.
QList<FormData> signingRows(const QStringList& names) {
    QList<FormData> rows;
    for (qsizetype i = 0; i < names.size(); i += 2) {
        FormData row;
        row.values = {{u"leftNumber"_s, int(i + 1)}, {u"left"_s, names[i]}};
        if (i + 1 < names.size())
            row.values.insert({{u"rightNumber"_s, int(i + 2)}, {u"right"_s, names[i + 1]}});
        rows.append(row);
    }
    return rows;
}

QString recipients(const ActivityKind& kind, const QString& holder) {
    switch (kind.attends) {
    case Attends::Committee:
        return Text::tr("支部委员会各委员");
    case Attends::Group:
        return Text::tr("%1全体党员").arg(holder);
    case Attends::Members:
    case Attends::Chosen:
    case Attends::None:
        break;
    }
    return Text::tr("全体党员");
}

// 2026年9月15日（星期二）9:00; what is not fixed yet is left for the pen.
QString whenText(const QDateTime& from) {
    if (!from.isValid()) return Text::tr("＿＿月＿＿日（星期＿）＿＿:＿＿");
    const QDate day = from.date();
    const QString weekday = QLocale(QLocale::Chinese).dayName(day.dayOfWeek());
    const QString date = Text::tr("%1（%2）").arg(chineseDate(day), weekday);
    if (from.time() == QTime(0, 0)) return date + Text::tr("＿＿:＿＿");
    return date + from.time().toString(u"H:mm"_s);
}

QString agendaText(const QString& agenda) {
    const QStringList items = agenda.split(u'\n', Qt::SkipEmptyParts);
    if (items.size() < 2) return agenda;
    QStringList lines;
    for (qsizetype i = 0; i < items.size(); ++i)
        lines.append(Text::tr("（%1）%2").arg(i + 1).arg(items[i]));
    return lines.join(u'\n');
}

// A meeting is called, anything else is done. A title of one line has room for 12 characters of
// what it is about; what is longer is said in the first sentence.
void addHeading(FormData& data, const ActivityKind& kind, const QString& title) {
    constexpr qsizetype kLongest = 12;
    const QString verb = kind.name.endsWith(u'会') ? Text::tr("召开") : Text::tr("开展");
    const bool isShort = !title.isEmpty() && title.size() <= kLongest;
    const QString subject = isShort ? title : kind.name;
    const QString about = title.isEmpty() || isShort ? QString() : Text::tr("（%1）").arg(title);
    data.values.insert(
        {{u"notice.subject"_s, title.isEmpty() ? kind.name : title},
         {u"notice.heading"_s, Text::tr("关于%1%2的通知").arg(verb, subject)},
         {u"notice.opening"_s, Text::tr("经研究，决定%1%2%3。").arg(verb, subject, about)}});
}
}

ActivityRecord recordOf(const PlanItem& item) {
    ActivityRecord record;
    Activity& activity = record.activity;
    activity.organisationId = item.organisationId;
    activity.kind = item.kind;
    activity.title = item.title;
    activity.state = u"draft"_s;
    if (item.day.isValid()) activity.startsAt = item.day.startOfDay();
    return record;
}

Result<void> addMeeting(FormData& data, const Reader& reader, const HeldActivities& held,
                        const ActivityRecord& record, const QList<ActivityKind>& kinds) {
    const Activity& activity = record.activity;
    const ActivityKind kind = combinedKind(kinds, kindsServed(activity.kind, activity.also));
    const QDate printed = data.values.value(u"print.date"_s).toDate();
    const QDate day = activity.startsAt.isValid() ? activity.startsAt.date() : printed;
    const auto names = expectedNames(reader, held, record, kind, day);
    if (!names) return fail(names.error());
    data.lists.insert(u"signing"_s, signingRows(*names));
    addHeading(data, kind, activity.title);
    const QString holder = held.holders.value(activity.organisationId);
    const QString when = whenText(activity.startsAt);
    data.values.insert({{u"signing.count"_s, int(names->size())},
                        {u"notice.to"_s, recipients(kind, holder)},
                        {u"notice.kind"_s, kind.name},
                        {u"notice.when"_s, when},
                        {u"notice.place"_s,
                         activity.place.isEmpty() ? data.values.value(u"branch.place"_s).toString()
                                                  : activity.place},
                        {u"notice.who"_s,
                         Text::tr("%1，共 %2 人").arg(recipients(kind, holder)).arg(names->size())},
                        {u"notice.agenda"_s, agendaText(activity.agenda)},
                        {u"notice.date"_s, qMin(printed, day)}});
    return {};
}

} // namespace baolei
