#pragma once
// 导出: what the table shows, or the whole roster of the people it shows, into a spreadsheet.
// Private columns are written only after somebody has agreed to it twice.

#include "ui/base/page.h"
#include "ui/people/person_columns.h"

namespace baolei {

struct ShownPeople {
    QList<Uuid> people; ///< as they stand in the table
    QStringList columns; ///< keys of the columns that are shown, in their order on the screen
    QString title; ///< for the name of the file: 西荡村党支部
};

/// Asks what and where, writes on a thread, says how many.
void exportPeople(QWidget* parent, const PageContext& context, ShownPeople shown);

} // namespace baolei
