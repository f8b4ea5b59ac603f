#pragma once
// The one list of what the window shows.

#include "ui/window/window_parts.h"

namespace baolei {

WindowParts windowParts();

} // namespace baolei
