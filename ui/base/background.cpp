#include "ui/base/background.h"

#include "ui/base/held_work.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProgressDialog>
#include <QPushButton>
#include <QThread>
#include <QTimer>
#include <QWidget>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Background)
};

constexpr int kPatienceMs = 400;
constexpr int kTickMs = 100;
const QString kJob = u"backgroundWork"_s;
constexpr int kSteps = 1000;

// What a long reading took and freed stays with the process on some systems.
void giveBackMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

// Lives as a child of the parent widget: when that goes, the work is stopped and waited for.
class Job final : public QObject {
public:
    Job(QWidget* parent, const QString& title, BackgroundLook look,
        std::function<void(Progress&)> work, std::function<void()> finish)
        : QObject(parent)
        , m_finish(std::move(finish)) {
        setObjectName(kJob);
        if (look != BackgroundLook::Quiet) makeDialog(parent, title, look);
        m_thread.reset(QThread::create([this, work = std::move(work)]() mutable {
            QElapsedTimer clock;
            clock.start();
            work(m_progress);
            work = {}; // what it holds goes here, not on the window's thread
            if (clock.elapsed() > kPatienceMs) giveBackMemory();
        }));
        connect(m_thread.get(), &QThread::finished, this, [this] { end(); });
        m_thread->start();
    }
    ~Job() override {
        m_progress.cancel();
        m_thread->wait();
    }
    void cancel() { m_progress.cancel(); }

private:
    void makeDialog(QWidget* parent, const QString& title, BackgroundLook look) {
        m_dialog = new QProgressDialog(title, Text::tr("停止"), 0, 0, parent);
        m_dialog->setObjectName(u"progress"_s);
        m_dialog->setWindowModality(Qt::WindowModal);
        m_dialog->setMinimumDuration(kPatienceMs);
        m_dialog->setAutoClose(false);
        m_dialog->setAutoReset(false);
        m_dialog->setMinimumWidth(360);
        if (look == BackgroundLook::Steady) m_dialog->setCancelButton(nullptr);
        connect(m_dialog, &QProgressDialog::canceled, this, [this] { stop(); });
        QTimer::singleShot(kPatienceMs, m_dialog, [this] { m_dialog->show(); });
        connect(&m_tick, &QTimer::timeout, this, [this] { tick(); });
        m_tick.start(kTickMs);
    }
    void tick() {
        const qint64 total = m_progress.total();
        if (total <= 0 || !m_dialog->isVisible()) return;
        m_dialog->setMaximum(kSteps);
        m_dialog->setValue(int(qMin<qint64>(kSteps, m_progress.done() * kSteps / total)));
    }
    void stop() {
        m_progress.cancel();
        m_dialog->setLabelText(Text::tr("正在停止……"));
        m_dialog->show();
    }
    void end() {
        m_tick.stop();
        delete m_dialog;
        m_dialog = nullptr;
        deleteLater();
        m_finish();
    }

    Progress m_progress;
    std::function<void()> m_finish;
    std::unique_ptr<QThread> m_thread;
    QProgressDialog* m_dialog = nullptr;
    QTimer m_tick;
};
}

bool Progress::report(qint64 done, qint64 total) {
    m_done.store(done);
    m_total.store(total);
    HeldWork::meet(done, total);
    return !m_isCancelled.load();
}

Error Progress::stopped() {
    return {ErrorCode::Cancelled, Text::tr("已按要求停止"), {}, {}};
}

void stopBackground(QWidget* under) {
    for (QObject* each : under->findChildren<QObject*>(kJob))
        static_cast<Job*>(each)->cancel();
}

void startBackground(QWidget* parent, const QString& title, BackgroundLook look,
                     std::function<void(Progress&)> work, std::function<void()> finish) {
    new Job(parent, title, look, std::move(work), std::move(finish));
}

} // namespace baolei
