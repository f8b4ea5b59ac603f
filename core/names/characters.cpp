#include "core/names/characters.h"

#include "core/base/data_files.h"

#include <QtEndian>
#include <algorithm>
#include <span>
#include <vector>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView kMagic = "BLCHARS1";
constexpr qsizetype kBlock = 64; // characters between two remembered places in the sequences

struct Range {
    char32_t first;
    char32_t last;
    qsizetype index;
};

/// Walks the sections of the file; asking for more than there is leaves it failed for good.
class Sections {
public:
    explicit Sections(QByteArrayView bytes)
        : m_rest(bytes) { }
    QByteArrayView take(qsizetype size) {
        if (size < 0 || size > m_rest.size()) m_failed = true;
        if (m_failed) return {};
        const QByteArrayView part = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return part;
    }
    qsizetype number() {
        const QByteArrayView four = take(4);
        return m_failed ? 0 : qsizetype(qFromLittleEndian<quint32>(four.data()));
    }
    bool failed() const { return m_failed; }
    QByteArrayView rest() const { return m_rest; }

private:
    QByteArrayView m_rest;
    bool m_failed = false;
};

QList<Reading> readingsIn(QByteArrayView text) {
    QList<Reading> out;
    for (const QByteArray& part : text.toByteArray().split(' ')) {
        if (part.size() < 2) continue;
        out.append({QString::fromLatin1(part.chopped(1)), part.back() - '0'});
    }
    return out;
}

Readings readingList(QByteArrayView text) {
    const qsizetype bar = text.indexOf('|');
    if (bar < 0) return {readingsIn(text), {}};
    return {readingsIn(text.first(bar)), readingsIn(text.sliced(bar + 1))};
}

qsizetype packedSize(char length) {
    return (static_cast<unsigned char>(length) + 2) / 3;
}

class Table {
public:
    Table() {
        const Result<QByteArray> file = readDataFile(u"people/characters.bin"_s);
        if (!file) return;
        m_bytes = *file; // the sections are views into these bytes
        if (!load()) *this = Table(Empty());
    }

    qsizetype size() const { return m_counts.size(); }

    qsizetype indexOf(char32_t character) const {
        const auto after = std::upper_bound(
            m_ranges.begin(), m_ranges.end(), character,
            [](char32_t code, const Range& range) { return code < range.first; });
        if (after == m_ranges.begin() || character > std::prev(after)->last) return -1;
        return std::prev(after)->index + qsizetype(character - std::prev(after)->first);
    }

    int strokes(qsizetype index) const { return static_cast<unsigned char>(m_counts[index]); }

    QByteArray sequence(qsizetype index) const {
        qsizetype place = m_places[size_t(index / kBlock)];
        for (qsizetype i = index - index % kBlock; i < index; ++i)
            place += packedSize(m_lengths[i]);
        QByteArray out(static_cast<unsigned char>(m_lengths[index]), '\0');
        for (qsizetype i = 0; i < out.size(); ++i) {
            const auto group = static_cast<unsigned char>(m_strokes[place + i / 3]);
            const int stroke = i % 3 == 0 ? group / 25 : i % 3 == 1 ? group / 5 % 5 : group % 5;
            out[i] = char(stroke + 1);
        }
        return out;
    }

    const Readings& readings(qsizetype index) const {
        const auto list = qFromLittleEndian<quint16>(m_listNumbers.data() + index * 2);
        return m_lists[list < m_lists.size() ? list : 0];
    }

private:
    struct Empty { };
    explicit Table(Empty) { }

    bool load() {
        Sections in(m_bytes);
        if (in.take(kMagic.size()) != kMagic) return false;
        const qsizetype ranges = in.number();
        const qsizetype characters = in.number();
        const qsizetype lists = in.number();
        const qsizetype textBytes = in.number();
        for (qsizetype i = 0; i < ranges && !in.failed(); ++i) {
            const auto first = char32_t(in.number());
            const auto last = char32_t(in.number());
            m_ranges.push_back({first, last, in.number()});
        }
        loadLists(in.take(textBytes));
        m_listNumbers = in.take(characters * 2);
        m_counts = in.take(characters);
        m_lengths = in.take(characters);
        m_strokes = in.rest();
        return !in.failed() && qsizetype(m_lists.size()) == lists && rangesFit() && findPlaces();
    }

    void loadLists(QByteArrayView texts) {
        while (!texts.isEmpty()) {
            const qsizetype end = texts.indexOf('\0');
            if (end < 0) return;
            m_lists.push_back(readingList(texts.first(end)));
            texts = texts.sliced(end + 1);
        }
    }

    bool rangesFit() const {
        qsizetype index = 0;
        for (const Range& range : m_ranges) {
            if (range.index != index || range.last < range.first) return false;
            index += qsizetype(range.last - range.first) + 1;
        }
        return index == m_counts.size() && !m_lists.empty();
    }

    bool findPlaces() {
        qsizetype place = 0;
        for (qsizetype i = 0; i < m_lengths.size(); ++i) {
            if (i % kBlock == 0) m_places.push_back(place);
            place += packedSize(m_lengths[i]);
        }
        return place == m_strokes.size();
    }

    QByteArray m_bytes;
    std::vector<Range> m_ranges;
    std::vector<Readings> m_lists;
    std::vector<qsizetype> m_places;
    QByteArrayView m_listNumbers;
    QByteArrayView m_counts;
    QByteArrayView m_lengths;
    QByteArrayView m_strokes;
};

const Table& table() {
    static const Table loaded;
    return loaded;
}

} // namespace

qsizetype knownCharacters() {
    return table().size();
}

int strokeCount(char32_t character) {
    const qsizetype index = table().indexOf(character);
    return index < 0 ? 0 : table().strokes(index);
}

QByteArray strokeSequence(char32_t character) {
    const qsizetype index = table().indexOf(character);
    return index < 0 ? QByteArray() : table().sequence(index);
}

Readings readingsOf(char32_t character) {
    const qsizetype index = table().indexOf(character);
    return index < 0 ? Readings() : table().readings(index);
}

Reading defaultReading(char32_t character) {
    const Readings all = readingsOf(character);
    if (!all.common.isEmpty()) return all.common.first();
    return all.rare.isEmpty() ? Reading() : all.rare.first();
}

bool isHan(char32_t character) {
    constexpr char32_t kZero = U'〇';
    return character == kZero || (character >= 0x3400 && character <= 0x4dbf)
        || (character >= 0x4e00 && character <= 0x9fff)
        || (character >= 0xf900 && character <= 0xfaff)
        || (character >= 0x20000 && character <= 0x3ffff);
}

} // namespace baolei
