#pragma once
// Which columns a table shows: a menu with a tick for each, behind a button and a right click on
// the header. The choice is kept under the name of the table.

#include "ui/base/record_table.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace baolei {

/// `hiddenAtFirst`: keys of columns that are not shown until somebody ticks them. The first column
/// stays. The table must have its model.
QMenu* makeColumnMenu(RecordTable* table, const QStringList& hiddenAtFirst);

/// Keys of the columns that are not to be shown.
QStringList hiddenColumns(const RecordTable* table, const QStringList& hiddenAtFirst);

} // namespace baolei
