#pragma once
// 登记免除: who approved that a branch leaves something out for a while, and why; and, where it is
// left out, who did.

#include "core/activities/exemption.h"
#include "core/base/period.h"
#include "ui/base/page.h"

namespace baolei {

/// What an exemption starts out from.
struct ExemptionStart {
    Id<Organisation> organisation;
    QString rule;
    Period period;
};

/// Asks for reason and approver. True: something was saved.
bool grantExemption(QWidget* parent, const PageContext& context, const ExemptionStart& start);

/// Says who approved what frees `organisation` from activities of `kind` in `month`, one after the
/// other, and takes back what the person no longer wants.
void showExemptions(QWidget* parent, const PageContext& context, Id<Organisation> organisation,
                    const QString& kind, const Period& month);

} // namespace baolei
