#include "app/pages.h"

#include "core/activities/activity.h"
#include "core/activities/exemption.h"
#include "core/attachments/attachment.h"
#include "core/demo/demo.h"
#include "core/people/post.h"
#include "core/people/term.h"
#include "core/plans/plan_item.h"
#include "core/store/setting.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/missing_count.h"
#include "ui/activities/unsaved_offer.h"
#include "ui/history/history_page.h"
#include "ui/home/home_page.h"
#include "ui/people/people_page.h"
#include "ui/plans/plan_page.h"
#include "ui/printing/printing_page.h"
#include "ui/settings/settings_page.h"
#include "ui/study/study_page.h"
#include "ui/window/find_source.h"

#include <QCoreApplication>
#include <QFile>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

// Descriptors whose titles the history shows.
QList<const Table*> allTables() {
    return {&tableOf<Organisation>(),     &tableOf<Person>(),        &tableOf<Post>(),
            &tableOf<Movement>(),         &tableOf<Activity>(),      &tableOf<Setting>(),
            &tableOf<GrantedExemption>(), &tableOf<TermExtension>(), &tableOf<PlanItem>(),
            &tableOf<Attachment>()};
}

// One line a page; the order is that of the sidebar and of Alt+1 … Alt+9.
QList<PageEntry> allPages() {
    using C = const PageContext&;
    return {
        {u"home"_s, Text::tr("首页"), u"home"_s, [](C context) { return new HomePage(context); }},
        {u"people"_s, Text::tr("组织与党员"), u"people"_s,
         [](C context) { return new PeoplePage(context); }},
        {u"activities"_s, Text::tr("组织生活"), u"activities"_s,
         [](C context) { return new ActivitiesPage(context); }, missingActivities,
         unfinishedRecord},
        {u"plans"_s, Text::tr("年度计划"), u"calendar"_s,
         [](C context) { return new PlanPage(context); }},
        {u"study"_s, Text::tr("学时"), u"study"_s,
         [](C context) { return new StudyPage(context); }},
        {u"printing"_s, Text::tr("打印"), u"printing"_s,
         [](C context) { return new PrintingPage(context); }},
        {u"history"_s, Text::tr("历史"), u"history"_s,
         [](C context) { return new HistoryPage(context, allTables()); }},
        {u"settings"_s, Text::tr("设置"), u"settings"_s,
         [](C context) { return new SettingsPage(context); }},
    };
}

Result<void> makeDemo(const QString& path, const Clock& clock, Progress& progress) {
    StoreOptions options;
    options.clock = &clock;
    auto store = Store::create(path, demoTownName(DemoScale::Town), options);
    if (!store) return fail(store.error());
    const auto filled = fillDemo(**store, DemoScale::Town,
                                 [&](int done, int total) { return progress.report(done, total); });
    store->reset();
    if (!filled) QFile::remove(path); // half a town would be taken for a whole one
    return filled;
}
}

WindowParts windowParts() {
    WindowParts parts;
    parts.pages = allPages();
    parts.makeFind = [pages = parts.pages](const PageContext& context, QWidget* owner) {
        return makeFindFunction(context, pages, owner);
    };
    parts.makeDemo = makeDemo;
    return parts;
}

} // namespace baolei
