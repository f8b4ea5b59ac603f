// Everything about activities at one size of store: the check, the list, the first page, and the
// page 组织生活 from the click to the painted contents.
//   activities_bench STORE [SCALE]

#include "app/pages.h"
#include "bench/figures.h"
#include "bench/painted.h"
#include "core/activities/compliance.h"
#include "core/activities/queries.h"
#include "ui/base/theme.h"
#include "ui/home/home_answer.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QApplication>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr int kRepeats = 5;
const QDate kToday(2026, 11, 20);

class Bench {
public:
    Bench(QString path, QString scale)
        : m_path(std::move(path))
        , m_scale(std::move(scale)) { }

    void measureCore() {
        const Reader reader = bench::must(Reader::open(m_path));
        repeat(u"check"_s, [&] { bench::must(check(reader, {}, kToday)); });
        repeat(u"check_one_thread"_s, [&] { bench::must(check(reader, {}, kToday, {{}, 1})); });
        repeat(u"held_overview"_s, [&] {
            bench::must(heldOverview(reader, {}, Period::ofMonth(2026, 11), kToday, 60'000));
        });
        repeat(u"list_activities"_s, [&] {
            bench::must(forEachActivity(reader, {}, Period::ofYear(2026), [](const auto&) {}));
        });
        repeat(u"home"_s, [&] {
            bench::must(readHome(reader, {{}, Period::ofMonth(2026, 11), kToday},
                                 [](const PassState&) { return true; }));
        });
    }

    void measurePage(MainWindow& window) {
        const auto until = [&](const QString& view, const std::function<void()>& act) {
            return bench::secondsUntilPainted(window, view, act);
        };
        tell(u"activities_page_first"_s,
             {until(u"matrix"_s, [&] { window.desk()->navigator().open({u"activities"_s}); })});
        bench::settleUntilIdle();
        QList<double> months, lists, findings;
        for (int i = 0; i < kRepeats; ++i) {
            const Period month = Period::ofMonth(2026, 10 - i);
            months.append(until(u"matrix"_s, [&] { window.desk()->scope().setPeriod(month); }));
            bench::settleUntilIdle();
            lists.append(until(u"heldList"_s, [&] { show(window, u"list"_s); }));
            findings.append(until(u"findings"_s, [&] { show(window, u"findings"_s); }));
            bench::settleUntilIdle();
            show(window, u"matrix"_s);
        }
        tell(u"activities_page_month"_s, months);
        tell(u"activities_page_list"_s, lists);
        tell(u"activities_page_findings"_s, findings);
    }

private:
    void repeat(const QString& name, const std::function<void()>& work) {
        work();
        QList<double> seconds;
        for (int i = 0; i < kRepeats; ++i)
            seconds.append(bench::secondsOf(work));
        tell(name, seconds);
    }

    void tell(const QString& name, const QList<double>& seconds) const {
        QJsonObject figure{{u"name"_s, name},
                           {u"seconds"_s, bench::medianOf(seconds)},
                           {u"rss"_s, bench::residentBytes()}};
        if (!m_scale.isEmpty()) figure.insert(u"scale"_s, m_scale);
        bench::print(figure);
    }

    static void show(MainWindow& window, const QString& view) {
        window.desk()->navigator().open({u"activities"_s, view});
    }

    QString m_path;
    QString m_scale;
};
}

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 2) return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    QCoreApplication::setApplicationName(u"baolei"_s);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    startTheme(app);
    Bench bench(path, QString::fromLocal8Bit(argc > 2 ? argv[2] : ""));
    bench.measureCore();
    FixedClock clock(kToday);
    MainWindow window(windowParts(), clock);
    window.show();
    window.start(path);
    if (!bench::waitUntil([&] { return window.desk() != nullptr; })) return 1;
    bench::settleUntilIdle();
    bench.measurePage(window);
    std::_Exit(0);
}
