#pragma once
// Several copies of a small form on one sheet, with lines to cut along: ballots. Inside core/forms
// only.

#include "core/forms/layout.h"

namespace baolei {

/// One slip of a sheet that is cut into `slips` columns and rows.
QSizeF slipSize(const PaperForm& form, QSize slips);

/// As many copies as the data say, as many on a sheet as leave each one whole. Refused where one
/// is too long even for the largest slip.
Result<Document> layOutSlips(const PaperForm& form, const FormData& data, const Fonts& fonts);

} // namespace baolei
