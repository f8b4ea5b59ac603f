#pragma once
// The small style sheet: flat buttons and fields, one accent. Everything else is Fusion's palette.

#include <QString>

namespace baolei {

/// For the look as it is now. A button becomes the primary one by the property role = "primary",
/// one without a frame by role = "plain"; a frame becomes a card by role = "card".
QString styleSheet();

} // namespace baolei
