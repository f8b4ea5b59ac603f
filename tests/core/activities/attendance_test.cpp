#include "core/activities/attendance.h"

#include "tests/support/support.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace baolei;
using namespace Qt::StringLiterals;

namespace {
Attendee one(Mark mark, bool voting, const QString& reason = {}, QDate madeUp = {}) {
    return {newUuid(1'800'000'000'000), mark, voting, reason, madeUp};
}

Attendance everyMark() {
    return {one(Mark::Present, true),
            one(Mark::Present, false),
            one(Mark::Leave, true, u"外出务工"_s),
            one(Mark::Absent, true),
            one(Mark::MadeUp, true, u"住院"_s, QDate(2026, 3, 9)),
            one(Mark::Observer, true),
            one(Mark::Exempt, true, u"年老体弱"_s),
            one(Mark::Exempt, false),
            one(Mark::Excluded, false)};
}
}

TEST(Attendance, countsEveryMark) {
    const AttendanceCounts counts = countsOf(everyMark());
    EXPECT_EQ(counts.due, 5); // neither 列席 nor 免 nor 不计应到
    EXPECT_EQ(counts.present, 2);
    EXPECT_EQ(counts.leave, 1);
    EXPECT_EQ(counts.absent, 1);
    EXPECT_EQ(counts.madeUp, 1); // made up for it, but was not there
    EXPECT_EQ(counts.observers, 1);
    EXPECT_EQ(counts.exempt, 2);
    EXPECT_EQ(counts.excluded, 1);
    EXPECT_EQ(counts.votingDue, 5); // 免 keeps the right to vote, 列席 has none here
    EXPECT_EQ(counts.votingPresent, 1);
}

TEST(Attendance, comesBackAsItWasWritten) {
    const Attendance attendance = everyMark();
    const QByteArray stored = encodeAttendance(attendance);
    const auto read = decodeAttendance(stored);
    ASSERT_TRUE(ok(read));
    EXPECT_EQ(*read, attendance);
    EXPECT_EQ(encodeAttendance(*read), stored);
    EXPECT_EQ(countsOf(stored).value(), countsOf(attendance));
}

TEST(Attendance, isEmptyWhenNobodyIsEntered) {
    EXPECT_TRUE(encodeAttendance({}).isEmpty());
    EXPECT_TRUE(decodeAttendance({}).value().isEmpty());
    EXPECT_EQ(countsOf(QByteArray()).value(), AttendanceCounts());
}

TEST(Attendance, isSmall) {
    Attendance full;
    for (int i = 0; i < 40; ++i)
        full.append(one(Mark::Present, true));
    EXPECT_LE(encodeAttendance(full).size(), 40 * 17 + 8);
}

TEST(Attendance, startsFromEveryonePresent) {
    const Uuid first = newUuid(1);
    const Uuid second = newUuid(1);
    const Attendance start = everyonePresent({{first, true}, {second, true, Mark::Exempt}});
    EXPECT_EQ(start.at(0).mark, Mark::Present);
    EXPECT_EQ(start.at(1).mark, Mark::Exempt);
    EXPECT_TRUE(start.at(1).voting);
    EXPECT_EQ(countsOf(start).due, 1);
}

TEST(Attendance, refusesDamagedBytes) {
    const QByteArray stored = encodeAttendance(everyMark());
    for (qsizetype size = 1; size < stored.size(); ++size)
        EXPECT_FALSE(decodeAttendance(stored.left(size))) << size;
    EXPECT_FALSE(decodeAttendance(stored + 'x'));
    EXPECT_FALSE(decodeAttendance("hello"));
    EXPECT_FALSE(decodeAttendance(QByteArray(10'000, '\x9f'))); // arrays without end
    EXPECT_FALSE(decodeAttendance(QByteArray::fromHex("83015bffffffffffffffff")));
    EXPECT_FALSE(decodeAttendance(QByteArray::fromHex("8301405b7fffffffffffffff")));
    EXPECT_FALSE(decodeAttendance(QByteArray::fromHex("830140bbffffffffffffffff")));
    EXPECT_FALSE(countsOf(QByteArray::fromHex("83025bffffffffffffffff")));
}

TEST(Attendance, refusesAPersonTwiceAnUnknownMarkAndANullKey) {
    Attendance attendance{one(Mark::Present, true)};
    QByteArray stored = encodeAttendance(attendance);
    const qsizetype flags = stored.size() - 2; // before the empty map of notes
    stored[flags] = 7;
    EXPECT_FALSE(decodeAttendance(stored));
    EXPECT_FALSE(countsOf(stored));
    stored[flags] = 16;
    EXPECT_FALSE(decodeAttendance(stored));
    attendance.append(attendance.first());
    EXPECT_FALSE(decodeAttendance(encodeAttendance(attendance)));
    EXPECT_FALSE(decodeAttendance(encodeAttendance({Attendee()})));
}

TEST(Attendance, neverCrashesOnAnyBytes) {
    const QByteArray stored = encodeAttendance(everyMark());
    QRandomGenerator random(3);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = stored;
        for (int i = random.bounded(5); i >= 0; --i)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        const auto read = decodeAttendance(bytes);
        if (read) {
            EXPECT_LE(read->size(), everyMark().size());
        }
        (void)countsOf(bytes);
    }
}

TEST(Attendance, namesItsMarks) {
    for (int i = 0; i < kMarks; ++i) {
        const Mark mark = static_cast<Mark>(i);
        EXPECT_EQ(markNamed(markName(mark)), mark);
        EXPECT_EQ(markSymbol(mark).size(), 1);
    }
    EXPECT_EQ(markNamed(u"迟到"_s), std::nullopt);
}

TEST(AttendanceSpeed, DISABLED_measure) {
    Attendance attendance;
    for (int i = 0; i < 21; ++i)
        attendance.append(one(Mark::Present, true));
    const QByteArray stored = encodeAttendance(attendance);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 490'000; ++i)
        (void)countsOf(stored);
    printf("counting 490,000 attendances of 21: %lld ms\n",
           static_cast<long long>(timer.elapsed()));
    timer.restart();
    for (int i = 0; i < 490'000; ++i)
        (void)decodeAttendance(stored);
    printf("decoding them: %lld ms\n", static_cast<long long>(timer.elapsed()));
}
