#pragma once
// Reads the rule books: strict, so that a slip of the pen is found when the program starts and not
// when a branch is judged by it.

#include "core/rules/rule.h"

#include <QJsonObject>

namespace baolei {

/// One rule book. `kinds`: the kinds of activity there are; a rule that names another is refused.
/// Refuses unknown keys, unknown names, a missing source and overlapping dates of one id, and says
/// file, rule and reason.
Result<RuleBook> parseRules(const QByteArray& json, const QString& file, const QStringList& kinds);

/// The same, added to what the book has.
Result<void> addRules(RuleBook& book, const QByteArray& json, const QString& file,
                      const QStringList& kinds);

/// All rules/*.rules.json, shipped and the user's own copies.
Result<RuleBook> loadRules(const QStringList& kinds);

/// The "source" object of a rule or a kind of activity; empty `problem`: all is well.
RuleSource parseSource(const QJsonValue& value, QString& problem);
QJsonObject sourceJson(const RuleSource& source);

} // namespace baolei
