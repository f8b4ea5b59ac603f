// .xls of Excel 97 and later: text, numbers, dates, results of formulas, hidden and merged.

#include "core/spreadsheet/biff8_records.h"
#include "core/spreadsheet/number_text.h"
#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/readers.h"
#include "core/spreadsheet/row_buffer.h"

#include <QHash>
#include <algorithm>
#include <cmath>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxXlsRows = 65'536;
constexpr int kMaxXlsColumns = 256;
constexpr quint32 kMaxStrings = 8'000'000;
constexpr qsizetype kMaxSheets = 10'000;

struct BiffBook {
    QList<SheetInfo> sheets;
    QList<qsizetype> starts; ///< where the records of each sheet begin
    std::vector<QString> strings;
    std::vector<NumberFormat> formats; ///< by the style of a cell
    bool from1904 = false;
};

QString oneLineEnd(QString text) {
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return text;
}

void readStrings(BiffData data, std::vector<QString>& strings) {
    data.u32();
    const quint32 count = data.u32();
    while (strings.size() < std::min(count, kMaxStrings) && !data.atEnd()) {
        const int length = data.u16();
        strings.push_back(oneLineEnd(data.text(length)));
    }
}

void addSheet(BiffData data, BiffBook& book) {
    const quint32 start = data.u32();
    const bool hidden = (data.u8() & 3) != 0;
    const bool isSheet = data.u8() == 0; // not a chart or a macro
    const int length = data.u8();
    if (!isSheet || book.sheets.size() >= kMaxSheets) return;
    book.sheets.append({data.text(length), hidden});
    book.starts.append(start);
}

Result<BiffBook> readBook(QByteArrayView stream) {
    constexpr quint16 kBiff8 = 0x600;
    BiffBook book;
    QHash<int, NumberFormat> custom;
    std::vector<int> ids;
    BiffRecords records(stream, 0);
    std::optional<BiffRecord> record = records.next();
    if (!record || record->type != Biff::Bof || BiffData(record->data).u16() != kBiff8)
        return fail(damagedFile());
    while ((record = records.next()) && record->type != Biff::Eof) {
        BiffData data(record->data);
        switch (record->type) {
        case Biff::FilePass:
            return fail(passwordProtected());
        case Biff::DateMode:
            book.from1904 = data.u16() != 0;
            break;
        case Biff::BoundSheet:
            addSheet(data, book);
            break;
        case Biff::Sst:
            readStrings(records.whole(*record), book.strings);
            break;
        case Biff::Xf:
            data.u16(), ids.push_back(data.u16());
            break;
        case Biff::Format: {
            const int id = data.u16();
            const int length = data.u16();
            custom.insert(id, numberFormatOf(data.text(length)));
            break;
        }
        default:
            break;
        }
    }
    if (!record || book.sheets.isEmpty()) return fail(damagedFile());
    for (int id : ids)
        book.formats.push_back(custom.value(id, builtinNumberFormat(id)));
    return book;
}

QString errorText(int code) {
    switch (code) {
    case 0x00:
        return u"#NULL!"_s;
    case 0x07:
        return u"#DIV/0!"_s;
    case 0x0F:
        return u"#VALUE!"_s;
    case 0x17:
        return u"#REF!"_s;
    case 0x1D:
        return u"#NAME?"_s;
    case 0x24:
        return u"#NUM!"_s;
    default:
        return u"#N/A"_s;
    }
}

void setText(Cell& cell, const QString& text, CellType type = CellType::Text) {
    cell.text = text;
    cell.type = text.isEmpty() ? CellType::Empty : type;
}

/// The cells of one sheet, put into the order of rows and filled from their records.
class BiffSheet {
public:
    BiffSheet(QByteArrayView stream, const BiffBook& book)
        : m_stream(stream)
        , m_book(book) { }

    QList<CellRange> merged;

    /// Notes where each cell is. Nothing if the sheet breaks off.
    bool index(qsizetype start) {
        BiffRecords records(m_stream, start);
        std::optional<BiffRecord> record = records.next();
        if (!record || record->type != Biff::Bof) return false;
        for (int depth = 1; depth > 0;) { // charts within the sheet have a begin and end, too
            record = records.next();
            if (!record) return false;
            if (record->type == Biff::Bof)
                ++depth;
            else if (record->type == Biff::Eof)
                --depth;
            else if (depth == 1)
                note(*record);
        }
        const auto earlier = [](const Place& a, const Place& b) { return a.row < b.row; };
        if (!std::is_sorted(m_places.begin(), m_places.end(), earlier))
            std::stable_sort(m_places.begin(), m_places.end(), earlier);
        return true;
    }

    void deliver(const RowHandler& handler) {
        RowBuffer row;
        row.number = 0;
        for (const Place& place : m_places) {
            if (place.row + 1 != row.number) {
                if (!row.deliver(handler)) return;
                row.number = place.row + 1;
                row.hidden = m_hidden[place.row];
            }
            fill(row, place);
        }
        row.deliver(handler);
    }

private:
    struct Place {
        quint16 row;
        quint32 at;
    };

    void note(const BiffRecord& record) {
        switch (record.type) {
        case Biff::Formula:
        case Biff::MulRk:
        case Biff::RString:
        case Biff::LabelSst:
        case Biff::Number:
        case Biff::Label:
        case Biff::BoolErr:
        case Biff::Rk:
            m_places.push_back({BiffData(record.data).u16(), quint32(record.at)});
            break;
        case Biff::Row:
            noteRow(BiffData(record.data));
            break;
        case Biff::MergedCells:
            noteMerged(BiffData(record.data));
            break;
        default:
            break;
        }
    }

