#include "ui/home/figure_tile.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_figure(new QLabel(this))
    , m_comparison(new QLabel(this)) {
    setObjectName(name);
    setProperty("role", u"card"_s);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setTypeRole(m_figure, TypeRole::Figure);
    setTypeRole(m_comparison, TypeRole::Small);
    setInk(m_title, Tone::Secondary);
    setInk(m_comparison, Tone::Secondary);
    m_comparison->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::small, space::small, space::small);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_figure);
    column->addWidget(m_comparison);
    column->addStretch(1);
}

void FigureTile::setFigure(const QString& title, const QString& figure, const QString& comparison,
                           Tone tone) {
    m_title->setText(title);
    m_figure->setText(figure);
    m_comparison->setText(comparison);
    setInk(m_figure, tone);
    setAccessibleName(tr("%1 %2，%3").arg(title, figure, comparison));
}

void FigureTile::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (!hasFocus()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colourOf(Tone::Secondary), 2));
    painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), 6, 6);
}

void FigureTile::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space)
        emit clicked();
    else
        QFrame::keyPressEvent(event);
}

void FigureTile::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) emit clicked();
}

void FigureTile::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    update();
}

void FigureTile::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    update();
}

} // namespace baolei
