#include "core/people/moving.h"

namespace baolei {

using namespace Qt::StringLiterals;

Result<void> recordMovement(Session& session, const Person& person, Movement movement) {
    movement.id = session.newId<Movement>();
    movement.personId = person.id;
    movement.organisationId = person.branchId;
    return session.add(movement);
}

Result<void> endOpenPosts(Session& session, Id<Person> person, const PartialDate& on) {
    auto posts = session.reader().all<Post>("WHERE r.person_id = :person AND r.until_on IS NULL",
                                            {{":person", person}});
    if (!posts) return fail(posts.error());
    for (Post& post : *posts) {
        post.untilOn = on;
        if (const auto put = session.put(post); !put) return fail(put.error());
    }
    return {};
}

Result<Person> movedTo(Session& session, Person person, Id<Organisation> to, const PartialDate& on,
                       const QString& basis) {
    const auto target = session.find(to);
    if (!target) return fail(target.error());
    const auto from = session.find(person.branchId);
    // Code tables leave_kind 2: 转出, join_kind 3: 转入.
    Result<void> done = recordMovement(
        session, person, {{}, {}, {}, u"out"_s, u"2"_s, on, target->shortName, basis});
    if (done) done = endOpenPosts(session, person.id, on);
    if (!done) return fail(done.error());
    person.branchId = to;
    person.groupId = {};
    done = recordMovement(
        session, person,
        {{}, {}, {}, u"in"_s, u"3"_s, on, from ? from->shortName : QString(), basis});
    if (!done) return fail(done.error());
    return person;
}

} // namespace baolei
