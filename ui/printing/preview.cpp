#include "ui/printing/preview.h"

#include "core/forms/painter.h"
#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMargin = 12;
constexpr int kLine = 48; // pixels that an arrow key scrolls
constexpr qreal kZoomStep = 1.2;
constexpr int kMaxSteps = 8;
// A page fitted to a wide screen need not be larger than this, pixels a millimetre (about 130 dpi).
constexpr qreal kLargestFit = 5.2;
}

Preview::Preview(QWidget* parent)
    : QAbstractScrollArea(parent) {
    setObjectName(u"preview"_s);
    setAccessibleName(tr("打印预览"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 240);
    // Bars that come and go would change the width that the page is fitted to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    // Paper lies on the window: its edge must be seen.
    viewport()->setBackgroundRole(QPalette::Window);
    setFrameShape(QFrame::NoFrame);
}

const PaperPage* Preview::shown() const {
    return m_document.pages.isEmpty() ? nullptr : &m_document.pages[m_page];
}

void Preview::setDocument(const Document& document) {
    m_document = document;
    m_page = qBound(0, m_page, qMax(0, int(m_document.pages.size()) - 1));
    fitScrollBars();
    emit pageChanged(m_page);
}

void Preview::setPage(int page) {
    page = qBound(0, page, qMax(0, int(m_document.pages.size()) - 1));
    if (page == m_page) return;
    m_page = page;
    fitScrollBars();
    verticalScrollBar()->setValue(0);
    emit pageChanged(m_page);
}

void Preview::setFit(Fit fit) {
    m_fit = fit;
    m_steps = 0;
    fitScrollBars();
}

void Preview::zoom(int steps) {
    m_steps = qBound(-kMaxSteps, m_steps + steps, kMaxSteps);
    fitScrollBars();
}

qreal Preview::scale() const {
    const PaperPage* page = shown();
    if (!page) return 1;
    const QSizeF room = viewport()->size() - QSize(2 * kMargin, 2 * kMargin);
    const qreal wide = room.width() / page->size.width();
    const qreal high = room.height() / page->size.height();
    const qreal fitted
        = m_fit == Fit::Width ? qMin(wide, qMax(high, kLargestFit)) : qMin(wide, high);
    return qMax(0.1, fitted * std::pow(kZoomStep, m_steps));
}

void Preview::fitScrollBars() {
    const QSizeF paper = shown() ? shown()->size * scale() : QSizeF();
    const QSize room = viewport()->size();
    horizontalScrollBar()->setRange(0, qMax(0, int(paper.width()) + 2 * kMargin - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setRange(0, qMax(0, int(paper.height()) + 2 * kMargin - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(kLine);
    viewport()->update();
}

QPointF Preview::corner() const {
    const QSizeF paper = shown()->size * scale();
    return {qMax(qreal(kMargin), (viewport()->width() - paper.width()) / 2)
                - horizontalScrollBar()->value(),
            qMax(qreal(kMargin), (viewport()->height() - paper.height()) / 2)
                - verticalScrollBar()->value()};
}

void Preview::paintEvent(QPaintEvent*) {
    const PaperPage* page = shown();
    if (!page) return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(corner());
    // Paper is white in dark mode too.
    const QRectF paper(QPointF(0, 0), page->size * scale());
    painter.fillRect(paper, Qt::white);
    painter.setPen(colourOf(Tone::Line));
    painter.drawRect(paper);
    painter.setPen(Qt::black);
    paintPage(painter, *page, m_fonts, scale());
}

void Preview::resizeEvent(QResizeEvent*) {
    fitScrollBars();
}

bool Preview::scrollBy(int pixels) {
    QScrollBar* bar = verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + pixels);
    return bar->value() != before;
}

void Preview::keyPressEvent(QKeyEvent* event) {
    const int screen = viewport()->height() - kLine;
    switch (event->key()) {
    case Qt::Key_Down:
        scrollBy(kLine);
        return;
    case Qt::Key_Up:
        scrollBy(-kLine);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        if (!scrollBy(screen)) setPage(m_page + 1);
        return;
    case Qt::Key_PageUp:
        if (!scrollBy(-screen)) setPage(m_page - 1);
        return;
    case Qt::Key_Right:
        return setPage(m_page + 1);
    case Qt::Key_Left:
        return setPage(m_page - 1);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1);
    case Qt::Key_Minus:
        return zoom(-1);
    case Qt::Key_Home:
        return setPage(0);
    case Qt::Key_End:
        return setPage(int(m_document.pages.size()) - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void Preview::wheelEvent(QWheelEvent* event) {
    const int delta = event->angleDelta().y();
    if (delta == 0) return;
    if (event->modifiers().testFlag(Qt::ControlModifier)) return zoom(delta > 0 ? 1 : -1);
    if (!scrollBy(-delta)) setPage(m_page + (delta < 0 ? 1 : -1));
}

QString Preview::recordAt(QPointF position) const {
    const PaperPage* page = shown();
    if (!page) return {};
    const QPointF at = (position - corner()) / scale() - page->origin;
    for (const TextBlock& block : page->blocks)
        if (block.rect.contains(at) && !block.record.isEmpty()) return block.record;
    return {};
}

void Preview::mouseMoveEvent(QMouseEvent* event) {
    viewport()->setCursor(recordAt(event->position()).isEmpty() ? Qt::ArrowCursor
                                                                : Qt::PointingHandCursor);
}

void Preview::mouseReleaseEvent(QMouseEvent* event) {
    const QString record = recordAt(event->position());
    if (event->button() == Qt::LeftButton && !record.isEmpty()) emit recordClicked(record);
}

} // namespace baolei
