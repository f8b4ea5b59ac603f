#pragma once
// A small invented town on a real store file, for tests above core/people.

#include "core/people/commands.h"
#include "tests/support/support.h"

namespace baolei {

/// 示范镇党委 with 西荡村党支部 (committee of three) and 东堰村党支部, on 20 November 2026.
struct Town {
    TempFolder folder;
    FixedClock clock{QDate(2026, 11, 20)};
    std::unique_ptr<Store> store;
    Organisation committee;
    Organisation xidang;
    Organisation dongyan;

    Town();
    Organisation add(const QString& shortName, const QString& type, Id<Organisation> parent);
    /// A full member since 2001-07-01, born 1970-01-01, without an ID number.
    Person member(const QString& name, Id<Organisation> branch);
    const Reader& reader() const { return store->reader(); }
};

} // namespace baolei
