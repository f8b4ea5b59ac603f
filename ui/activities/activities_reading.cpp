// How the page comes to know what it shows: in the background, the quickest first, and no further
// than somebody wants it.

#include "core/store/interruption.h"
#include "ui/activities/activities_page.h"
#include "ui/activities/findings_panel.h"
#include "ui/activities/matrix_panel.h"
#include "ui/base/pass_bar.h"

#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
GoOn goOnWith(const SharedReading& reading, const Progress& job) {
    return [reading, &job](const PassState& state) {
        return reading->progress->report(state.done, state.total) && !job.isCancelled();
    };
}

// What `read` answers of a reader of its own. One statement over a whole city lasts longer than a
// window should take to close: it ends with the work.
template <typename F>
auto readAside(const QString& path, const SharedReading& reading, const Progress& job, F read)
    -> decltype(read(std::declval<const Reader&>())) {
    const auto own = Reader::open(path);
    if (!own) return fail(own.error());
    Interruption interruption(
        own->connection(), [&] { return !job.isCancelled() && !reading->progress->isCancelled(); });
    return interruption.run([&] { return read(*own); });
}
}

PageQuestion ActivitiesPage::question() const {
    return {scope().organisation(), scope().period(), clock().today()};
}

void ActivitiesPage::refresh() {
    m_period->setText(scope().period().chinese());
    showUnsaved();
    const PageQuestion asked = question();
    m_hasFindings = m_hasFindings && m_found.scope == asked.scope && m_found.today == asked.today;
    m_wasStopped = false;
    readPage();
    if (m_bar->view() == ActivityView::Findings && !m_hasFindings) readFindings();
}

void ActivitiesPage::noticeChange(const Changes& changes) {
    if (!tables().intersects(changes.tables)) return;
    m_isFresh = false;
    m_hasFindings = false;
    for (const SharedReading& each : {m_reading, m_findingsReading})
        if (each) each->isStale = true;
}

// The months of a year share their cells.
std::optional<PageAnswer> ActivitiesPage::knownFor(const PageQuestion& asked) const {
    const bool isKnown = m_isFresh && m_answer->hasCells && m_answered.scope == asked.scope
        && m_answered.period.year == asked.period.year && m_answered.today == asked.today;
    if (!isKnown) return std::nullopt;
    return answerFor(*m_answer, asked.period);
}

void ActivitiesPage::readPage() {
    if (m_reading && m_reading->question == question()) {
        m_reading->isStale = true;
        return;
    }
    if (m_reading) m_reading->progress->cancel(); // the old answer serves nobody
    const auto reading = std::make_shared<PageReading>();
    reading->question = question();
    m_reading = reading;
    showPass();
    const auto known = knownFor(reading->question);
    if (known) take(reading, std::make_shared<const PageAnswer>(*known));
    runInBackground(
        this, tr("正在读取组织生活"),
        [this, path = store().path(), reading, known](Progress& job) -> Result<void> {
            const auto show = [&](const PageAnswer& part) {
                const auto answer = std::make_shared<const PageAnswer>(part);
                QMetaObject::invokeMethod(
                    this, [this, reading, answer] { take(reading, answer); }, Qt::QueuedConnection);
            };
            return readAside(path, reading, job, [&](const Reader& own) {
                return baolei::readPage(own, reading->question, goOnWith(reading, job), show,
                                        known);
            });
        },
        [this, reading](const Result<void>& done) {
            if (reading == m_reading) endReading(m_reading, done);
        },
        BackgroundLook::Quiet);
}

void ActivitiesPage::readFindings() {
    if (m_findingsReading && m_findingsReading->question == question()) {
        m_findingsReading->isStale = true;
        return;
    }
    if (m_findingsReading) m_findingsReading->progress->cancel();
    const auto reading = std::make_shared<PageReading>();
    reading->question = question();
    m_findingsReading = reading;
    showPass();
    runInBackground(
        this, tr("正在检查各支部的记录"),
        [path = store().path(), reading](Progress& job) -> Result<PageFindings> {
            return readAside(path, reading, job, [&](const Reader& own) {
                return baolei::readFindings(own, reading->question, goOnWith(reading, job));
            });
        },
        [this, reading](const Result<PageFindings>& found) {
            if (reading != m_findingsReading) return;
            if (found) {
                m_hasFindings = !reading->isStale;
                m_found = reading->question;
                m_findingsCount = found->count;
                m_findings->model()->setRecords(found->lines);
                applyFilters();
            }
            endReading(m_findingsReading, found ? Result<void>() : fail(found.error()));
        },
        BackgroundLook::Quiet);
}

