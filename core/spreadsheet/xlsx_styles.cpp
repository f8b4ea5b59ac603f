#include "core/spreadsheet/xlsx_styles.h"

#include <xlsxwriter.h>

namespace baolei {

namespace {

uint8_t lineOf(CellStyle::Line line) {
    switch (line) {
    case CellStyle::Line::Thin:
        return LXW_BORDER_THIN;
    case CellStyle::Line::Thick:
        return LXW_BORDER_MEDIUM;
    case CellStyle::Line::None:
        break;
    }
    return LXW_BORDER_NONE;
}

uint8_t acrossOf(CellStyle::Across across) {
    switch (across) {
    case CellStyle::Across::Centre:
        return LXW_ALIGN_CENTER;
    case CellStyle::Across::Right:
        return LXW_ALIGN_RIGHT;
    case CellStyle::Across::Justify:
        return LXW_ALIGN_JUSTIFY;
    case CellStyle::Across::Spread:
        return LXW_ALIGN_DISTRIBUTED;
    case CellStyle::Across::Left:
        break;
    }
    return LXW_ALIGN_LEFT;
}

uint8_t downOf(CellStyle::Down down) {
    switch (down) {
    case CellStyle::Down::Top:
        return LXW_ALIGN_VERTICAL_TOP;
    case CellStyle::Down::Bottom:
        return LXW_ALIGN_VERTICAL_BOTTOM;
    case CellStyle::Down::Middle:
        break;
    }
    return LXW_ALIGN_VERTICAL_CENTER;
}

void setFont(lxw_format* format, const CellStyle& style) {
    const QByteArray family
        = style.fontFamily.isEmpty() ? QByteArrayLiteral("宋体") : style.fontFamily.toUtf8();
    format_set_font_name(format, family.constData());
    format_set_font_size(format, style.fontSize);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.colour) format_set_font_color(format, *style.colour);
}

void setBox(lxw_format* format, const CellStyle& style) {
    format_set_top(format, lineOf(style.top));
    format_set_right(format, lineOf(style.right));
    format_set_bottom(format, lineOf(style.bottom));
    format_set_left(format, lineOf(style.left));
    if (style.background) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, *style.background);
    }
}

} // namespace

int XlsxStyles::add(const CellStyle& style) {
    for (std::size_t i = 1; i < m_entries.size(); ++i)
        if (m_entries[i].style == style) return int(i);
    m_entries.push_back({style, {}});
    return int(m_entries.size()) - 1;
}

lxw_format* XlsxStyles::format(int style, Use use) {
    if (style == XlsxWriter::kNoStyle && use == Use::General) return nullptr;
    if (style < 0 || std::size_t(style) >= m_entries.size()) return nullptr;
    Entry& entry = m_entries[std::size_t(style)];
    lxw_format*& made = entry.formats[std::size_t(use)];
    if (!made) made = make(entry.style, use);
    return made;
}

lxw_format* XlsxStyles::make(const CellStyle& style, Use use) const {
    lxw_format* format = workbook_add_format(m_book);
    setFont(format, style);
    setBox(format, style);
    format_set_align(format, acrossOf(style.across));
    format_set_align(format, downOf(style.down));
    if (style.wrap) format_set_text_wrap(format);
    if (style.shrink) format_set_shrink(format);
    if (style.upright) format_set_rotation(format, 270); // 270: stacked, not turned
    // "@": a digit string stays text also after somebody has edited the cell.
    if (use == Use::Text) format_set_num_format(format, "@");
    if (use == Use::Date) format_set_num_format(format, "yyyy-mm-dd");
    return format;
}

} // namespace baolei
