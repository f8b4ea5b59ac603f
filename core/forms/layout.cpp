#include "core/forms/layout.h"

#include "core/forms/flow.h"
#include "core/forms/slips.h"

#include <QCoreApplication>
#include <cmath>

namespace baolei {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

constexpr qreal kRounding = 1e-4;
constexpr qreal kEndless = 1e6;
constexpr qreal kSplitAbove = 60; ///< a lower row goes to the next page whole
constexpr qreal kContinuedFill = 20;

qreal heightOf(const QList<RowGroup>& groups) {
    qreal sum = 0;
    for (const RowGroup& group : groups)
        sum += group.height();
    return sum;
}

// Lines of the longest cell that flows, and how many fit into `room`.
qsizetype flowingLines(const RowBox& row) {
    qsizetype most = 0;
    for (const CellBox& cell : row.cells)
        if (!cell.style->isLabel && !cell.style->vertical) most = qMax(most, cell.lines.size());
    return most;
}

qsizetype fittingLines(const RowBox& row, qreal room) {
    qsizetype fewest = flowingLines(row);
    for (const CellBox& cell : row.cells) {
        if (cell.style->isLabel || cell.style->vertical || cell.lines.isEmpty()) continue;
        const qreal lines = (room - 2 * kPadY + kRounding) / cell.lineHeight;
        fewest = qMin(fewest, qsizetype(std::floor(qMax(0.0, lines))));
    }
    return fewest;
}

qreal neededHeight(const RowBox& row) {
    qreal height = row.height;
    for (const CellBox& cell : row.cells)
        height = qMax(height, cell.needed);
    return height;
}

RowBox takenLines(RowBox& row, qsizetype count) {
    RowBox taken{row.kind, 0, {}};
    for (CellBox& cell : row.cells)
        taken.cells.append(takeLines(cell, count));
    row.height = row.kind == FormRow::Kind::Fill ? kContinuedFill : 0;
    row.height = neededHeight(row);
    taken.height = neededHeight(taken);
    return taken;
}

bool isGrid(const ReadyBlock& ready) {
    return ready.block->kind == FormBlock::Kind::Grid;
}

const FormCell& noteStyle() {
    static const FormCell style = [] {
        FormCell cell;
        cell.role = FontRole::Kai;
        cell.size = 10.5;
        cell.align = Align::Right;
        cell.border = Border::None;
        return cell;
    }();
    return style;
}
}

Flow::Flow(const PaperForm& form, const FormData& data, const Fonts& fonts,
           const LayoutOptions& options)
    : m_form(form)
    , m_data(data)
    , m_fonts(fonts)
    , m_options(options)
    , m_builder(fonts)
    , m_height(options.isEndless ? kEndless : textArea(form).height()) {
    m_blankPage.size = form.paper;
    m_blankPage.margins = form.margins;
    m_blankPage.form = form.id;
    m_blankPage.title = form.title;
    m_blankPage.counted = form.isCounted;
    const FormContext context{&data, nullptr, nullptr, 0};
    for (const PaperForm::Note& note : form.notes)
        m_blankPage.notes.append({filledText(note.text, context, QStringLiteral("________")).text,
                                  note.place, note.atTop});
}

Document Flow::run() {
    m_document.title = m_form.title;
    m_builder.start(m_blankPage);
    QList<ReadyBlock> blocks;
    for (const FormBlock& block : m_form.blocks)
        if (holds(block.when, m_data))
            blocks.append(readyBlock(block, m_data, m_fonts, m_options.isEndless));
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        qreal tail = 0;
        for (qsizetype j = i + 1; j < blocks.size(); ++j) {
            if (blocks[j].block->kind == FormBlock::Kind::NewPage) break;
            tail += blocks[j].height;
        }
        m_framesJoin = i + 1 < blocks.size() && isGrid(blocks[i]) && isGrid(blocks[i + 1])
            && blocks[i].block->width == blocks[i + 1].block->width;
        placeBlock(blocks[i], tail);
    }
    m_document.pages.append(m_builder.finish());
    numberPages(m_document, m_fonts);
    return std::move(m_document);
}

