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

bool isDigits(const QString& text) {
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'X';
    });
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

void Finder::collect(const QByteArray& pattern, qsizetype limit, QSet<qsizetype>& seen,
                     QList<Id<Person>>& found) const {
    const QByteArrayMatcher matcher(pattern);
    qsizetype at = matcher.indexIn(m_text);
    while (at >= 0 && found.size() < limit) {
        const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), quint32(at));
        const qsizetype line = next - m_starts.begin() - 1;
        if (!m_ids[size_t(line)].isNull() && !seen.contains(line)) {
            seen.insert(line);
            found.append({m_ids[size_t(line)]});
        }
        if (next == m_starts.end()) break;
        at = matcher.indexIn(m_text, qsizetype(*next));
    }
}

QList<Id<Person>> Finder::find(const QString& text, qsizetype limit) const {
    QList<Id<Person>> found;
    QSet<qsizetype> seen;
    const QString typed = compactCell(text).toUpper();
    if (typed.isEmpty()) return found;
    if (isDigits(typed)) {
        if (typed.size() >= kFewestDigits) collect(typed.toUtf8() + kEnd, limit, seen, found);
        return found;
    }
    const QByteArray name = cleanName(text).toUtf8();
    collect(kName + name, limit, seen, found);
    collect(name, limit, seen, found);
    const QByteArray reading = pinyinQuery(text).toLatin1();
    if (reading.isEmpty()) return found;
    collect(kKey + reading, limit, seen, found);
    if (reading.size() > 1) collect(reading, limit, seen, found);
    return found;
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
