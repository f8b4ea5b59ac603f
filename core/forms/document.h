#pragma once
// Pages as plain values in millimetres: what the layout makes and the painter draws. Everything is
// placed; nothing here knows a device. Coordinates of a page's blocks and lines start at the top
// left corner of its text area, which moves with the binding edge when pages are numbered.

#include <QByteArray>
#include <QLineF>
#include <QList>
#include <QRectF>
#include <QString>

namespace baolei {

class Fonts;

/// Title 小标宋, Label 黑体, Body 仿宋, Kai 楷体, Plain 宋体.
enum class FontRole { Title, Label, Body, Kai, Plain };
enum class Align { Left, Center, Right };
enum class VAlign { Top, Middle, Bottom };

constexpr int kFontRoles = 5;
constexpr qreal kMillimetresPerPoint = 25.4 / 72;

/// One line of a block's text: `length` characters from `start`, drawn from `at` (the baseline).
struct TextLine {
    qsizetype start = 0;
    qsizetype length = 0;
    QPointF at;
};

/// A box with text. Boxes without text are kept too: the workbook needs every cell.
struct TextBlock {
    QRectF rect;
    FontRole role = FontRole::Body;
    qreal size = 12; ///< points, after shrinking
    Align align = Align::Left;
    VAlign valign = VAlign::Middle;
    QString text;
    QList<TextLine> lines;
    QString field; ///< name of the bound field, for a preview that leads to its record
    QString record; ///< which record the field was taken from, as the caller named it
    bool boxed = false; ///< a cell of a ruled grid
    bool underlined = false; ///< a line to write on
    bool upright = false; ///< one character a line
    bool isHead = false; ///< of a table, repeated on every page
    bool isNumber = false;
    QByteArray picture; ///< drawn whole inside `pictureRect`
    QRectF pictureRect;
};

struct RuledLine {
    QLineF line;
    qreal width = 0.35;
    bool isCut = false; ///< where the sheet is cut: drawn in dashes
};

struct PageMargins {
    qreal binding = 25;
    qreal outer = 15;
    qreal top = 15;
    qreal bottom = 15;
    bool boundAtTop = false; ///< a landscape page bound with portrait ones
};

/// Text of the head or foot of a page; {page} and {pages} are filled in when pages are numbered.
struct PageNote {
    enum class Place { Left, Center, Right, Outer };
    QString text;
    Place place = Place::Center;
    bool atTop = false;
};

struct PaperPage {
    QSizeF size;
    PageMargins margins;
    QString form; ///< id of the form
    QString title;
    QPointF origin; ///< of the text area, set by numberPages
    int number = 0; ///< 0: not counted, such as a cover
    bool counted = true;
    QList<TextBlock> blocks;
    QList<RuledLine> lines;
    QList<PageNote> notes;
    QList<TextBlock> noteBlocks; ///< made by numberPages, same coordinates as blocks
};

struct Document {
    QString title;
    QList<PaperPage> pages;
};

/// Width and height of a page's text area.
QSizeF textArea(const PaperPage& page);

/// Numbers the counted pages from 1, mirrors binding edges (odd sheet sides are bound left, even
/// ones right) and writes heads and feet. `firstSide`: the sheet side that the first page is on.
void numberPages(Document& document, const Fonts& fonts, int firstSide = 1);

/// Joins laid-out parts to one document with running page numbers.
Document joined(const QList<Document>& parts, const Fonts& fonts);

/// What is on a page, block by block in reading order; for tests and searching.
QString plainText(const PaperPage& page);

} // namespace baolei