    void noteRow(BiffData data) {
        constexpr quint32 kHidden = 0x20;
        const int row = data.u16();
        data.skip(10);
        m_hidden[std::size_t(row)] = (data.u32() & kHidden) != 0;
    }

    void noteMerged(BiffData data) {
        for (int left = data.u16(); left > 0 && !data.atEnd(); --left) {
            const int first = data.u16();
            const int last = data.u16();
            const int firstColumn = data.u16();
            const int lastColumn = data.u16();
            merged.append({first + 1, firstColumn, last + 1, lastColumn});
        }
    }

    void fill(RowBuffer& row, const Place& place) {
        BiffRecords records(m_stream, place.at);
        const BiffRecord record = *records.next();
        BiffData data(record.data);
        data.u16();
        const int column = data.u16();
        if (column >= kMaxXlsColumns) return;
        if (record.type == Biff::MulRk) return fillMany(row, column, data);
        const NumberFormat format = formatOf(data.u16());
        Cell& cell = row.at(column);
        switch (record.type) {
        case Biff::LabelSst:
            fillShared(cell, data.u32());
            break;
        case Biff::Number:
            setNumber(cell, data.f64(), format, m_book.from1904);
            break;
        case Biff::Rk:
            setNumber(cell, rkNumber(data.u32()), format, m_book.from1904);
            break;
        case Biff::BoolErr: {
            const int value = data.u8();
            fillTruthOrError(cell, value, data.u8() != 0);
            break;
        }
        case Biff::Formula:
            fillFormula(cell, data, records, format);
            break;
        default: {
            data = records.whole(record);
            data.skip(6);
            const int length = data.u16();
            setText(cell, oneLineEnd(data.text(length)));
        }
        }
    }

    void fillMany(RowBuffer& row, int column, BiffData data) {
        // A style and a number for each cell; the last column stands at the end.
        for (; !data.atEnd() && column < kMaxXlsColumns; ++column) {
            const NumberFormat format = formatOf(data.u16());
            if (data.atEnd()) return;
            setNumber(row.at(column), rkNumber(data.u32()), format, m_book.from1904);
        }
    }

    void fillShared(Cell& cell, quint32 index) const {
        if (index < m_book.strings.size()) setText(cell, m_book.strings[index]);
    }

    static void fillTruthOrError(Cell& cell, int value, bool isError) {
        if (isError)
            setText(cell, errorText(value), CellType::Error);
        else
            setText(cell, value != 0 ? u"TRUE"_s : u"FALSE"_s, CellType::Boolean);
    }

    /// The result that was stored with the formula.
    void fillFormula(Cell& cell, BiffData data, BiffRecords records, NumberFormat format) const {
        BiffData parts = data;
        const int kind = parts.u8();
        parts.u8();
        const int value = parts.u8();
        parts.skip(3);
        if (parts.u16() != 0xFFFF) {
            const double number = data.f64();
            if (std::isfinite(number)) setNumber(cell, number, format, m_book.from1904);
        } else if (kind == 0) {
            fillResultText(cell, records);
        } else if (kind == 1 || kind == 2) {
            fillTruthOrError(cell, value, kind == 2);
        }
    }

    /// A text stands in a record of its own, behind the formula or what belongs to it.
    static void fillResultText(Cell& cell, BiffRecords records) {
        constexpr int kLookAhead = 3;
        for (int i = 0; i < kLookAhead; ++i) {
            const std::optional<BiffRecord> record = records.next();
            if (!record) return;
            if (record->type != Biff::String) continue;
            BiffData data = records.whole(*record);
            const int length = data.u16();
            return setText(cell, oneLineEnd(data.text(length)));
        }
    }

    NumberFormat formatOf(int style) const {
        return std::size_t(style) < m_book.formats.size() ? m_book.formats[std::size_t(style)]
                                                          : NumberFormat();
    }

    QByteArrayView m_stream;
    const BiffBook& m_book;
    std::vector<Place> m_places;
    std::vector<bool> m_hidden = std::vector<bool>(kMaxXlsRows);
};

class Biff8Reader final : public SpreadsheetReader {
public:
    Biff8Reader(QByteArray stream, BiffBook book)
        : m_stream(std::move(stream))
        , m_book(std::move(book)) { }

    SpreadsheetKind kind() const override { return SpreadsheetKind::Xls; }
    QList<SheetInfo> sheets() const override { return m_book.sheets; }

    Result<void> read(int sheet, const RowHandler& handler) override {
        if (sheet < 0 || sheet >= m_book.sheets.size()) return fail(damagedFile());
        BiffSheet cells(m_stream, m_book);
        if (!cells.index(m_book.starts[sheet])) return fail(damagedFile());
        cells.deliver(handler);
        m_merged = std::move(cells.merged);
        return {};
    }

    QList<CellRange> mergedRanges() const override { return m_merged; }
    bool from1904() const override { return m_book.from1904; }

private:
    QByteArray m_stream;
    BiffBook m_book;
    QList<CellRange> m_merged;
};

} // namespace

ReaderResult openBiff8(QByteArray stream) {
    Result<BiffBook> book = readBook(stream);
    if (!book) return fail(book.error());
    return std::make_unique<Biff8Reader>(std::move(stream), std::move(*book));
}

} // namespace baolei
