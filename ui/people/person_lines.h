#pragma once
// What the table of people shows of those who are on the screen: names instead of ids, private
// values masked. Read a screenful at a time, never everybody.

#include "core/people/roster_index.h"

namespace baolei {

struct PersonLine {
    RosterLine person; ///< id null: is not there any more
    QString branch; ///< short name
    QString group;
    QString posts; ///< 书记、组织委员
    QString idNumber; ///< masked
    QString phone; ///< masked
};

/// Filters of the line of figures, in its order.
struct PersonFilter {
    QString key; ///< full, probationary, activist …
    QString title;
    quint32 mark = 0;
};
const QList<PersonFilter>& personFilters();
/// The mark of a filter; 0 under none, which shows everyone who has not left.
quint32 markOf(const QString& filter);
inline bool passes(const RosterEntry& entry, quint32 mark) {
    return mark == 0 ? (entry.marks & bit(RosterMark::Left)) == 0 : (entry.marks & mark) != 0;
}

/// One line for each of these people, in their order.
Result<QList<PersonLine>> readPersonLines(const Reader& reader, const QList<Uuid>& people,
                                          QDate today);

/// 书记、组织委员: appends a post that is held today.
void addPost(QString& posts, const QString& kind, const QString& title);

/// 138****5678
QString maskedPhone(const QString& phone);
/// 失联、流动、免作要求 …; empty for somebody of whom there is nothing to say.
QString stateText(const RosterLine& person);

} // namespace baolei
