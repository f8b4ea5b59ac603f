// The pages of the real window with a store open: from the key or click to the painted contents.
//   window_bench STORE SCALE

#include "app/pages.h"
#include "bench/figures.h"
#include "bench/painted.h"
#include "core/people/queries.h"
#include "ui/base/theme.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QKeyEvent>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRepeats = 5;

void type(QWidget* field, const QString& text) {
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(field, &press);
    }
}

class PageWalk {
public:
    PageWalk(MainWindow& window, QString scale)
        : m_window(window)
        , m_scale(std::move(scale)) { }

    void measurePeople() {
        // The first look at the page, with its tree and its table.
        tell(u"roster_first"_s, {until(u"people"_s, [&] { open(u"people"_s); })});
        bench::settleUntilIdle();
        const auto branches = branchesIn(bench::must(organisations(m_window.store()->reader())));
        QList<double> ofBranch;
        QList<double> ofAll;
        for (int i = 0; i < kRepeats; ++i) {
            const auto branch = branches[branches.size() * i / kRepeats].id;
            ofBranch.append(until(u"people"_s, [&] { setScope(branch); }));
            ofAll.append(until(u"people"_s, [&] { setScope({}); }));
        }
        tell(u"roster_branch"_s, ofBranch);
        tell(u"roster_all"_s, ofAll);
        tell(u"roster_search"_s, typeInto(u"peopleSearch"_s, u"people"_s));
    }

    void measureTree() {
        open(u"home"_s);
        bench::settleUntilIdle();
        QList<double> seconds;
        for (int i = 0; i < kRepeats; ++i) {
            seconds.append(bench::secondsUntilPainted(
                m_window, u"organisations"_s, [&] { open(u"people"_s); }, true));
            open(u"home"_s);
            bench::settle(20);
        }
        tell(u"tree"_s, seconds);
    }

    void measureMatrix() {
        QList<double> seconds{until(u"matrix"_s, [&] { open(u"activities"_s); })};
        tell(u"matrix_first"_s, seconds);
        bench::settleUntilIdle();
        seconds.clear();
        for (int i = 0; i < kRepeats; ++i) {
            open(u"home"_s);
            bench::settle(20);
            seconds.append(bench::secondsUntilPainted(
                m_window, u"matrix"_s, [&] { open(u"activities"_s); }, true));
        }
        tell(u"matrix"_s, seconds);
    }

    void measureFind() {
        open(u"home"_s);
        bench::settleUntilIdle();
        tell(u"search_keystroke"_s, typeInto(u"find"_s, u"findHits"_s));
    }

    void tellMemory() {
        bench::print({{u"name"_s, u"memory"_s},
                      {u"scale"_s, m_scale},
                      {u"bytes"_s, bench::residentBytes()},
                      {u"peak_bytes"_s, bench::peakBytes()}});
    }

private:
    /// Key by key, as somebody types "wang": each until its hits are seen.
    QList<double> typeInto(const QString& field, const QString& view) {
        QList<double> seconds;
        auto* widget = m_window.findChild<QWidget*>(field);
        if (!widget) return {-1};
        widget->setFocus();
        for (const QChar c : u"wangj"_s) {
            seconds.append(until(view, [&] { type(widget, c); }));
            if (seconds.last() < 0) break;
            bench::settle(30);
        }
        return seconds;
    }

    double until(const QString& view, const std::function<void()>& act) {
        return bench::secondsUntilPainted(m_window, view, act);
    }

    void open(const QString& page) { m_window.desk()->navigator().open({page}); }
    void setScope(Id<Organisation> id) { m_window.desk()->scope().setOrganisation(id); }

    /// Nothing painted is a failure and no figure.
    void tell(const QString& name, const QList<double>& seconds) {
        if (std::any_of(seconds.begin(), seconds.end(), [](double each) { return each < 0; }))
            std::fprintf(stderr, "%s: nothing was painted\n", qUtf8Printable(name));
        else
            bench::print(name, m_scale, bench::medianOf(seconds));
    }

    MainWindow& m_window;
    QString m_scale;
};

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 3) return 2;
    QCoreApplication::setApplicationName(u"baolei"_s);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    startTheme(app);
    MainWindow window(windowParts(), systemClock());
    window.show();
    window.start(QString::fromLocal8Bit(argv[1]));
    if (!bench::waitUntil([&] { return window.desk() != nullptr; })) return 1;
    QApplication::setActiveWindow(&window); // also where no window manager does
    PageWalk walk(window, QString::fromLocal8Bit(argv[2]));
    bench::settleUntilIdle();
    walk.measureFind();
    walk.measurePeople();
    walk.measureTree();
    walk.measureMatrix();
    walk.tellMemory();
    std::_Exit(0);
}
