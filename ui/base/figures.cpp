#include "ui/base/figures.h"

#include "ui/base/flow_layout.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QString numberOf(const FigureBar::Figure& figure) {
    return figure.number == FigureBar::kUnknownNumber ? u"…"_s : QString::number(figure.number);
}

QString textOf(const FigureBar::Figure& figure) {
    const QString head = figure.status ? symbolOf(*figure.status) + u' ' : QString();
    return head + figure.label + u"  "_s + numberOf(figure);
}

void setInkOf(QPushButton* button, const std::optional<Status>& status) {
    const Tone tone = status ? toneOf(*status) : Tone::Text;
    button->setStyleSheet(u"QPushButton { color: %1; }"_s.arg(colourOf(tone).name()));
}
}

FigureBar::FigureBar(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_line(new FlowLayout(this)) {
    setObjectName(name);
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::small);
}

void FigureBar::setFigures(const QList<Figure>& figures) {
    while (m_buttons.size() > figures.size())
        delete m_buttons.takeLast();
    for (qsizetype i = 0; i < figures.size(); ++i) {
        if (i == m_buttons.size()) {
            auto* made = new QPushButton(this);
            made->setCheckable(true);
            connect(made, &QPushButton::clicked, this, [this, made] {
                choose(made->objectName() == m_chosen ? QString() : made->objectName());
            });
            m_line->addWidget(made);
            m_buttons.append(made);
        }
        QPushButton* button = m_buttons[i];
        button->setObjectName(figures[i].key);
        button->setText(textOf(figures[i]));
        button->setAccessibleName(figures[i].label + numberOf(figures[i]));
        button->setChecked(figures[i].key == m_chosen);
        setInkOf(button, figures[i].status);
    }
}

void FigureBar::choose(const QString& key) {
    const bool isOther = key != m_chosen;
    m_chosen = key;
    for (QPushButton* button : m_buttons)
        button->setChecked(button->objectName() == key);
    if (isOther) emit chosenChanged(key);
}

Card::Card(QWidget* parent, const QString& heading)
    : QFrame(parent)
    , m_box(new QVBoxLayout(this)) {
    setProperty("role", u"card"_s);
    m_box->setContentsMargins(space::large, space::medium, space::large, space::medium);
    m_box->setSpacing(space::small);
    if (heading.isEmpty()) return;
    auto* label = new QLabel(heading, this);
    setTypeRole(label, TypeRole::Title);
    m_box->addWidget(label);
}

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::medium);
    m_grid->setVerticalSpacing(space::tiny);
    m_grid->setColumnStretch(1, 1);
}

void FactList::setFacts(const QList<Fact>& facts) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        auto* label = new QLabel(facts[row].label, this);
        setInk(label, Tone::Secondary);
        auto* value = new QLabel(facts[row].value.isEmpty() ? u"–"_s : facts[row].value, this);
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setFocusPolicy(Qt::ClickFocus);
        value->setWordWrap(true);
        value->setAccessibleName(facts[row].label);
        if (facts[row].tone != Tone::Text) setInk(value, facts[row].tone);
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
    }
}

} // namespace baolei
