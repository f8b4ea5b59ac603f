#pragma once
// 公民身份号码 (GB 11643-1999): six digits of region, the day of birth, three of order of which the
// last tells the sex, one check digit. A number that is wrong is said to be wrong, never mended.

#include <QDate>
#include <QString>

namespace baolei {

enum class IdFault {
    None,
    Missing, ///< nothing there, or a word for nothing
    LostPrecision, ///< the cell held a number: its last digits are gone
    Length, ///< neither 18 nor 15 places
    Characters, ///< something else than digits and a last X
    Birth, ///< no possible day of birth
    CheckDigit, ///< the last place does not fit the others
};

struct IdNumber {
    QString text; ///< normalised; 18 places when the fault is None
    IdFault fault = IdFault::Missing;
    bool upgraded = false; ///< it had 15 places and was completed
    QString region; ///< first six digits; this and the next two whenever the shape is right
    QDate birth;
    QString sex; ///< code of table "sex": 1 or 2
};

/// Reads what stands in a cell. `fromNumber`: the cell was a number and not text, so that no more
/// than 15 of its digits can be trusted.
IdNumber readIdNumber(QStringView text, bool fromNumber = false);

/// The last place for the first 17 digits; null for anything but 17 digits.
QChar idCheckDigit(QStringView first17);

/// 329999********6784, to be shown where the number itself is not asked for.
QString maskedIdNumber(QStringView number);

/// What is wrong, for the person at the desk; never holds the number itself.
QString idFaultText(IdFault fault);

} // namespace baolei
