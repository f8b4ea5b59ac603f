#include "core/forms/workbook.h"

#include "core/spreadsheet/xlsx_writer.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

constexpr qreal kSameEdge = 0.3; ///< millimetres; nearer edges are one
constexpr qreal kTallestRow = 140; ///< a row of a sheet holds 409 points, 144 mm

// Lines that cells begin and end at, from which rows or columns are made.
class Edges {
public:
    void add(qreal at) { m_all.append(at); }
    void settle(qreal widest) {
        std::sort(m_all.begin(), m_all.end());
        QList<qreal> kept;
        for (const qreal at : std::as_const(m_all)) {
            if (!kept.isEmpty() && at - kept.last() < kSameEdge) continue;
            while (!kept.isEmpty() && at - kept.last() > widest)
                kept.append(kept.last() + widest);
            kept.append(at);
        }
        m_all = kept;
    }
    int index(qreal at) const {
        const auto next = std::lower_bound(m_all.begin(), m_all.end(), at - kSameEdge);
        return int(next - m_all.begin());
    }
    int spans() const { return int(m_all.size()) - 1; }
    qreal span(int i) const { return m_all[i + 1] - m_all[i]; }

private:
    QList<qreal> m_all;
};

// Faces that Windows, WPS or Office bring along.
QString familyFor(FontRole role) {
    switch (role) {
    case FontRole::Title:
        return u"华文中宋"_s;
    case FontRole::Label:
        return u"黑体"_s;
    case FontRole::Body:
        return u"仿宋"_s;
    case FontRole::Kai:
        return u"楷体"_s;
    case FontRole::Plain:
        break;
    }
    return u"宋体"_s;
}

class Sheet {
public:
    Sheet(const PaperPage& page, XlsxWriter& writer)
        : m_page(page)
        , m_writer(writer) {
        const QSizeF area = textArea(page);
        m_columns.add(0);
        m_columns.add(area.width());
        m_rows.add(0);
        for (const TextBlock& block : page.blocks) {
            if (block.boxed) m_outline = m_outline.united(block.rect);
            m_columns.add(block.rect.left());
            m_columns.add(block.rect.right());
            m_rows.add(block.rect.top());
            m_rows.add(block.rect.bottom());
        }
        m_columns.settle(1e6);
        m_rows.settle(kTallestRow);
        for (const TextBlock& block : page.blocks) {
            if (!block.boxed) continue;
            m_tops.insert(m_rows.index(block.rect.top()));
            m_bottoms.insert(m_rows.index(block.rect.bottom()));
        }
    }

    void write() {
        m_writer.addSheet(setup());
        for (int row = 0; row < m_rows.spans(); ++row)
            m_writer.setRowHeight(row + 1, rowHeightOf(m_rows.span(row)));
        for (const TextBlock& block : m_page.blocks)
            put(block);
    }

private:
    SheetSetup setup() const {
        SheetSetup setup;
        setup.name = m_page.title;
        for (int column = 0; column < m_columns.spans(); ++column)
            setup.columnWidths.append(columnWidthOf(m_columns.span(column)));
        for (const TextBlock& block : m_page.blocks)
            if (block.isHead)
                setup.frozenRows = qMax(setup.frozenRows, m_rows.index(block.rect.bottom()));
        const PageMargins& m = m_page.margins;
        setup.landscape = m_page.size.width() > m_page.size.height();
        setup.paper = qMax(m_page.size.width(), m_page.size.height()) > 300 ? SheetSetup::Paper::A3
                                                                            : SheetSetup::Paper::A4;
        setup.centred = true;
        setup.marginTop = m.boundAtTop ? m.binding : m.top;
        setup.marginLeft = m.boundAtTop ? m.outer : m.binding;
        setup.marginRight = m.outer;
        setup.marginBottom = m.bottom;
        if (m_page.counted) setup.footer = u"&C— &P —"_s;
        return setup;
    }

    CellStyle styleOf(const TextBlock& block) const {
        CellStyle style;
        style.fontFamily = familyFor(block.role);
        style.bold = block.role == FontRole::Title;
        style.fontSize = qRound(block.size * 2) / 2.0;
        style.wrap = !block.upright;
        style.upright = block.upright;
        style.across = block.align == Align::Left ? CellStyle::Across::Left
            : block.align == Align::Right         ? CellStyle::Across::Right
                                                  : CellStyle::Across::Centre;
        style.down = block.valign == VAlign::Top ? CellStyle::Down::Top
            : block.valign == VAlign::Bottom     ? CellStyle::Down::Bottom
                                                 : CellStyle::Down::Middle;
        if (block.underlined) style.bottom = CellStyle::Line::Thin;
        if (!block.boxed) return style;
        const auto line
            = [](bool isOuter) { return isOuter ? CellStyle::Line::Thick : CellStyle::Line::Thin; };
        const QRectF& rect = block.rect;
        style.left = line(rect.left() < m_outline.left() + kSameEdge);
        style.right = line(rect.right() > m_outline.right() - kSameEdge);
        style.top = line(!m_bottoms.contains(m_rows.index(rect.top())));
        style.bottom = line(!m_tops.contains(m_rows.index(rect.bottom())));
        return style;
    }

    void put(const TextBlock& block) {
        const int top = m_rows.index(block.rect.top()) + 1;
        const int bottom = m_rows.index(block.rect.bottom());
        const int left = m_columns.index(block.rect.left());
        const int right = m_columns.index(block.rect.right()) - 1;
        if (bottom < top || right < left) return;
        bool isWhole = false;
        const qint64 number = block.text.toLongLong(&isWhole);
        CellValue value = block.text;
        if (!block.picture.isEmpty())
            value = Text::tr("（照片请看打印件或 PDF）");
        else if (block.text.isEmpty())
            value = std::monostate();
        else if (block.isNumber && isWhole)
            value = number;
        const int style = m_writer.addStyle(styleOf(block));
        if (top == bottom && left == right)
            m_writer.put(top, left, value, style);
        else
            m_writer.merge({top, left, bottom, right}, value, style);
    }

    const PaperPage& m_page;
    XlsxWriter& m_writer;
    Edges m_columns;
    Edges m_rows;
    QRectF m_outline;
    QSet<int> m_tops, m_bottoms; ///< rows that boxed cells begin and end at
};
}

Result<Document> layOutForWorkbook(const PaperForm& form, const FormData& data,
                                   const Fonts& fonts) {
    return layOut(form, data, fonts, {.isEndless = true});
}

Result<void> writeWorkbook(const Document& document, const QString& path) {
    if (document.pages.isEmpty())
        return fail(ErrorCode::Refused, Text::tr("没有可写入的页"), Text::tr("请先选择表单和期间"));
    auto writer = XlsxWriter::create(path, XlsxWriter::Mode::Plain);
    if (!writer) return fail(writer.error());
    for (const PaperPage& page : document.pages)
        Sheet(page, **writer).write();
    return (*writer)->finish();
}

} // namespace baolei
