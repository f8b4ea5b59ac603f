#pragma once
// The small town with meetings in it, as the first page reads them.

#include "core/activities/queries.h"
#include "tests/ui/support.h"
#include "ui/home/home_answer.h"

namespace baolei {

struct HomeTown : PageTown {
    /// Members with nothing to mend; the first is the secretary.
    QList<Person> settle(const Organisation& branch, int count);
    void hold(const QString& kind, const Organisation& branch, QDate day,
              const QString& state = QStringLiteral("final"));
    /// Everything that is asked of a branch up to 20 November 2026, and what is due this year.
    void holdEverything(const Organisation& branch);
    void setTerm(Organisation& branch, const PartialDate& ends);

    HomeAnswer answer(Id<Organisation> of = {}, const Period& period = Period::ofMonth(2026, 11));

private:
    int m_number = 0;
};

/// The first line that contains the words.
const TodoLine* lineWith(const QList<TodoLine>& lines, const QString& words);

} // namespace baolei
