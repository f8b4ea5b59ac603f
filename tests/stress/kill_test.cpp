// A process that works on a store is killed at random moments, thousands of times if asked for
// (./test --kills 10000): whatever it was doing, what it had reported is there and nothing is half.

#include "tests/stress/older_store.h"
#include "tests/stress/survivor.h"
#include "tests/support/support.h"

#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <chrono>
#include <iostream>
#include <thread>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr int kShards = 4;
constexpr int kKillsOfALife = 12; ///< then a new store is begun, so that none grows without end
constexpr int kPeopleOfOlderStore = 60;

int killsOfAShard() {
    bool isNumber = false;
    const int kills = qEnvironmentVariableIntValue("BAOLEI_KILLS", &isNumber);
    return ((isNumber ? kills : 300) + kShards - 1) / kShards;
}

/// One process, from its start to its death.
class Victim {
public:
    Victim(const QString& folder, unsigned seed, Work work)
        : m_random(seed)
        , m_work(work) {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/kill_child"_s,
                        {folder, QString::number(seed), nameOf(work)});
    }

    /// Lets it work, kills it in the midst of `work`, and gives what it said. `usual`: how long
    /// each kind of work takes, learnt on the way, in microseconds.
    QList<QStringList> kill(QHash<int, qint64>& usual) {
        // The how-manieth time it begins that work; it opens the store once.
        unsigned left = m_work == Work::Open ? 1 : 1 + unsigned(m_random() % 3);
        while (left > 0 && m_process.waitForReadyRead(60'000))
            while (left > 0 && m_process.canReadLine())
                if (hear(usual) && --left == 0) wait(usual.value(int(m_work), 20'000));
        EXPECT_EQ(left, 0U) << "it ended by itself";
        m_process.kill();
        m_process.waitForFinished(-1);
        while (m_process.canReadLine()) // what lacks its end was not said
            hear(usual);
        return m_said;
    }

private:
    // True where it begins the work in which it is to be killed.
    bool hear(QHash<int, qint64>& usual) {
        const QStringList words = QString::fromUtf8(m_process.readLine()).chopped(1).split(u'\t');
        m_said.append(words);
        const auto work = workNamed(words.value(1));
        if (words.first() == u"begin"_s) m_sinceBegun.start();
        if (words.first() == u"done"_s && work && m_process.state() == QProcess::Running) {
            qint64& time = usual[int(*work)];
            time = (3 * time + m_sinceBegun.nsecsElapsed() / 1000) / (time == 0 ? 1 : 4);
        }
        return words.first() == u"begin"_s && work == m_work;
    }

    void wait(qint64 usual) {
        std::this_thread::sleep_for(
            std::chrono::microseconds(m_random() % size_t(usual + usual / 8)));
    }

    std::mt19937 m_random;
    Work m_work;
    QProcess m_process;
    QElapsedTimer m_sinceBegun;
    QList<QStringList> m_said;
};

/// One store, and the processes that die on it.
class Life {
public:
    explicit Life(unsigned seed) {
#ifdef Q_OS_UNIX
        // Every other one on a path of a kind on which a rollback journal is kept.
        if (seed % 2 != 0) m_path.prepend(u'/');
#endif
        // Some begin with a store of an older program, some with none.
        const int version = int(seed % unsigned(newestSchema()));
        const QString path = m_path + u"/镇.baolei"_s;
        if (version > 0) {
            EXPECT_TRUE(ok(makeOlderStore(path, version, kPeopleOfOlderStore)));
        }
        m_survivor = std::make_unique<Survivor>(m_path);
    }

    /// Gives what the process was doing when it was killed.
    std::optional<Work> kill(unsigned seed, Work work, QHash<int, qint64>& usual) {
        const auto said = Victim(m_path, seed, work).kill(usual);
        QStringList problems;
        for (const QStringList& words : said) {
            const Work about = workNamed(words.value(1)).value_or(Work::Open);
            if (words.first() == u"begin"_s)
                m_survivor->begun(about, words.value(2));
            else if (words.first() == u"done"_s)
                m_survivor->done(
                    about,
                    {Uuid::fromText(words.value(2)), words.value(3).toLatin1(), words.value(4)});
            else
                m_survivor->refused();
            if (words.first() == u"failed"_s) problems.append(words.join(u' '));
        }
        const auto killedIn = m_survivor->underWay();
        problems += m_survivor->check();
        EXPECT_EQ(problems, QStringList()) << story(said);
        return killedIn;
    }

private:
    static std::string story(const QList<QStringList>& said) {
        QStringList lines;
        for (const QStringList& words : said.mid(qMax<qsizetype>(0, said.size() - 12)))
            lines.append(words.join(u' '));
        return lines.join(u'\n').toStdString();
    }

    TempFolder m_folder;
    QString m_path = m_folder.path();
    std::unique_ptr<Survivor> m_survivor;
};
}

class Kill : public testing::TestWithParam<unsigned> { };

TEST_P(Kill, leavesWhatWasReportedAndNothingHalf) {
    const int kills = killsOfAShard();
    QHash<int, qint64> usual;
    QMap<int, int> killedIn;
    int between = 0;
    std::unique_ptr<Life> life;
    // To the end, and on until every kind of work was hit.
    for (int i = 0; i < kills || killedIn.size() < kWorks; ++i) {
        const unsigned seed = GetParam() * 1'000'000 + unsigned(i);
        if (i % kKillsOfALife == 0) life = std::make_unique<Life>(seed / kKillsOfALife);
        const auto work = life->kill(seed, Work(i % kWorks), usual);
        work ? ++killedIn[int(*work)] : ++between;
        ASSERT_FALSE(HasFailure()) << "kill " << i << ", seed " << seed;
    }
    std::cout << "killed while at work:";
    for (auto count = killedIn.cbegin(); count != killedIn.cend(); ++count)
        std::cout << ' ' << nameOf(Work(count.key())).toStdString() << ' ' << *count;
    std::cout << "; between two works: " << between << '\n';
}

INSTANTIATE_TEST_SUITE_P(Seeds, Kill, testing::Range(1U, 1U + kShards));
