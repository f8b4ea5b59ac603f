#pragma once
// Everything that the first page shows, read in one go on a thread of its own.

#include "ui/home/todo.h"

#include <array>
#include <functional>

namespace baolei {

struct HomeQuestion {
    Id<Organisation> scope; ///< null: the whole town
    Period period;
    QDate today;
    bool operator==(const HomeQuestion&) const = default;
};

/// What one month asked for: duties belong to the last month of their period.
struct MonthDuties {
    int done = 0;
    int missing = 0; ///< the time for it is over
    int due = 0; ///< still to be done
    int all() const { return done + missing + due; }
    MonthDuties& operator+=(const MonthDuties& other) {
        done += other.done;
        missing += other.missing;
        due += other.due;
        return *this;
    }
    bool operator==(const MonthDuties&) const = default;
};

struct HomeAnswer {
    HomeQuestion question;
    int organisations = 0; ///< in the scope; 0: nothing has been entered yet
    Books books;
    int completeBranches = 0; ///< which lack nothing in the year so far
    int held = 0; ///< meetings in the period, a joint one once
    std::optional<int> heldBefore; ///< in the period before, up to the same day; not known: none
    int year = 0; ///< of the months
    std::array<MonthDuties, 12> months;
    QList<TodoLine> todo;
    bool isWhole = false; ///< else only what the books say is known yet

    bool isNow() const { return question.period.contains(question.today); }
};

/// Looking back at another period, only its own duties are listed; what is not tied to a day stays.
/// `deliver` is given what the books say as soon as it is known, perhaps on another thread. `goOn`
/// is asked now and then; false ends with Progress::stopped().
Result<HomeAnswer> readHome(const Reader& reader, const HomeQuestion& question, const GoOn& goOn,
                            const std::function<void(const HomeAnswer&)>& deliver = {});

} // namespace baolei
