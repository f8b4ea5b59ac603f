#pragma once
// How the rules of the book are listed, and one of them in full.

#include "core/activities/rule_settings.h"
#include "ui/base/record_model.h"

namespace baolei {

QList<RecordColumn<RuleSetting>> ruleColumns();
/// A key made from the rule's id and its first day: a rule may have several versions.
Uuid ruleRowId(const RuleSetting& setting);

/// What the rule says, where it stands, how far that is verified, and what the town may set.
QString ruleText(const RuleSetting& setting);

} // namespace baolei
