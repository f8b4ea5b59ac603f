#pragma once
// Rows of a sheet as nearly every program writes them, read without expat: in a large sheet they
// are all that costs time. Only what is plainly well-formed counts as usual; anything else is left
// to expat, which alone says what is wrong with a file. Internal to core/spreadsheet.

#include <string>
#include <string_view>
#include <vector>

namespace baolei {

/// One <c> as it stands in the file.
struct RawCell {
    enum class Child { None, Value, Inline };
    std::string_view reference; ///< AB12; empty: not written
    std::string_view type;
    std::string_view style;
    Child child = Child::None; ///< what `text` stood in
    std::string_view text; ///< character references replaced
};

struct RawRow {
    std::string_view number; ///< empty: not written
    std::string_view hidden;
    std::vector<RawCell> cells;
    std::string decoded; ///< texts that held character references
};

enum class RowScan {
    Whole, ///< the row was read
    Unfinished, ///< it does not end within the bytes
    Unusual, ///< to be read by expat
};

/// Reads the row that `bytes` begin with and moves them behind it; unless it was whole, they stay.
/// Views in `row` point into the bytes and into the row itself.
RowScan scanRow(std::string_view& bytes, RawRow& row);

} // namespace baolei
