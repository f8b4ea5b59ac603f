#pragma once
// Surnames: which have two characters, and how they are read where that differs from the ordinary
// reading (resources/people/surnames.json).

#include "core/names/characters.h"

namespace baolei {

struct SplitName {
    QString surname; ///< one or two characters; empty for names that are not Han
    QString given;
    bool operator==(const SplitName&) const = default;
};

/// Splits a cleaned name. Names with a dot have no surname in this sense: the whole is `given`.
SplitName splitName(QStringView cleanedName);

/// The readings of a surname, usual one first, each with one syllable a character. Empty: it is
/// read as its characters ordinarily are.
QList<QList<Reading>> surnameReadings(QStringView surname);

} // namespace baolei
