#include "core/plans/commands.h"

#include "core/activities/own_kinds.h"
#include "core/base/normal_text.h"
#include "core/people/queries.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

constexpr int kFirstYear = 1921;
constexpr int kLastYear = 2199;

FieldProblem refused(const char* column, const QString& message) {
    return {column, message, true};
}

Result<Organisation> branchOf(const Reader& reader, Id<Organisation> id) {
    const auto found = reader.find(id);
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::NotFound, Text::tr("所选的党组织已不在"));
    if (!holdsMembers((*found)->type))
        return fail(ErrorCode::Refused,
                    Text::tr("%1不是党支部，年度计划按党支部做").arg((*found)->shortName),
                    Text::tr("请选一个党支部"));
    return **found;
}

Result<PlanItem> itemWith(const Reader& reader, Id<PlanItem> id) {
    const auto found = reader.find(id);
    if (!found) return fail(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, Text::tr("这一项计划已不在"),
                    Text::tr("可能刚被撤销或删除，可以到“历史”里找回"));
    return **found;
}

/// The branch and year that an operation on an item is labelled with.
Result<QStringList> labelFor(const Reader& reader, const PlanItem& item) {
    const auto branch = branchOf(reader, item.organisationId);
    if (!branch) return fail(branch.error());
    return QStringList{branch->shortName, QString::number(item.year)};
}

Result<int> lastPlace(const Session& session, const PlanItem& item) {
    const auto place = session.reader().integer(
        "SELECT coalesce(max(position), -1) + 1 FROM live_plan_item"
        " WHERE organisation_id = :branch AND year = :year AND month = :month",
        {{":branch", item.organisationId}, {":year", item.year}, {":month", item.month}});
    if (!place) return fail(place.error());
    return int(*place);
}

void tidy(PlanItem& item) {
    for (QString* text : {&item.title, &item.method, &item.responsible})
        *text = normalLine(*text).trimmed();
}
}

QList<FieldProblem> checkPlanItem(const PlanItem& item, const QList<ActivityKind>& kinds) {
    QList<FieldProblem> problems = tooLongTexts(item);
    if (item.title.trimmed().isEmpty()) problems.append(refused("title", Text::tr("内容没有填")));
    if (item.year < kFirstYear || item.year > kLastYear)
        problems.append(refused("year", Text::tr("年度不对")));
    if (item.month < 0 || item.month > 12) problems.append(refused("month", Text::tr("月份不对")));
    if (!item.kind.isEmpty() && !kindWithId(kinds, item.kind))
        problems.append(refused("kind", Text::tr("没有“%1”这一类组织生活").arg(item.kind)));
    const bool isOutside = item.day.isValid()
        && (item.day.year() != item.year || (item.month > 0 && item.day.month() != item.month));
    if (isOutside) problems.append(refused("day", Text::tr("日期不在所填的月份里")));
    if (!item.kind.isEmpty() && item.doneOn.isValid())
        problems.append(refused("done_on", Text::tr("组织生活以活动记录为准，请去记录这次活动")));
    return problems;
}

Result<PlanItem> savePlanItem(Store& store, PlanItem item) {
    tidy(item);
    const auto kinds = townKinds(store.reader());
    if (!kinds) return fail(kinds.error());
    for (const FieldProblem& problem : checkPlanItem(item, *kinds))
        if (problem.isRefused)
            return fail(ErrorCode::Refused, problem.message, Text::tr("请改正后再保存"));
    auto label = labelFor(store.reader(), item);
    if (!label) return fail(label.error());
    const bool isNew = item.id.isNull();
    const Operation operation{isNew ? kAddPlanItem : kChangePlanItem, *label << item.title};
    return store.run(operation, [&](Session& session) -> Result<PlanItem> {
        bool isMoved = isNew;
        if (isNew) {
            item.id = session.newId<PlanItem>();
        } else {
            const auto before = session.find(item.id);
            if (!before) return fail(before.error());
            isMoved = before->month != item.month;
            // Another kind of thing than what was linked: the link would say what is not so.
            if (before->kind != item.kind) item.activityId = {};
        }
        if (isMoved) {
            const auto place = lastPlace(session, item);
            if (!place) return fail(place.error());
            item.position = *place;
        }
        const auto put = session.put(item);
        if (!put) return fail(put.error());
        return item;
    });
}

Result<void> removePlanItems(Store& store, const QList<Id<PlanItem>>& items) {
    if (items.isEmpty()) return {};
    const auto first = itemWith(store.reader(), items.first());
    if (!first) return fail(first.error());
    auto label = labelFor(store.reader(), *first);
    if (!label) return fail(label.error());
    return store.run({kRemovePlanItems, *label << QString::number(items.size())},
                     [&](Session& session) -> Result<void> {
                         for (const Id<PlanItem> id : items)
                             if (const auto done = session.erase(id); !done) return done;
                         return {};
                     });
}

Result<void> finishPlanItem(Store& store, Id<PlanItem> id, QDate day) {
    auto item = itemWith(store.reader(), id);
    if (!item) return fail(item.error());
    if (!item->kind.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("组织生活以活动记录为准，不能直接标为完成"),
                    Text::tr("请记录这次活动，或认定已经记下的活动"));
    if (!day.isValid() || day > store.clock().today())
        return fail(ErrorCode::Refused, Text::tr("完成日期不能晚于今天"),
                    Text::tr("请改正完成日期"));
    auto label = labelFor(store.reader(), *item);
    if (!label) return fail(label.error());
    item->doneOn = day;
    return store.run({kFinishPlanItem, *label << item->title},
                     [&](Session& session) -> Result<void> {
                         if (const auto put = session.put(*item); !put) return fail(put.error());
                         return {};
                     });
}

Result<void> reopenPlanItem(Store& store, Id<PlanItem> id) {
    auto item = itemWith(store.reader(), id);
    if (!item) return fail(item.error());
    auto label = labelFor(store.reader(), *item);
    if (!label) return fail(label.error());
    item->activityId = {};
    item->doneOn = {};
    return store.run({kReopenPlanItem, *label << item->title},
                     [&](Session& session) -> Result<void> {
                         if (const auto put = session.put(*item); !put) return fail(put.error());
                         return {};
                     });
}

} // namespace baolei
