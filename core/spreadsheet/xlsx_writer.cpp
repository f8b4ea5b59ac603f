#include "core/spreadsheet/xlsx_writer.h"

#include "core/base/files.h"
#include "core/base/normal_text.h"
#include "core/spreadsheet/write_errors.h"
#include "core/spreadsheet/xlsx_check.h"
#include "core/spreadsheet/xlsx_styles.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <vector>
#include <xlsxwriter.h>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal kMillimetresPerInch = 25.4;
constexpr qint64 kLargestExact = 999'999'999'999'999; // beyond 15 digits a sheet loses the last

/// `_x000D_` stands for a character in an .xlsx; as plain text its underscore is written so.
void escapeEscapes(QString& text) {
    static const QRegularExpression kEscape(u"_(x[0-9A-Fa-f]{4}_)"_s);
    if (text.contains("_x"_L1)) text.replace(kEscape, u"_x005F_\\1"_s);
}

/// Text as .xlsx can hold it: one kind of line end, no characters that XML forbids.
QByteArray cleaned(QString text) {
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    text.removeIf([](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || c == QChar(0xFFFE) || c == QChar(0xFFFF);
    });
    escapeEscapes(text);
    return text.toUtf8();
}

QString fitName(const QString& wanted, const QStringList& taken) {
    constexpr qsizetype kLongest = 31;
    QString base = wanted;
    for (QChar& c : base)
        if (u"[]:*?/\\'"_s.contains(c) || c < u' ') c = u'-';
    if (base.trimmed().isEmpty()) base = u"Sheet"_s;
    QString name = startOf(base, kLongest);
    for (int n = 2; taken.contains(name, Qt::CaseInsensitive); ++n) {
        const QString suffix = u"(%1)"_s.arg(n);
        name = startOf(base, kLongest - suffix.size()) + suffix;
    }
    return name;
}

double serialOf(QDate day) {
    return double(QDate(1899, 12, 30).daysTo(day));
}

bool isInside(int row, int column) {
    return row >= 1 && row <= kMaxSheetRows && column >= 0 && column < kMaxSheetColumns;
}

} // namespace

qreal columnWidthOf(qreal millimetres) {
    // A digit of the default font is 7 pixels wide, a column has 5 pixels of padding (96 dpi).
    return std::max(0.1, (millimetres / kMillimetresPerInch * 96 - 5) / 7);
}

qreal rowHeightOf(qreal millimetres) {
    return millimetres / kMillimetresPerInch * 72;
}

/// A file that goes unless it was renamed.
struct PassingFile {
    QString path;
    ~PassingFile() {
        if (!path.isEmpty()) QFile::remove(path);
    }
};

/// A name for the half-made file that the library can open: it goes by the code page.
QString nameForLibrary(const QString& half) {
    if (!narrowPath(half).isEmpty()) return half;
    QTemporaryFile free(QDir::tempPath() + u"/baolei-XXXXXX.xlsx"_s);
    return free.open() ? free.fileName() : QString();
}

struct XlsxWriter::Work {
    struct BookCloser {
        void operator()(lxw_workbook* opened) const { lxw_workbook_free(opened); }
    };

    QString path;
    Mode mode;
    PassingFile half; ///< beside the file that it becomes
    PassingFile written; ///< by the library; mostly the same
    std::unique_ptr<lxw_workbook, BookCloser> book;
    std::unique_ptr<XlsxStyles> styles;
    lxw_worksheet* sheet = nullptr;
    QStringList sheetNames;
    std::vector<lxw_row_t> pageBreaks;
    int lastRow = 0;
    std::optional<Error> error;

    void check(lxw_error code) {
        if (code == LXW_NO_ERROR || error) return;
        error = code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED ? sheetIsFull() : cannotWrite(path);
    }

    /// False: this cell cannot be written, which finish() will tell.
    bool accepts(int row, int column) {
        if (!error && !isInside(row, column)) error = sheetIsFull();
        const bool backwards = mode == Mode::Streaming && row < lastRow;
        Q_ASSERT(sheet && !backwards);
        if (!error && (!sheet || backwards)) error = cannotWrite(path);
        lastRow = row;
        return !error;
    }

    void putText(lxw_row_t row, lxw_col_t column, const QString& text, int style) {
        using enum XlsxStyles::Use;
        lxw_format* format = styles->format(style, isFragileNumber(text) ? Text : General);
        check(worksheet_write_string(sheet, row, column, cleaned(text).constData(), format));
    }

    void put(lxw_row_t row, lxw_col_t column, const CellValue& value, int style) {
        using enum XlsxStyles::Use;
        const auto* number = std::get_if<qint64>(&value);
        const auto* day = std::get_if<QDate>(&value);
        if (number && std::abs(*number) <= kLargestExact) {
            check(worksheet_write_number(sheet, row, column, double(*number),
                                         styles->format(style, General)));
        } else if (day && *day >= QDate(1900, 3, 1)) { // earlier days differ between programs
            check(worksheet_write_number(sheet, row, column, serialOf(*day),
                                         styles->format(style, Date)));
        } else if (const QString text = textOf(value); !text.isEmpty()) {
            putText(row, column, text, style);
        } else if (style != kNoStyle) {
            check(worksheet_write_blank(sheet, row, column, styles->format(style, General)));
        }
    }

    void endSheet() {
        if (!sheet || pageBreaks.empty()) return;
        pageBreaks.push_back(0); // the library wants the end marked
        check(worksheet_set_h_pagebreaks(sheet, pageBreaks.data()));
        pageBreaks.clear();
    }

