// One sheet of an .xlsx, cell by cell: this is where the time of a large import goes, so a cell
// costs neither a map nor an allocation beyond its text.

#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/readers.h"
#include "core/spreadsheet/row_buffer.h"
#include "core/spreadsheet/xlsx_sheet.h"
#include "core/spreadsheet/xlsx_strings.h"
#include "core/spreadsheet/xlsx_workbook.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

struct CellReference {
    int column = -1; ///< -1: not written
    std::string_view row; ///< its digits, which are seldom of interest
};

/// AB12; a column that is out of bounds comes out as such.
CellReference parseReference(std::string_view text) {
    int column = 0;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const int letter = (text[at] & ~0x20) - 'A'; // either case
        if (letter < 0 || letter > 25) break;
        if (column <= kMaxSheetColumns) column = column * 26 + letter + 1;
    }
    return {column - 1, text.substr(at)};
}

std::optional<CellRange> parseRange(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const CellReference from = parseReference(text.substr(0, colon));
    const CellReference to = parseReference(text.substr(colon + 1));
    const int first = toInt(from.row).value_or(0);
    const int last = toInt(to.row).value_or(0);
    if (first < 1 || from.column < 0 || last < first || to.column < from.column)
        return std::nullopt;
    return CellRange{first, from.column, last, to.column};
}

class SheetSink final : public SheetXmlSink {
public:
    SheetSink(const XlsxWorkbook& book, const std::vector<QString>& strings,
              const RowHandler& handler)
        : m_book(book)
        , m_strings(strings)
        , m_handler(handler) { }

    QList<CellRange> merged;

    void startElement(const char* name, XmlAttributes attributes) override {
        const std::string_view local = localName(name);
        if (local == "c") {
            startCell(attributes);
        } else if (local == "v") {
            gathering = m_inCell && m_kind != Kind::Inline;
        } else if (local == "row") {
            startRow(attributes.value("r"), attributes.value("hidden"));
        } else if (local == "sheetData") {
            m_amongRows = true;
        } else if (local == "mergeCell") {
            const auto range = parseRange(attributes.value("ref"));
            if (range && merged.size() < kMaxMerged) merged.append(*range);
        } else if (m_inCell && m_kind == Kind::Inline) {
            m_item.start(*this, local, attributes);
        }
    }

    void endElement(const char* name) override {
        const std::string_view local = localName(name);
        if (local == "c") {
            if (m_inCell) endCell(gathered);
            m_inCell = false;
        } else if (local == "v") {
            gathering = false;
        } else if (local == "row") {
            endRow();
        } else if (local == "sheetData") {
            m_amongRows = false;
        } else if (m_inCell && m_kind == Kind::Inline) {
            m_item.end(*this, local);
        }
    }

    bool isAmongRows() const override { return m_amongRows; }

    void takeRow(const RawRow& row) override {
        startRow(row.number, row.hidden);
        for (const RawCell& cell : row.cells) {
            if (error) return;
            placeCell(parseReference(cell.reference), kindOf(cell.type), cell.style);
            const bool isInline = cell.child == RawCell::Child::Inline;
            if (isInline == (m_kind == Kind::Inline)) endCell(cell.text);
        }
        if (!error) endRow();
    }

private:
    enum class Kind { Number, Shared, Inline, FormulaText, Boolean, Error, Date };
    static constexpr qsizetype kMaxMerged = 100'000;

    static Kind kindOf(std::string_view type) {
        if (type == "s") return Kind::Shared;
        if (type == "inlineStr") return Kind::Inline;
        if (type == "str") return Kind::FormulaText;
        if (type == "b") return Kind::Boolean;
        if (type == "e") return Kind::Error;
        if (type == "d") return Kind::Date;
        return Kind::Number;
    }

    void startRow(std::string_view number, std::string_view hidden) {
        // Writers may leave the numbers out; then rows and cells count on from the last one.
        m_rowIsNumbered = !number.empty();
        m_row.number = m_rowIsNumbered ? toInt(number).value_or(0) : m_row.number + 1;
        if (m_row.number < 1) error = damagedFile();
        if (m_row.number > kMaxSheetRows) error = tooManyRows(m_row.number);
        m_row.hidden = hidden == "1" || hidden == "true";
        m_column = -1;
    }

    void endRow() {
        if (!m_row.deliver(m_handler)) finished = true;
        if (m_row.isTooMuch()) error = expandsTooMuch();
    }

