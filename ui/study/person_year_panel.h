#pragma once
// One person's own record of a year: what was attended, missed and made up for, and the hours of
// study by month.

#include "ui/base/record_table.h"
#include "ui/study/study_columns.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace baolei {

class FactList;

class PersonYearPanel final : public QFrame {
    Q_OBJECT
public:
    explicit PersonYearPanel(QWidget* parent = nullptr);
    void setYear(const PersonYear& year, int number);
    void clear();
    const RecordModelBase& model() const { return *m_model; }
    QString name() const; ///< of the person; empty: nobody

signals:
    void printWanted();
    void exportWanted();
    void openWanted(const baolei::Uuid& activity);

private:
    QPushButton* addButton(const QString& name, const QString& text, const QString& hint);

    QLabel* m_heading;
    FactList* m_facts;
    QList<QPushButton*> m_buttons;
    RecordModel<AttendedLine>* m_model;
    RecordTable* m_table;
};

} // namespace baolei
