#pragma once
// Pages into a PDF file: fonts embedded, text searchable.

#include "core/base/result.h"
#include "core/forms/fonts.h"

#include <functional>

namespace baolei {

/// Told after each page; answers whether to go on.
using PageProgress = std::function<bool(int done, int total)>;

/// Writes beside `path` first, so that a file that was there stays until the new one is complete.
Result<void> writePdf(const Document& document, const QString& path, const Fonts& fonts,
                      const PageProgress& progress = {});

} // namespace baolei
