#include "core/names/name_order.h"

#include "core/names/characters.h"
#include "core/names/name_text.h"
#include "core/names/surnames.h"

namespace baolei {

namespace {

constexpr char kNotKnown = '\xff'; // sorts what is no Chinese character last

void appendCode(QByteArray& key, char32_t character) {
    key += char(character >> 16 & 0xff);
    key += char(character >> 8 & 0xff);
    key += char(character & 0xff);
}

void appendStrokes(QByteArray& key, char32_t character) {
    const int count = strokeCount(character);
    key += count == 0 ? kNotKnown : char(count);
    key += strokeSequence(character);
    key += '\0';
    appendCode(key, character);
}

void appendReading(QByteArray& key, char32_t character, const Reading& reading) {
    if (reading.letters.isEmpty()) key += isHan(character) ? '~' : kNotKnown;
    key += reading.letters.toLatin1();
    key += '\0';
    key += char(reading.tone);
    key += char(strokeCount(character));
    appendCode(key, character);
}

bool isLetterOfName(uint character) {
    return character != U'·';
}

} // namespace

QByteArray strokeKey(QStringView name) {
    const SplitName parts = splitName(cleanName(name));
    QByteArray key;
    for (const uint character : parts.surname.toUcs4())
        appendStrokes(key, character);
    const QList<uint> given = parts.given.toUcs4();
    // Less than any stroke count, so that 欧小明 stays before 欧阳明.
    if (!parts.surname.isEmpty()) key += given.size() <= 1 ? '\0' : '\1';
    for (const uint character : given)
        if (isLetterOfName(character)) appendStrokes(key, character);
    return key;
}

QByteArray pinyinKey(QStringView name) {
    const SplitName parts = splitName(cleanName(name));
    const QList<uint> surname = parts.surname.toUcs4();
    const QList<QList<Reading>> own = surnameReadings(parts.surname);
    QByteArray key;
    for (qsizetype i = 0; i < surname.size(); ++i) {
        const bool ownReading = !own.isEmpty() && i < own.first().size();
        appendReading(key, surname[i], ownReading ? own.first()[i] : defaultReading(surname[i]));
    }
    for (const uint character : parts.given.toUcs4())
        if (isLetterOfName(character)) appendReading(key, character, defaultReading(character));
    return key;
}

bool strokeLess(QStringView left, QStringView right) {
    return strokeKey(left) < strokeKey(right);
}

bool pinyinLess(QStringView left, QStringView right) {
    return pinyinKey(left) < pinyinKey(right);
}

} // namespace baolei
