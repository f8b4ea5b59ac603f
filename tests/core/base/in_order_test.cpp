// Many hands, one order.

#include "core/base/in_order.h"

#include "tests/support/support.h"

#include <QList>
#include <atomic>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
struct Squares {
    QList<qsizetype> made = QList<qsizetype>(100, -1);
    QList<qsizetype> taken;
    std::atomic<int> hired = 0;

    Result<void> run(int threads, qsizetype stopAfter = 100) {
        return inOrder(
            made.size(), threads,
            [this]() -> Result<BlockWork> {
                ++hired;
                return BlockWork([out = made.data()](qsizetype block) -> Result<void> {
                    out[block] = block * block;
                    return {};
                });
            },
            [&](qsizetype block) {
                taken.append(made.at(block));
                return taken.size() < stopAfter;
            });
    }
};
}

TEST(InOrder, isTheSameForAnyNumberOfThreads) {
    Squares alone;
    ASSERT_TRUE(ok(alone.run(1)));
    ASSERT_EQ(alone.taken.size(), 100);
    EXPECT_EQ(alone.taken.at(99), 99 * 99);
    for (const int threads : {2, 3, 8}) {
        Squares many;
        ASSERT_TRUE(ok(many.run(threads)));
        EXPECT_EQ(many.taken, alone.taken);
        EXPECT_EQ(many.hired, threads);
    }
}

TEST(InOrder, stopsWhenNothingMoreIsWanted) {
    for (const int threads : {1, 4}) {
        Squares some;
        EXPECT_TRUE(ok(some.run(threads, 3)));
        EXPECT_EQ(some.taken, (QList<qsizetype>{0, 1, 4}));
        EXPECT_EQ(some.made.last(), -1) << "it went on with nobody waiting";
    }
}

TEST(InOrder, endsWithTheFirstError) {
    for (const int threads : {1, 4}) {
        QList<qsizetype> taken;
        const auto done = inOrder(
            50, threads,
            []() -> Result<BlockWork> {
                return BlockWork([](qsizetype block) -> Result<void> {
                    if (block == 7) return fail(ErrorCode::Io, u"磁盘出错"_s);
                    return {};
                });
            },
            [&](qsizetype block) {
                taken.append(block);
                return true;
            });
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().what, u"磁盘出错"_s);
        EXPECT_LE(taken.size(), 7);
    }
}

TEST(InOrder, endsWhereNobodyCouldBeHired) {
    const auto done = inOrder(
        50, 2, []() -> Result<BlockWork> { return fail(ErrorCode::Locked, u"正被使用"_s); },
        [](qsizetype) { return true; });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::Locked);
}

TEST(InOrder, nothingToDoIsDone) {
    const auto done = inOrder(
        0, 2, []() -> Result<BlockWork> { return BlockWork(); }, [](qsizetype) { return false; });
    EXPECT_TRUE(ok(done));
}
