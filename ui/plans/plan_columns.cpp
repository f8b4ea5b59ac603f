#include "ui/plans/plan_columns.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanColumns)
};

constexpr int kWholeYear = 13; // after December

qint64 monthOrder(const PlanRow& row) {
    const int month = row.line.item.month;
    return month == 0 ? kWholeYear : month;
}

// All of one year, which stands above them.
QString dayText(QDate day) {
    return day.isValid() ? Text::tr("%1月%2日").arg(day.month()).arg(day.day()) : QString();
}

template <typename F>
RecordColumn<PlanBranchRow> number(const QString& key, const QString& title, F count) {
    using L = PlanBranchRow;
    return RecordColumn<L>(key, title,
                           [count](const L& l) {
                               return l.figures.items == 0 ? QString()
                                                           : QString::number(count(l.figures));
                           })
        .right()
        .wide(4)
        .sortedBy([count](const L& l) { return SortKey(qint64(count(l.figures))); });
}

QString rateText(const PlanFigures& figures) {
    if (figures.items == 0) return symbolOf(Status::Missing) + u' ' + Text::tr("还没有计划");
    return Text::tr("%1%").arg(figures.done * 100 / figures.items);
}

QString fulfilledBy(const PlanLine& line) {
    if (line.activityTitle.isEmpty()) return {};
    return line.isDraft ? Text::tr("%1（草稿）").arg(line.activityTitle) : line.activityTitle;
}
}

Status statusOf(PlanState state) {
    switch (state) {
    case PlanState::Planned:
        return Status::Planned;
    case PlanState::Due:
        return Status::Due;
    case PlanState::Late:
        return Status::Late;
    case PlanState::Done:
    case PlanState::DoneLate:
        return Status::Done;
    case PlanState::Exempt:
        break;
    }
    return Status::Exempt;
}

QString stateText(const PlanLine& line) {
    const QString text = symbolOf(statusOf(line.state)) + u' ' + nameOf(line.state);
    return line.doneOn.isValid() ? text + u' ' + dayText(line.doneOn) : text;
}

QString describe(const PlanRow& row) {
    const PlanItem& item = row.line.item;
    QStringList parts{
        Text::tr("%1：%2，%3").arg(monthText(item.month), item.title, stateText(row.line))};
    if (const QString by = fulfilledBy(row.line); !by.isEmpty())
        parts.append(Text::tr("由“%1”完成").arg(by));
    if (!item.note.isEmpty()) parts.append(item.note);
    return parts.join(u"；"_s);
}

QList<RecordColumn<PlanRow>> planColumns() {
    using L = PlanRow;
    using C = RecordColumn<L>;
    const auto title = [](const L& l) { return l.line.item.title; };
    const auto state = [](const L& l) { return stateText(l.line); };
    return {
        C(u"month"_s, Text::tr("月份"), [](const L& l) { return monthText(l.line.item.month); })
            .wide(3)
            .sortedBy([](const L& l) { return SortKey(monthOrder(l)); }),
        C(u"title"_s, Text::tr("内容"), title).filling().hinted(title),
        C(u"kind"_s, Text::tr("类型"),
          [](const L& l) {
              return l.kind.isEmpty() ? Text::tr("其他工作") : l.kind;
          }).wide(6),
        C(u"method"_s, Text::tr("方式"), [](const L& l) { return l.line.item.method; }).wide(7),
        C(u"responsible"_s, Text::tr("责任人"),
          [](const L& l) {
              return l.line.item.responsible;
          }).wide(4),
        C(u"day"_s, Text::tr("计划日期"), [](const L& l) { return dayText(l.line.item.day); })
            .wide(5)
            .sortedBy([](const L& l) {
                const QDate day = l.line.item.day;
                return day.isValid() ? SortKey(day.toJulianDay()) : SortKey(std::monostate{});
            }),
        C(u"state"_s, Text::tr("情况"), state)
            .wide(9)
            .hinted([](const L& l) { return describe(l); })
            .inked([](const L& l) { return toneOf(statusOf(l.line.state)); })
            .sortedBy([](const L& l) { return SortKey(qint64(l.line.state)); }),
    };
}

QList<RecordColumn<PlanBranchRow>> planBranchColumns() {
    using L = PlanBranchRow;
    using C = RecordColumn<L>;
    const auto name = [](const L& l) { return l.name; };
    return {
        C(u"name"_s, Text::tr("党支部"), name).filling().hinted(name),
        number(u"items"_s, Text::tr("计划"), [](const PlanFigures& f) { return f.items; }),
        number(u"done"_s, Text::tr("已完成"), [](const PlanFigures& f) { return f.done; }),
        number(u"due"_s, Text::tr("本月要办"), [](const PlanFigures& f) { return f.due; }),
        number(u"late"_s, Text::tr("逾期未办"), [](const PlanFigures& f) { return f.late; }),
        C(u"rate"_s, Text::tr("完成率"), [](const L& l) { return rateText(l.figures); })
            .wide(7)
            .right()
            .inked([](const L& l) {
                return l.figures.items == 0 ? toneOf(Status::Missing)
                    : l.figures.late > 0    ? toneOf(Status::Late)
                                            : Tone::Text;
            })
            .sortedBy([](const L& l) {
                const PlanFigures& f = l.figures;
                return SortKey(qint64(f.items == 0 ? -1 : f.done * 1000 / f.items));
            }),
    };
}

} // namespace baolei
