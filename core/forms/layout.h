#pragma once
// A form and its data become pages. Pure: the same form, data and fonts give the same pages.

#include "core/forms/fonts.h"
#include "core/forms/form.h"

#include "core/base/result.h"

namespace baolei {

struct LayoutOptions {
    /// One page as long as it takes and no blank rows: what a workbook is made from.
    bool isEndless = false;
};

/// Pages numbered from 1. Fails only when the form leaves no room to put anything.
Result<Document> layOut(const PaperForm& form, const FormData& data, const Fonts& fonts,
                        const LayoutOptions& options = {});

} // namespace baolei
