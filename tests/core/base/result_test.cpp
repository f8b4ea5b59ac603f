#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "tests/support/support.h"

#include <QSet>
#include <thread>
#include <vector>

using namespace baolei;
using namespace Qt::StringLiterals;

TEST(Error, saysWhatHappenedWhatWasKeptAndWhatToDo) {
    const Error error{ErrorCode::Io, u"磁盘已满"_s, u"已保存的都在。"_s, u"请清理磁盘"_s};
    EXPECT_EQ(error.text(), u"磁盘已满。已保存的都在。请清理磁盘。"_s);
    EXPECT_EQ((Error{ErrorCode::Io, u"磁盘已满"_s, {}, {}}.text()), u"磁盘已满。"_s);
    EXPECT_EQ(Error{}.text(), QString());
}

TEST(Error, failPutsThePartsWhereTheyBelong) {
    const Result<int> failed = fail(ErrorCode::Refused, u"何事"_s, u"下一步"_s, u"留下"_s);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error(), (Error{ErrorCode::Refused, u"何事"_s, u"留下"_s, u"下一步"_s}));
}

TEST(Clock, standsStillUntilTold) {
    FixedClock clock(QDate(2026, 12, 31), QTime(23, 59, 59));
    EXPECT_EQ(clock.today(), QDate(2026, 12, 31));
    EXPECT_EQ(clock.nowUtc(), clock.nowUtc());
    clock.advanceSeconds(1);
    EXPECT_EQ(clock.today(), QDate(2027, 1, 1));
    EXPECT_EQ(clock.nowUtc().timeSpec(), Qt::UTC);
    EXPECT_EQ(systemClock().nowUtc().timeSpec(), Qt::UTC);
}

TEST(Uuid, isUniqueAcrossThreadsAtOneInstant) {
    constexpr int kEach = 5000; // more than the counter within one millisecond holds
    std::vector<std::vector<Uuid>> made(4);
    std::vector<std::thread> threads;
    threads.reserve(made.size());
    for (auto& mine : made)
        threads.emplace_back([&mine] {
            for (int i = 0; i < kEach; ++i)
                mine.push_back(newUuid(1'900'000'000'000));
        });
    for (std::thread& thread : threads)
        thread.join();
    QSet<Uuid> all;
    for (const auto& mine : made) {
        EXPECT_TRUE(std::is_sorted(mine.begin(), mine.end()));
        for (const Uuid& id : mine)
            all.insert(id);
    }
    EXPECT_EQ(all.size(), 4 * kEach);
}

TEST(Uuid, writesItsTextAsEverybodyDoes) {
    const Uuid id = Uuid::fromText(u"019ab0c1-2d3e-7f45-8a67-b89c0d1e2f30"_s);
    EXPECT_FALSE(id.isNull());
    EXPECT_EQ(id.toText(), u"019ab0c1-2d3e-7f45-8a67-b89c0d1e2f30"_s);
    EXPECT_EQ(Uuid::fromText(u"019AB0C12D3E7F458A67B89C0D1E2F30"_s), id);
    EXPECT_TRUE(Uuid::fromText(u"019ab0c1-2d3e-7f45-8a67-b89c0d1e2f3g"_s).isNull());
    EXPECT_TRUE(Uuid::fromText(u"019ab0c1-2d3e-7f45-8a67-b89c0d1e2f3０"_s).isNull());
    EXPECT_EQ(Uuid{}.toText(), u"00000000-0000-0000-0000-000000000000"_s);
}
