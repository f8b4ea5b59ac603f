#pragma once
// How a duty stands, or a thing that was planned. The symbol comes first and the colour second, so that a black-and-white
// print and an eye that sees no red lose nothing.

#include "ui/base/theme.h"

namespace baolei {

enum class Status { Done, Incomplete, Missing, Due, Late, Planned, Future, Exempt };

QString symbolOf(Status status); ///< ● ◐ ○ ! ◆ ◇ · –
Tone toneOf(Status status);
QString nameOf(Status status); ///< 已完成 …, for tooltips and screen readers

} // namespace baolei
