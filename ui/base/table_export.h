#pragma once
// 导出: what a table shows, row by row as filtered and sorted, to .xlsx, .csv or, to be printed, to
// .pdf.

#include "ui/base/navigator.h"
#include "ui/base/record_model.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// Asks for the file, writes on a thread and says how many rows there are; a PDF is shown. `name` is the sheet's,
/// and with `suffix` the one suggested for the file and what stands over the pages. `legend` tells
/// what symbols mean, where the pages need that.
void exportShown(QWidget* parent, Navigator& navigator, const RecordModelBase& model,
                 const QString& name, const QString& suffix = {},
                 const QString& legend = {});

} // namespace baolei
