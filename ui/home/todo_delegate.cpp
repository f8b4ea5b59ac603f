#include "ui/home/todo_delegate.h"

#include "ui/base/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTreeView>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
bool isHeading(const QModelIndex& index) {
    return index.data(kLineRole).toInt() < 0;
}

bool isOpen(const QStyleOptionViewItem& option) {
    return option.state.testFlag(QStyle::State_Open);
}

QFont strong(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

int lineHeight(TypeRole role) {
    return QFontMetrics(fontOf(role)).height();
}

void drawText(QPainter& painter, const QRect& box, const QString& text, const QFont& font,
              const QColor& ink, Qt::Alignment align = Qt::AlignLeft) {
    painter.setFont(font);
    painter.setPen(ink);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width());
    painter.drawText(box, int(align | Qt::AlignVCenter), shown);
}

void drawHeading(QPainter& painter, const QRect& row, const QModelIndex& index) {
    QRect box = row.adjusted(space::medium, space::small, -space::medium, 0);
    const QFont font = strong(fontOf(TypeRole::Body));
    const auto tone = static_cast<Tone>(index.data(kToneRole).toInt());
    drawText(painter, box, index.data().toString(), font, colourOf(tone));
    painter.setPen(colourOf(Tone::Line));
    painter.drawLine(row.bottomLeft(), row.bottomRight());
}

// The verb with an arrow, or how to see what is folded; gives the width that it takes.
int drawVerb(QPainter& painter, const QRect& box, const QModelIndex& index, bool isOpened) {
    const int parts = index.data(kPartsRole).toInt();
    QString verb = index.data(kVerbRole).toString() + u" ›"_s;
    if (parts > 0) verb = isOpened ? TodoDelegate::tr("收起 ▴") : TodoDelegate::tr("展开 ▾");
    const QFont font = fontOf(TypeRole::Small);
    const int width = QFontMetrics(font).horizontalAdvance(verb);
    drawText(painter, box, verb, font, colourOf(Tone::Secondary), Qt::AlignRight);
    return width;
}
}

QSize TodoDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    Q_UNUSED(option)
    if (isHeading(index)) return {scaled(200), rowHeight() + space::small};
    int height = lineHeight(TypeRole::Body) + space::medium;
    if (!index.data(kDetailRole).toString().isEmpty()) height += lineHeight(TypeRole::Small);
    return {scaled(200), qMax(height, rowHeight())};
}

void TodoDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    painter->save();
    if (isHeading(index)) {
        drawHeading(*painter, option.rect, index);
        painter->restore();
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colourOf(isSelected ? Tone::Selection : Tone::Hover));
    QRect box = option.rect.adjusted(space::medium, space::tiny, -space::medium, -space::tiny);
    if (index.parent().isValid()) box.setLeft(box.left() + scaled(24));
    const auto tone = static_cast<Tone>(index.data(kToneRole).toInt());
    const int symbolWidth = scaled(24);
    const QString detail = index.data(kDetailRole).toString();
    QRect first = box;
    if (!detail.isEmpty()) first.setHeight(lineHeight(TypeRole::Body));
    drawText(*painter, first, index.data(kSymbolRole).toString(), fontOf(TypeRole::Body),
             colourOf(tone));
    const int verbWidth = drawVerb(*painter, box, index, isOpen(option));
    first.setLeft(box.left() + symbolWidth);
    first.setRight(box.right() - verbWidth - space::medium);
    drawText(*painter, first, index.data().toString(), fontOf(TypeRole::Body),
             colourOf(Tone::Text));
    const QRect second(QPoint(first.left(), first.bottom() + 1),
                       QPoint(first.right(), box.bottom()));
    if (!detail.isEmpty())
        drawText(*painter, second, detail, fontOf(TypeRole::Small), colourOf(Tone::Secondary));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colourOf(Tone::Secondary), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace baolei
