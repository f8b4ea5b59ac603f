#pragma once
// The count beside 组织生活 in the sidebar.

#include "ui/base/page.h"

namespace baolei {

/// How many duties of the scope are missing, for the sidebar; 0 where counting would hold up the
/// window.
int missingActivities(const PageContext& context);

} // namespace baolei
