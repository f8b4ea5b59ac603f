// .ods: one content.xml with all sheets. Repeated cells and rows are counted, not unrolled, unless
// they hold something.

#include "core/spreadsheet/number_text.h"
#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/readers.h"
#include "core/spreadsheet/row_buffer.h"
#include "core/spreadsheet/xml_parser.h"

#include <QSet>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

const QString kContent = u"content.xml"_s;
constexpr qsizetype kMaxSheets = 10'000;
constexpr qsizetype kLongestName = 255;

int repeatCount(XmlAttributes attributes, std::string_view name) {
    return std::max(1, toInt(attributes.value(name)).value_or(1));
}

/// Lists the sheets; styles that hide a sheet come before them.
class OdsListSink final : public XmlSink {
public:
    QList<SheetInfo> sheets;
    bool isSpreadsheet = false;

    void startElement(const char* name, XmlAttributes attributes) override {
        const std::string_view full(name);
        if (full == "style:style") {
            m_style = attributes.text("name");
        } else if (full == "style:table-properties") {
            if (attributes.value("display") == "false") m_hiding.insert(m_style);
            if (m_hiding.size() > kMaxSheets) error = expandsTooMuch();
        } else if (full == "office:spreadsheet") {
            isSpreadsheet = true;
        } else if (full == "table:table" && ++m_depth == 1) {
            if (sheets.size() >= kMaxSheets) error = expandsTooMuch();
            sheets.append({attributes.text("name").left(kLongestName),
                           m_hiding.contains(attributes.text("style-name"))});
        }
    }
    void endElement(const char* name) override {
        if (std::string_view(name) == "table:table") --m_depth;
    }

private:
    QString m_style;
    QSet<QString> m_hiding;
    int m_depth = 0;
};

class OdsSheetSink final : public XmlSink {
public:
    OdsSheetSink(int sheet, const RowHandler& handler)
        : m_sheet(sheet)
        , m_handler(handler) { }

    QList<CellRange> merged;

    void startElement(const char* name, XmlAttributes attributes) override {
        const std::string_view full(name);
        if (full == "table:table") {
            if (m_depth++ == 0) ++m_current;
        } else if (m_current != m_sheet || m_depth != 1) {
            return; // another sheet, or a table inside a cell
        } else if (m_skipped > 0 || full == "office:annotation" || full.starts_with("draw:")) {
            ++m_skipped; // notes and drawings have paragraphs too
        } else if (full == "table:table-row") {
            startRow(attributes);
        } else if (full == "table:table-cell" || full == "table:covered-table-cell") {
            startCell(attributes, full == "table:covered-table-cell");
        } else if (m_inCell) {
            startText(full, attributes);
        }
    }

    void endElement(const char* name) override {
        const std::string_view full(name);
        if (full == "table:table") {
            if (--m_depth == 0 && m_current == m_sheet) finished = true;
        } else if (m_current != m_sheet || m_depth != 1) {
            return;
        } else if (m_skipped > 0) {
            --m_skipped;
            gathering = m_inParagraph && m_skipped == 0;
        } else if (full == "text:p") {
            m_inParagraph = gathering = false;
        } else if (full == "table:table-cell" || full == "table:covered-table-cell") {
            endCell();
        } else if (full == "table:table-row") {
            endRow();
        }
    }

private:
    void startRow(XmlAttributes attributes) {
        m_row.number = m_nextRow;
        m_row.hidden = attributes.value("visibility") == "collapse"
            || attributes.value("visibility") == "filter";
        m_rowRepeat = repeatCount(attributes, "number-rows-repeated");
        m_spelled = m_filled = 0;
        m_column = 0;
    }

    void startCell(XmlAttributes attributes, bool covered) {
        m_inCell = true;
        m_covered = covered;
        m_cellRepeat = repeatCount(attributes, "number-columns-repeated");
        m_type.clear();
        m_value.clear();
        for (const char** at = attributes.list; *at; at += 2) {
            const std::string_view full(at[0]);
            if (full == "office:value-type") m_type = at[1];
            if (full == "office:value" || full == "office:date-value"
                || full == "office:boolean-value" || full == "office:time-value"
                || full == "office:string-value")
                m_value = at[1];
        }
        gathered.clear();
        m_paragraphs = 0;
        addMerged(attributes);
    }

    void addMerged(XmlAttributes attributes) {
        const int columns = repeatCount(attributes, "number-columns-spanned");
        const int rows = repeatCount(attributes, "number-rows-spanned");
        if ((columns > 1 || rows > 1) && merged.size() < kMaxMerged)
            merged.append(
                {m_row.number, m_column, m_row.number + rows - 1, m_column + columns - 1});
    }

    void startText(std::string_view full, XmlAttributes attributes) {
        if (full == "text:p") {
            if (m_paragraphs++ > 0) gathered += '\n';
            m_inParagraph = gathering = true;
        } else if (!m_inParagraph) {
            return;
        } else if (full == "text:s") {
            gathered.append(std::size_t(std::min(repeatCount(attributes, "c"), kMaxBlanks)), ' ');
        } else if (full == "text:tab") {
            gathered += '\t';
        } else if (full == "text:line-break") {
            gathered += '\n';
        }
    }

