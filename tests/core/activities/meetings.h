#pragma once
// Meetings of the small town, written down as a clerk would.

#include "core/activities/compliance.h"
#include "core/activities/queries.h"
#include "tests/support/town.h"

namespace baolei {

ActivityKind kindNamed(const QString& id);

/// A final record with all that its kind asks for, everyone expected there; 9:00 to 10:00, written
/// down on its day.
ActivityRecord meetingOf(const Town& town, const QString& kind, Id<Organisation> organisation,
                         QDate day);

/// The same, changed by `edit` and saved.
using Edit = std::function<void(ActivityRecord&)>;
Activity hold(Town& town, const QString& kind, Id<Organisation> organisation, QDate day,
              const Edit& edit = {});

/// Gives a post from 2024 on.
Post seat(Town& town, const Person& person, Id<Organisation> organisation, const QString& kind);

/// 西荡 with its secretary and further members up to `count`; the first is the secretary 钟山.
QList<Person> settle(Town& town, Id<Organisation> branch, int count);

/// What check() says about one organisation by one rule.
QList<Finding> findingsOf(const Town& town, const QString& rule, Id<Organisation> organisation,
                          QDate today);

} // namespace baolei
