#pragma once
// 组织生活规则: every rule of the book with its source, and what the town may set otherwise. Shows
// the store as it is: what is set, undone or reset elsewhere is shown at once.

#include "ui/base/page.h"
#include "ui/base/record_table.h"
#include "ui/settings/rule_columns.h"

#include <QDialog>

namespace baolei {

class RulesDialog final : public QDialog {
    Q_OBJECT
public:
    RulesDialog(Store& store, QWidget* parent);
    /// Selects the rule with this id; false: there is none.
    bool choose(const QString& rule);

private:
    void read();
    void explain();
    void editChosen();
    void resetChosen();
    const RuleSetting* chosen() const; ///< null: none

    Store& m_store;
    RecordModel<RuleSetting>* m_model;
    RecordTable* m_table;
    QLabel* m_text;
    QPushButton* m_edit;
    QPushButton* m_reset;
};

} // namespace baolei
