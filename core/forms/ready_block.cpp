#include "core/forms/flow.h"

#include <cmath>

namespace baolei {

namespace {

qreal heightOf(const QList<RowGroup>& groups) {
    qreal sum = 0;
    for (const RowGroup& group : groups)
        sum += group.height();
    return sum;
}

// How the columns that come from data are spread: as many on each page as fit.
QList<ColumnPlan> columnPlans(const FormBlock& block, const FormData& data, bool isEndless) {
    ColumnPlan plan{block.columns, block.acrossAt, 0, 0, 0};
    if (block.acrossAt < 0) return {plan};
    qreal fixed = 0;
    for (const qreal width : block.columns)
        fixed += width;
    const qsizetype entries = data.lists.value(block.across).size();
    const int fitting = qMax(1, int(std::floor((block.width - fixed) / block.acrossWidth + 1e-6)));
    plan.acrossCount = isEndless ? int(qMax<qsizetype>(1, entries)) : fitting;
    plan.acrossWidth = isEndless ? block.acrossWidth : (block.width - fixed) / fitting;
    QList<ColumnPlan> plans;
    do {
        plans.append(plan);
        plan.acrossFirst += plan.acrossCount;
    } while (plan.acrossFirst < entries);
    return plans;
}

ReadyBlock::Rows tableRows(const FormBlock& block, const ColumnPlan& plan, const FormData& data,
                           const Fonts& fonts) {
    ReadyBlock::Rows rows;
    const QList<FormData> meetings = data.lists.value(block.across);
    RowSource source{&block, plan, {&data, nullptr, nullptr, 0}, &meetings};
    rows.head = filledRows(block.head, source, fonts);
    const FormData nothing;
    const QList<FormData> noMarks;
    source.across = &noMarks;
    source.context.row = &nothing;
    const QList<RowGroup> blanks = filledRows(block.rows, source, fonts);
    if (!blanks.isEmpty()) rows.blank = blanks.first();
    const QList<FormData> entries = data.lists.value(block.each);
    rows.body.reserve(entries.size());
    for (const FormData& entry : entries) {
        const QList<FormData> marks
            = block.marks.isEmpty() ? QList<FormData>() : entry.lists.value(block.marks);
        source.across = &marks;
        source.context.row = &entry;
        ++source.context.rowNumber;
        rows.body.append(filledRows(block.rows, source, fonts));
    }
    while (rows.body.size() < block.minRows)
        rows.body.append(rows.blank);
    return rows;
}
}

ReadyBlock readyBlock(const FormBlock& block, const FormData& data, const Fonts& fonts,
                      bool isEndless) {
    ReadyBlock ready;
    ready.block = &block;
    switch (block.kind) {
    case FormBlock::Kind::Title:
    case FormBlock::Kind::Paragraph:
        ready.text = filledParagraph(block.text, data, block.width, fonts);
        ready.height = block.before + ready.text.needed + block.after;
        break;
    case FormBlock::Kind::Space:
        ready.height = block.height;
        break;
    case FormBlock::Kind::Grid: {
        const RowSource source{
            &block, {block.columns, -1, 0, 0, 0}, {&data, nullptr, nullptr, 0}, nullptr};
        ready.stretches.append({{}, filledRows(block.rows, source, fonts), {}});
        break;
    }
    case FormBlock::Kind::Table:
        for (const ColumnPlan& plan : columnPlans(block, data, isEndless))
            ready.stretches.append(tableRows(block, plan, data, fonts));
        break;
    case FormBlock::Kind::NewPage:
        break;
    }
    for (const ReadyBlock::Rows& rows : ready.stretches)
        ready.height += heightOf(rows.head) + heightOf(rows.body);
    return ready;
}

} // namespace baolei
