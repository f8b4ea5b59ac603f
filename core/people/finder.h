#pragma once
// Finds people as somebody types: a piece of the name, pinyin, initials, the last digits of an ID
// or telephone number. Held in memory (about 80 bytes a person) and scanned whole: a city's 323,200
// people take a few milliseconds, and the file needs no index.

#include "core/people/person.h"
#include "core/store/reader.h"

#include <functional>
#include <vector>

namespace baolei {

struct FoundPerson {
    Id<Person> id;
    QString name;
    QString branch; ///< short name
    bool hasLeft = false;
};

class Finder {
public:
    /// Reads everyone; for a worker thread where the store is large.
    static Result<Finder> load(const Reader& reader);

    /// Reads these people anew: after a change of them.
    Result<void> refresh(const Reader& reader, const QList<Uuid>& people);

    /// The best fitting people, at most `limit`: those whose name or reading begins with `text`
    /// first, then those that hold it. Digits (three or more) fit the end of a number.
    QList<Id<Person>> find(const QString& text, qsizetype limit = 50) const;

    /// Everyone who fits, in no order and some of them twice: how a whole list is filtered.
    void findAll(const QString& text, const std::function<void(const Uuid&)>& found) const;

    qsizetype size() const { return m_position.size(); }

private:
    void put(const Uuid& id, const QString& name, const QString& idNumber,
             const QStringList& phones);
    /// Calls `visit` for each line that holds `pattern`, until it answers false.
    void scan(const QByteArray& pattern, const std::function<bool(size_t line)>& visit) const;

    QByteArray m_text; ///< one line a person; a line that was replaced stays and counts no more
    std::vector<quint32> m_starts; ///< of each line
    std::vector<Uuid> m_ids; ///< of each line; null where it counts no more
    QHash<Uuid, qsizetype> m_position;
};

/// Names and branches for a list of hits, in its order.
Result<QList<FoundPerson>> describeFound(const Reader& reader, const QList<Id<Person>>& people);

} // namespace baolei