    void setPage(const SheetSetup& setup) {
        constexpr uint8_t kA3 = 8;
        constexpr uint8_t kA4 = 9;
        worksheet_set_paper(sheet, setup.paper == SheetSetup::Paper::A3 ? kA3 : kA4);
        if (setup.landscape) worksheet_set_landscape(sheet);
        if (setup.fitWidth || setup.fitHeight)
            worksheet_fit_to_pages(sheet, setup.fitWidth ? 1 : 0, setup.fitHeight ? 1 : 0);
        if (setup.centred) worksheet_center_horizontally(sheet);
        worksheet_set_margins(
            sheet, setup.marginLeft / kMillimetresPerInch, setup.marginRight / kMillimetresPerInch,
            setup.marginTop / kMillimetresPerInch, setup.marginBottom / kMillimetresPerInch);
        if (!setup.footer.isEmpty())
            check(worksheet_set_footer(sheet, setup.footer.toUtf8().constData()));
    }
};

XlsxWriter::XlsxWriter(std::unique_ptr<Work> work)
    : m_work(std::move(work)) { }

XlsxWriter::~XlsxWriter() = default;

Result<std::unique_ptr<XlsxWriter>> XlsxWriter::create(const QString& path, Mode mode) {
    auto work = std::make_unique<Work>();
    work->path = path;
    work->mode = mode;
    work->half.path = path + u".part"_s;
    if (!QFile(work->half.path).open(QIODevice::WriteOnly)) return fail(cannotWrite(path));
    work->written.path = nameForLibrary(work->half.path);
    lxw_workbook_options options = {};
    options.constant_memory = mode == Mode::Streaming;
    options.use_zip64 = mode == Mode::Streaming;
    const QByteArray name = narrowPath(work->written.path);
    if (!name.isEmpty()) work->book.reset(workbook_new_opt(name.constData(), &options));
    if (!work->book) return fail(cannotWrite(path));
    work->styles = std::make_unique<XlsxStyles>(work->book.get());
    return std::unique_ptr<XlsxWriter>(new XlsxWriter(std::move(work)));
}

void XlsxWriter::addSheet(const SheetSetup& setup) {
    Work& work = *m_work;
    work.endSheet();
    const QString name = fitName(setup.name, work.sheetNames);
    work.sheetNames.append(name);
    work.sheet = workbook_add_worksheet(work.book.get(), name.toUtf8().constData());
    work.lastRow = 0;
    if (!work.sheet) {
        work.check(LXW_ERROR_PARAMETER_VALIDATION);
        return;
    }
    work.setPage(setup);
    for (qsizetype i = 0; i < setup.columnWidths.size() && i < kMaxSheetColumns; ++i) {
        const auto column = lxw_col_t(i);
        const qreal width = setup.columnWidths[i];
        if (width > 0) work.check(worksheet_set_column(work.sheet, column, column, width, nullptr));
    }
    if (setup.frozenRows > 0 || setup.frozenColumns > 0)
        worksheet_freeze_panes(work.sheet, lxw_row_t(setup.frozenRows),
                               lxw_col_t(setup.frozenColumns));
    if (setup.frozenRows > 0)
        work.check(worksheet_repeat_rows(work.sheet, 0, lxw_row_t(setup.frozenRows - 1)));
    // No green corners on ID and phone numbers, which are meant to be text.
    work.check(
        worksheet_ignore_errors(work.sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

int XlsxWriter::addStyle(const CellStyle& style) {
    return m_work->styles->add(style);
}

void XlsxWriter::put(int row, int column, const CellValue& value, int style) {
    if (m_work->accepts(row, column))
        m_work->put(lxw_row_t(row - 1), lxw_col_t(column), value, style);
}

void XlsxWriter::putRow(int row, const QList<CellValue>& values, int style) {
    for (qsizetype i = 0; i < values.size(); ++i)
        put(row, int(std::min<qsizetype>(i, kMaxSheetColumns)), values[i], style);
}

void XlsxWriter::merge(const CellRange& range, const CellValue& value, int style) {
    Work& work = *m_work;
    if (!work.accepts(range.lastRow, range.lastColumn)) return;
    work.lastRow = range.firstRow;
    if (range.firstRow != range.lastRow || range.firstColumn != range.lastColumn)
        work.check(worksheet_merge_range(work.sheet, lxw_row_t(range.firstRow - 1),
                                         lxw_col_t(range.firstColumn), lxw_row_t(range.lastRow - 1),
                                         lxw_col_t(range.lastColumn), "",
                                         work.styles->format(style, XlsxStyles::Use::General)));
    put(range.firstRow, range.firstColumn, value, style);
}

void XlsxWriter::setRowHeight(int row, qreal points) {
    if (m_work->accepts(row, 0))
        m_work->check(worksheet_set_row(m_work->sheet, lxw_row_t(row - 1), points, nullptr));
}

void XlsxWriter::addPageBreak(int row) {
    if (row > 1) m_work->pageBreaks.push_back(lxw_row_t(row - 1));
}

Result<void> XlsxWriter::finish() {
    Work& work = *m_work;
    work.endSheet();
    if (work.error) return fail(*work.error);
    if (!work.book) return fail(cannotWrite(work.path));
    work.check(workbook_close(work.book.release())); // frees it in any case
    if (work.error) return fail(*work.error);
    if (!isWholeWorkbook(work.written.path)) return fail(cannotWrite(work.path));
    const QString& half = work.half.path;
    if (work.written.path != half
        && (!QFile::remove(half) || !QFile::copy(work.written.path, half)))
        return fail(cannotWrite(work.path));
    return replaceFile(half, work.path);
}

} // namespace baolei
