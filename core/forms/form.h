#pragma once
// A form as read from its file: what stands where, which fields it shows. The words of the file
// are explained in docs/forms.md. Lengths in millimetres, type sizes in points.

#include "core/forms/document.h"
#include "core/forms/form_data.h"

namespace baolei {

/// Where a bound name is looked up.
enum class DataScope {
    Whole, ///< the data of the form
    TableRow, ///< the row of the table
    Across, ///< the column of a table whose columns come from data
    RowNumber, ///< number of the row, counted from 1
};

struct FieldBinding {
    DataScope scope = DataScope::Whole;
    QString name; ///< as looked up in that scope
    QString until; ///< second name, for a range of time
    ValueFormat format = ValueFormat::Text;
};

/// Fixed words, or a bound field, one after another.
struct TextPart {
    QString words;
    bool isField = false;
    FieldBinding field;
};

struct Condition {
    QString name; ///< empty: always
    QString equals; ///< empty: the value must be there and not 0 or false
    bool isNegated = false;
    bool isList = false;
};

enum class Border { None, Box, Bottom };

struct FormCell {
    bool isLabel = false;
    bool isPicture = false; ///< `picture` is drawn, and the text stands below it
    bool across = false; ///< repeated for every column that comes from data
    bool vertical = false; ///< one character a line
    bool endMark = false; ///< “(以下空白)” after the text
    int span = 1;
    int rows = 1;
    qreal indent = 0; ///< of the first line of a paragraph, in characters
    qreal leading = 1.2; ///< line height in em
    Align align = Align::Center;
    VAlign valign = VAlign::Middle;
    FontRole role = FontRole::Body;
    qreal size = 12;
    Border border = Border::Box;
    FieldBinding picture;
    QList<TextPart> text;
};

struct FormRow {
    enum class Kind {
        Fixed, ///< text is shrunk before the row grows
        Grow, ///< text keeps its size, the row grows
        Fill, ///< takes what is left of the page; its text continues on further pages
    };
    Kind kind = Kind::Fixed;
    qreal height = 9;
    Condition when;
    QList<FormCell> cells;
};

struct FormBlock {
    enum class Kind { Title, Paragraph, Space, Grid, Table, NewPage };
    Kind kind = Kind::Paragraph;
    Condition when;
    // Title and paragraph; of a narrow grid only where it stands
    FormCell text;
    qreal before = 0;
    qreal after = 0;
    bool repeats = false; ///< again on every further page
    // Space
    qreal height = 0;
    bool fillsPage = false; ///< a space that pushes down, or a table filled up with blank rows
    // Grid and table; the columns that come from data stand before column `acrossAt`
    QList<qreal> columns;
    qreal width = 0; ///< 0: the whole text area
    QList<FormRow> rows; ///< of a table: the one row that is repeated
    QList<FormRow> head;
    QString each; ///< list that a table shows
    int minRows = 0;
    QString across; ///< list that makes the columns
    QString marks; ///< list in each row, one entry for each such column
    qsizetype acrossAt = -1;
    qreal acrossWidth = 0;
};

/// What a form is filled for, time and again.
enum class FormEach {
    Once,
    Member,
    Month,
    Meeting, ///< before it: a notice, a sheet to sign
    Vote, ///< ballots, what was counted
    Attachments, ///< an activity that has some
    Town, ///< once for everything below an organisation
};

struct PaperForm {
    QString id;
    QString title;
    QString source; ///< the document that the form follows
    QSizeF paper;
    PageMargins margins;
    bool forDisclosure = false;
    bool isCounted = true; ///< has a page number
    FormEach each = FormEach::Once;
    QStringList only; ///< meetings of these kinds, or votes of these; none: all
    /// Columns and rows of slips on a sheet that is cut up; the first that holds the form whole.
    /// `paper` is then the size of a slip.
    QList<QSize> slips;
    QSizeF sheet; ///< that the slips are printed on
    QString copies; ///< field that says how many slips
    QList<FormBlock> blocks;
    struct Note {
        PageNote::Place place = PageNote::Place::Center;
        bool atTop = false;
        QList<TextPart> text;
    };
    QList<Note> notes;
};

/// Width and height of the text area.
QSizeF textArea(const PaperForm& form);

} // namespace baolei
