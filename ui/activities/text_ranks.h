#pragma once
// Sorting tens of thousands of texts by their reading takes longer than a blink: whoever reads the
// lines, on a thread of its own, also says which place each text has among the others.

#include "ui/activities/year_reading.h"

namespace baolei {

/// The place of each text among all, as a table sorts them.
QHash<QString, int> ranksOf(const QSet<QString>& texts);

void rankBranches(QList<BranchYear>& branches);
void rankHeld(QList<HeldLine>& lines);
void rankFindings(QList<FindingLine>& lines);

} // namespace baolei
