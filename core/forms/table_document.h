#pragma once
// What a table of the window shows, as pages to be printed: a title, the columns as wide as their
// texts need, upright or, where they need more, across.

#include "core/base/result.h"
#include "core/forms/fonts.h"

#include <QStringList>

namespace baolei {

struct TableSheet {
    QString title;
    QString note; ///< below the title: which period, how many rows
    QStringList heads;
    QList<QStringList> rows;
};

/// A4 pages with the heads repeated and numbers at the foot.
Result<Document> tableDocument(const TableSheet& sheet, const Fonts& fonts);

} // namespace baolei
