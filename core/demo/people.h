#pragma once
// Invented organisations and people.

#include "core/demo/demo.h"
#include "core/demo/source.h"
#include "core/people/post.h"

#include <QSet>

namespace baolei {

/// A branch to be filled: how many members, and whether it is large enough for groups.
struct DemoBranch {
    Organisation organisation;
    int members = 0;
    QList<Organisation> groups;
};

struct DemoTree {
    QList<Organisation> above; ///< committees and general branches, parents first
    QList<DemoBranch> branches;
};

/// The whole tree of a scale, with the exact numbers of its name; ids are given.
DemoTree demoTree(const DemoSource& source, DemoScale scale, Session& session, QDate today);

struct DemoPeople {
    QList<Person> people;
    QList<Post> posts;
};

/// What has to be counted over the whole demo.
struct DemoCount {
    int people = 0;
    QSet<QString> idNumbers; ///< none may come twice
};

/// The members and posts of one branch.
DemoPeople demoPeople(const DemoSource& source, const DemoBranch& branch, Dice& dice,
                      Session& session, QDate today, DemoCount& count);

/// Up to three people on the way to joining.
QList<Person> demoApplicants(const DemoSource& source, const DemoBranch& branch, Dice& dice,
                             Session& session, QDate today);

} // namespace baolei
