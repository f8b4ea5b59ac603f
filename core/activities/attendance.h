#pragma once
// Who was there: one value inside the activity's record, written and merged as one cell.
//
// Stored as CBOR [1, marks, notes]. `marks` is one byte string of 17 bytes a person: the key and a
// byte (bits 0-2 the mark, bit 3 the right to vote on that day). `notes` is a map from the place in
// that list to [reason, day of making up]; only the absent need one, so a full house costs nothing.

#include "core/base/id.h"
#include "core/base/result.h"

#include <QDate>
#include <QList>
#include <optional>

namespace baolei {

enum class Mark : quint8 {
    Present, ///< 到会
    Leave, ///< 请假
    Absent, ///< 缺席
    MadeUp, ///< 补学: was not there, has made up for it
    Observer, ///< 列席: there, but counted nowhere
    Exempt, ///< 免: nothing is asked of the old and the ill (教管条例第23条)
    Excluded, ///< 不计应到: for one of the five reasons, as the superior has approved
};
inline constexpr int kMarks = 7;

struct Attendee {
    Uuid person;
    Mark mark = Mark::Present;
    /// Counted among 应到会有表决权 on that day: a full member whose rights are not suspended and
    /// who is not one of the five approved exclusions. A snapshot; later changes do not touch it.
    bool voting = false;
    QString reason;
    QDate madeUpOn;
    bool operator==(const Attendee&) const = default;
};

using Attendance = QList<Attendee>;

struct AttendanceCounts {
    int due = 0; ///< 应到: all but 列席, 免 and 不计应到
    int present = 0; ///< 到会
    int leave = 0;
    int absent = 0;
    int madeUp = 0;
    int observers = 0;
    int exempt = 0;
    int excluded = 0;
    int votingDue = 0; ///< with the right to vote; 免 does not take that right away
    int votingPresent = 0;
    bool operator==(const AttendanceCounts&) const = default;
};

AttendanceCounts countsOf(const Attendance& attendance);
/// The same from the stored bytes, without building the list.
Result<AttendanceCounts> countsOf(const QByteArray& stored);

QByteArray encodeAttendance(const Attendance& attendance);
/// Any bytes at all: what is not an attendance is an Error. Empty bytes are an empty list.
Result<Attendance> decodeAttendance(const QByteArray& stored);

/// Somebody who is expected, with the mark that holds while nobody says otherwise: 到会, 免 or
/// 不计应到.
struct Expected {
    Uuid person;
    bool voting = false;
    Mark mark = Mark::Present;
};
/// Everyone with that mark: where a new record starts.
Attendance everyonePresent(const QList<Expected>& expected);

/// 到会, 请假 …
QString markName(Mark mark);
/// √ △ × ○ — ／ and 列 for the register P18.
QString markSymbol(Mark mark);
/// The mark that has this name; nullopt for any other word.
std::optional<Mark> markNamed(const QString& name);

} // namespace baolei