    void endCell() {
        m_inCell = m_inParagraph = gathering = false;
        Cell cell;
        if (!m_covered) fill(cell);
        if (!cell.isEmpty()) {
            const int end = std::min(m_column + m_cellRepeat, kMaxSheetColumns);
            if (m_column >= kMaxSheetColumns) error = tooManyColumns();
            if (m_row.number > kMaxSheetRows) error = tooManyRows(m_row.number);
            for (int column = m_column; column < end; ++column)
                m_row.at(column) = cell;
            ++m_spelled;
            m_filled += std::max(0, end - m_column);
        }
        m_column = std::min(m_column + m_cellRepeat, kMaxSheetColumns);
    }

    void fill(Cell& cell) const {
        if (m_type == "float" || m_type == "percentage" || m_type == "currency") {
            setNumber(cell, m_value, {}, false);
        } else if (m_type == "boolean") {
            cell = {CellType::Boolean, false, m_value == "true" ? u"TRUE"_s : u"FALSE"_s};
        } else if (m_type == "date") {
            cell = {CellType::Date, false, dateText(QString::fromStdString(m_value))};
        } else if (m_type == "time") {
            cell = {CellType::Date, false, timeText(QString::fromStdString(m_value))};
        } else {
            const std::string& text = m_paragraphs > 0 ? gathered : m_value;
            if (!text.empty()) cell = {CellType::Text, false, QString::fromStdString(text)};
        }
    }

    /// 2001-07-09T14:30:00 as 2001-07-09 14:30
    static QString dateText(QString text) {
        text = text.left(19).replace(u'T', u' ');
        if (text.endsWith(":00"_L1) && text.size() == 19) text.chop(3);
        return text.endsWith(" 00:00"_L1) ? text.left(10) : text;
    }

    /// PT09H30M00S as 09:30
    static QString timeText(QString text) {
        text.remove("PT"_L1);
        text.replace(u'H', u':').replace(u'M', u':').remove(u'S');
        return text.endsWith(":00"_L1) && text.size() > 5 ? text.chopped(3) : text;
    }

    void endRow() {
        m_nextRow += std::min(m_rowRepeat, kMaxSheetRows);
        if (m_nextRow > 2 * kMaxSheetRows) {
            error = damagedFile();
            return;
        }
        const int times = std::clamp(kMaxSheetRows - m_row.number + 1, 0, m_rowRepeat);
        m_repeated += qint64(m_filled) * times - m_spelled;
        if (m_repeated > kMaxRepeated) {
            error = expandsTooMuch();
            return;
        }
        if (!m_row.deliver(m_handler, times)) finished = true;
        if (m_row.isTooMuch()) error = expandsTooMuch();
    }

    static constexpr int kMaxBlanks = 32'767;
    static constexpr qsizetype kMaxMerged = 100'000;
    /// Cells with a value that stand there only because another one says so: a million rows with
    /// twenty such cells each. A few bytes could stand for a sheet that takes minutes.
    static constexpr qint64 kMaxRepeated = 20'000'000;

    const int m_sheet;
    const RowHandler& m_handler;
    RowBuffer m_row;
    std::string m_type;
    std::string m_value;
    int m_current = -1;
    int m_depth = 0;
    int m_skipped = 0;
    int m_nextRow = 1;
    int m_rowRepeat = 1;
    int m_column = 0;
    int m_cellRepeat = 1;
    int m_spelled = 0; ///< cells with a value, of this row
    int m_filled = 0; ///< the same, repeated ones each
    qint64 m_repeated = 0; ///< of all rows
    int m_paragraphs = 0;
    bool m_inCell = false;
    bool m_covered = false;
    bool m_inParagraph = false;
};

class OdsReader final : public SpreadsheetReader {
public:
    OdsReader(std::unique_ptr<ZipPackage> package, QList<SheetInfo> sheets)
        : m_package(std::move(package))
        , m_sheets(std::move(sheets)) { }

    SpreadsheetKind kind() const override { return SpreadsheetKind::Ods; }
    QList<SheetInfo> sheets() const override { return m_sheets; }

    Result<void> read(int sheet, const RowHandler& handler) override {
        if (sheet < 0 || sheet >= m_sheets.size()) return fail(damagedFile());
        OdsSheetSink sink(sheet, handler);
        const Result<void> read = parseXml(*m_package, kContent, sink);
        m_merged = std::move(sink.merged);
        return read;
    }

    QList<CellRange> mergedRanges() const override { return m_merged; }

private:
    std::unique_ptr<ZipPackage> m_package;
    QList<SheetInfo> m_sheets;
    QList<CellRange> m_merged;
};

/// An encrypted .ods keeps its names in the clear and everything else not.
bool isEncrypted(const ZipPackage& package) {
    constexpr qint64 kMaxManifest = 4'000'000;
    const auto manifest = package.bytes(u"META-INF/manifest.xml"_s, kMaxManifest);
    return manifest && manifest->contains("encryption-data");
}

} // namespace

ReaderResult openOds(std::unique_ptr<ZipPackage> package) {
    if (isEncrypted(*package)) return fail(passwordProtected());
    OdsListSink sink;
    if (Result<void> read = parseXml(*package, kContent, sink); !read) return fail(read.error());
    if (!sink.isSpreadsheet) return fail(notASpreadsheet());
    if (sink.sheets.isEmpty()) return fail(damagedFile());
    return std::make_unique<OdsReader>(std::move(package), std::move(sink.sheets));
}

} // namespace baolei
