#pragma once
// Invented towns to try the program on: nobody in them exists, and their ID numbers use the
// unassigned region 329999. The same day and scale always give the same people and meetings.

#include "core/store/store.h"

#include <functional>

namespace baolei {

enum class DemoScale {
    Town, ///< 示范镇: 12 villages and five other branches, about 400 members
    County, ///< 1,200 organisations, 19,600 members
    City, ///< 15,300 organisations, 323,200 members
};

/// Reads town, county, city; refuses anything else.
Result<DemoScale> demoScaleFrom(const QString& text);

/// 示范镇, 示范县, 示范市
QString demoTownName(DemoScale scale);

/// Called between organisations: done, of how many; false stops and leaves the store empty.
using DemoProgress = std::function<bool(int done, int total)>;

/// Fills a new store with organisations, people, posts and the year's activities up to the store's
/// today, as one operation. Some branches have missed meetings on purpose.
Result<void> fillDemo(Store& store, DemoScale scale, const DemoProgress& progress = {});

} // namespace baolei
