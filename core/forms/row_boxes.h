#pragma once
// Rows of a form with their data in them, measured but not yet placed. Inside core/forms only.

#include "core/forms/form.h"
#include "core/forms/line_break.h"

namespace baolei {

/// Where values come from while a row is being filled.
struct FormContext {
    const FormData* whole = nullptr;
    const FormData* row = nullptr;
    const FormData* across = nullptr;
    int rowNumber = 0; ///< 0: a blank row
};

struct FilledText {
    QString text;
    QString field; ///< the first bound field
    QString record;
    bool isNumber = false;
};

/// `blank` stands where a value within words is missing, room to write by hand.
FilledText filledText(const QList<TextPart>& parts, const FormContext& context,
                      const QString& blank);
bool holds(const Condition& condition, const FormData& data);

struct CellBox {
    const FormCell* style = nullptr;
    qreal x = 0;
    qreal width = 0;
    int rows = 1;
    FilledText content;
    QByteArray picture;
    qreal size = 12;
    qreal lineHeight = 5;
    QList<BrokenLine> lines;
    qreal needed = 0; ///< height, paddings included
    bool isFixedSize = false; ///< shrunk to fit: the needed height is met by the row as it is
};

struct RowBox {
    FormRow::Kind kind = FormRow::Kind::Fixed;
    qreal height = 0;
    QList<CellBox> cells;
};

/// Rows that cells hanging down tie together; never parted unless taller than a page.
struct RowGroup {
    QList<RowBox> rows;
    qreal height() const;
    bool isFill() const { return rows.size() == 1 && rows[0].kind == FormRow::Kind::Fill; }
};

/// The columns of a grid or of one stretch of a table whose columns come from data.
struct ColumnPlan {
    QList<qreal> widths; ///< the fixed columns
    qsizetype acrossAt = -1;
    qreal acrossWidth = 0;
    int acrossCount = 0; ///< columns on the page, blank ones included
    qsizetype acrossFirst = 0; ///< the entry that the first of them shows
};

struct RowSource {
    const FormBlock* block = nullptr;
    ColumnPlan plan;
    FormContext context;
    const QList<FormData>* across = nullptr; ///< what the columns from data show in this row
};

constexpr qreal kPadX = 1.5;
constexpr qreal kPadY = 0.4;

/// Measured rows, tied into groups.
QList<RowGroup> filledRows(const QList<FormRow>& rows, const RowSource& source, const Fonts& fonts);
/// A title or paragraph as a box of the whole width.
CellBox filledParagraph(const FormCell& style, const FormData& data, qreal width,
                        const Fonts& fonts);
/// Takes the first `count` lines out of a cell that flows; the rest stays in `cell`.
CellBox takeLines(CellBox& cell, qsizetype count);

} // namespace baolei
