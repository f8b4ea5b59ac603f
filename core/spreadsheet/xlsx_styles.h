#pragma once
// The cell formats of one workbook being written. Internal to core/spreadsheet.

#include "core/spreadsheet/xlsx_writer.h"

#include <array>
#include <vector>

struct lxw_workbook;
struct lxw_format;

namespace baolei {

class XlsxStyles {
public:
    /// One style has up to three formats in the file, since dates and digits kept as text need
    /// number formats of their own.
    enum class Use { General, Text, Date };

    explicit XlsxStyles(lxw_workbook* book)
        : m_book(book) { }

    int add(const CellStyle& style);
    /// Null for plain cells without a style. Owned by the workbook.
    lxw_format* format(int style, Use use);

private:
    struct Entry {
        CellStyle style;
        std::array<lxw_format*, 3> formats{};
    };
    lxw_format* make(const CellStyle& style, Use use) const;

    lxw_workbook* m_book;
    std::vector<Entry> m_entries{Entry()}; // the first is XlsxWriter::kNoStyle
};

} // namespace baolei