void Flow::placeBlock(const ReadyBlock& ready, qreal tail) {
    m_current = &ready;
    const FormBlock& block = *ready.block;
    switch (block.kind) {
    case FormBlock::Kind::Title:
    case FormBlock::Kind::Paragraph:
        return placeText(ready);
    case FormBlock::Kind::Space:
        m_y += block.height;
        if (block.fillsPage && !m_options.isEndless) m_y += qMax(0.0, rest() - tail);
        return;
    case FormBlock::Kind::NewPage:
        return turnPage(false);
    case FormBlock::Kind::Grid:
    case FormBlock::Kind::Table:
        break;
    }
    for (qsizetype i = 0; i < ready.stretches.size(); ++i) {
        if (i > 0) turnPage(false);
        placeRows(ready, ready.stretches[i], i + 1 == ready.stretches.size() ? tail : 0);
    }
}

void Flow::placeText(const ReadyBlock& ready) {
    CellBox box = ready.text;
    const FormBlock& block = *ready.block;
    m_y += block.before;
    while (!box.lines.isEmpty()) {
        const qreal room = (rest() + kRounding) / box.lineHeight;
        const auto fitting = qsizetype(std::floor(qMax(0.0, room)));
        if (fitting == 0 && m_y > m_top + kRounding) {
            turnPage(false);
            continue;
        }
        const CellBox part = takeLines(box, qMax<qsizetype>(1, fitting));
        const qreal height = qreal(part.lines.size()) * part.lineHeight;
        m_builder.place(part, {0, m_y, part.width, height});
        m_y += height;
        if (!box.lines.isEmpty()) turnPage(false);
    }
    m_y += block.after;
    if (!block.repeats) return;
    m_repeated.append(ready.text);
    m_repeatedAfter.append(block.after);
}

RowGroup Flow::stretched(RowGroup group) const {
    for (RowBox& row : group.rows)
        if (row.height < m_blankHeight) row.height = m_blankHeight;
    return group;
}

void Flow::placeRows(const ReadyBlock& ready, const ReadyBlock::Rows& rows, qreal tail) {
    m_rows = &rows;
    const qreal headHeight = heightOf(rows.head);
    const qreal first = rows.body.isEmpty() ? 0 : qMin(rows.body[0].height(), kSplitAbove);
    if (headHeight + first > rest() + kRounding && m_y > m_top + kRounding) turnPage(false);
    for (const RowGroup& group : rows.head)
        placeGroup(group);
    const bool fillsUp = ready.block->fillsPage && !m_options.isEndless;
    m_blankHeight = rows.blank.height();
    if (fillsUp && m_blankHeight > 0) {
        const qreal room = rest() - tail;
        const qreal count = std::floor(room / m_blankHeight + kRounding);
        if (count > 0) m_blankHeight = room / count;
    }
    qreal after = heightOf(rows.body) + tail;
    for (const RowGroup& group : rows.body) {
        after -= group.height();
        const RowGroup next = fillsUp ? stretched(group) : group;
        if (next.isFill()) {
            placeFill(next, after);
        } else if (next.height() <= rest() + kRounding) {
            placeGroup(next);
        } else {
            placeSplit(next);
        }
    }
    if (fillsUp) fillUp(stretched(rows.blank), tail);
    if (!m_framesJoin) m_builder.endFrame();
    m_rows = nullptr;
}

void Flow::placeGroup(const RowGroup& group, bool isHead) {
    const qreal spare = textArea(m_form).width() - m_current->block->width;
    const Align align = m_current->block->text.align;
    const qreal x = align == Align::Left ? 0 : align == Align::Right ? spare : spare / 2;
    m_builder.place(group, {x, m_y}, isHead);
    m_y += group.height();
}

