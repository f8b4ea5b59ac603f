#pragma once
// The filled form as a workbook, to be edited on in WPS or Excel: the same cells at the same
// sizes, a table in one piece with its head repeated by the program that prints it.

#include "core/base/result.h"
#include "core/forms/layout.h"

namespace baolei {

/// Everything the form shows, laid out without page breaks; each of its stretches is one sheet.
Result<Document> layOutForWorkbook(const PaperForm& form, const FormData& data, const Fonts& fonts);

/// Writes such pages, one sheet each, named after their form.
Result<void> writeWorkbook(const Document& document, const QString& path);

} // namespace baolei
