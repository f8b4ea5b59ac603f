#include "core/store/reader.h"

#include "core/store/file.h"
#include "tests/core/store/toys.h"

#include <QFile>
#include <QThread>
#include <thread>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
constexpr Op kOp{"toy.reader", "读"};
}

TEST(Reader, cannotWrite) {
    ToyStore toys;
    const Club club = toys.save(toys.club(u"东风"_s));
    const auto own = toys->newReader();
    ASSERT_TRUE(ok(own));
    for (const Reader* reader : {&toys->reader(), &*own}) {
        for (const QByteArray sql : {"UPDATE club SET name = 'x'", "DELETE FROM club",
                                     "CREATE TABLE t(a)", "PRAGMA user_version = 9"}) {
            const auto written = reader->connection().execute(sql);
            EXPECT_FALSE(written) << sql.toStdString();
        }
    }
    EXPECT_EQ(toys.saved(club), club);
}

TEST(Reader, seesACommitAtOnceAndNothingBefore) {
    ToyStore toys;
    const auto other = toys->newReader();
    const Club club = toys.club(u"东风"_s);
    ASSERT_TRUE(ok(toys->run({kOp}, [&](Session& s) -> Result<bool> {
        const auto put = s.put(club);
        EXPECT_EQ(s.reader().find(club.id).value(), club);
        EXPECT_EQ(toys->reader().find(club.id).value(), std::nullopt);
        EXPECT_EQ(other->find(club.id).value(), std::nullopt);
        return put;
    })));
    EXPECT_EQ(toys->reader().find(club.id).value(), club);
    EXPECT_EQ(other->find(club.id).value(), club);
}

TEST(Reader, leavesOutWhatIsDeleted) {
    ToyStore toys;
    const Club one = toys.save(toys.club(u"一"_s));
    const Club two = toys.save(toys.club(u"二"_s));
    toys.erase(one);
    EXPECT_EQ(toys->reader().all<Club>("ORDER BY r.name, r.id").value(), QList<Club>{two});
    EXPECT_EQ(toys->reader().integer("SELECT count(*) FROM club").value(), 2);
    EXPECT_EQ(toys->reader().integer("SELECT name FROM club WHERE 0").value(), 0);
}

TEST(Reader, mayAskTheSameQuestionInsideItself) {
    ToyStore toys;
    for (int i = 0; i < 3; ++i)
        toys.save(toys.club(u"%1"_s.arg(i)));
    const QByteArray sql = "SELECT name FROM club ORDER BY name";
    QStringList seen;
    ASSERT_TRUE(ok(toys->reader().each(sql, {}, [&](const Row& outer) {
        ASSERT_LT(seen.size(), 9);
        const QString name = outer.text(0);
        EXPECT_TRUE(ok(toys->reader().each(
            sql, {}, [&](const Row& inner) { seen.append(name + inner.text(0)); })));
    })));
    EXPECT_EQ(seen,
              (QStringList{u"00"_s, u"01"_s, u"02"_s, u"10"_s, u"11"_s, u"12"_s, u"20"_s, u"21"_s,
                           u"22"_s}));
}

TEST(Reader, refusesANameThatTheQuestionDoesNotHave) {
    const ToyStore toys;
    const auto asked = toys->reader().each("SELECT 1 WHERE 1 = :a", {{":b", 1}}, [](const Row&) {});
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::Broken);
    // A name left unbound is nothing, not what was bound the time before.
    EXPECT_EQ(toys->reader().integer("SELECT coalesce(:a, 7)", {{":a", 3}}).value(), 3);
    EXPECT_EQ(toys->reader().integer("SELECT coalesce(:a, 7)").value(), 7);
}

TEST(Store, signalsOncePerOperationWithTablesAndRows) {
    ToyStore toys;
    QList<Changes> heard;
    QObject::connect(toys.store.get(), &Store::changed,
                     [&](const Changes& changes) { heard.append(changes); });
    const Club club = toys.club(u"东风"_s);
    const Player player = toys.player(u"张三"_s, club.id);
    ASSERT_TRUE(ok(toys->run({kOp}, [&](Session& s) -> Result<bool> {
        if (const auto put = s.put(club); !put) return put;
        return s.put(player);
    })));
    ASSERT_EQ(heard.size(), 1);
    EXPECT_TRUE(heard[0].touches("club"));
    EXPECT_TRUE(heard[0].touches("player"));
    EXPECT_FALSE(heard[0].touches("setting"));
    EXPECT_EQ(heard[0].rows, (QList<Uuid>{club.id.value, player.id.value}));
    EXPECT_FALSE(heard[0].isMany);
    ASSERT_TRUE(ok(toys->undo()));
    EXPECT_EQ(heard.size(), 2);
    EXPECT_FALSE(toys->run({kOp}, [&](Session& s) -> Result<bool> {
        (void)s.put(toys.club(u"半"_s));
        return fail(ErrorCode::Refused, {});
    }));
    EXPECT_EQ(heard.size(), 2);
}

TEST(Store, saysThatAnOperationTouchedVeryMany) {
    ToyStore toys;
    Changes heard;
    QObject::connect(toys.store.get(), &Store::changed, [&](const Changes& it) { heard = it; });
    const auto add = [&](qsizetype count) {
        return toys->run({kOp}, [&](Session& s) -> Result<void> {
            for (qsizetype i = 0; i < count; ++i)
                if (const auto done = s.add(toys.club(u"名"_s)); !done) return done;
            return {};
        });
    };
    ASSERT_TRUE(ok(add(Changes::kMaxRows)));
    EXPECT_FALSE(heard.isMany);
    ASSERT_TRUE(ok(add(Changes::kMaxRows + 1)));
    EXPECT_TRUE(heard.isMany);
    EXPECT_EQ(heard.rows.size(), Changes::kMaxRows);
}

TEST(Store, mayBeWrittenFromAnySlotOfItsOwnSignal) {
    ToyStore toys;
    int left = 3;
    QObject::connect(toys.store.get(), &Store::changed, [&] {
        if (left-- > 0) toys.save(toys.club(u"接着"_s));
    });
    toys.save(toys.club(u"头一个"_s));
    EXPECT_EQ(toys.count("SELECT count(*) FROM club"), 4);
    EXPECT_EQ(toys.problems(), QStringList());
}

TEST(Store, takesOperationsFromManyThreadsOneAtATime) {
    ToyStore toys;
    constexpr int kThreads = 4;
    constexpr int kEach = 20;
    std::atomic<int> signals_ = 0;
    std::atomic<bool> isWriting = false;
    std::atomic<int> failures = 0;
    QObject::connect(
        toys.store.get(), &Store::changed, toys.store.get(), [&] { ++signals_; },
        Qt::DirectConnection);
    std::vector<std::thread> threads;
    threads.reserve(kThreads);
    for (int t = 0; t < kThreads; ++t)
        threads.emplace_back([&] {
            const auto reader = toys->newReader();
            for (int i = 0; i < kEach; ++i) {
                const Club club = toys.club(u"线程"_s);
                const auto done = toys->run({kOp}, [&](Session& s) -> Result<bool> {
                    if (isWriting.exchange(true)) ++failures;
                    const auto put = s.put(club);
                    isWriting = false;
                    return put;
                });
                if (!done || reader->find(club.id).value() != club) ++failures;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(signals_, kThreads * kEach);
    EXPECT_EQ(toys.count("SELECT count(*) FROM live_club"), kThreads * kEach);
    EXPECT_EQ(toys.count("SELECT max(clock) - count(*) FROM operation"), 0);
    EXPECT_EQ(toys.problems(), QStringList());
}
