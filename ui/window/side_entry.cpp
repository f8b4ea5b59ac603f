#include "ui/window/side_entry.h"

#include "ui/base/theme.h"

#include <QPainter>

namespace baolei {

using namespace Qt::StringLiterals;

SideEntry::SideEntry(const QString& title, const QIcon& picture, QWidget* parent)
    : QAbstractButton(parent) {
    setText(title);
    setIcon(picture);
    setAccessibleName(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void SideEntry::setWaiting(int count) {
    m_waiting = count;
    setAccessibleDescription(count > 0 ? tr("%n 件待办", nullptr, count) : QString());
    update();
}

QSize SideEntry::sizeHint() const {
    // Room for five characters, the icon and a count of three digits.
    // In the type as it is now: the bar hears of a change before its entries do.
    const QFontMetrics metrics(fontOf(TypeRole::Body));
    const int text
        = qMax(metrics.horizontalAdvance(this->text()), metrics.horizontalAdvance(u"组织与党员"_s));
    const int count = metrics.horizontalAdvance(u"●999"_s);
    return {space::large + scaled(20) + space::small + text + space::small + count + space::small,
            controlHeight() + space::small};
}

void SideEntry::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) {
        painter.fillRect(rect(), colourOf(Tone::Selection));
        painter.fillRect(QRect(0, 0, scaled(4), height()), colourOf(Tone::Accent));
    } else if (underMouse()) {
        painter.fillRect(rect(), colourOf(Tone::Hover));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colourOf(Tone::Secondary), 2));
        painter.drawRoundedRect(rect().adjusted(3, 3, -3, -3), 4, 4);
    }
    const int side = scaled(20);
    QRect line = rect().adjusted(space::large, 0, -space::small, 0);
    icon().paint(&painter, line.left(), (height() - side) / 2, side, side);
    line.setLeft(line.left() + side + space::small);
    QFont font = this->font();
    if (isChecked()) font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colourOf(Tone::Text));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_waiting <= 0) return;
    painter.setPen(colourOf(Tone::Missing));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                     m_waiting > 999 ? u"●999+"_s : u"●%1"_s.arg(m_waiting));
}

} // namespace baolei