// Lines that are looked at before everything is read, or after that was stopped.
void ActivitiesPage::readLines(const QList<Id<Organisation>>& branches) {
    if (!m_answer) return;
    runInBackground(
        this, tr("正在读取组织生活"),
        [path = store().path(), asked = m_answered,
         branches](Progress&) -> Result<QList<BranchYear>> {
            const auto own = Reader::open(path);
            if (!own) return fail(own.error());
            return readCells(*own, asked, branches);
        },
        [this, asked = m_answered](const Result<QList<BranchYear>>& cells) {
            if (!m_answer || m_answer->hasCells || asked != m_answered || !cells) return;
            auto answer = std::make_shared<PageAnswer>(*m_answer);
            addCells(*answer, QList<BranchYear>(*cells));
            m_answer = std::move(answer);
            showAnswer();
        },
        BackgroundLook::Quiet);
}

void ActivitiesPage::take(const SharedReading& reading,
                          const std::shared_ptr<const PageAnswer>& answer) {
    if (reading != m_reading) return;
    const bool isSame = m_answer && m_answered == reading->question;
    // What is on the screen is not taken away for the time that it takes to bring it up to date.
    if (isSame && m_answer->hasCells && !answer->hasCells) return;
    const auto before = m_answer;
    m_answer = answer;
    m_answered = reading->question;
    m_isFresh = answer->hasCells && !reading->isStale;
    QStringList names;
    for (const ActivityKind& kind : answer->kinds)
        names.append(kind.name);
    m_bar->setKinds(names);
    if (!isSame || before->branches.constData() != answer->branches.constData())
        showAnswer();
    else
        showFigures();
    if (!isSame || before->held.constData() != answer->held.constData())
        m_heldModel->setRecords(answer->held);
    describeEmpty();
    if (!m_wanted.isNull() && m_list->selectId(m_wanted.value)) m_wanted = {};
    if (m_list->currentId().isNull() && m_heldModel->rowCount() > 0)
        m_list->selectId(m_heldModel->idOfRow(0));
}

void ActivitiesPage::endReading(SharedReading& reading, const Result<void>& done) {
    const bool isStale = reading->isStale;
    const bool wasPage = &reading == &m_reading;
    reading.reset();
    if (isStale) {
        wasPage ? readPage() : readFindings();
        return;
    }
    if (!done && done.error().code == ErrorCode::Cancelled)
        m_wasStopped = true;
    else
        succeeded(done);
    showPass();
}

void ActivitiesPage::goOnReading() {
    m_wasStopped = false;
    if (!m_answer || !m_answer->hasCells) readPage();
    if (m_bar->view() == ActivityView::Findings && !m_hasFindings) readFindings();
}

void ActivitiesPage::showPass() {
    if (m_findingsReading)
        m_pass->follow(tr("正在检查各支部的记录"), m_findingsReading->progress);
    else if (m_reading)
        m_pass->follow(tr("正在统计各支部"), m_reading->progress);
    else if (m_wasStopped)
        m_pass->endStopped(tr("已停止，上面的数字和筛选还不全。"));
    else
        m_pass->end(note());
}

QString ActivitiesPage::note() const {
    if (!m_answer) return {};
    if (m_bar->view() == ActivityView::List && m_answer->heldCount > m_answer->held.size())
        return tr("共 %1 次，列出最早的 %2 次。选一个月或一个支部，可以看全。")
            .arg(m_answer->heldCount)
            .arg(m_answer->held.size());
    if (m_bar->view() == ActivityView::Findings && m_findingsCount > kMostFindings)
        return tr("共 %1 条，列出最要紧的 %2 条。选一个党组织，可以看全。")
            .arg(m_findingsCount)
            .arg(kMostFindings);
    return {};
}

} // namespace baolei
