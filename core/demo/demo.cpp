#include "core/demo/demo.h"

#include "core/demo/activities.h"
#include "core/plans/commands.h"

#include <QCoreApplication>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Demo)
};

constexpr Op kFillDemo{"demo.fill", QT_TRANSLATE_NOOP("Op", "生成示范数据：%1")};
constexpr quint32 kSeed = 20260511;

template <typename T> Result<void> addAll(Session& session, const QList<T>& records) {
    for (const T& record : records)
        if (const auto added = session.add(record); !added) return added;
    return {};
}

Result<void> fillBranch(const DemoSource& source, const DemoBranch& branch, Session& session,
                        QDate today, DemoCount& count, bool withApplicants) {
    // Each branch has dice of its own: a change in one leaves the others as they were.
    Dice dice(kSeed + quint32(branch.organisation.position));
    const DemoPeople people = demoPeople(source, branch, dice, session, today, count);
    Result<void> done = session.add(branch.organisation);
    if (done) done = addAll(session, branch.groups);
    if (done) done = addAll(session, people.people);
    if (done && withApplicants)
        done = addAll(session, demoApplicants(source, branch, dice, session, today));
    if (done) done = addAll(session, people.posts);
    if (done) done = addAll(session, demoActivities(source, branch, people, dice, session, today));
    return done;
}

// What is no activity was done in time, as far as its month is over.
Result<void> finishWorks(Store& store, int year) {
    const auto works
        = store.reader().all<PlanItem>("WHERE r.kind = '' AND r.year = :year", {{":year", year}});
    if (!works) return fail(works.error());
    const QDate today = store.clock().today();
    return store.run({kFillDemo, {Text::tr("年度计划")}}, [&](Session& session) -> Result<void> {
        for (PlanItem item : *works) {
            if (item.deadline() >= today) continue;
            item.doneOn = item.deadline().addDays(-5);
            if (const auto put = session.put(item); !put) return fail(put.error());
        }
        return {};
    });
}

// The year's plan of every branch, and what has been held told as done.
Result<void> fillPlans(Store& store, const DemoTree& tree, int year) {
    QList<Id<Organisation>> branches;
    for (const DemoBranch& each : tree.branches)
        branches.append(each.organisation.id);
    if (const auto made = makePlan(store, branches, year); !made) return fail(made.error());
    const auto linked = linkCandidates(store, branches, year);
    if (!linked) return fail(linked.error());
    return finishWorks(store, year);
}
}

Result<DemoScale> demoScaleFrom(const QString& text) {
    if (text == u"town"_s) return DemoScale::Town;
    if (text == u"county"_s) return DemoScale::County;
    if (text == u"city"_s) return DemoScale::City;
    return fail(ErrorCode::Usage, Text::tr("没有“%1”这种规模").arg(text),
                Text::tr("请写 town、county 或 city"));
}

QString demoTownName(DemoScale scale) {
    switch (scale) {
    case DemoScale::County:
        return u"示范县"_s;
    case DemoScale::City:
        return u"示范市"_s;
    case DemoScale::Town:
        break;
    }
    return u"示范镇"_s;
}

Result<void> fillDemo(Store& store, DemoScale scale, const DemoProgress& progress) {
    const auto source = readDemoSource();
    if (!source) return fail(source.error());
    const QDate today = store.clock().today();
    DemoTree tree;
    const Operation operation{kFillDemo, {demoTownName(scale)}};
    const auto filled = store.run(operation, [&](Session& session) -> Result<void> {
        tree = demoTree(*source, scale, session, today);
        Result<void> done = addAll(session, tree.above);
        DemoCount count;
        for (qsizetype i = 0; done && i < tree.branches.size(); ++i) {
            if (progress && !progress(int(i), int(tree.branches.size())))
                return fail(ErrorCode::Cancelled, Text::tr("已停止，没有生成"));
            done = fillBranch(*source, tree.branches[i], session, today, count,
                              scale == DemoScale::Town);
        }
        return done;
    });
    return filled ? fillPlans(store, tree, today.year()) : filled;
}

} // namespace baolei
