#pragma once
// The view of a RecordModel: sorts by click, remembers widths, order and sorting, copies what is
// selected as cells for a spreadsheet, keeps the selected records through a refresh, and says what
// to do when it is empty.

#include "ui/base/empty_state.h"
#include "ui/base/record_model.h"

#include <QTableView>

namespace baolei {

class RecordTable final : public QTableView {
    Q_OBJECT
public:
    /// `name` is the object name and the key under which widths are kept.
    RecordTable(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    void setRecordModel(RecordModelBase* model);
    RecordModelBase* recordModel() const { return m_model; }
    Uuid currentId() const; ///< null: none
    QList<Uuid> selectedIds() const;
    QList<int> selectedRows() const; ///< ascending
    /// Selects the record and scrolls to it; false: it is not shown.
    bool selectId(const Uuid& id);
    EmptyState& emptyState() { return *m_empty; }
    /// The selected rows with titles, tab-separated, into the clipboard; refused where there are
    /// more of them than are made within a blink.
    void copySelection();

signals:
    void currentRecordChanged(const baolei::Uuid& id);
    void recordActivated(const baolei::Uuid& id); ///< Enter or double click

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void followType();
    void setFirstWidths();
    void restoreWidths();
    void keepWidths();
    void rememberSelection();
    void restoreSelection();
    void placeEmptyState();
    QString settingsKey() const;
    QVariantMap widths() const; ///< and places, for normal type

    RecordModelBase* m_model = nullptr;
    EmptyState* m_empty;
    QList<Uuid> m_rememberedIds;
    Uuid m_rememberedCurrent;
    QVariantMap m_widths; ///< as they were kept last, or made
    int m_widthScale = 100; ///< of the type that the widths on the screen were made for
    bool m_isRestoring = false;
};

} // namespace baolei
