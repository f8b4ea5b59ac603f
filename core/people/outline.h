#pragma once
// The tree of organisations as a list, parents before children, so that whatever stands below an
// organisation is one stretch of it: a city's 15,300 in some milliseconds.

#include "core/people/organisation.h"
#include "core/store/reader.h"

namespace baolei {

struct OutlineLine {
    Id<Organisation> id;
    QString shortName;
    QString name;
    QByteArray keys; ///< what it is found by, see Outline::fits; empty unless they were asked for
    int parent = -1; ///< place
    int end = 0; ///< the place after the last one below it
    bool isDissolved = false;
};

enum class OutlineKeys { LeftOut, Made };

class Outline {
public:
    /// Those that are dissolved too: people may still stand on their books. Keys take a city a
    /// quarter of a second: on a thread.
    static Result<Outline> read(const Reader& reader, OutlineKeys keys = OutlineKeys::LeftOut);

    const QList<OutlineLine>& lines() const { return m_lines; }
    int placeOf(Id<Organisation> id) const { return m_places.value(id, -1); } ///< -1: not there
    /// Places of at most `limit` that are not dissolved and fit what was typed: a piece of a name,
    /// the beginning of its pinyin or of its initials.
    QList<int> find(const QString& text, qsizetype limit) const;

private:
    QList<OutlineLine> m_lines;
    QHash<Id<Organisation>, int> m_places;
};

} // namespace baolei
