#include "core/spreadsheet/read_ahead.h"

#include "core/base/pipe.h"

#include <thread>
#include <vector>

namespace baolei {

namespace {

constexpr std::size_t kCellsOfBlock = 4096;
constexpr std::size_t kBlocksAhead = 8;

struct Block {
    struct Line {
        int number = 0;
        bool hidden = false;
        std::size_t end = 0; ///< of its cells
    };
    std::vector<Line> lines;
    std::vector<Cell> cells;
};

/// False: the handler wants no more.
bool handOut(const Block& block, const RowHandler& handler) {
    std::size_t from = 0;
    for (const Block::Line& line : block.lines) {
        const std::span<const Cell> cells(block.cells.data() + from, line.end - from);
        if (!handler({line.number, line.hidden, cells})) return false;
        from = line.end;
    }
    return true;
}

/// Gathers rows into blocks: handing over one by one would cost more than reading them.
class BlockMaker {
public:
    explicit BlockMaker(Pipe<Block>& pipe)
        : m_pipe(pipe) { }

    bool add(const SheetRow& row) {
        m_block.cells.insert(m_block.cells.end(), row.cells.begin(), row.cells.end());
        m_block.lines.push_back({row.number, row.hidden, m_block.cells.size()});
        return m_block.cells.size() < kCellsOfBlock || flush();
    }
    bool flush() {
        Block full;
        full.cells.reserve(kCellsOfBlock + m_block.cells.size() / m_block.lines.size());
        std::swap(full, m_block);
        return m_pipe.put(std::move(full));
    }
    bool isEmpty() const { return m_block.lines.empty(); }

private:
    Pipe<Block>& m_pipe;
    Block m_block;
};

} // namespace

Result<void> readAhead(SpreadsheetReader& file, int sheet, const RowHandler& handler) {
    Pipe<Block> pipe(kBlocksAhead);
    Result<void> done;
    std::thread reading([&] {
        BlockMaker maker(pipe);
        done = file.read(sheet, [&](const SheetRow& row) { return maker.add(row); });
        if (!maker.isEmpty()) maker.flush();
        pipe.end();
    });
    bool isWanted = true;
    while (isWanted) {
        const auto block = pipe.take();
        if (!block) break;
        isWanted = handOut(*block, handler);
    }
    pipe.abandon();
    reading.join();
    return isWanted ? done : Result<void>();
}

} // namespace baolei
