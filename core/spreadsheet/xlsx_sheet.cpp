#include "core/spreadsheet/xlsx_sheet.h"

namespace baolei {

namespace {

constexpr std::size_t kChunk = 65'536;
constexpr std::size_t kLongestPrelude = 1'000'000; // before the first row: views, columns
constexpr std::size_t kLongestRow = 1'000'000;

/// Up to and with the tag after which rows follow; npos: it is not among the bytes.
std::size_t endOfSheetDataTag(std::string_view bytes) {
    const std::size_t tag = bytes.find("<sheetData");
    const std::size_t end = tag == std::string_view::npos ? tag : bytes.find('>', tag);
    return end == std::string_view::npos ? end : end + 1;
}

bool isUtf8(std::string_view prelude) {
    const std::string_view declaration = prelude.substr(0, prelude.find("?>"));
    const std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return true;
    const std::string_view value = declaration.substr(at);
    return value.find("UTF-8") != std::string_view::npos
        || value.find("utf-8") != std::string_view::npos;
}

class SheetFeed {
public:
    explicit SheetFeed(SheetXmlSink& sink)
        : m_sink(sink)
        , m_expat(sink) { }

    Result<void> run(ZipPart& source) {
        for (bool isLast = false; !isLast && !m_sink.finished;) {
            const std::size_t held = m_buffer.size();
            m_buffer.resize(held + kChunk);
            const Result<qint64> count = source.read(m_buffer.data() + held, qint64(kChunk));
            if (!count) return fail(count.error());
            m_buffer.resize(held + std::size_t(*count));
            isLast = *count == 0;
            std::string_view bytes(m_buffer);
            if (const Result<void> done = take(bytes, isLast); !done) return done;
            m_buffer.erase(0, m_buffer.size() - bytes.size());
        }
        return {};
    }

private:
    enum class Stage { Prelude, Rows, Expat };

    /// Takes as many of the bytes as can be told by now.
    Result<void> take(std::string_view& bytes, bool isLast) {
        if (m_stage == Stage::Prelude) {
            const std::size_t end = endOfSheetDataTag(bytes);
            const bool isThere = end != std::string_view::npos;
            if (!isThere && !isLast && bytes.size() < kLongestPrelude) return {};
            m_stage = Stage::Expat;
            if (isThere && isUtf8(bytes)) {
                if (const Result<void> fed = feed(bytes, end, false); !fed) return fed;
                // In a comment or a quoted value it would be no tag.
                if (m_sink.isAmongRows()) m_stage = Stage::Rows;
            }
        }
        if (m_stage == Stage::Rows) takeRows(bytes, isLast);
        if (m_sink.error) return fail(*m_sink.error);
        if (m_stage == Stage::Expat && !m_sink.finished) return feed(bytes, bytes.size(), isLast);
        return {};
    }

    void takeRows(std::string_view& bytes, bool isLast) {
        while (!m_sink.finished && !m_sink.error) {
            bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
            switch (scanRow(bytes, m_row)) {
            case RowScan::Whole:
                m_sink.takeRow(m_row);
                continue;
            case RowScan::Unfinished:
                if (isLast || bytes.size() > kLongestRow) m_stage = Stage::Expat;
                return;
            case RowScan::Unusual:
                m_stage = Stage::Expat; // also what follows the last row
                return;
            }
        }
    }

    Result<void> feed(std::string_view& bytes, std::size_t count, bool isLast) {
        const std::string_view fed = bytes.substr(0, count);
        bytes.remove_prefix(count);
        return m_expat.feed(fed, isLast);
    }

    SheetXmlSink& m_sink;
    XmlFeed m_expat;
    Stage m_stage = Stage::Prelude;
    std::string m_buffer;
    RawRow m_row;
};

} // namespace

Result<void> parseSheet(const ZipPackage& package, const QString& part, SheetXmlSink& sink) {
    Result<ZipPart> source = package.part(part);
    if (!source) return fail(source.error());
    return SheetFeed(sink).run(*source);
}

} // namespace baolei
