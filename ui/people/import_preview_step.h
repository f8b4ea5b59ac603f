#pragma once
// Fourth step of the import: what would become of each row. Figures filter, the panel below tells
// the reasons and the changes of the selected row.

#include "ui/base/figures.h"
#include "ui/base/record_table.h"
#include "ui/people/import_state.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLabel;
QT_END_NAMESPACE

namespace baolei {

class ImportPreviewStep final : public QWidget {
    Q_OBJECT
public:
    explicit ImportPreviewStep(ImportState& state, QWidget* parent = nullptr);
    /// Shows the plan.
    void load();

signals:
    void mergeWanted(bool isWanted); ///< take people who look alike for one: plan again

private:
    void makeModels();
    void makeChangesTable();
    void showFigures();
    void showNotes();
    void showCurrent();
    QList<PlannedChange> changesOf(int row) const;
    QString branchOf(const PlannedRow& row) const;
    QString changesText(const PlannedRow& row) const;
    const PlannedRow* current() const;

    ImportState& m_state;
    std::shared_ptr<const ImportPlan> m_plan; ///< kept until another is shown
    QLabel* m_notes;
    QCheckBox* m_merge;
    FigureBar* m_figures;
    RecordModel<PlannedRow>* m_model = nullptr;
    RecordTable* m_table;
    QLabel* m_reasons;
    RecordModel<PlannedChange>* m_changesModel = nullptr;
    RecordTable* m_changes;
};

/// 收下, 提醒, 退回 behind their symbols.
QString verdictText(Verdict verdict);

} // namespace baolei
