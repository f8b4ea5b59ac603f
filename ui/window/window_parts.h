#pragma once
// What the program plugs into the window: its pages, its search, its demo town.

#include "ui/base/background.h"
#include "ui/base/page.h"
#include "ui/window/find_box.h"

namespace baolei {

struct WindowParts {
    QList<PageEntry> pages;
    /// Makes the search for one open store; `owner` goes when the store is closed.
    std::function<FindFunction(const PageContext&, QWidget* owner)> makeFind = {};
    /// Makes the demo town as a new file; none: the start screen does not offer it.
    std::function<Result<void>(const QString& path, const Clock& clock, Progress&)> makeDemo = {};
};

} // namespace baolei
