#include "ui/printing/preview.h"

#include "core/forms/painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMargin = 12;
}

Preview::Preview(QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"preview"_s);
    setAccessibleName(tr("打印预览"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 320);
}

void Preview::setDocument(const Document& document) {
    m_document = document;
    m_page = 0;
    update();
    emit pageChanged(m_page);
}

void Preview::setPage(int page) {
    page = qBound(0, page, qMax(0, int(m_document.pages.size()) - 1));
    if (page == m_page) return;
    m_page = page;
    update();
    emit pageChanged(m_page);
}

qreal Preview::scale() const {
    if (m_document.pages.isEmpty()) return 1;
    const QSizeF paper = m_document.pages[m_page].size;
    return qMin((width() - 2 * kMargin) / paper.width(), (height() - 2 * kMargin) / paper.height());
}

QPointF Preview::corner() const {
    const QSizeF paper = m_document.pages[m_page].size * scale();
    return {(width() - paper.width()) / 2, (height() - paper.height()) / 2};
}

void Preview::paintEvent(QPaintEvent*) {
    if (m_document.pages.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PaperPage& shown = m_document.pages[m_page];
    painter.translate(corner());
    // Paper is white in dark mode too.
    painter.fillRect(QRectF(QPointF(0, 0), shown.size * scale()), Qt::white);
    painter.setPen(Qt::black);
    paintPage(painter, shown, m_fonts, scale());
}

void Preview::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
        return setPage(m_page + 1);
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
        return setPage(m_page - 1);
    case Qt::Key_Home:
        return setPage(0);
    case Qt::Key_End:
        return setPage(int(m_document.pages.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Preview::wheelEvent(QWheelEvent* event) {
    setPage(m_page + (event->angleDelta().y() < 0 ? 1 : -1));
}

void Preview::mouseReleaseEvent(QMouseEvent* event) {
    if (m_document.pages.isEmpty()) return;
    const PaperPage& shown = m_document.pages[m_page];
    const QPointF at = (event->position() - corner()) / scale() - shown.origin;
    for (const TextBlock& block : shown.blocks)
        if (block.rect.contains(at) && !block.record.isEmpty()) emit recordClicked(block.record);
}

} // namespace baolei
