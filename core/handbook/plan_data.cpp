// The yearly plan on paper: P08 shows the year, P09 a month.

#include "core/handbook/page_data.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Handbook)
};

QString dayText(QDate day) {
    return day.isValid() ? Text::tr("%1月%2日").arg(day.month()).arg(day.day()) : QString();
}

// What is still to be done is left for the pen.
QString doneText(const PlanLine& line) {
    switch (line.state) {
    case PlanState::Done:
        return dayText(line.doneOn);
    case PlanState::DoneLate:
        return Text::tr("%1补办").arg(dayText(line.doneOn));
    case PlanState::Late:
        return Text::tr("未完成");
    case PlanState::Exempt:
        return nameOf(line.state);
    case PlanState::Planned:
    case PlanState::Due:
        break;
    }
    return {};
}

FormData rowOf(const PlanLine& line) {
    const PlanItem& item = line.item;
    FormData row;
    if (line.doneOn.isValid() && !item.activityId.isNull())
        row.record = u"activity/"_s + item.activityId.value.toText();
    row.values = {{u"month"_s, monthText(item.month)}, {u"title"_s, item.title},
                  {u"method"_s, item.method},          {u"responsible"_s, item.responsible},
                  {u"time"_s, dayText(item.day)},      {u"done"_s, doneText(line)}};
    return row;
}
}

Result<QList<PlanLine>> planPages(const Reader& reader, const PrintSubject& subject) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    return planOf(reader, *rules, subject.branch.id, subject.period.year, subject.asOf());
}

void addPlan(FormData& data, const QList<PlanLine>& plan) {
    QList<FormData>& rows = data.lists[u"plan"_s];
    for (const PlanLine& line : plan)
        rows.append(rowOf(line));
}

QList<int> plannedMonths(const QList<PlanLine>& plan, const Period& period) {
    QList<int> months;
    for (const PlanLine& line : plan) {
        const int month = line.item.month;
        if (month == 0 || months.contains(month)) continue;
        if (period.contains(QDate(line.item.year, month, 1))) months.append(month);
    }
    return months;
}

FormData monthData(const FormData& base, const QList<PlanLine>& plan, int month) {
    FormData data = base;
    QList<FormData>& rows = data.lists[u"plan"_s];
    rows.clear();
    for (const PlanLine& line : plan) {
        if (line.item.month != month) continue;
        data.values.insert(u"month.text"_s, Period::ofMonth(line.item.year, month).chinese());
        rows.append(rowOf(line));
    }
    return data;
}

} // namespace baolei
