#include "bench/window_walk.h"

#include "core/people/commands.h"
#include "core/people/queries.h"
#include "ui/base/ask.h"
#include "ui/base/figures.h"
#include "ui/base/record_table.h"
#include "ui/people/import_dialog.h"
#include "ui/people/people_page.h"
#include "ui/printing/preview.h"
#include "ui/window/desk.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <ctime>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kBeatMs = 2;
constexpr int kCalmMs = 150; ///< so long nothing is under way before a step counts as done
constexpr int kPatienceMs = 120'000;

double threadSeconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

qint64 residentBytes() {
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    constexpr qint64 kPage = 4096;
    return file.readAll().split(' ').value(1).toLongLong() * kPage;
}

class Walk {
public:
    using Begin = std::function<void(const QString&)>;
    using Done = std::function<void(const WalkStep&)>;
    Walk(MainWindow& window, const WalkPlan& plan, Begin begin, Done done)
        : m_window(window)
        , m_plan(plan)
        , m_begin(std::move(begin))
        , m_done(std::move(done)) { }

    bool run() {
        return open() && turnPages() && walkPeople() && search() && change() && import() && print()
            && takeBack();
    }

private:
    using Ask = std::function<bool()>;

    bool isCalm() const {
        return m_window.findChildren<QObject*>(u"backgroundWork"_s).isEmpty()
            && QApplication::activePopupWidget() == nullptr;
    }
    /// Turns the event loop until `isTrue`; false when patience ends.
    bool turnUntil(const Ask& isTrue) {
        QElapsedTimer waited;
        waited.start();
        while (!isTrue()) {
            if (waited.elapsed() > kPatienceMs) return false;
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        }
        return true;
    }
    /// `act`, then everything until nothing is under way; `hasAnswer`: the first contents are
    /// there.
    bool step(const QString& name, const std::function<void()>& act, const Ask& hasAnswer = {}) {
        m_begin(name);
        m_heart.reset();
        QElapsedTimer clock;
        clock.start();
        WalkStep taken{name};
        // As an event, so that its own time counts as one in which the loop was not served.
        QTimer::singleShot(0, &m_window, act);
        bool isBegun = false;
        QTimer::singleShot(0, &m_window, [&] { isBegun = true; });
        if (!turnUntil([&] { return isBegun; })) return false;
        if (hasAnswer) {
            if (!turnUntil(hasAnswer)) return false;
            QApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest); // painted
            taken.answerSeconds = double(clock.nsecsElapsed()) / 1e9;
        }
        QElapsedTimer calm;
        calm.start();
        const bool isDone = turnUntil([&] {
            if (!isCalm()) calm.restart();
            return calm.elapsed() > kCalmMs;
        });
        taken.gapSeconds = m_heart.longestSeconds();
        taken.busySeconds = m_heart.longestBusySeconds();
        taken.residentBytes = residentBytes();
        if (isDone) m_done(taken);
        return isDone;
    }
    template <typename W> W* part(const char* name) const {
        return m_window.findChild<W*>(QLatin1StringView(name));
    }
    RecordTable* people() const { return part<RecordTable>("people"); }
    Desk& desk() const { return *m_window.desk(); }
    const Reader& reader() const { return m_window.store()->reader(); }
    bool hasPeople() const { return people() && people()->recordModel()->rowCount() > 0; }

    bool open() {
        return step(
            u"open"_s, [this] { m_window.start(m_plan.store); },
            [this] { return m_window.desk() && m_window.desk()->currentPage(); });
    }
    bool turnPages() {
        const QStringList names{u"home"_s,     u"people"_s,  u"activities"_s,
                                u"printing"_s, u"history"_s, u"settings"_s};
        for (int i = 1; i < names.size(); ++i) {
            Ask answer = [this, i] {
                const auto* page = desk().currentPage();
                for (const auto* view : page->findChildren<QAbstractItemView*>())
                    if (view->isVisible() && view->model() && view->model()->rowCount() > 0)
                        return true;
                return i == 5;
            };
            if (i == 1) answer = [this] { return hasPeople(); };
            if (!step(
                    u"page-"_s + names[i], [this, i] { desk().showPage(i); }, answer))
                return false;
        }
        return step(u"page-home-again"_s, [this] { desk().showPage(0); });
    }
    // The first branch of the store, and the organisation above it.
    std::pair<Organisation, Organisation> someBranch() const {
        const auto found = reader().all<Organisation>(
            "WHERE r.type = 'branch' AND r.dissolved_on IS NULL ORDER BY r.id LIMIT 1");
        if (!found || found->isEmpty()) return {};
        const auto above = reader().find(found->first().parentId);
        return {found->first(), above ? above->value_or(Organisation()) : Organisation()};
    }
    bool walkPeople() {
        const auto [branch, above] = someBranch();
        const auto toScope = [this](Id<Organisation> id) {
            return [this, id] { desk().scope().setOrganisation(id); };
        };
        const Ask answer = [this] { return hasPeople(); };
        return step(
                   u"people-again"_s, [this] { desk().showPage(1); }, answer)
            && step(u"scope-town"_s, toScope(above.id), answer)
            && step(u"scope-branch"_s, toScope(branch.id), answer)
            && step(u"scope-all"_s, toScope({}), answer)
            && step(u"scroll-end"_s,
                    [this] {
                        auto* bar = people()->verticalScrollBar();
                        bar->setValue(bar->maximum());
                    })
            && step(u"sort-name"_s, [this] { people()->sortByColumn(0, Qt::AscendingOrder); })
            && step(u"sort-age"_s, [this] { people()->sortByColumn(2, Qt::DescendingOrder); })
            && step(u"sort-none"_s, [this] { people()->sortByColumn(-1, Qt::AscendingOrder); })
            && filter() && select();
    }
    bool filter() {
        const auto typeIn = [this](const QString& text) {
            return [this, text] { part<QLineEdit>("peopleSearch")->setText(text); };
        };
        return step(u"filter-first"_s, typeIn(u"w"_s)) && step(u"filter-letter"_s, typeIn(u"z"_s))
            && step(u"filter-letters"_s, typeIn(u"zw"_s)) && step(u"filter-none"_s, typeIn({}))
            && step(u"figure"_s, [this] { part<QPushButton>("probationary")->click(); })
            && step(u"figure-back"_s, [this] { part<QPushButton>("probationary")->click(); });
    }
    bool select() {
        return step(u"select"_s, [this] { people()->selectRow(3); })
            && step(u"select-all"_s, [this] { people()->selectAll(); })
            && step(u"sort-selected"_s, [this] { people()->sortByColumn(0, Qt::DescendingOrder); })
            && step(u"select-one"_s, [this] { people()->selectRow(5); });
    }
    bool search() {
        const auto typeIn = [this](const QString& text) {
            return [this, text] { part<QLineEdit>("find")->setText(text); };
        };
        const auto step1 = [&](const QString& name, const QString& text) {
            return step(name, [this, text, typeIn] {
                part<QLineEdit>("find")->setFocus();
                typeIn(text)();
            });
        };
        return step1(u"find-w"_s, u"w"_s) && step1(u"find-wq"_s, u"wq"_s)
            && step1(u"find-name"_s, u"王强"_s) && step1(u"find-digits"_s, u"2345"_s)
            && step1(u"find-nobody"_s, u"qqqqq"_s) && step1(u"find-none"_s, {});
    }
    bool change() {
        return step(u"edit"_s, [this] {
            const auto person = reader().find(Id<Person>{people()->currentId()});
            if (!person || !*person) return;
            Person changed = **person;
            changed.note += u"。"_s;
            (void)savePerson(*m_window.store(), changed);
        });
    }
    bool import() {
        if (m_plan.roster.isEmpty()) return true;
        auto* dialog = new ImportDialog(*m_window.store(), desk().navigator(), &m_window);
        const auto next = [dialog] { dialog->findChild<QPushButton*>(u"next"_s)->click(); };
        const auto at = [dialog](ImportDialog::Step wanted) {
            return [dialog, wanted] { return dialog->step() == wanted && !dialog->isBusy(); };
        };
        using Step = ImportDialog::Step;
        const bool isDone = step(
                                u"import-look"_s,
                                [this, dialog] {
                                    dialog->QDialog::show();
                                    dialog->readFile(m_plan.roster);
                                },
                                at(Step::Columns))
            && step(u"import-branches"_s, next, at(Step::Branches))
            && step(u"import-preview"_s, next, at(Step::Preview))
            && step(u"import-refused"_s,
                    [dialog] {
                        dialog->findChild<FigureBar*>(u"importFigures"_s)->choose(u"refused"_s);
                    })
            && step(u"import-write"_s, next, at(Step::Done))
            && step(u"import-close"_s, [dialog] { delete dialog; });
        return isDone;
    }
    bool print() {
        const auto [branch, above] = someBranch();
        const QString file = m_plan.folder + u"/walk.pdf"_s;
        return step(
                   u"preview"_s,
                   [this, id = branch.id] {
                       desk().navigator().open(
                           {u"printing"_s, u"form"_s, {id.value}, u"handbook"_s});
                   },
                   [this] {
                       const auto* preview = part<Preview>("preview");
                       return preview && !preview->document().pages.isEmpty();
                   })
            && step(
                   u"print"_s,
                   [this, file] {
                       ask::Script script;
                       script.text(file);
                       for (auto* button : desk().currentPage()->findChildren<QPushButton*>())
                           if (button->shortcut() == QKeySequence(QKeySequence::Save))
                               button->click();
                   },
                   [file] { return QFile::exists(file); });
    }
    bool takeBack() {
        return step(u"undo"_s, [this] { desk().undo(); })
            && step(u"people-after"_s, [this] { desk().showPage(1); })
            && step(u"close"_s, [this] { m_window.closeStore(); });
    }

    MainWindow& m_window;
    const WalkPlan& m_plan;
    Begin m_begin;
    Done m_done;
    Heartbeat m_heart;
};
}

Heartbeat::Heartbeat() {
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_timer.start(kBeatMs);
    reset();
}

void Heartbeat::reset() {
    m_longest = m_longestBusy = 0;
    m_since.start();
    m_busyBefore = threadSeconds();
}

void Heartbeat::beat() {
    const double busy = threadSeconds();
    m_longest = qMax(m_longest, double(m_since.nsecsElapsed()) / 1e9 - kBeatMs / 1e3);
    m_longestBusy = qMax(m_longestBusy, busy - m_busyBefore);
    m_since.start();
    m_busyBefore = busy;
}

bool walkThrough(MainWindow& window, const WalkPlan& plan,
                 const std::function<void(const QString&)>& begin,
                 const std::function<void(const WalkStep&)>& done) {
    return Walk(window, plan, begin, done).run();
}

} // namespace baolei
