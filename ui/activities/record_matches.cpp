#include "ui/activities/record_matches.h"

#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kNoFit = 9;

// 0 fits in full … 2 holds it somewhere; kNoFit does not fit.
int fitOf(const RecordPerson& person, const QString& who, const QString& query) {
    if (person.name == who || person.keys.initials.contains(query)) return 0;
    if (person.name.startsWith(who)) return 1;
    if (!query.isEmpty() && matchesKeys(person.keys, query)) return 1;
    return person.name.contains(who) ? 2 : kNoFit;
}
}

AbsentEntry readAbsentEntry(const QString& typed) {
    QString text = typed.trimmed();
    text.replace(u'　', u' ');
    return {text.section(u' ', 0, 0), text.section(u' ', 1).trimmed()};
}

QList<qsizetype> matchingPeople(const QList<RecordPerson>& people, const QString& who,
                                const QSet<Uuid>& except) {
    QList<qsizetype> found;
    if (who.isEmpty()) return found;
    const QString query = pinyinQuery(who);
    QList<int> fits(people.size(), kNoFit);
    for (qsizetype i = 0; i < people.size(); ++i) {
        if (except.contains(people[i].expected.person)) continue;
        fits[i] = fitOf(people[i], who, query);
        if (fits[i] != kNoFit) found.append(i);
    }
    std::stable_sort(found.begin(), found.end(), [&](qsizetype a, qsizetype b) {
        return std::pair(!people[a].isExpected, fits[a])
            < std::pair(!people[b].isExpected, fits[b]);
    });
    return found;
}

} // namespace baolei