// A row that does not fit goes to the next page whole; one that is long is continued there.
void Flow::placeSplit(RowGroup group) {
    const qreal onFreshPage = m_height - m_top - heightOf(m_rows->head);
    const bool isTooTall = group.height() > onFreshPage + kRounding;
    if (group.rows.size() > 1) {
        if (!isTooTall) {
            turnFrame();
            return placeGroup(group);
        }
        for (RowBox& row : group.rows) { // tied rows taller than a page have to be parted
            for (CellBox& cell : row.cells)
                cell.rows = 1;
            row.height = neededHeight(row);
            if (row.height <= rest() + kRounding)
                placeGroup({{row}});
            else
                placeSplit({{row}});
        }
        return;
    }
    RowBox& row = group.rows.first();
    const bool mayPart = row.kind != FormRow::Kind::Fixed && row.height > kSplitAbove;
    if (!isTooTall && !(mayPart && fittingLines(row, rest()) >= 3)) turnFrame();
    while (neededHeight(row) > rest() + kRounding) {
        const qsizetype fitting = fittingLines(row, rest());
        const bool isFresh = m_y <= m_top + heightOf(m_rows->head) + kRounding;
        if (fitting == 0 && !isFresh) {
            turnFrame();
            continue;
        }
        if (flowingLines(row) == 0) { // nothing in it can flow: as tall as the page is
            row.height = rest();
            break;
        }
        placeGroup({{takenLines(row, qMax<qsizetype>(1, fitting))}});
        if (flowingLines(row) == 0) return;
        turnFrame();
    }
    placeGroup(group);
}

void Flow::placeFill(RowGroup group, qreal after) {
    RowBox& row = group.rows.first();
    row.height = neededHeight(row);
    while (!m_options.isEndless) {
        if (row.height + after <= rest() + kRounding) {
            row.height = rest() - after;
            break;
        }
        const bool isFresh = m_y <= m_top + heightOf(m_rows->head) + kRounding;
        const qsizetype lines = flowingLines(row);
        qsizetype count = fittingLines(row, rest());
        if (!isFresh && (count < 2 || rest() < kContinuedFill)) {
            turnFrame();
            continue;
        }
        // What follows needs a further page: let the end of the text go with it.
        if (count >= lines) count = lines - 2;
        if (count < 1 && lines > 0 && row.height > rest() + kRounding) count = 1;
        if (count < 1) {
            row.height = qMax(row.height, rest());
            break;
        }
        RowBox taken = takenLines(row, count);
        taken.height = rest();
        placeGroup({{taken}});
        turnFrame();
    }
    placeGroup(group);
    if (after > rest() + kRounding && m_rows->body.last().rows.first().kind != row.kind
        && !m_options.isEndless)
        turnFrame();
}

// Blank rows to write in; where the tail needs another page, that page is filled as well.
void Flow::fillUp(const RowGroup& blank, qreal tail) {
    const qreal height = blank.height();
    if (height <= 0) return;
    if (rest() + kRounding < tail) {
        while (height <= rest() + kRounding)
            placeGroup(blank);
        turnFrame();
    }
    while (height + tail <= rest() + kRounding)
        placeGroup(blank);
}

void Flow::turnFrame() {
    turnPage(true);
    if (!m_rows) return;
    for (const RowGroup& group : m_rows->head)
        placeGroup(group);
}

void Flow::turnPage(bool isContinued) {
    m_document.pages.append(m_builder.finish());
    m_builder.start(m_blankPage);
    m_y = 0;
    const bool isMinutes = isContinued && isGrid(*m_current);
    for (qsizetype i = 0; i < m_repeated.size(); ++i) {
        CellBox& box = m_repeated[i];
        const QRectF rect(0, m_y, box.width, box.needed);
        if (isMinutes && box.style->role == FontRole::Title)
            m_builder.placeLine(Text::tr("%1（续页）").arg(box.content.text), *box.style, rect);
        else
            m_builder.place(box, rect);
        m_y += box.needed + m_repeatedAfter[i];
    }
    if (isMinutes) {
        m_builder.placeLine(Text::tr("（接上页）"), noteStyle(),
                            {0, m_y, textArea(m_form).width(), 5});
        m_y += 6;
    }
    m_top = m_y;
}

Result<Document> layOut(const PaperForm& form, const FormData& data, const Fonts& fonts,
                        const LayoutOptions& options) {
    const QSizeF area = textArea(form);
    if (area.width() < 20 || area.height() < 20)
        return fail(ErrorCode::Refused,
                    Text::tr("表单“%1”的页边距太大，纸面上放不下内容").arg(form.title),
                    Text::tr("请在表单文件中减小页边距"));
    if (!form.slips.isEmpty() && !options.isEndless) return layOutSlips(form, data, fonts);
    return Flow(form, data, fonts, options).run();
}

} // namespace baolei
