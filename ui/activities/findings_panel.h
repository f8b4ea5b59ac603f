#pragma once
// 待办: everything that is missing, due or wrong, and below it the chosen one in full, with its
// source and the button that leads to what mends it.

#include "ui/activities/finding_columns.h"
#include "ui/base/record_table.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class FindingsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);
    RecordTable* table() const { return m_table; }
    RecordModel<FindingLine>* model() const { return m_model; }
    const FindingLine* chosen() const; ///< null: none

signals:
    void mendWanted();
    void exemptWanted(); ///< only of what is to be held so many times

protected:
    void changeEvent(QEvent* event) override;

private:
    void explain();
    void followType();

    RecordModel<FindingLine>* m_model;
    RecordTable* m_table;
    QLabel* m_explanation;
    QPushButton* m_mend;
    QPushButton* m_exempt;
};

} // namespace baolei
