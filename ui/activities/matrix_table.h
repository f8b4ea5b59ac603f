#pragma once
// The matrix on the screen: walked cell by cell with the arrows, opened with Enter, a double click
// or the menu key. Symbols first, colours second; the months of the period stand on a shaded
// ground.

#include "ui/activities/matrix_lines.h"
#include "ui/base/empty_state.h"
#include "ui/base/record_model.h"

#include <QTableView>
#include <QTimer>

namespace baolei {

class MatrixTable final : public QTableView {
    Q_OBJECT
public:
    explicit MatrixTable(QWidget* parent = nullptr);

    /// Keeps the cell that is chosen. The answer must live as long as it is shown.
    void setAnswer(std::shared_ptr<const PageAnswer> answer, int kind);
    /// Shows only lines that pass.
    void setFilter(std::function<bool(const MatrixLine&)> filter);

    RecordModel<MatrixLine>* lines() const { return m_model; }
    const MatrixLine* currentLine() const; ///< null: none
    int currentMonth() const; ///< 0–11; -1: on no month
    bool choose(Id<Organisation> organisation, int month);
    QString explanation() const; ///< of the cell that is chosen
    EmptyState& emptyState() { return *m_empty; }
    bool isShaded(int column) const;

signals:
    void currentCellChanged();
    void cellActivated();
    void menuWanted(const QPoint& at); ///< global
    /// These are on the screen and not read yet.
    void linesWanted(const QList<baolei::Id<baolei::Organisation>>& branches);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeModel();
    void askForShown();
    void keepCell(const std::function<void()>& change);
    void followType();
    void placeEmptyState();
    void copyLine() const;

    std::shared_ptr<const PageAnswer> m_answer;
    RecordModel<MatrixLine>* m_model = nullptr;
    std::function<bool(const MatrixLine&)> m_filter;
    EmptyState* m_empty;
    QTimer m_look;
    bool m_isByKind = false; ///< lines are kinds of one branch
};

} // namespace baolei
