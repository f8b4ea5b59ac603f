#include "ui/activities/record_rows.h"

#include "ui/activities/record_fields.h"
#include "ui/activities/record_tabs.h"
#include "ui/base/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

PeopleField::PeopleField(const QStringList& names, QWidget* parent)
    : QLineEdit(parent)
    , m_names(names) {
    setPlaceholderText(tr("姓名或拼音首字母，用顿号或逗号隔开"));
}

void PeopleField::setPeople(const QString& stored) {
    setText(namesIn(stored).join(u'、'));
}

QString PeopleField::people() const {
    QStringList people;
    for (const QString& typed : namesIn(text()))
        people.append(nameMeant(typed, m_names));
    return people.join(u'\n');
}

void PeopleField::focusOutEvent(QFocusEvent* event) {
    if (const QString settled = namesIn(people()).join(u'、'); settled != text()) setText(settled);
    QLineEdit::focusOutEvent(event);
}

RowsField::RowsField(const ActivityField& field, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::tiny);
    m_grid->setVerticalSpacing(space::tiny);
    for (int column = 0; column < m_field.columns.size(); ++column) {
        auto* title = new QLabel(m_field.columns[column].title, this);
        setInk(title, Tone::Secondary);
        m_grid->addWidget(title, 0, column);
        // What is said first is said at length: a problem, a promise.
        m_grid->setColumnStretch(column, column < 2 ? 2 : 1);
    }
    setFocusPolicy(Qt::ClickFocus); // no stop for Tab beside its cells
    setRows({});
}

void RowsField::setRows(const QString& stored) {
    for (QLineEdit* cell : std::as_const(m_cells)) {
        cell->setParent(nullptr); // nobody finds it any more
        cell->deleteLater();
    }
    m_cells.clear();
    for (const FieldRow& row : rowsIn(stored, m_field))
        addRow(row);
    addRow({});
}

FieldRow RowsField::cellsOf(qsizetype row) const {
    FieldRow cells;
    for (qsizetype i = row * m_field.columns.size(); cells.size() < m_field.columns.size(); ++i)
        cells.append(m_cells[i]->text());
    return cells;
}

QString RowsField::rows() const {
    QList<FieldRow> rows;
    for (qsizetype row = 0; row < m_cells.size() / m_field.columns.size(); ++row)
        rows.append(cellsOf(row));
    return storedRows(rows);
}

void RowsField::addRow(const FieldRow& cells) {
    const auto row = int(m_cells.size() / m_field.columns.size()) + 1;
    for (int column = 0; column < m_field.columns.size(); ++column) {
        const FieldColumn& of = m_field.columns[column];
        auto* cell = new QLineEdit(cells.value(column), this);
        cell->setObjectName(u"%1.%2%3"_s.arg(m_field.id, of.id).arg(row));
        cell->setAccessibleName(tr("%1第%2行").arg(of.title).arg(row));
        cell->installEventFilter(this);
        connect(cell, &QLineEdit::textChanged, this, [this] {
            growIfFull();
            emit edited();
        });
        m_grid->addWidget(cell, row, column);
        cell->show(); // at once: what is not yet visible cannot take the keyboard
        m_cells.append(cell);
    }
    orderTabs(window());
}

void RowsField::growIfFull() {
    const FieldRow last = cellsOf(m_cells.size() / m_field.columns.size() - 1);
    const bool isEmpty = std::all_of(last.begin(), last.end(),
                                     [](const QString& cell) { return cell.trimmed().isEmpty(); });
    if (!isEmpty) addRow({});
}

void RowsField::focusInEvent(QFocusEvent*) {
    m_cells.first()->setFocus();
}

bool RowsField::eventFilter(QObject* watched, QEvent* event) {
    auto* cell = qobject_cast<QLineEdit*>(watched);
    if (!cell || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* pressed = static_cast<QKeyEvent*>(event);
    const bool isEnter = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
    if (!isEnter || pressed->modifiers() != Qt::NoModifier) return false;
    const qsizetype at = m_cells.indexOf(cell);
    const qsizetype emptyRow = m_cells.size() - m_field.columns.size();
    if (at == emptyRow && cell->text().trimmed().isEmpty()) {
        m_cells.last()->setFocus();
        focusNextChild();
    } else {
        m_cells[qMin(at + 1, m_cells.size() - 1)]->setFocus();
    }
    return true;
}

} // namespace baolei
