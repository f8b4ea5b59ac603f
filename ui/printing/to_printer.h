#pragma once
// Pages to paper, through the system's print dialog.

#include "core/forms/pdf.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QPrinter;
class QWidget;
QT_END_NAMESPACE

namespace baolei {

/// Asks for printer, copies, pages and duplex. Null: the person thought better of it.
std::shared_ptr<QPrinter> askForPrinter(QWidget* parent, const Document& document);

/// Prints the pages that the printer was told (none told: all) at true size, each on its own paper
/// size; on any thread. Stopped, it leaves no file where it prints into one; of what goes to paper,
/// pages that the system has already taken may still come out.
Result<void> printPages(QPrinter& printer, const Document& document, const Fonts& fonts,
                        const PageProgress& progress = {});

} // namespace baolei
