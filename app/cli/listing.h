#pragma once
// What `list` can show: each kind of thing is a row of a table and a function that hands out rows.

#include "app/cli/command.h"
#include "core/people/organisation.h"

#include <functional>

namespace baolei::cli {

struct ListedColumn {
    const char* key; ///< in JSON
    const char* title; ///< on screen and in .csv
};

/// What was asked for.
struct ListRequest {
    const Reader& reader;
    Id<Organisation> scope; ///< and below; null: everything
    const Call& call;
    bool withPrivate = false;
};

using RowSink = std::function<void(const QList<Value>&)>;

struct Listing {
    const char* name; ///< orgs, people, activities
    QList<ListedColumn> columns;
    QList<ListedColumn> privateColumns; ///< behind the others, only where asked for
    Result<void> (*read)(const ListRequest& request, const RowSink& row);
};

QList<Listing> listings();

/// The command `list`.
Result<void> list(const Call& call);

} // namespace baolei::cli
