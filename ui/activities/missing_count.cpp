#include "ui/activities/missing_count.h"

#include "core/activities/compliance.h"

#include <QFileInfo>
#include <algorithm>

namespace baolei {

namespace {
// A town's file; `check` reads it within a few hundredths of a second. A county's is larger.
constexpr qint64 kSmallFile = qint64(16) * 1024 * 1024;
}

int missingActivities(const PageContext& context) {
    if (QFileInfo(context.store.path()).size() > kSmallFile) return 0;
    const auto found
        = check(context.reader(), context.scope.organisation(), context.clock().today());
    if (!found) return 0; // the page itself will say why
    return int(std::count_if(found->begin(), found->end(), [](const Finding& finding) {
        return finding.standing == Standing::Missing;
    }));
}

} // namespace baolei
