// .xls of Excel 2 to 95 through FreeXL, which loads the whole workbook. A program built without
// that library says how to go on.

#include "core/base/files.h"
#include "core/spreadsheet/number_text.h"
#include "core/spreadsheet/read_errors.h"
#include "core/spreadsheet/readers.h"
#include "core/spreadsheet/row_buffer.h"

#ifdef BAOLEI_FREEXL
#include <freexl.h>
#endif

namespace baolei {

#ifndef BAOLEI_FREEXL

ReaderResult openOldXls(const QString&) {
    return fail(olderThanExcel97());
}

#else

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned kMaxXlsRows = 65'536;

struct XlsCloser {
    void operator()(const void* handle) const { freexl_close(handle); }
};
using XlsHandle = std::unique_ptr<const void, XlsCloser>;

/// 2001-07-09 14:30:00 without a time of midnight and without idle seconds.
QString shortened(const QString& text) {
    if (text.endsWith(" 00:00:00"_L1)) return text.left(10);
    return text.endsWith(":00"_L1) && text.size() > 5 ? text.chopped(3) : text;
}

void fill(Cell& cell, const FreeXL_CellValue& value) {
    const auto text = [&value] { return QString::fromUtf8(value.value.text_value); };
    switch (value.type) {
    case FREEXL_CELL_INT:
        setNumber(cell, value.value.int_value);
        break;
    case FREEXL_CELL_DOUBLE:
        setNumber(cell, value.value.double_value);
        break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
        cell.text = text();
        cell.text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
        cell.type = cell.text.isEmpty() ? CellType::Empty : CellType::Text;
        break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
        cell.text = shortened(text());
        cell.type = CellType::Date;
        break;
    default:
        break;
    }
}

class OldXlsReader final : public SpreadsheetReader {
public:
    OldXlsReader(XlsHandle handle, QList<SheetInfo> sheets)
        : m_handle(std::move(handle))
        , m_sheets(std::move(sheets)) { }

    SpreadsheetKind kind() const override { return SpreadsheetKind::Xls; }
    QList<SheetInfo> sheets() const override { return m_sheets; }

    Result<void> read(int sheet, const RowHandler& handler) override {
        unsigned rows = 0;
        unsigned short columns = 0;
        if (sheet < 0 || sheet >= m_sheets.size()
            || freexl_select_active_worksheet(m_handle.get(), ushort(sheet)) != FREEXL_OK
            || freexl_worksheet_dimensions(m_handle.get(), &rows, &columns) != FREEXL_OK
            || rows > kMaxXlsRows)
            return fail(damagedFile());
        RowBuffer buffer;
        for (unsigned row = 0; row < rows; ++row) {
            buffer.number = int(row) + 1;
            for (ushort column = 0; column < columns; ++column) {
                FreeXL_CellValue value;
                if (freexl_get_cell_value(m_handle.get(), row, column, &value) != FREEXL_OK)
                    return fail(damagedFile());
                if (value.type != FREEXL_CELL_NULL) fill(buffer.at(column), value);
            }
            if (!buffer.deliver(handler)) return {};
        }
        return {};
    }

private:
    XlsHandle m_handle;
    QList<SheetInfo> m_sheets;
};

} // namespace

ReaderResult openOldXls(const QString& path) {
    const QByteArray fileName = narrowPath(path);
    if (fileName.isEmpty()) return fail(unreadableName());
    const void* raw = nullptr;
    const int opened = freexl_open(fileName.constData(), &raw);
    XlsHandle handle(raw); // FreeXL wants it closed even where opening failed
    if (opened != FREEXL_OK || !handle) return fail(damagedFile());
    unsigned password = 0;
    unsigned count = 0;
    freexl_get_info(handle.get(), FREEXL_BIFF_PASSWORD, &password);
    if (password == FREEXL_BIFF_OBFUSCATED) return fail(passwordProtected());
    freexl_get_info(handle.get(), FREEXL_BIFF_SHEET_COUNT, &count);
    QList<SheetInfo> sheets;
    for (unsigned i = 0; i < count; ++i) {
        const char* name = nullptr;
        freexl_get_worksheet_name(handle.get(), ushort(i), &name);
        sheets.append({QString::fromUtf8(name), false});
    }
    if (sheets.isEmpty()) return fail(damagedFile());
    return std::make_unique<OldXlsReader>(std::move(handle), std::move(sheets));
}

#endif

} // namespace baolei