    void startCell(XmlAttributes attributes) {
        RawCell cell;
        for (const char** at = attributes.list; *at; at += 2) {
            if (at[0][1] != '\0') continue; // all three have names of one letter
            if (at[0][0] == 'r') cell.reference = at[1];
            if (at[0][0] == 't') cell.type = at[1];
            if (at[0][0] == 's') cell.style = at[1];
        }
        placeCell(parseReference(cell.reference), kindOf(cell.type), cell.style);
        m_item.begin(*this);
        m_inCell = true;
    }

    void placeCell(CellReference reference, Kind kind, std::string_view style) {
        m_kind = kind;
        m_style = toInt(style).value_or(0);
        m_column = reference.column >= 0 ? reference.column : m_column + 1;
        if (!m_rowIsNumbered) {
            const int row = toInt(reference.row).value_or(0);
            if (row > 0 && row <= kMaxSheetRows) m_row.number = row;
        }
        if (m_column >= kMaxSheetColumns) error = tooManyColumns();
    }

    void endCell(std::string_view text) {
        if (error || text.empty()) return;
        if (m_kind == Kind::Shared) return fillShared(text);
        Cell& cell = m_row.at(m_column);
        switch (m_kind) {
        case Kind::Number:
            setNumber(cell, text, format(), m_book.from1904);
            break;
        case Kind::Boolean:
            setText(cell, CellType::Boolean,
                    text == "1" || text == "true" ? u"TRUE"_s : u"FALSE"_s);
            break;
        case Kind::Error:
            setText(cell, CellType::Error, xlsxText(text));
            break;
        case Kind::Date:
            setText(cell, CellType::Date, isoDate(text));
            break;
        default:
            setText(cell, CellType::Text, xlsxText(text));
        }
    }

    void fillShared(std::string_view number) {
        const auto index = toInt(number);
        if (!index || *index < 0 || std::size_t(*index) >= m_strings.size()) {
            error = damagedFile();
            return;
        }
        const QString& text = m_strings[std::size_t(*index)];
        if (!text.isEmpty()) setText(m_row.at(m_column), CellType::Text, text);
    }

    static void setText(Cell& cell, CellType type, QString text) {
        cell.type = type;
        cell.text = std::move(text);
    }

    NumberFormat format() const {
        const auto index = std::size_t(std::max(m_style, 0));
        return index < m_book.formats.size() ? m_book.formats[index] : NumberFormat();
    }

    /// 2001-07-09T00:00:00 as 2001-07-09
    static QString isoDate(std::string_view written) {
        const QString text = xlsxText(written).left(16).replace(u'T', u' ');
        return text.endsWith(" 00:00"_L1) ? text.left(10) : text;
    }

    const XlsxWorkbook& m_book;
    const std::vector<QString>& m_strings;
    const RowHandler& m_handler;
    RowBuffer m_row;
    StringItem m_item;
    Kind m_kind = Kind::Number;
    int m_style = 0;
    int m_column = -1;
    bool m_rowIsNumbered = false;
    bool m_amongRows = false;
    bool m_inCell = false;
};

class XlsxReader final : public SpreadsheetReader {
public:
    XlsxReader(std::unique_ptr<ZipPackage> package, XlsxWorkbook book)
        : m_package(std::move(package))
        , m_book(std::move(book)) { }

    SpreadsheetKind kind() const override { return SpreadsheetKind::Xlsx; }

    QList<SheetInfo> sheets() const override {
        QList<SheetInfo> infos;
        for (const XlsxSheet& sheet : m_book.sheets)
            infos.append(sheet.info);
        return infos;
    }

    Result<void> read(int sheet, const RowHandler& handler) override {
        if (sheet < 0 || sheet >= m_book.sheets.size()) return fail(damagedFile());
        if (!m_stringsRead && !m_book.sharedStringsPart.isEmpty()) {
            auto strings = readSharedStrings(*m_package, m_book.sharedStringsPart);
            if (!strings) return fail(strings.error());
            m_strings = std::move(*strings);
        }
        m_stringsRead = true;
        SheetSink sink(m_book, m_strings, handler);
        const Result<void> read = parseSheet(*m_package, m_book.sheets[sheet].part, sink);
        m_merged = std::move(sink.merged);
        return read;
    }

    QList<CellRange> mergedRanges() const override { return m_merged; }
    bool from1904() const override { return m_book.from1904; }

private:
    std::unique_ptr<ZipPackage> m_package;
    XlsxWorkbook m_book;
    std::vector<QString> m_strings;
    bool m_stringsRead = false;
    QList<CellRange> m_merged;
};

} // namespace

ReaderResult openXlsx(std::unique_ptr<ZipPackage> package) {
    Result<XlsxWorkbook> book = readXlsxWorkbook(*package);
    if (!book) return fail(book.error());
    return std::make_unique<XlsxReader>(std::move(package), std::move(*book));
}

} // namespace baolei
