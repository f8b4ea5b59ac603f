#pragma once
// What is known of each Chinese character: its readings and the strokes of its mainland form. The
// table (resources/people/characters.bin, made by make_characters.py) is loaded at first use; all
// functions may be called from any thread.

#include <QByteArray>
#include <QList>
#include <QString>

namespace baolei {

/// A Mandarin syllable without its tone mark; ü is written v, as one types it.
struct Reading {
    QString letters;
    int tone = 0; ///< 1–4, 5: neutral
    bool operator==(const Reading&) const = default;
};

struct Readings {
    QList<Reading> common; ///< the default first, then those that share its use
    QList<Reading> rare;
};

/// Number of characters in the table; 0: it could not be read, and names sort by code point.
qsizetype knownCharacters();

/// Strokes of the mainland form; 0: not known.
int strokeCount(char32_t character);

/// The strokes in writing order, 1–5 for 横竖撇点折; empty: not known.
QByteArray strokeSequence(char32_t character);

/// Readings as an ordinary character; a surname may be read otherwise (surnames.h).
Readings readingsOf(char32_t character);

/// The default reading; no letters for what is no Chinese character.
Reading defaultReading(char32_t character);

/// Whether a character is Chinese, of any plane and including compatibility forms.
bool isHan(char32_t character);

} // namespace baolei
