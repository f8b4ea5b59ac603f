#include "core/spreadsheet/xlsx_check.h"

#include <zip.h>

namespace baolei {

namespace {
bool comesToItsEnd(zip_t* book, zip_uint64_t entry) {
    zip_file_t* sheet = zip_fopen_index(book, entry, 0);
    if (!sheet) return false;
    QByteArray buffer(1 << 16, '\0');
    QByteArray tail;
    zip_int64_t got = 0;
    while ((got = zip_fread(sheet, buffer.data(), zip_uint64_t(buffer.size()))) > 0)
        tail = (tail + buffer.first(qsizetype(got))).last(qMin<qsizetype>(32, tail.size() + got));
    zip_fclose(sheet);
    return got == 0 && tail.trimmed().endsWith("</worksheet>");
}
}

bool isWholeWorkbook(const QByteArray& narrowPath) {
    zip_t* book = zip_open(narrowPath.constData(), ZIP_RDONLY, nullptr);
    if (!book) return false;
    bool isWhole = true;
    const auto entries = zip_uint64_t(zip_get_num_entries(book, 0));
    for (zip_uint64_t i = 0; isWhole && i < entries; ++i)
        if (QByteArray(zip_get_name(book, i, 0)).startsWith("xl/worksheets/sheet"))
            isWhole = comesToItsEnd(book, i);
    zip_discard(book);
    return isWhole;
}

} // namespace baolei
