#pragma once
// What a town may set about one rule: whether it is asked for, how often, and its numbers.

#include "core/activities/rule_settings.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// True: something was saved. Only for rules that leave something to the town.
bool editRule(Store& store, const RuleSetting& setting, QWidget* parent);

} // namespace baolei
