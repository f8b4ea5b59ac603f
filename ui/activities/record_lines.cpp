#include "ui/activities/record_lines.h"

#include "core/base/normal_text.h"
#include "ui/activities/record_tabs.h"
#include "ui/base/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
QPushButton* plainButton(const QString& text, const QString& name, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setProperty("role", u"plain"_s);
    button->setAutoDefault(false);
    return button;
}
}

LinesField::LinesField(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout)
    , m_tail(new QWidget(this)) {
    m_column->setSpacing(space::tiny);
    auto* add = plainButton(tr("＋ 议题"), u"addAgenda"_s, m_tail);
    auto* phrases = plainButton(tr("常用议题 ▾"), u"usualAgenda"_s, m_tail);
    phrases->setToolTip(tr("在议题里按 Ctrl+T 也可以"));
    auto* buttons = new QHBoxLayout(m_tail);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(space::tiny);
    buttons->addWidget(add, 0, Qt::AlignTop);
    buttons->addWidget(phrases, 0, Qt::AlignTop);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addLayout(m_column, 1);
    row->addWidget(m_tail, 0, Qt::AlignBottom);
    setFocusPolicy(Qt::ClickFocus); // no stop for Tab beside its lines
    connect(add, &QPushButton::clicked, this, [this] { addLine({})->setFocus(); });
    connect(phrases, &QPushButton::clicked, this, &LinesField::phrasesWanted);
    setText({});
}

void LinesField::setText(const QString& text) {
    while (!m_lines.isEmpty())
        removeLine(m_lines.last());
    for (const QString& line : text.split(u'\n'))
        addLine(line);
}

QString LinesField::text() const {
    QStringList lines;
    for (const QLineEdit* line : m_lines)
        if (const QString text = normalLine(line->text()).trimmed(); !text.isEmpty())
            lines.append(text);
    return lines.join(u'\n');
}

QLineEdit* LinesField::addLine(const QString& text) {
    auto* line = new QLineEdit(text, this);
    const qsizetype number = m_lines.size() + 1;
    line->setObjectName(u"agenda%1"_s.arg(number));
    line->setAccessibleName(tr("议题 %1").arg(number));
    if (number == 1) line->setPlaceholderText(tr("一行一项，回车写下一项"));
    line->installEventFilter(this);
    connect(line, &QLineEdit::textChanged, this, &LinesField::edited);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::tiny);
    auto* label = new QLabel(QString::number(number), this);
    label->setBuddy(line);
    setInk(label, Tone::Secondary);
    row->addWidget(label);
    row->addWidget(line, 1);
    m_column->addLayout(row);
    line->show(); // at once: what is not yet visible cannot take the keyboard
    m_lines.append(line);
    orderTabs(window());
    return line;
}

// Always the last one: the numbers before it stay right.
void LinesField::removeLine(QLineEdit* line) {
    m_lines.removeAll(line);
    QLayoutItem* row = m_column->takeAt(m_column->count() - 1);
    while (QLayoutItem* item = row->layout()->takeAt(0)) {
        item->widget()->setParent(nullptr); // nobody finds it any more
        item->widget()->deleteLater();
        delete item;
    }
    delete row;
}

void LinesField::add(const QString& items) {
    for (const QString& item : items.split(u'\n', Qt::SkipEmptyParts)) {
        if (m_lines.last()->text().trimmed().isEmpty())
            m_lines.last()->setText(item);
        else
            addLine(item);
    }
    m_lines.last()->setFocus();
    emit edited();
}

void LinesField::focusInEvent(QFocusEvent*) {
    m_lines.first()->setFocus();
}

bool LinesField::eventFilter(QObject* watched, QEvent* event) {
    auto* line = qobject_cast<QLineEdit*>(watched);
    if (!line || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    if (pressed->modifiers() != Qt::NoModifier) return false;
    const qsizetype at = m_lines.indexOf(line);
    const bool isLast = at == m_lines.size() - 1;
    const bool isEmpty = line->text().trimmed().isEmpty();
    if (pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter) {
        if (!isLast) {
            m_lines[at + 1]->setFocus();
        } else if (!isEmpty) {
            addLine({})->setFocus();
        } else {
            // Past the buttons, to the field after this one.
            m_tail->findChildren<QPushButton*>().last()->setFocus();
            focusNextChild();
        }
        return true;
    }
    if (pressed->key() == Qt::Key_Backspace && isEmpty && isLast && at > 0) {
        m_lines[at - 1]->setFocus();
        removeLine(line);
        return true;
    }
    return false;
}

} // namespace baolei
