#include "core/forms/row_boxes.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {

const FormData* dataIn(DataScope scope, const FormContext& context) {
    if (scope == DataScope::TableRow) return context.row;
    if (scope == DataScope::Across) return context.across;
    return context.whole;
}

QString valueOf(const FieldBinding& field, const FormContext& context, const FormData* data) {
    if (field.scope == DataScope::RowNumber)
        return context.rowNumber > 0 ? QString::number(context.rowNumber) : QString();
    if (!data) return {};
    const QVariant value = data->values.value(field.name);
    const QVariant until = field.until.isEmpty() ? QVariant() : data->values.value(field.until);
    return valueText(value, field.format, until);
}

// Official minutes begin a paragraph two characters in.
QString indented(const QString& text, qreal indent) {
    if (indent <= 0 || text.isEmpty()) return text;
    const QString blank(qRound(indent), QChar(0x3000));
    QStringList paragraphs = text.split(u'\n');
    for (QString& paragraph : paragraphs)
        if (!paragraph.isEmpty() && !paragraph.startsWith(QChar(0x3000)))
            paragraph = blank + paragraph;
    return paragraphs.join(u'\n');
}

constexpr qreal kTallestUpright = 60;
constexpr qreal kShareOfCaption = 0.12; ///< of the height; more is made smaller first

void measureVertical(CellBox& box) {
    const qreal em = box.size * kMillimetresPerPoint;
    qsizetype count = 0;
    for (qsizetype i = 0; i < box.content.text.size(); ++count)
        nextCharacter(box.content.text, i);
    // A whole sentence set upright shrinks rather than driving everything else off the page.
    box.needed = qMin(kTallestUpright, qreal(count) * em * 1.1 + 2 * kPadY);
    box.lineHeight = em;
}

void measure(CellBox& box, const FormRow& row, const Fonts& fonts) {
    const FormCell& style = *box.style;
    box.size = style.size;
    if (style.vertical) return measureVertical(box);
    if (box.content.text.isEmpty()) return;
    const qreal share = style.isPicture ? kShareOfCaption : 1;
    const QSizeF room(box.width - 2 * kPadX, row.height * share - 2 * kPadY);
    const bool shrinks = row.kind == FormRow::Kind::Fixed || style.isLabel;
    if (shrinks) {
        const FittedText fit
            = fittedText(fonts, style.role, box.content.text, style.size, style.leading, room);
        box.size = fit.size;
        box.lines = fit.lines;
    } else {
        box.lines = brokenLines(fonts, style.role, box.content.text,
                                room.width() / (style.size * kMillimetresPerPoint));
    }
    const qreal em = box.size * kMillimetresPerPoint;
    const qreal count = qreal(box.lines.size());
    box.lineHeight = em * (shrinks && count > 1 ? qMin(style.leading, 1.2) : style.leading);
    box.needed = (count > 1 ? count * box.lineHeight : em) + 2 * kPadY;
}

QByteArray pictureIn(const FieldBinding& field, const FormContext& context) {
    const FormData* data = dataIn(field.scope, context);
    return data ? data->values.value(field.name).toByteArray() : QByteArray();
}

CellBox boxFor(const FormCell& cell, const FormRow& row, const FormContext& context,
               const Fonts& fonts, qreal width) {
    CellBox box;
    box.style = &cell;
    box.width = width;
    box.rows = cell.rows;
    if (cell.isPicture) box.picture = pictureIn(cell.picture, context);
    box.content = filledText(cell.text, context, u"    "_s);
    box.content.text = indented(box.content.text, cell.indent);
    measure(box, row, fonts);
    return box;
}

class RowFiller {
public:
    RowFiller(const RowSource& source, const Fonts& fonts)
        : m_source(source)
        , m_fonts(fonts)
        , m_hanging(source.plan.widths.size(), 0) { }

    RowBox fill(const FormRow& row) {
        RowBox filled{row.kind, row.height, {}};
        m_column = 0;
        m_x = 0;
        m_acrossDone = false;
        m_hasAcross = std::any_of(row.cells.begin(), row.cells.end(),
                                  [](const FormCell& cell) { return cell.across; });
        for (const FormCell& cell : row.cells) {
            skipHanging();
            if (cell.across)
                addAcross(cell, row, filled);
            else
                add(cell, row, filled);
        }
        skipHanging();
        return filled;
    }
    bool hasHanging() const {
        return std::any_of(m_hanging.begin(), m_hanging.end(), [](int n) { return n > 0; });
    }

private:
    void passAcross() {
        const ColumnPlan& plan = m_source.plan;
        if (m_acrossDone || plan.acrossAt != m_column) return;
        m_x += plan.acrossWidth * plan.acrossCount;
        m_acrossDone = true;
    }
    void skipHanging() {
        while (m_column < m_hanging.size() && m_hanging[m_column] > 0) {
            if (m_hasAcross && !m_acrossDone && m_column == m_source.plan.acrossAt) return;
            passAcross();
            m_x += m_source.plan.widths[m_column];
            --m_hanging[m_column++];
        }
    }
    void add(const FormCell& cell, const FormRow& row, RowBox& filled) {
        passAcross();
        qreal width = 0;
        for (int i = 0; i < cell.span && m_column < m_hanging.size(); ++i) {
            width += m_source.plan.widths[m_column];
            m_hanging[m_column++] = cell.rows - 1;
        }
        CellBox box = boxFor(cell, row, m_source.context, m_fonts, width);
        box.x = m_x;
        m_x += width;
        filled.cells.append(box);
    }
    void addAcross(const FormCell& cell, const FormRow& row, RowBox& filled) {
        const ColumnPlan& plan = m_source.plan;
        for (int i = 0; i < plan.acrossCount; ++i) {
            FormContext context = m_source.context;
            const qsizetype entry = plan.acrossFirst + i;
            if (m_source.across && entry < m_source.across->size())
                context.across = &(*m_source.across)[entry];
            CellBox box = boxFor(cell, row, context, m_fonts, plan.acrossWidth);
            box.x = m_x;
            m_x += plan.acrossWidth;
            filled.cells.append(box);
        }
        m_acrossDone = true;
    }

