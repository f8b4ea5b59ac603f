#include "ui/window/period_chooser.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QPushButton* plainButton(const QString& name, const QString& spoken, const QString& iconName,
                         QWidget* parent) {
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    button->setProperty("role", u"plain"_s);
    if (!iconName.isEmpty()) button->setIcon(icon(iconName));
    return button;
}

// The parts of a year in the order of the buttons.
QList<Period> partsOf(int year) {
    const Period whole = Period::ofYear(year);
    return QList<Period>{whole} + whole.split(Period::Unit::Quarter)
        + whole.split(Period::Unit::Month);
}

QString shortName(const Period& part) {
    if (part.unit == Period::Unit::Year) return PeriodChooser::tr("全年");
    if (part.unit == Period::Unit::Quarter) return PeriodChooser::tr("第%1季度").arg(part.number);
    return PeriodChooser::tr("%1月").arg(part.number);
}
}

PeriodPopup::PeriodPopup(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel(this)) {
    setObjectName(u"periodPopup"_s);
    setProperty("role", u"popup"_s);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    grid->setSpacing(space::tiny);
    auto* back = plainButton(u"yearBack"_s, tr("上一年"), u"chevron-left"_s, this);
    auto* on = plainButton(u"yearOn"_s, tr("下一年"), u"chevron-right"_s, this);
    m_title->setAlignment(Qt::AlignCenter);
    setTypeRole(m_title, TypeRole::Title);
    grid->addWidget(back, 0, 0);
    grid->addWidget(m_title, 0, 1, 1, 2);
    grid->addWidget(on, 0, 3);
    const QList<Period> parts = partsOf(2000);
    for (int i = 0; i < parts.size(); ++i)
        m_parts.append(i == 0      ? addPart(parts[i], 1, 0, 4)
                           : i < 5 ? addPart(parts[i], 1 + i, 0, 1)
                                   : addPart(parts[i], 2 + (i - 5) / 3, 1 + (i - 5) % 3, 1));
    connect(back, &QPushButton::clicked, this, [this] { showYear(m_year - 1, m_chosen, m_today); });
    connect(on, &QPushButton::clicked, this, [this] { showYear(m_year + 1, m_chosen, m_today); });
}

QPushButton* PeriodPopup::addPart(const Period& part, int row, int column, int span) {
    auto* button = new QPushButton(shortName(part), this);
    button->setCheckable(true);
    button->setAccessibleName(button->text());
    button->setObjectName(u"part-"_s + part.text().mid(4));
    const qsizetype at = m_parts.size();
    connect(button, &QPushButton::clicked, this, [this, at] { emit chosen(partsOf(m_year)[at]); });
    static_cast<QGridLayout*>(layout())->addWidget(button, row, column, 1, span);
    return button;
}

void PeriodPopup::showYear(int year, const Period& chosen, QDate today) {
    m_year = year;
    m_chosen = chosen;
    m_today = today;
    fill();
}

void PeriodPopup::fill() {
    m_title->setText(tr("%1年").arg(m_year));
    const QList<Period> parts = partsOf(m_year);
    const Period now = Period::containing(m_today, Period::Unit::Month);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        m_parts[i]->setChecked(parts[i] == m_chosen);
        m_parts[i]->setText(shortName(parts[i]) + (parts[i] == now ? u" ·"_s : QString()));
        if (parts[i] == m_chosen) m_parts[i]->setFocus();
    }
}

void PeriodPopup::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_PageUp:
        showYear(m_year - 1, m_chosen, m_today);
        return;
    case Qt::Key_PageDown:
        showYear(m_year + 1, m_chosen, m_today);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto* button = qobject_cast<QPushButton*>(focusWidget())) button->click();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

PeriodChooser::PeriodChooser(Scope& scope, QDate today, QWidget* parent)
    : QWidget(parent)
    , m_scope(scope)
    , m_today(today)
    , m_popup(new PeriodPopup(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    auto* back = plainButton(u"periodBack"_s, tr("上一期  Alt+PgUp"), u"chevron-left"_s, this);
    m_button = plainButton(u"period"_s, tr("选择年、季度或月  Ctrl+M"), {}, this);
    auto* on = plainButton(u"periodOn"_s, tr("下一期  Alt+PgDn"), u"chevron-right"_s, this);
    for (QPushButton* each : {back, m_button, on})
        line->addWidget(each);
    connect(back, &QPushButton::clicked, this, &PeriodChooser::goBack);
    connect(on, &QPushButton::clicked, this, &PeriodChooser::goOn);
    connect(m_button, &QPushButton::clicked, this, &PeriodChooser::openPopup);
    connect(m_popup, &PeriodPopup::chosen, this, [this](const Period& period) {
        m_popup->hide();
        m_scope.setPeriod(period);
    });
    connect(&scope, &Scope::changed, this, &PeriodChooser::follow);
    follow();
}

void PeriodChooser::follow() {
    m_button->setText(m_scope.period().chinese());
    m_button->setAccessibleName(tr("期间：%1").arg(m_scope.period().chinese()));
}

void PeriodChooser::goBack() {
    m_scope.setPeriod(m_scope.period().previous());
}

void PeriodChooser::goOn() {
    m_scope.setPeriod(m_scope.period().next());
}

void PeriodChooser::openPopup() {
    m_popup->adjustSize();
    m_popup->move(m_button->mapToGlobal(QPoint(0, m_button->height())));
    m_popup->show();
    m_popup->showYear(m_scope.year(), m_scope.period(), m_today);
}

} // namespace baolei
