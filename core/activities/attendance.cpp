#include "core/activities/attendance.h"

#include "core/base/normal_text.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>
#include <QCoreApplication>
#include <QSet>
#include <cstring>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Attendance)
};

constexpr int kVersion = 1;
constexpr int kEntry = 17; // a key and a byte
constexpr int kMarkBits = 7;
constexpr int kVotingBit = 8;
constexpr qsizetype kMostPeople = 20'000; // no meeting is larger; damaged bytes may say anything
constexpr qsizetype kLongestReason = 10'000;

tl::unexpected<Error> damaged() {
    return fail(ErrorCode::BadFile, Text::tr("这次活动的到会名单已损坏，读不出来"),
                Text::tr("请在“历史”中撤销最近的改动，或从备份恢复"));
}

bool readString(QCborStreamReader& reader, QString& text) {
    if (!reader.isString()) return false;
    for (;;) {
        const auto piece = reader.readString();
        if (piece.status == QCborStreamReader::EndOfString) return true;
        if (piece.status == QCborStreamReader::Error) return false;
        text += piece.data;
        if (text.size() > kLongestReason) return false;
    }
}

bool readNumber(QCborStreamReader& reader, qint64& number) {
    if (!reader.isInteger()) return false;
    number = reader.toInteger();
    return reader.next();
}

// A definite byte string only: the writer makes no other.
bool readMarks(QCborStreamReader& reader, QByteArray& marks) {
    if (!reader.isByteArray() || !reader.isLengthKnown()) return false;
    if (reader.length() > static_cast<quint64>(kMostPeople * kEntry)) return false;
    for (;;) {
        const auto piece = reader.readByteArray();
        if (piece.status == QCborStreamReader::EndOfString) break;
        if (piece.status == QCborStreamReader::Error) return false;
        marks += piece.data;
    }
    return marks.size() % kEntry == 0;
}

bool enter(QCborStreamReader& reader, QByteArray& marks) {
    if (!reader.isArray() || !reader.isLengthKnown() || reader.length() != 3) return false;
    qint64 version = 0;
    return reader.enterContainer() && readNumber(reader, version) && version == kVersion
        && readMarks(reader, marks);
}

bool readNote(QCborStreamReader& reader, Attendance& attendance) {
    qint64 index = -1;
    qint64 day = 0;
    if (!readNumber(reader, index) || index < 0 || index >= attendance.size()) return false;
    if (!reader.isArray() || !reader.isLengthKnown() || reader.length() != 2) return false;
    Attendee& attendee = attendance[index];
    if (!reader.enterContainer() || !readString(reader, attendee.reason)
        || !readNumber(reader, day))
        return false;
    if (day != 0) {
        attendee.madeUpOn = QDate::fromJulianDay(day);
        if (!attendee.madeUpOn.isValid()) return false;
    }
    return reader.leaveContainer();
}

bool readNotes(QCborStreamReader& reader, Attendance& attendance) {
    if (!reader.isMap() || !reader.isLengthKnown()
        || reader.length() > static_cast<quint64>(attendance.size()))
        return false;
    if (!reader.enterContainer()) return false;
    while (reader.hasNext()) {
        if (!readNote(reader, attendance)) return false;
    }
    return reader.leaveContainer();
}

bool isEntry(int flags) {
    return (flags & kMarkBits) < kMarks && flags < 2 * kVotingBit;
}

void count(AttendanceCounts& counts, Mark mark, bool voting) {
    int* const byMark[kMarks] = {&counts.present,   &counts.leave,  &counts.absent,  &counts.madeUp,
                                 &counts.observers, &counts.exempt, &counts.excluded};
    ++*byMark[static_cast<int>(mark)];
    if (mark == Mark::Observer) return; // has no vote here, whatever the snapshot says
    if (mark != Mark::Exempt && mark != Mark::Excluded) ++counts.due;
    if (voting) ++counts.votingDue;
    if (voting && mark == Mark::Present) ++counts.votingPresent;
}
}

AttendanceCounts countsOf(const Attendance& attendance) {
    AttendanceCounts counts;
    for (const Attendee& attendee : attendance)
        count(counts, attendee.mark, attendee.voting);
    return counts;
}

