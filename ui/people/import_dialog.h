#pragma once
// The dialog of the import: one step after another, forward and back. Reading and writing run on a
// thread; the steps share one ImportState. Tests drive it without importRoster()'s own loop.

#include "ui/base/background.h"
#include "ui/base/navigator.h"
#include "ui/people/import_state.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class ImportBranchesStep;
class ImportColumnsStep;
class ImportDoneStep;
class ImportFileStep;
class ImportPreviewStep;

class ImportDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Step { File, Columns, Branches, Preview, Done };

    ImportDialog(Store& store, Navigator& navigator, QWidget* parent = nullptr);
    ~ImportDialog() override;
    /// Reads the start of the file and goes on to its columns.
    void readFile(const QString& path, int sheet = -1);
    Step step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    const ImportState& state() const { return m_state; }
    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeTrail();
    QHBoxLayout* makeButtons();
    void connectSteps();
    void show(Step step);
    void showTrail();
    void showButtons();
    void goOn();
    void goBack();
    void read(Step then);
    void write();
    void saveRejects();
    void takeLook(const RosterLook& look);
    void setBusy(bool isBusy);
    ImportOptions optionsForPlan() const;

    Store& m_store;
    Navigator& m_navigator;
    ImportState m_state;
    Step m_step = Step::File;
    bool m_isBusy = false;

    QList<QLabel*> m_trail;
    QStackedWidget* m_steps;
    ImportFileStep* m_file;
    ImportColumnsStep* m_columns;
    ImportBranchesStep* m_branches;
    ImportPreviewStep* m_preview;
    ImportDoneStep* m_done;
    QPushButton* m_rejects = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace baolei
