#pragma once
// Pages to paper, through the system's print dialog.

#include "core/forms/fonts.h"

#include "core/base/result.h"

QT_BEGIN_NAMESPACE
class QPrinter;
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// Asks for printer, copies, pages and duplex, then prints. False: the person thought better of it.
Result<bool> printWithDialog(QWidget* parent, const Document& document, const Fonts& fonts);

/// Prints pages `from` to `to` (counted from 1; 0: all) at true size, each on its own paper size.
Result<void> printPages(QPrinter& printer, const Document& document, const Fonts& fonts,
                        int from = 0, int to = 0);

} // namespace baolei
