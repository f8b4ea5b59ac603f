#pragma once
// Fields of a kind that hold several things: names, and a table.

#include "core/activities/field_rows.h"

#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace baolei {

/// 王强、赵丽: several names in one line. Letters are read as pinyin or initials and become the
/// name when the field is left, where they fit one of `names` only.
class PeopleField final : public QLineEdit {
    Q_OBJECT
public:
    explicit PeopleField(const QStringList& names, QWidget* parent = nullptr);
    void setPeople(const QString& stored);
    QString people() const; ///< as a record keeps them

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    QStringList m_names;
};

/// A table with an empty row below what stands in it. Enter goes to the next cell; in the first
/// cell of the empty row it goes on to the next field.
class RowsField final : public QWidget {
    Q_OBJECT
public:
    explicit RowsField(const ActivityField& field, QWidget* parent = nullptr);
    void setRows(const QString& stored);
    QString rows() const; ///< as a record keeps them

signals:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override; ///< to the first cell

private:
    void addRow(const FieldRow& cells);
    void growIfFull();
    FieldRow cellsOf(qsizetype row) const;

    ActivityField m_field;
    QGridLayout* m_grid;
    QList<QLineEdit*> m_cells; ///< row by row
};

} // namespace baolei
