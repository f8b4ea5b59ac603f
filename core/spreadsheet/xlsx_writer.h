#pragma once
// Writes .xlsx: tables to work on, and filled forms to be printed from WPS or Excel. The file
// appears under its name only when it is complete.

#include "core/base/result.h"
#include "core/spreadsheet/cell.h"
#include "core/spreadsheet/cell_value.h"

#include <QList>
#include <memory>
#include <optional>

namespace baolei {

struct CellStyle {
    enum class Across { Left, Centre, Right, Justify, Spread };
    enum class Down { Top, Middle, Bottom };
    enum class Line { None, Thin, Thick };

    QString fontFamily; ///< empty: 宋体
    qreal fontSize = 11; ///< points
    bool bold = false;
    bool italic = false;
    bool wrap = false;
    bool shrink = false; ///< print smaller rather than cut off
    bool upright = false; ///< characters below each other
    Across across = Across::Left;
    Down down = Down::Middle;
    Line top = Line::None, right = Line::None, bottom = Line::None, left = Line::None;
    std::optional<quint32> background; ///< 0xRRGGBB
    std::optional<quint32> colour; ///< 0xRRGGBB

    CellStyle& boxed(Line line = Line::Thin) {
        top = right = bottom = left = line;
        return *this;
    }
    bool operator==(const CellStyle&) const = default;
};

struct SheetSetup {
    enum class Paper { A4, A3 };

    QString name; ///< made fit for Excel: 31 characters, none of []:*?/\, each once
    QList<qreal> columnWidths; ///< in digits of the default font; 0: as usual
    int frozenRows = 0; ///< stay in view, and are repeated on every printed page
    int frozenColumns = 0;
    Paper paper = Paper::A4;
    bool landscape = false;
    bool fitWidth = true; ///< all columns on one page
    bool fitHeight = false; ///< all rows too
    bool centred = false;
    qreal marginTop = 20, marginRight = 15, marginBottom = 20, marginLeft = 15; ///< millimetres
    QString footer; ///< &P: page number, &N: number of pages
};

/// The width of a column in digits, for `millimetres` on paper.
qreal columnWidthOf(qreal millimetres);
/// The height of a row in points, for `millimetres` on paper.
qreal rowHeightOf(qreal millimetres);

class XlsxWriter {
public:
    /// Plain writers hold the workbook in memory and take cells in any order. Streaming ones hold
    /// one row: rows must come from top to bottom, and only one sheet can be filled at a time.
    enum class Mode { Plain, Streaming };
    /// The style of cells that name none.
    static constexpr int kNoStyle = 0;

    static Result<std::unique_ptr<XlsxWriter>> create(const QString& path, Mode mode);
    ~XlsxWriter(); ///< without finish(): nothing is left
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    /// Begins a sheet; what follows goes there.
    void addSheet(const SheetSetup& setup);
    /// The number to name this style by; the same style gets the same number.
    int addStyle(const CellStyle& style);

    /// Rows from 1, columns from 0. What goes wrong is told by finish().
    void put(int row, int column, const CellValue& value, int style = kNoStyle);
    void putRow(int row, const QList<CellValue>& values, int style = kNoStyle);
    void merge(const CellRange& range, const CellValue& value, int style = kNoStyle);
    void setRowHeight(int row, qreal points);
    /// Printing starts a new page with `row`.
    void addPageBreak(int row);

    /// Completes the file and puts it in its place, over an older one of that name.
    Result<void> finish();

private:
    struct Work;
    explicit XlsxWriter(std::unique_ptr<Work> work);
    std::unique_ptr<Work> m_work;
};

} // namespace baolei
