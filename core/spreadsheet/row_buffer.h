#pragma once
// The row that a reader is filling: reused from row to row, so that a cell costs no allocation of
// its own beyond its text. Internal to core/spreadsheet.

#include "core/spreadsheet/cell.h"

#include <vector>

namespace baolei {

class RowBuffer {
public:
    int number = 0;
    bool hidden = false;

    /// The cell to fill; `column` must be below kMaxSheetColumns.
    Cell& at(int column) {
        const auto index = std::size_t(column);
        if (index >= m_cells.size()) m_cells.resize(index + 1);
        if (m_cells[index].isEmpty()) m_used.push_back(column);
        return m_cells[index];
    }

    /// Hands the row out if it has a value, and empties it. False: the handler wants no more.
    bool deliver(const RowHandler& handler, int times = 1) {
        std::size_t width = 0;
        for (int column : m_used)
            if (!m_cells[std::size_t(column)].isEmpty())
                width = std::max(width, std::size_t(column) + 1);
        // Counted before they are handed out: a bomb costs the work on none of its rows.
        m_delivered += qint64(width) * times;
        bool goOn = !isTooMuch();
        for (int i = 0; i < times && width > 0 && goOn; ++i)
            goOn = handler({number + i, hidden, std::span(m_cells.data(), width)});
        for (int column : m_used)
            m_cells[std::size_t(column)] = Cell();
        m_used.clear();
        return goOn;
    }

    /// A few bytes can stand for a million rows of 16,384 columns: delivering ends there.
    bool isTooMuch() const { return m_delivered > kMaxCells; }

private:
    static constexpr qint64 kMaxCells = 100'000'000; // a whole city's roster has 7,400,000

    std::vector<Cell> m_cells;
    std::vector<int> m_used;
    qint64 m_delivered = 0;
};

} // namespace baolei
