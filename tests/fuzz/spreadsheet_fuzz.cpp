// A whole file as it comes: .xlsx, .ods, .xls or .csv, found by its first bytes.

#include "tests/fuzz/every_sheet.h"

using namespace baolei;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    readEverySheet(scratchFile(QStringLiteral("table"), bytesOf(bytes, size)));
    return 0;
}
