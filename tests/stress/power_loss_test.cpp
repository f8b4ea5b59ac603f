// A clerk works on a disk that remembers every call; then the power is taken away at one moment
// after another, and what each leaves on the disk is opened as after a night's outage.

#include "tests/stress/recording_vfs.h"
#include "tests/stress/survivor.h"
#include "tests/support/support.h"

#include <QMap>
#include <iostream>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr int kLossesOfATest = 300;

int lossesOfATest() {
    bool isNumber = false;
    const int losses = qEnvironmentVariableIntValue("BAOLEI_KILLS", &isNumber);
    return isNumber ? losses : kLossesOfATest;
}

/// What the clerk said: noted in the log of the disk at the moment when it was said.
struct Said {
    bool isDone = false; ///< otherwise begun
    bool isRefused = false;
    Work work = Work::Open;
    QString about = {};
    Deed deed = {};
};

/// A working day on a recorded disk.
class Day {
public:
    /// `prefix`: "/" makes a path of a kind on which a rollback journal is kept.
    explicit Day(const QString& prefix)
        : m_prefix(prefix)
        , m_clerk(prefix + m_folder.path(), 7, m_clock) { }

    void work();
    const DiskLog& log() const { return m_log; }
    /// Everything that is wrong after the power was lost at that moment.
    QStringList after(const Disk& disk, Loss loss, std::mt19937& random) const;
    std::optional<Work> workAt(qsizetype position) const;

private:
    void act(Work work);
    void say(Said said) {
        m_log.note(int(m_said.size()));
        m_said.append(std::move(said));
    }
    template <typename F> void eachSaid(qsizetype until, F tell) const {
        for (qsizetype i = 0; i < until; ++i)
            if (const DiskEvent& event = m_log.events()[i]; event.what == DiskEvent::What::Note)
                tell(m_said[event.file]);
    }

    TempFolder m_folder;
    QString m_prefix;
    FixedClock m_clock{QDate(2026, 11, 20)};
    Clerk m_clerk;
    DiskLog m_log{m_folder.path()};
    QList<Said> m_said;
};

void Day::act(Work work) {
    m_log.setPaused(true); // an older store to migrate is not our doing
    const QString about = m_clerk.prepare(work);
    m_log.setPaused(false);
    if (work == Work::Migration) m_log.opened(recordedPath(QFile::encodeName(about)), false);
    say({.work = work, .about = about});
    const auto done = work == Work::Open ? m_clerk.open() : m_clerk.act(work);
    EXPECT_TRUE(done || done.error().code == ErrorCode::Refused)
        << done.error().text().toStdString();
    say({.isDone = done.has_value(),
         .isRefused = !done,
         .work = work,
         .about = about,
         .deed = done.value_or(Deed{})});
}

void Day::work() {
    const RecordingVfs vfs(m_log);
    act(Work::Open);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 8; ++i)
            act(Work::Edit);
        for (const Work each : {Work::Activity, Work::Import, Work::Undo, Work::Merge, Work::Backup,
                                Work::Edit, Work::Migration, Work::Restore, Work::Activity})
            act(each);
        // Another morning: what the log held goes home.
        m_clerk.close();
        act(Work::Open);
    }
    m_clerk.close();
}

std::optional<Work> Day::workAt(qsizetype position) const {
    std::optional<Work> work;
    eachSaid(position, [&](const Said& said) {
        work = said.isDone || said.isRefused ? std::nullopt : std::optional(said.work);
    });
    return work;
}

QStringList Day::after(const Disk& disk, Loss loss, std::mt19937& random) const {
    const TempFolder image;
    Survivor survivor(m_prefix + image.path());
    eachSaid(disk.position(), [&](const Said& said) {
        const auto here = [&](QString path) { return path.replace(m_folder.path(), image.path()); };
        Deed deed = said.deed;
        deed.file = here(deed.file);
        if (said.isDone)
            survivor.done(said.work, deed);
        else if (said.isRefused)
            survivor.refused();
        else
            survivor.begun(said.work, here(said.about));
    });
    disk.leaveIn(image.path(), m_folder.path(), loss, random);
    return survivor.check();
}
}

class PowerLoss : public testing::TestWithParam<const char*> { };

TEST_P(PowerLoss, leavesWhatWasReportedAndNothingHalf) {
    Day day(QString::fromLatin1(GetParam()));
    day.work();
    ASSERT_FALSE(HasFailure());
    Disk disk(day.log());
    std::mt19937 random(1);
    const qsizetype events = day.log().events().size();
    const qsizetype step = qMax<qsizetype>(1, events / lossesOfATest());
    QMap<int, int> lostIn;
    int losses = 0;
    while (disk.position() < events) {
        disk.advance();
        // One moment of each stretch.
        if (disk.position() % step != qsizetype(random() % size_t(step))
            && disk.position() < events)
            continue;
        const Loss loss = Loss(losses++ % 3);
        const QStringList problems = day.after(disk, loss, random);
        ASSERT_EQ(problems, QStringList())
            << "power lost after event " << disk.position() << " of " << events << ", loss "
            << int(loss) << ", while at "
            << nameOf(day.workAt(disk.position()).value_or(Work::Open)).toStdString();
        if (const auto work = day.workAt(disk.position())) ++lostIn[int(*work)];
    }
    std::cout << losses << " losses of power in " << events << " events, while at work:";
    for (auto count = lostIn.cbegin(); count != lostIn.cend(); ++count)
        std::cout << ' ' << nameOf(Work(count.key())).toStdString() << ' ' << *count;
    std::cout << '\n';
}

// On a fixed disk with a write-ahead log, and as on a stick with a rollback journal.
INSTANTIATE_TEST_SUITE_P(Journals, PowerLoss, testing::Values("", "/"));
