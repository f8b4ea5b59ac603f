#pragma once
// Posts that people hold, and their arrivals at and departures from branches.

#include "core/people/person.h"

namespace baolei {

struct Post {
    Id<Post> id;
    Id<Person> personId;
    Id<Organisation> organisationId;
    QString kind; ///< code table post
    QString title; ///< as it is called, where the code does not say it
    QString duty; ///< 分工
    PartialDate fromOn;
    PartialDate untilOn; ///< null: still held
    int votes = 0; ///< 选举得票; 0: not on record
    bool isHeldOn(QDate day) const {
        return (fromOn.isNull() || fromOn.earliest() <= day)
            && (untilOn.isNull() || untilOn.latest() >= day);
    }
    bool operator==(const Post&) const = default;
};
template <> const Table& tableOf<Post>();

struct Movement {
    Id<Movement> id;
    Id<Person> personId;
    Id<Organisation> organisationId;
    QString direction; ///< in, out
    QString kind; ///< code table join_kind or leave_kind
    PartialDate happenedOn;
    QString counterpart; ///< where from, where to
    QString basis; ///< 依据
    bool operator==(const Movement&) const = default;
};
template <> const Table& tableOf<Movement>();

} // namespace baolei
