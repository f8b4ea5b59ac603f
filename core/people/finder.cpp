#include "core/people/finder.h"

#include "core/names/name_keys.h"
#include "core/names/name_text.h"
#include "core/people/cell_text.h"

#include <QByteArrayMatcher>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
// What stands before a name, a reading and a number, and after a number, so that a pattern can ask
// for the beginning or the end.
constexpr char kName = '\x01';
constexpr char kKey = '\x02';
constexpr char kEnd = '\x03';
constexpr qsizetype kFewestDigits = 3;

constexpr const char* kColumns
    = "SELECT id, name, id_number, phone, landline, registered_phone FROM live_person";

// What a text can fit, better first.
struct Patterns {
    QByteArrayList beginnings; ///< of a name, of a reading
    QByteArrayList pieces; ///< anywhere in one
    bool isLetter = false; ///< a single one: half of all readings hold it, so it must begin them
};

// The first line that begins after `at`: near by where lines are met one after another.
std::vector<quint32>::const_iterator lineAfter(std::vector<quint32>::const_iterator from,
                                               std::vector<quint32>::const_iterator end,
                                               quint32 at) {
    constexpr int kNear = 8;
    for (int i = 0; i < kNear && from != end; ++i, ++from)
        if (*from > at) return from;
    return std::upper_bound(from, end, at);
}

bool isDigits(const QString& text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'X';
    });
}

Patterns patternsOf(const QString& text) {
    Patterns patterns;
    const QString typed = compactCell(text).toUpper();
    if (typed.isEmpty()) return patterns;
    if (isDigits(typed)) {
        if (typed.size() >= kFewestDigits) patterns.pieces.append(typed.toUtf8() + kEnd);
        return patterns;
    }
    const QByteArray name = cleanName(text).toUtf8();
    const QByteArray reading = pinyinQuery(text).toLatin1();
    patterns.isLetter = reading.size() == 1;
    patterns.beginnings.append(kName + name);
    if (!patterns.isLetter) patterns.pieces.append(name);
    if (reading.isEmpty()) return patterns;
    patterns.beginnings.append(kKey + reading);
    if (!patterns.isLetter && reading != name) patterns.pieces.append(reading);
    return patterns;
}
}

void Finder::put(const Uuid& id, const QString& name, const QString& idNumber,
                 const QStringList& phones) {
    if (const auto old = m_position.constFind(id); old != m_position.constEnd())
        m_ids[size_t(*old)] = {};
    m_position.insert(id, qsizetype(m_ids.size()));
    m_starts.push_back(quint32(m_text.size()));
    m_ids.push_back(id);
    m_text += kName + name.toUtf8();
    const NameKeys keys = nameKeys(name);
    for (const QString& key : keys.pinyin + keys.initials)
        m_text += kKey + key.toLatin1();
    const QStringList numbers = phones + QStringList{idNumber};
    for (const QString& number : numbers)
        if (!number.isEmpty()) m_text += kEnd + number.toUtf8() + kEnd;
}

Result<Finder> Finder::load(const Reader& reader) {
    Finder finder;
    const auto done = reader.each(kColumns + QByteArray(" ORDER BY id"), {}, [&](const Row& row) {
        finder.put(row.as<Uuid>(0), row.text(1), row.text(2),
                   {row.text(3), row.text(4), row.text(5)});
    });
    if (!done) return fail(done.error());
    return finder;
}

Result<void> Finder::refresh(const Reader& reader, const QList<Uuid>& people) {
    for (const Uuid& id : people) {
        bool isThere = false;
        const auto done = reader.each(
            kColumns + QByteArray(" WHERE id = :id"), {{":id", id}}, [&](const Row& row) {
                isThere = true;
                put(id, row.text(1), row.text(2), {row.text(3), row.text(4), row.text(5)});
            });
        if (!done) return done;
        const auto old = m_position.constFind(id);
        if (isThere || old == m_position.constEnd()) continue;
        m_ids[size_t(*old)] = {};
        m_position.erase(old);
    }
    return {};
}

void Finder::scan(const QByteArray& pattern, const std::function<bool(size_t line)>& visit) const {
    const QByteArrayMatcher matcher(pattern);
    qsizetype at = matcher.indexIn(m_text);
    auto next = m_starts.begin();
    while (at >= 0) {
        next = lineAfter(next, m_starts.end(), quint32(at));
        const auto line = size_t(next - m_starts.begin()) - 1;
        if (!m_ids[line].isNull() && !visit(line)) return;
        if (next == m_starts.end()) return;
        at = matcher.indexIn(m_text, qsizetype(*next));
    }
}

QList<Id<Person>> Finder::find(const QString& text, qsizetype limit) const {
    QList<Id<Person>> found;
    QSet<size_t> seen;
    const Patterns patterns = patternsOf(text);
    for (const QByteArray& pattern : patterns.beginnings + patterns.pieces) {
        if (found.size() >= limit) break;
        scan(pattern, [&](size_t line) {
            if (seen.contains(line)) return true;
            seen.insert(line);
            found.append({m_ids[line]});
            return found.size() < limit;
        });
    }
    return found;
}

void Finder::findAll(const QString& text, const std::function<void(const Uuid&)>& found) const {
    const Patterns patterns = patternsOf(text);
    // Whoever begins with it also holds it.
    for (const QByteArray& pattern : patterns.isLetter ? patterns.beginnings : patterns.pieces)
        scan(pattern, [&](size_t line) {
            found(m_ids[line]);
            return true;
        });
}

Result<QList<FoundPerson>> describeFound(const Reader& reader, const QList<Id<Person>>& people) {
    QList<FoundPerson> described;
    for (const Id<Person>& id : people) {
        const auto done
            = reader.each("SELECT p.name, o.short_name, p.left_on FROM live_person p"
                          " LEFT JOIN organisation o ON o.id = p.branch_id"
                          " WHERE p.id = :id",
                          {{":id", id}}, [&](const Row& row) {
                              described.append({id, row.text(0), row.text(1), !row.isNull(2)});
                          });
        if (!done) return fail(done.error());
    }
    return described;
}

} // namespace baolei
