#include "ui/activities/page_filters.h"

#include "ui/activities/finding_columns.h"
#include "ui/activities/held_columns.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ActivityFilters)
};

int countOf(const MonthCell& cell, const QString& figure) {
    if (figure == u"held"_s) return cell.held;
    if (figure == u"missing"_s) return cell.missing;
    if (figure == u"drafts"_s) return cell.drafts;
    if (figure == u"due"_s) return cell.due;
    return cell.exempt;
}

bool hasText(std::initializer_list<QString> texts, const QString& searched) {
    return searched.isEmpty()
        || std::any_of(texts.begin(), texts.end(), [&searched](const QString& text) {
               return text.contains(searched, Qt::CaseInsensitive);
           });
}

bool isOfKind(const FindingLine& line, const PageFilter& filter, const QList<ActivityKind>& kinds) {
    if (filter.kind.isEmpty() || line.kind == filter.kind) return true;
    // Findings about one meeting, or about none, name their kind in words only.
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const ActivityKind& each) {
        return each.id == filter.kind;
    });
    return line.kind.isEmpty() && kind != kinds.end() && line.finding.message.contains(kind->name);
}
}

bool passes(const MatrixLine& line, const PageFilter& filter) {
    if (!hasText({line.title, line.hint}, filter.searched)) return false;
    if (filter.figure.isEmpty()) return true;
    MonthCell sum;
    for (int month = filter.period.first().month(); month <= filter.period.last().month(); ++month)
        sum += line.months[size_t(month - 1)];
    return countOf(sum, filter.figure) > 0;
}

bool passes(const FindingLine& line, const PageFilter& filter, const QList<ActivityKind>& kinds) {
    const Finding& finding = line.finding;
    if (!isOfKind(line, filter, kinds)) return false;
    if (!hasText({line.organisation, finding.message, finding.label, finding.source},
                 filter.searched))
        return false;
    if (filter.figure == u"missing"_s)
        return isOfFigure(line, Standing::Missing, filter.period, filter.today);
    if (filter.figure == u"due"_s)
        return isOfFigure(line, Standing::Due, filter.period, filter.today);
    return true;
}

bool passes(const HeldLine& line, const PageFilter& filter) {
    const ActivityLine& held = line.activity;
    if (!filter.kind.isEmpty() && !kindsServed(held.kind, held.also).contains(filter.kind))
        return false;
    if (!hasText({held.title, line.organisation, line.kind, held.place}, filter.searched))
        return false;
    if (filter.figure == u"held"_s) return isFinal(line) && held.startsAt.date() <= filter.today;
    return filter.figure != u"drafts"_s || !isFinal(line);
}

QList<FigureBar::Figure> figuresShown(const PageAnswer* answer, int kind) {
    const MonthSum sum = answer ? figuresOf(*answer, kind) : MonthSum();
    const auto counted = [&](bool isKnown, int number) {
        return isKnown ? qint64(number) : FigureBar::kUnknownNumber;
    };
    const bool hasHeld = answer && answer->hasHeld;
    const bool hasCells = answer && answer->hasCells;
    return {{u"held"_s, Text::tr("已开"), counted(hasHeld, sum.held), Status::Done},
            {u"missing"_s, Text::tr("应开未开"), counted(hasCells, sum.missing), Status::Missing},
            {u"drafts"_s, Text::tr("待补"), counted(hasHeld, sum.drafts), Status::Incomplete},
            {u"due"_s, Text::tr("快到期"), counted(hasCells, sum.due), Status::Due},
            {u"exempt"_s, Text::tr("已批准免"), counted(hasCells, sum.exempt), Status::Exempt}};
}

ActivityView viewFor(const QString& figure, ActivityView shown) {
    const bool isOfList = figure == u"held"_s || figure == u"drafts"_s;
    const bool isOfFindings = figure == u"missing"_s || figure == u"due"_s;
    if (figure.isEmpty() || shown == ActivityView::Matrix) return shown;
    if (shown == ActivityView::List && isOfFindings) return ActivityView::Findings;
    if (shown == ActivityView::Findings && isOfList) return ActivityView::List;
    return isOfList || isOfFindings ? shown : ActivityView::Matrix;
}

} // namespace baolei
