#pragma once
// Third step of the import: which branch each name in the file means. The table shows all of them;
// the panel below it decides for those that are selected.

#include "ui/base/record_table.h"
#include "ui/people/import_state.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QRadioButton;
QT_END_NAMESPACE

namespace baolei {

class ChoiceField;

/// One line of the table: what the plan found, and what was decided since.
struct ImportBranchLine {
    PlannedBranch branch;
    int rows = 0; ///< of the file that name it, taken or not
    std::optional<BranchChoice> choice = {};
};

class ImportBranchesStep final : public QWidget {
    Q_OBJECT
public:
    explicit ImportBranchesStep(ImportState& state, QWidget* parent = nullptr);
    /// Shows the branches of the plan.
    void load();

private:
    QWidget* makePanel();
    QWidget* makeDefaultLine();
    void loadOrganisations();
    void showSummary();
    void showCurrent();
    /// What the panel says, for every selected line.
    void take();
    void takeDefault();
    void decide(const BranchChoice& choice);
    const ImportBranchLine* current() const;
    const ImportBranchLine& at(int index) const { return m_lines[index]; }
    void makeTable();
    QString meaningOf(const ImportBranchLine& line) const;
    QString nameOf(Id<Organisation> id) const;

    ImportState& m_state;
    QList<ImportBranchLine> m_lines; ///< in the order of the plan's branches
    QHash<Id<Organisation>, QString> m_names;
    QHash<QString, QString> m_fullNames; ///< by the text of the id
    int m_withoutBranch = 0;
    bool m_isShowing = false;

    RecordModel<int>* m_model = nullptr; ///< positions in m_lines, so that a decision moves nothing
    RecordTable* m_table;
    QLabel* m_summary;
    QLabel* m_heading = nullptr;
    QRadioButton* m_existing = nullptr;
    ChoiceField* m_organisation = nullptr;
    QRadioButton* m_new = nullptr;
    QLineEdit* m_fullName = nullptr;
    QLineEdit* m_shortName = nullptr;
    QRadioButton* m_refused = nullptr;
    QWidget* m_defaultLine = nullptr;
    QLabel* m_defaultLabel = nullptr;
    ChoiceField* m_default = nullptr;
};

} // namespace baolei