    const RowSource& m_source;
    const Fonts& m_fonts;
    QList<int> m_hanging;
    qsizetype m_column = 0;
    qreal m_x = 0;
    bool m_acrossDone = false;
    bool m_hasAcross = false;
};

// Rows take the height of what stands in them; what hangs over several lengthens the last.
void settleHeights(RowGroup& group) {
    for (RowBox& row : group.rows)
        for (const CellBox& cell : row.cells)
            if (cell.rows == 1 || group.rows.size() == 1)
                row.height = qMax(row.height, cell.needed);
    for (qsizetype r = 0; r < group.rows.size(); ++r)
        for (const CellBox& cell : group.rows[r].cells) {
            const qsizetype last = qMin(r + cell.rows, group.rows.size()) - 1;
            qreal sum = 0;
            for (qsizetype i = r; i <= last; ++i)
                sum += group.rows[i].height;
            if (cell.needed > sum) group.rows[last].height += cell.needed - sum;
        }
}
}

FilledText filledText(const QList<TextPart>& parts, const FormContext& context,
                      const QString& blank) {
    FilledText filled;
    for (const TextPart& part : parts) {
        if (!part.isField) {
            filled.text += part.words;
            continue;
        }
        const FormData* data = dataIn(part.field.scope, context);
        const QString value = valueOf(part.field, context, data);
        filled.text += value.isEmpty() && parts.size() > 1 ? blank : value;
        if (!filled.field.isEmpty()) continue;
        filled.field = part.field.name;
        if (data) filled.record = data->record;
        filled.isNumber = parts.size() == 1 && part.field.format == ValueFormat::Number;
    }
    return filled;
}

bool holds(const Condition& condition, const FormData& data) {
    if (condition.name.isEmpty()) return true;
    bool is = false;
    if (condition.isList) {
        is = !data.lists.value(condition.name).isEmpty();
    } else {
        const QVariant value = data.values.value(condition.name);
        const QString text = valueText(value, ValueFormat::Text);
        if (!condition.equals.isEmpty())
            is = text == condition.equals;
        else if (value.typeId() == QMetaType::Bool)
            is = value.toBool();
        else
            is = !text.isEmpty() && text != u"0"_s;
    }
    return is != condition.isNegated;
}

qreal RowGroup::height() const {
    qreal sum = 0;
    for (const RowBox& row : rows)
        sum += row.height;
    return sum;
}

QList<RowGroup> filledRows(const QList<FormRow>& rows, const RowSource& source,
                           const Fonts& fonts) {
    QList<RowGroup> groups;
    RowFiller filler(source, fonts);
    bool continues = false;
    for (const FormRow& row : rows) {
        if (!holds(row.when, *source.context.whole)) continue;
        if (!continues) groups.append(RowGroup());
        groups.last().rows.append(filler.fill(row));
        continues = filler.hasHanging();
        if (!continues) settleHeights(groups.last());
    }
    if (continues) settleHeights(groups.last());
    return groups;
}

CellBox filledParagraph(const FormCell& style, const FormData& data, qreal width,
                        const Fonts& fonts) {
    CellBox box;
    box.style = &style;
    box.width = width;
    box.size = style.size;
    box.content = filledText(style.text, {&data, nullptr, nullptr, 0}, u"________"_s);
    box.content.text = indented(box.content.text, style.indent);
    const qreal em = style.size * kMillimetresPerPoint;
    box.lines = brokenLines(fonts, style.role, box.content.text, width / em);
    box.lineHeight = em * style.leading;
    box.needed = qreal(box.lines.size()) * box.lineHeight;
    return box;
}

CellBox takeLines(CellBox& cell, qsizetype count) {
    CellBox taken = cell;
    if (cell.style->isLabel || cell.style->vertical) return taken;
    count = qMin(count, cell.lines.size());
    taken.lines = cell.lines.first(count);
    cell.lines = cell.lines.mid(count);
    const auto height = [&cell](qsizetype n) { return qreal(n) * cell.lineHeight + 2 * kPadY; };
    taken.needed = height(count);
    cell.needed = cell.lines.isEmpty() ? 0 : height(cell.lines.size());
    return taken;
}

} // namespace baolei
