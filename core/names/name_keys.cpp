#include "core/names/name_keys.h"

#include "core/names/characters.h"
#include "core/names/name_text.h"
#include "core/names/surnames.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct Spelling {
    QString pinyin;
    QString initials;
};

/// Every spelling so far, followed by every one of `choices`, while there is room.
QList<Spelling> extended(const QList<Spelling>& before, const QList<Spelling>& choices) {
    QList<Spelling> out;
    for (const Spelling& choice : choices)
        for (const Spelling& start : before)
            if (out.size() < kMostReadings)
                out.append({start.pinyin + choice.pinyin, start.initials + choice.initials});
    return choices.isEmpty() ? before : out;
}

void addOnce(QList<Spelling>& list, const Spelling& spelling) {
    const bool there = std::any_of(list.begin(), list.end(), [&](const Spelling& other) {
        return other.pinyin == spelling.pinyin;
    });
    if (!there && !spelling.pinyin.isEmpty()) list.append(spelling);
}

Spelling spelled(const QString& letters) {
    return {letters, letters.left(1)};
}

QList<Spelling> spellingsOf(char32_t character) {
    QList<Spelling> out;
    if (!isHan(character)) {
        const QString letter = QString::fromUcs4(&character, 1).toLower();
        if (letter.front().isLetterOrNumber()) out.append(spelled(letter));
        return out;
    }
    for (const Reading& reading : readingsOf(character).common)
        addOnce(out, spelled(reading.letters));
    if (out.isEmpty()) addOnce(out, spelled(defaultReading(character).letters));
    return out;
}

/// The surname's own readings first, then the ordinary ones of its characters.
QList<Spelling> surnameSpellings(const QString& surname) {
    QList<Spelling> out;
    for (const QList<Reading>& reading : surnameReadings(surname)) {
        Spelling whole;
        for (const Reading& syllable : reading) {
            whole.pinyin += syllable.letters;
            whole.initials += syllable.letters.left(1);
        }
        addOnce(out, whole);
    }
    QList<Spelling> plain{{}};
    for (const uint character : surname.toUcs4())
        plain = extended(plain, spellingsOf(character));
    for (const Spelling& spelling : plain)
        addOnce(out, spelling);
    return out;
}

} // namespace

NameKeys nameKeys(QStringView name) {
    const SplitName parts = splitName(cleanName(name));
    QList<Spelling> spellings{{}};
    spellings = extended(spellings, surnameSpellings(parts.surname));
    for (const uint character : parts.given.toUcs4())
        spellings = extended(spellings, spellingsOf(character));
    NameKeys keys;
    for (const Spelling& spelling : spellings) {
        if (spelling.pinyin.isEmpty()) continue;
        keys.pinyin.append(spelling.pinyin);
        keys.initials.append(spelling.initials);
    }
    keys.initials.removeDuplicates();
    return keys;
}

QString pinyinQuery(QStringView typed) {
    QString out;
    for (QChar c : typed) {
        if (c >= u'Ａ' && c <= u'ｚ') c = QChar(char16_t(c.unicode() - u'Ａ' + u'A'));
        c = c.toLower();
        if (c == u'ü') c = u'v';
        if (c.isSpace() || c == u'\'' || c == u'’' || c == u'·') continue;
        if (c < u'a' || c > u'z') return {};
        out += c;
    }
    return out;
}

bool matchesKeys(const NameKeys& keys, QStringView pinyinQuery) {
    const auto begins = [&](const QString& key) { return key.startsWith(pinyinQuery); };
    return !pinyinQuery.isEmpty()
        && (std::any_of(keys.pinyin.begin(), keys.pinyin.end(), begins)
            || std::any_of(keys.initials.begin(), keys.initials.end(), begins));
}

} // namespace baolei
