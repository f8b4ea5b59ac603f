#include "core/people/outline.h"

#include "core/names/name_keys.h"

namespace baolei {

namespace {
constexpr char kKey = '\x02'; ///< stands before each reading
constexpr qsizetype kTop = 0; ///< bucket of those without a parent

// Children of each line by its number from 1, in the order of siblings.
using Children = QList<QList<int>>;

void append(const QList<OutlineLine>& found, const Children& children, qsizetype number, int parent,
            QList<OutlineLine>& ordered) {
    for (const int each : children[number]) {
        const auto place = int(ordered.size());
        ordered.append(found[each]);
        ordered[place].parent = parent;
        append(found, children, each + 1, place, ordered);
        ordered[place].end = int(ordered.size());
    }
}

QByteArray keysOf(const OutlineLine& line) {
    const NameKeys keys = nameKeys(line.shortName);
    QByteArray text;
    for (const QString& key : keys.pinyin + keys.initials)
        text += kKey + key.toLatin1();
    return text;
}
}

Result<Outline> Outline::read(const Reader& reader, OutlineKeys keys) {
    QList<OutlineLine> found;
    QList<Id<Organisation>> parents;
    const auto done = reader.each(
        "SELECT id, parent_id, short_name, name, dissolved_on IS NOT NULL FROM live_organisation"
        " ORDER BY position, id",
        {}, [&](const Row& row) {
            OutlineLine line;
            line.id = row.as<Id<Organisation>>(0);
            line.shortName = row.text(2);
            line.name = row.text(3);
            line.isDissolved = row.integer(4) != 0;
            if (keys == OutlineKeys::Made) line.keys = keysOf(line);
            found.append(std::move(line));
            parents.append(row.as<Id<Organisation>>(1));
        });
    if (!done) return fail(done.error());
    QHash<Id<Organisation>, int> numbers;
    numbers.reserve(found.size());
    for (int i = 0; i < int(found.size()); ++i)
        numbers.insert(found[i].id, i + 1);
    Children children(found.size() + 1);
    for (int i = 0; i < int(found.size()); ++i)
        children[numbers.value(parents[i], kTop)].append(i);
    Outline outline;
    outline.m_lines.reserve(found.size());
    append(found, children, kTop, -1, outline.m_lines);
    outline.m_places.reserve(outline.m_lines.size());
    for (int i = 0; i < int(outline.m_lines.size()); ++i)
        outline.m_places.insert(outline.m_lines[i].id, i);
    return outline;
}

QList<int> Outline::find(const QString& text, qsizetype limit) const {
    const QString letters = pinyinQuery(text);
    const QByteArray beginning = letters.isEmpty() ? QByteArray() : kKey + letters.toLatin1();
    QList<int> places;
    for (int place = 0; place < int(m_lines.size()) && places.size() < limit; ++place) {
        const OutlineLine& line = m_lines[place];
        if (line.isDissolved) continue;
        if (line.shortName.contains(text) || line.name.contains(text)
            || (!beginning.isEmpty() && line.keys.contains(beginning)))
            places.append(place);
    }
    return places;
}

} // namespace baolei
