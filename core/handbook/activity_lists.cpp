// The lists that forms show of a whole period: attendance, registers, what is posted.

#include "core/activities/field_rows.h"
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

/// What a register says of one record, without its table.
FormData registerLine(const ActivityRecord& record, const ActivityKind& kind) {
    const Activity& activity = record.activity;
    FormData line;
    line.record = u"activity/"_s + activity.id.value.toText();
    line.values = {{u"from"_s, activity.startsAt},
                   {u"title"_s, activity.title},
                   {u"host"_s, activity.host},
                   {u"recorder"_s, activity.recorder},
                   {u"content"_s, activity.content}};
    for (const ActivityField& field : kind.fields)
        line.values.insert(field.id, fieldText(record.details.value(field.id), field));
    return line;
}
}

QList<FormData> registerLines(const ActivityRecord& record, const ActivityKind& kind) {
    QList<FormData> lines;
    const FormData line = registerLine(record, kind);
    const auto table
        = std::find_if(kind.fields.begin(), kind.fields.end(),
                       [](const ActivityField& each) { return each.type == FieldType::Rows; });
    QList<FieldRow> rows;
    if (table != kind.fields.end()) rows = rowsIn(record.details.value(table->id), *table);
    if (rows.isEmpty()) lines.append(line);
    for (const FieldRow& row : rows) {
        lines.append(line);
        for (qsizetype i = 0; i < row.size(); ++i)
            lines.last().values.insert(table->columns[i].id, row[i]);
    }
    return lines;
}

Result<void> addRegisters(FormData& data, const HeldActivities& held,
                          const QList<ActivityKind>& kinds) {
    for (const ActivityKind& kind : kinds) {
        if (!kind.isRegister) continue;
        QList<FormData>& lines = data.lists[kind.id];
        for (const Activity& activity : held.all) {
            if (activity.kind != kind.id) continue;
            const auto record = unpack(activity);
            if (!record) return fail(record.error());
            lines.append(registerLines(*record, kind));
        }
    }
    return {};
}

Result<void> addAttendance(FormData& data, const HeldActivities& held,
                           const QList<ActivityKind>& kinds) {
    struct Attended {
        QString name;
        QHash<Uuid, Mark> marks; ///< by activity
    };
    QHash<Uuid, Attended> people;
    QList<Uuid> order;
    QList<FormData> columns;
    QList<Uuid> activities;
    for (const Activity& activity : held.all) {
        const ActivityKind kind = combinedKind(kinds, kindsServed(activity.kind, activity.also));
        if (kind.attends == Attends::Chosen || activity.attendance.isEmpty()) continue;
        const auto attendance = decodeAttendance(activity.attendance);
        if (!attendance) return fail(attendance.error());
        FormData column;
        column.record = u"activity/"_s + activity.id.value.toText();
        column.values = {{u"from"_s, activity.startsAt},
                         {u"kind"_s, kind.name},
                         {u"shortKind"_s, kind.shortName},
                         {u"title"_s, activity.title}};
        columns.append(column);
        activities.append(activity.id.value);
        for (const Attendee& each : *attendance) {
            if (each.mark == Mark::Observer) continue;
            if (!people.contains(each.person)) order.append(each.person);
            Attended& person = people[each.person];
            person.name = held.names.value(each.person, Text::tr("（已删除）"));
            person.marks.insert(activity.id.value, each.mark);
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](const Uuid& a, const Uuid& b) {
        return strokeLess(people[a].name, people[b].name);
    });
    QList<FormData> rows;
    for (const Uuid& id : order) {
        const Attended& person = people[id];
        FormData row;
        row.record = u"person/"_s + id.toText();
        int due = 0;
        int present = 0;
        QList<FormData> marks;
        for (const Uuid& activity : activities) {
            const auto mark = person.marks.constFind(activity);
            FormData cell;
            if (mark != person.marks.constEnd()) {
                cell.values.insert(u"mark"_s, markSymbol(*mark));
                due += *mark != Mark::Exempt && *mark != Mark::Excluded;
                present += *mark == Mark::Present;
            }
            marks.append(cell);
        }
        row.values = {{u"name"_s, person.name}, {u"due"_s, due}, {u"present"_s, present}};
        if (due > 0) row.values.insert(u"rate"_s, u"%1%"_s.arg(present * 100 / due));
        row.lists.insert(u"marks"_s, marks);
        rows.append(row);
    }
    data.lists.insert(u"meetings"_s, columns);
    data.lists.insert(u"attendance"_s, rows);
    return {};
}

void addPosted(FormData& data, const HeldActivities& held, const QList<ActivityKind>& kinds) {
    QList<FormData> rows;
    for (const Activity& activity : held.all) {
        const ActivityKind kind = combinedKind(kinds, kindsServed(activity.kind, activity.also));
        if (!kind.isDisclosed) continue;
        FormData row;
        row.record = u"activity/"_s + activity.id.value.toText();
        row.values
            = {{u"from"_s, activity.startsAt},   {u"kind"_s, kind.name},
               {u"title"_s, activity.title},     {u"place"_s, activity.place},
               {u"host"_s, activity.host},       {u"due"_s, activity.due},
               {u"present"_s, activity.present}, {u"absent"_s, activity.due - activity.present}};
        rows.append(row);
    }
    data.lists.insert(u"posted"_s, rows);
}

} // namespace baolei
