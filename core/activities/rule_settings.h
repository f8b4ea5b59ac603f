#pragma once
// What a town sets otherwise than the rule books: one journaled setting a rule, "rule.<id>":
// {"enabled":…, "per":…, "parameters":{…}}. Only what a rule leaves to the town can be set.

#include "core/rules/rule.h"
#include "core/store/store.h"

namespace baolei {

/// All choices of the town, as they are kept.
Result<QList<RuleOverride>> ruleOverrides(const Reader& reader);

/// A rule as it is written and as it stands in this town.
struct RuleSetting {
    Rule written;
    Rule inForce;
    std::optional<RuleOverride> choice; ///< what the town has set
    QString problem; ///< why the choice does not fit the rule any more; then it is not in force
};

/// Every rule of the book, in its order; a rule that changed on a day once for each version.
Result<QList<RuleSetting>> ruleSettings(const Reader& reader);
/// Those of them with this id; refused where there is none.
Result<QList<RuleSetting>> ruleSettings(const Reader& reader, const QString& rule);

/// Sets one rule for the whole town. Refuses what withOverrides refuses. What is as written is not
/// kept, so that it follows a new edition of the rule.
Result<void> overrideRule(Store& store, RuleOverride choice);
/// Back to what is written. Also takes back a choice for a rule that is no more.
Result<void> resetRule(Store& store, const QString& rule);

} // namespace baolei
