#pragma once
// Why a row of a roster was refused, taken with a warning, or taken with a word. Codes are for
// scripts and tests; texts for the person at the desk never hold anything from the row.

#include <QString>
#include <QStringList>

namespace baolei {

enum class Verdict : quint8 { Accept, Warn, Refuse };

enum class Reason : quint8 {
    // refused
    DuplicateId,
    DuplicatePerson,
    NameMissing,
    BranchMissing,
    BranchAmbiguous,
    BranchRefused,
    JoinedUnreadable,
    JoinedBefore18,
    JoinedInFuture,
    BornInFuture,
    NotMember,
    TextTooLong,
    // taken with a warning
    IdCheckDigit,
    IdMissing,
    IdLostPrecision,
    IdMalformed,
    IdBirth,
    IdAdded,
    SexDiffersFromId,
    BornDiffersFromId,
    JoinedMissing,
    DateUnreadable,
    DateOutOfRange,
    DateInFuture,
    CellUnreadable,
    StageUnknown,
    NameDiffers,
    NameTurned,
    MaybeSamePerson,
    HasLeft,
    // taken, and said
    Id15DigitsUpgraded,
    Moved,
};

/// A set of reasons, one bit each.
using Reasons = quint32;
constexpr Reasons bit(Reason reason) {
    return Reasons(1) << int(reason);
}

/// The heaviest verdict among them.
Verdict verdictOf(Reasons reasons);
/// Only those that refuse, where any does: a refused row need not be warned of, too.
Reasons decisive(Reasons reasons);

/// duplicate-id, name-missing …
QStringList reasonCodes(Reasons reasons);
QStringList reasonTexts(Reasons reasons);
/// accept, warn, refuse.
QString verdictCode(Verdict verdict);

} // namespace baolei
