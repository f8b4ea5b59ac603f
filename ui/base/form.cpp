#include "ui/base/form.h"

#include "ui/base/theme.h"

#include <QAbstractItemView>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStyle>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
void setState(QWidget* field, const QString& state) {
    if (field->property("state").toString() == state) return;
    field->setProperty("state", state);
    field->style()->unpolish(field);
    field->style()->polish(field);
}
}

bool hasErrors(const FormProblems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const FormProblem& each) { return !each.isWarning; });
}

Form::Form(int columns, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_columns(columns) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::small);
    m_grid->setVerticalSpacing(space::tiny);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i * 2 + 1, 1);
}

QLineEdit* Form::addLine(const QString& key, const QString& label) {
    return addField(key, label, new QLineEdit(this));
}

DateField* Form::addDate(const QString& key, const QString& label, QDate today) {
    return addField(key, label, new DateField(today, this));
}

ChoiceField* Form::addChoice(const QString& key, const QString& label, const Choices& choices) {
    return addField(key, label, new ChoiceField(choices, true, this));
}

QPlainTextEdit* Form::addText(const QString& key, const QString& label, int lines) {
    auto* field = new QPlainTextEdit(this);
    field->setTabChangesFocus(true);
    field->setMinimumHeight(QFontMetrics(fontOf(TypeRole::Body)).lineSpacing() * lines
                            + space::large);
    return addField(key, label, field, m_columns);
}

void Form::addHeading(const QString& text) {
    if (m_column > 0) m_row += 2;
    m_column = 0;
    auto* heading = new QLabel(text, this);
    setInk(heading, Tone::Secondary);
    m_grid->addWidget(heading, m_row, 0, 1, m_columns * 2);
    m_row += 1;
}

// A field takes two rows of the grid: itself with its label, and what is wrong with it below.
void Form::place(const QString& key, const QString& label, QWidget* field, int span) {
    span = qMin(span, m_columns);
    if (m_column + span > m_columns) {
        m_column = 0;
        m_row += 2;
    }
    auto* name = new QLabel(label, this);
    name->setBuddy(field);
    setInk(name, Tone::Secondary);
    auto* problem = new QLabel(this);
    problem->setWordWrap(true);
    problem->setTextFormat(Qt::PlainText);
    problem->setObjectName(key + u"Problem"_s);
    setTypeRole(problem, TypeRole::Small);
    problem->hide();
    if (field->objectName().isEmpty()) field->setObjectName(key);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(label);
    const bool isTall = qobject_cast<QPlainTextEdit*>(field) != nullptr;
    const Qt::Alignment side = Qt::AlignRight | (isTall ? Qt::AlignTop : Qt::AlignVCenter);
    m_grid->addWidget(name, m_row, m_column * 2, side);
    m_grid->addWidget(field, m_row, m_column * 2 + 1, 1, span * 2 - 1);
    m_grid->addWidget(problem, m_row + 1, m_column * 2 + 1, 1, span * 2 - 1);
    if (isTall) m_grid->setRowStretch(m_row, 1);
    m_column += span;
    if (m_slots.isEmpty()) setFocusProxy(field);
    m_slots.append({key, field, problem});
    listenTo(field);
}

void Form::listenTo(QWidget* field) {
    field->installEventFilter(this);
    if (auto* line = qobject_cast<QLineEdit*>(field))
        connect(line, &QLineEdit::textChanged, this, &Form::edited);
    if (auto* text = qobject_cast<QPlainTextEdit*>(field))
        connect(text, &QPlainTextEdit::textChanged, this, &Form::edited);
    if (auto* combo = qobject_cast<QComboBox*>(field)) {
        connect(combo, &QComboBox::currentTextChanged, this, &Form::edited);
        if (combo->lineEdit()) combo->lineEdit()->installEventFilter(this);
    }
}

QWidget* Form::field(const QString& key) const {
    for (const Slot& slot : m_slots)
        if (slot.key == key) return slot.field;
    return nullptr;
}

void Form::showProblems(const FormProblems& problems, bool moveFocus) {
    QWidget* firstWrong = nullptr;
    for (const Slot& slot : m_slots) {
        QStringList texts;
        bool isWrong = false;
        for (const FormProblem& each : problems) {
            if (each.key != slot.key) continue;
            texts.append(each.isWarning ? u"⚠ "_s + each.text : each.text);
            isWrong = isWrong || !each.isWarning;
        }
        slot.problem->setText(texts.join(u'\n'));
        slot.problem->setVisible(!texts.isEmpty());
        setInk(slot.problem, isWrong ? Tone::Missing : Tone::Due);
        setState(slot.field, isWrong ? u"wrong"_s : QString());
        slot.field->setAccessibleDescription(texts.join(u' '));
        if (isWrong && !firstWrong) firstWrong = slot.field;
    }
    if (moveFocus && firstWrong) firstWrong->setFocus();
}

FormProblems Form::ownProblems() const {
    FormProblems problems;
    for (const Slot& slot : m_slots) {
        QString text;
        if (const auto* date = qobject_cast<DateField*>(slot.field)) text = date->problem();
        if (const auto* choice = qobject_cast<ChoiceField*>(slot.field)) text = choice->problem();
        if (!text.isEmpty()) problems.append({slot.key, text});
    }
    return problems;
}

bool Form::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        const bool isPlain = static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier
            || static_cast<QKeyEvent*>(event)->modifiers() == Qt::KeypadModifier;
        if (isEnter && isPlain && !qobject_cast<QPlainTextEdit*>(watched)) {
            moveOn(static_cast<QWidget*>(watched));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Form::moveOn(QWidget* from) {
    for (qsizetype i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].field != from && from->parentWidget() != m_slots[i].field) continue;
        for (qsizetype next = i + 1; next < m_slots.size(); ++next) {
            QWidget* field = m_slots[next].field;
            if (!field->isVisible() || !field->isEnabled() || field->focusPolicy() == Qt::NoFocus)
                continue;
            field->setFocus(Qt::TabFocusReason);
            return;
        }
        emit finished();
        return;
    }
}

} // namespace baolei
