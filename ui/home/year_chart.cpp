#include "ui/home/year_chart.h"

#include "ui/base/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTicks = 2; ///< lines above the ground

// The next round number of which the half is whole.
int roundedUp(int number) {
    int ten = 1;
    while (ten * 10 < number)
        ten *= 10;
    for (const int digit : {2, 4, 6, 8})
        if (number <= digit * ten) return digit * ten;
    return 10 * ten;
}

constexpr int kSwatch = 10;

// Told apart without colour: solid, hatched, an empty frame.
void drawPart(QPainter& painter, const QRect& box, Status status) {
    if (box.height() <= 0) return;
    const QColor ink = colourOf(toneOf(status));
    if (status == Status::Done) {
        painter.fillRect(box, ink);
        return;
    }
    if (status == Status::Missing) painter.fillRect(box, QBrush(ink, Qt::BDiagPattern));
    painter.setPen(ink);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}
}

YearChart::YearChart(QWidget* parent)
    : QWidget(parent) {
    setObjectName(u"yearChart"_s);
    setAccessibleName(tr("各月应办与已记录"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void YearChart::setYear(const std::array<MonthDuties, 12>& months, int year, QDate today,
                        int shown) {
    m_months = months;
    m_year = year;
    m_today = today;
    m_shown = shown;
    int most = 1;
    for (const MonthDuties& each : months)
        most = qMax(most, each.all());
    m_most = roundedUp(most);
    m_month = shown > 0 ? shown : (year == today.year() ? today.month() : 12);
    describe();
    update();
    emit monthChanged(m_month);
}

QString YearChart::sentence() const {
    const MonthDuties& duties = m_months[size_t(m_month - 1)];
    if (duties.all() == 0) return tr("%1月没有应办的").arg(m_month);
    QStringList parts{tr("已记录 %1").arg(duties.done)};
    if (duties.missing > 0) parts.append(tr("没有记录 %1").arg(duties.missing));
    if (duties.due > 0) parts.append(tr("还要办 %1").arg(duties.due));
    return tr("%1月应办 %2 项：%3").arg(m_month).arg(duties.all()).arg(parts.join(tr("，")));
}

// What a person who cannot see the bars is told.
void YearChart::describe() {
    QStringList months;
    for (int month = 1; month <= 12; ++month) {
        const MonthDuties& duties = m_months[size_t(month - 1)];
        if (duties.all() > 0)
            months.append(
                tr("%1月应办 %2，已记录 %3").arg(month).arg(duties.all()).arg(duties.done));
    }
    setAccessibleDescription(tr("%1年：%2").arg(m_year).arg(months.join(tr("；"))));
}

QSize YearChart::sizeHint() const {
    return {scaled(320), scaled(180)};
}

QSize YearChart::minimumSizeHint() const {
    return {scaled(240), scaled(96)};
}

QRect YearChart::plot() const {
    const QFontMetrics metrics(fontOf(TypeRole::Small));
    const int left = metrics.horizontalAdvance(QString::number(m_most)) + space::small;
    const int below = 2 * metrics.height() + 2 * space::small; // months and the key
    return rect().adjusted(left, metrics.height() / 2 + 1, -space::tiny, -below);
}

QRect YearChart::slot(int month) const {
    const QRect area = plot();
    const int left = area.left() + area.width() * (month - 1) / 12;
    const int right = area.left() + area.width() * month / 12;
    const int bottom
        = area.bottom() + space::small + QFontMetrics(fontOf(TypeRole::Small)).height();
    return {QPoint(left, 0), QPoint(right - 1, bottom)};
}

int YearChart::monthAt(QPoint point) const {
    for (int month = 1; month <= 12; ++month)
        if (slot(month).contains(point)) return month;
    return 0;
}

void YearChart::setMonth(int month) {
    if (month < 1 || month > 12 || month == m_month) return;
    m_month = month;
    update();
    emit monthChanged(month);
}

void YearChart::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setFont(fontOf(TypeRole::Small));
    painter.fillRect(slot(m_month), colourOf(Tone::Hover));
    drawScale(painter);
    for (int month = 1; month <= 12; ++month)
        drawMonth(painter, month);
    drawKey(painter);
    if (hasFocus()) {
        painter.setPen(QPen(colourOf(Tone::Secondary), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(slot(m_month).adjusted(1, 1, -1, -1));
    }
}

void YearChart::drawScale(QPainter& painter) const {
    const QRect area = plot();
    const int half = painter.fontMetrics().height() / 2 + 1;
    for (int tick = 0; tick <= kTicks; ++tick) {
        const int y = area.bottom() + 1 - area.height() * tick / kTicks;
        painter.setPen(colourOf(Tone::Line));
        painter.drawLine(area.left(), y, area.right(), y);
        painter.setPen(colourOf(Tone::Secondary));
        painter.drawText(QRect(0, y - half, area.left() - space::tiny, 2 * half),
                         int(Qt::AlignRight | Qt::AlignVCenter),
                         QString::number(m_most * tick / kTicks));
    }
}

void YearChart::drawMonth(QPainter& painter, int month) const {
    const QRect area = plot();
    const QRect column = slot(month);
    const int gap = qMax(2, column.width() / 5);
    const MonthDuties& duties = m_months[size_t(month - 1)];
    int top = area.bottom() + 1;
    const auto stack = [&](int number, Status status) {
        const int tall = number == 0 ? 0 : qMax(2, int(qint64(area.height()) * number / m_most));
        drawPart(painter, {column.left() + gap, top - tall, column.width() - 2 * gap, tall},
                 status);
        top -= tall;
    };
    stack(duties.done, Status::Done);
    stack(duties.due, Status::Due);
    stack(duties.missing, Status::Missing);
    QFont font = painter.font();
    font.setWeight(month == m_shown ? QFont::Bold : QFont::Normal);
    painter.save();
    painter.setFont(font);
    painter.setPen(colourOf(month == m_shown ? Tone::Text : Tone::Secondary));
    painter.drawText(QRect(column.left(), area.bottom() + space::tiny, column.width(),
                           painter.fontMetrics().height()),
                     Qt::AlignCenter, QString::number(month));
    painter.restore();
}

void YearChart::drawKey(QPainter& painter) const {
    const std::pair<Status, QString> parts[] = {{Status::Done, tr("已记录")},
                                                {Status::Due, tr("还要办")},
                                                {Status::Missing, tr("没有记录")}};
    const int tall = painter.fontMetrics().height();
    const int top = height() - tall;
    const int side = scaled(kSwatch);
    int left = plot().left();
    for (const auto& [status, name] : parts) {
        drawPart(painter, {left, top + (tall - side) / 2, side, side}, status);
        left += side + space::tiny;
        painter.setPen(colourOf(Tone::Secondary));
        const int wide = painter.fontMetrics().horizontalAdvance(name);
        painter.drawText(QRect(left, top, wide, tall), Qt::AlignCenter, name);
        left += wide + space::large;
    }
}

void YearChart::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return setMonth(m_month - 1);
    case Qt::Key_Right:
        return setMonth(m_month + 1);
    case Qt::Key_Home:
        return setMonth(1);
    case Qt::Key_End:
        return setMonth(12);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        emit monthChosen(m_month);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void YearChart::mouseMoveEvent(QMouseEvent* event) {
    setMonth(monthAt(event->pos()));
}

void YearChart::mouseReleaseEvent(QMouseEvent* event) {
    const int month = monthAt(event->pos());
    if (event->button() == Qt::LeftButton && month > 0) emit monthChosen(month);
}

void YearChart::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m_shown > 0 && !hasFocus()) setMonth(m_shown);
}

void YearChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

} // namespace baolei