Result<AttendanceCounts> countsOf(const QByteArray& stored) {
    AttendanceCounts counts;
    if (stored.isEmpty()) return counts;
    QCborStreamReader reader(stored);
    QByteArray marks;
    if (!enter(reader, marks)) return damaged();
    for (qsizetype at = kEntry - 1; at < marks.size(); at += kEntry) {
        const int flags = static_cast<unsigned char>(marks.at(at));
        if (!isEntry(flags)) return damaged();
        count(counts, static_cast<Mark>(flags & kMarkBits), flags & kVotingBit);
    }
    return counts;
}

QByteArray encodeAttendance(const Attendance& attendance) {
    if (attendance.isEmpty()) return {};
    QByteArray marks;
    marks.reserve(attendance.size() * kEntry);
    quint64 notes = 0;
    for (const Attendee& attendee : attendance) {
        marks += attendee.person.toBytes();
        marks += static_cast<char>(static_cast<int>(attendee.mark)
                                   | (attendee.voting ? kVotingBit : 0));
        if (!attendee.reason.isEmpty() || attendee.madeUpOn.isValid()) ++notes;
    }
    QByteArray stored;
    QCborStreamWriter writer(&stored);
    writer.startArray(3);
    writer.append(kVersion);
    writer.append(marks);
    writer.startMap(notes);
    for (qsizetype i = 0; i < attendance.size(); ++i) {
        const Attendee& attendee = attendance.at(i);
        if (attendee.reason.isEmpty() && !attendee.madeUpOn.isValid()) continue;
        writer.append(i);
        writer.startArray(2);
        writer.append(normalLine(attendee.reason));
        writer.append(attendee.madeUpOn.isValid() ? attendee.madeUpOn.toJulianDay() : 0);
        writer.endArray();
    }
    writer.endMap();
    writer.endArray();
    return stored;
}

Result<Attendance> decodeAttendance(const QByteArray& stored) {
    Attendance attendance;
    if (stored.isEmpty()) return attendance;
    QCborStreamReader reader(stored);
    QByteArray marks;
    if (!enter(reader, marks)) return damaged();
    QSet<Uuid> seen;
    seen.reserve(marks.size() / kEntry);
    attendance.reserve(marks.size() / kEntry);
    for (qsizetype at = 0; at < marks.size(); at += kEntry) {
        const int flags = static_cast<unsigned char>(marks.at(at + kEntry - 1));
        Attendee attendee;
        attendee.person = Uuid::fromBytes(QByteArrayView(marks).sliced(at, kEntry - 1));
        if (!isEntry(flags) || attendee.person.isNull() || seen.contains(attendee.person))
            return damaged();
        seen.insert(attendee.person);
        attendee.mark = static_cast<Mark>(flags & kMarkBits);
        attendee.voting = flags & kVotingBit;
        attendance.append(attendee);
    }
    if (!readNotes(reader, attendance) || !reader.leaveContainer()
        || reader.currentOffset() != stored.size())
        return damaged();
    return attendance;
}

Attendance everyonePresent(const QList<Expected>& expected) {
    Attendance attendance;
    attendance.reserve(expected.size());
    for (const Expected& one : expected)
        attendance.append({one.person, one.mark, one.voting, {}, {}});
    return attendance;
}

QString markName(Mark mark) {
    switch (mark) {
    case Mark::Present:
        return Text::tr("到会");
    case Mark::Leave:
        return Text::tr("请假");
    case Mark::Absent:
        return Text::tr("缺席");
    case Mark::MadeUp:
        return Text::tr("补学");
    case Mark::Observer:
        return Text::tr("列席");
    case Mark::Exempt:
        return Text::tr("免");
    case Mark::Excluded:
        break;
    }
    return Text::tr("不计应到");
}

QString markSymbol(Mark mark) {
    static const QString kSymbols = u"√△×○列—／"_s;
    return kSymbols.at(static_cast<int>(mark));
}

std::optional<Mark> markNamed(const QString& name) {
    for (int i = 0; i < kMarks; ++i) {
        if (markName(static_cast<Mark>(i)) == name) return static_cast<Mark>(i);
    }
    return std::nullopt;
}

} // namespace baolei
