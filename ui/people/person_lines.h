#pragma once
// What the table of people shows, read in one go on a thread of its own: one line a person with
// names instead of ids, the orders of names made ready, and the figures that filter.

#include "core/people/gaps.h"

#include <QHash>

namespace baolei {

struct PersonLine {
    RosterLine person;
    QString branch; ///< short name
    QString group;
    QString posts; ///< 书记、组织委员
    QString idNumber; ///< masked
    QString phone; ///< masked
    PersonGaps gaps = {}; ///< what is to be mended
    int branchOrder = 0; ///< place in the tree
    int byStrokes = 0; ///< place in 姓氏笔画 order
    int byPinyin = 0;
};

/// Filters of the line of figures, in its order.
struct PersonFilter {
    QString key; ///< full, probationary, activist …
    QString title;
    bool (*passes)(const PersonLine& line);
};
const QList<PersonFilter>& personFilters();
/// Whether a line is shown under a filter; under none: everyone who has not left.
bool passesFilter(const PersonLine& line, const QString& key);

struct PersonLines {
    QList<PersonLine> lines;
    QHash<QString, int> figures; ///< by key of a filter; empty key: on the books
};

/// Everyone in `scope`, those who have left too.
Result<PersonLines> readPersonLines(const Reader& reader, Id<Organisation> scope, QDate today);

/// 138****5678
QString maskedPhone(const QString& phone);
/// 失联、流动、免作要求 …; empty for somebody of whom there is nothing to say.
QString stateText(const RosterLine& person);

} // namespace baolei
