#pragma once
// The part of a move that is the same whether a person at the desk moves somebody or a newer roster
// shows that somebody has moved. For commands only.

#include "core/people/post.h"
#include "core/store/session.h"

namespace baolei {

/// A departure from the old branch, an arrival at the new one; open posts end. Gives the person as
/// it becomes, not yet put.
Result<Person> movedTo(Session& session, Person person, Id<Organisation> to, const PartialDate& on,
                       const QString& basis);

/// Ends all open posts of a person.
Result<void> endOpenPosts(Session& session, Id<Person> person, const PartialDate& on);

/// Writes an arrival at ("in") or a departure from ("out") the person's branch.
Result<void> recordMovement(Session& session, const Person& person, Movement movement);

} // namespace baolei
