// Nothing that grows with the city may be done on the window's thread. What a machine needs for it
// differs; how many steps SQLite takes there, and how many records a table holds, does not. The
// longest gaps of the event loop are recorded and not judged: bench/window_gap measures them.

#include "app/pages.h"
#include "bench/window_walk.h"
#include "core/demo/demo.h"
#include "tests/app/window/open_window.h"
#include "tests/ui/support.h"
#include "ui/base/record_table.h"

#include <QFile>
#include <QThread>
#include <sqlite3.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// A sanitizer makes a city of a county.
#ifdef __SANITIZE_ADDRESS__
constexpr DemoScale kScale = DemoScale::County;
#else
constexpr DemoScale kScale = DemoScale::City;
#endif
constexpr int kStepsAtOnce = 1000;
/// About ten milliseconds' worth: a question about one organisation or one person needs a few
/// thousand, one about everybody in a city millions.
constexpr qint64 kMostSteps = 200'000;
constexpr qsizetype kMostRecords = 2000;

// Counts the steps of each statement on one thread, on all connections that are opened while it
// lives.
struct StepWatch {
    static inline Qt::HANDLE thread = nullptr;
    static inline qint64 steps = 0;
    static inline qint64 most = 0;
    static inline QByteArray worst;

    StepWatch() {
        thread = QThread::currentThreadId();
        steps = most = 0;
        worst.clear();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&StepWatch::attach));
    }
    ~StepWatch() {
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&StepWatch::attach));
    }
    StepWatch(const StepWatch&) = delete;
    StepWatch& operator=(const StepWatch&) = delete;

    static int attach(sqlite3* db, char**, const sqlite3_api_routines*) {
        sqlite3_progress_handler(db, kStepsAtOnce, &StepWatch::step, nullptr);
        sqlite3_trace_v2(db, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, &StepWatch::trace, nullptr);
        return SQLITE_OK;
    }
    static int step(void*) {
        if (QThread::currentThreadId() == thread) steps += kStepsAtOnce;
        return 0;
    }
    static int trace(unsigned what, void*, void* statement, void*) {
        if (QThread::currentThreadId() != thread) return 0;
        if (what == SQLITE_TRACE_PROFILE && steps > most) {
            most = steps;
            worst = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
        }
        steps = 0;
        return 0;
    }
};

struct City {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    OwnSettings settings;
    QString path = folder.path(u"市.baolei"_s);

    explicit City(DemoScale scale) {
        StoreOptions options;
        options.clock = &clock;
        auto store = Store::create(path, demoTownName(scale), options);
        EXPECT_TRUE(ok(store));
        if (store) {
            EXPECT_TRUE(ok(fillDemo(**store, scale)));
        }
    }
};
}

TEST(Freeze, theWindowsThreadNeverGoesThroughACity) {
    City city(kScale);
    const QString roster = city.folder.path(u"花名册.csv"_s);
    writeRoster(roster, 20'000);
    const StepWatch watch;
    MainWindow window(windowParts(), city.clock);
    window.resize(1366, 768);
    window.show();
    QString begun;
    const bool isDone = walkThrough(
        window, {city.path, roster, city.folder.path()},
        [&](const QString& name) {
            begun = name;
            StepWatch::most = 0;
        },
        [&](const WalkStep& step) {
            EXPECT_LE(StepWatch::most, kMostSteps)
                << step.name.toStdString() << ": " << StepWatch::worst.toStdString();
            for (const auto* table : window.findChildren<RecordTable*>())
                if (table->objectName() == u"people"_s) {
                    EXPECT_LE(table->recordModel()->heldRecords(), kMostRecords);
                }
            testing::Test::RecordProperty("gap." + step.name.toStdString(),
                                          std::to_string(step.gapSeconds));
            testing::Test::RecordProperty("busy." + step.name.toStdString(),
                                          std::to_string(step.busySeconds));
        });
    EXPECT_TRUE(isDone) << begun.toStdString();
}

} // namespace baolei
