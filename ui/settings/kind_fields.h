#pragma once
// The fields of a kind of activity as a table to be filled in: name, what it takes, whether it must
// be filled in, and the options or columns that it has.

#include "core/activities/kinds.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace baolei {

class KindFields final : public QWidget {
    Q_OBJECT
public:
    explicit KindFields(QWidget* parent = nullptr);
    void setFields(const QList<ActivityField>& fields);
    /// As they stand; a new one has no id yet.
    QList<ActivityField> fields() const;

signals:
    void edited();

private:
    void addRow(const ActivityField& field);
    ActivityField fieldAt(int row) const;
    void add();
    void remove();
    void move(int by);
    void followType(int row);

    QTableWidget* m_table;
    QList<ActivityField> m_known; ///< by row: what the table does not show
};

} // namespace baolei
