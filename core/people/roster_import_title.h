#pragma once
// A roster of one branch seldom has a column for it: the title, the line with the unit, the name of
// the sheet or of the file says whose members these are.

#include <QStringList>

namespace baolei {

/// The branch that a text names, as it writes it: 中共示范镇东堰村支部委员会党员名册, 单位:
/// 西荡村党支部 or 支部名称: 西荡村. Empty where it names none, or the town itself.
QString branchNamedIn(QStringView text, QStringView town);

/// The one branch that the rows above the header name; empty: none, or several.
QString branchInTitle(const QList<QStringList>& rowsAbove, QStringView town);

/// The branch that a sheet or a file is called after; a village's name alone will do.
QString branchInName(QStringView name, QStringView town);

} // namespace baolei
