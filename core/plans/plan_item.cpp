#include "core/plans/plan_item.h"

#include <QCoreApplication>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};
}

template <> const Table& tableOf<PlanItem>() {
    using P = PlanItem;
    static const Table table{
        "plan_item",
        Text::tr("计划事项"),
        {column("id", Text::tr("编号"), &P::id),
         column("organisation_id", Text::tr("党组织"), &P::organisationId),
         column("year", Text::tr("年度"), &P::year),
         column("month", Text::tr("月份"), &P::month).inGroup("time"),
         column("kind", Text::tr("类型"), &P::kind), column("title", Text::tr("内容"), &P::title),
         column("method", Text::tr("方式"), &P::method),
         column("responsible", Text::tr("责任人"), &P::responsible),
         column("day", Text::tr("计划日期"), &P::day).inGroup("time"),
         column("note", Text::tr("备注"), &P::note).withLines(),
         column("activity_id", Text::tr("完成它的活动"), &P::activityId).inGroup("done"),
         column("done_on", Text::tr("完成日期"), &P::doneOn).inGroup("done"),
         column("position", Text::tr("排序"), &P::position)}};
    return table;
}

QDate PlanItem::deadline() const {
    const QDate first(year, month == 0 ? 12 : month, 1);
    return {first.year(), first.month(), first.daysInMonth()};
}

PlanState planStateOf(const PlanItem& item, QDate doneOn, QDate today) {
    const QDate deadline = item.deadline();
    if (doneOn.isValid()) return doneOn > deadline ? PlanState::DoneLate : PlanState::Done;
    if (today > deadline) return PlanState::Late;
    const QDate begins(deadline.year(), deadline.month(), 1);
    return today < begins ? PlanState::Planned : PlanState::Due;
}

QString nameOf(PlanState state) {
    switch (state) {
    case PlanState::Planned:
        return Text::tr("已列入");
    case PlanState::Due:
        return Text::tr("本月要办");
    case PlanState::Late:
        return Text::tr("逾期未办");
    case PlanState::Done:
        return Text::tr("已完成");
    case PlanState::DoneLate:
        return Text::tr("逾期完成");
    case PlanState::Exempt:
        break;
    }
    return Text::tr("免作要求");
}

bool isOpen(PlanState state) {
    return state == PlanState::Planned || state == PlanState::Due || state == PlanState::Late;
}

QString monthText(int month) {
    return month == 0 ? Text::tr("全年") : Text::tr("%1月").arg(month);
}

} // namespace baolei
