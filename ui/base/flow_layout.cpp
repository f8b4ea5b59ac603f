#include "ui/base/flow_layout.h"

namespace baolei {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent) { }

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int at) {
    return at >= 0 && at < m_items.size() ? m_items.takeAt(at) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        const int gap = size.width() > 0 ? spacing() : 0;
        size = {size.width() + gap + item->sizeHint().width(),
                qMax(size.height(), item->sizeHint().height())};
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& area) {
    QLayout::setGeometry(area);
    arrange(area, true);
}

// Gives the height that was needed; places the items only where that is meant.
int FlowLayout::arrange(const QRect& area, bool isMeant) const {
    const QRect inner = area.marginsRemoved(contentsMargins());
    QPoint at = inner.topLeft();
    int line = 0;
    for (QLayoutItem* item : m_items) {
        const QSize size = item->sizeHint();
        if (at.x() > inner.left() && at.x() + size.width() > inner.right() + 1) {
            at = {inner.left(), at.y() + line + spacing()};
            line = 0;
        }
        if (isMeant) item->setGeometry({at, size});
        at.rx() += size.width() + spacing();
        line = qMax(line, size.height());
    }
    return at.y() + line - area.top() + contentsMargins().bottom();
}

} // namespace baolei
