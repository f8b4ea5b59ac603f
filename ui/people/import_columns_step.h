#pragma once
// Second step of the import: which sheet, which row names the columns, and what each column is.

#include "ui/base/theme.h"
#include "ui/people/import_state.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
QT_END_NAMESPACE

namespace baolei {

class ChoiceField;

class ImportColumnsStep final : public QWidget {
    Q_OBJECT
public:
    explicit ImportColumnsStep(ImportState& state, QWidget* parent = nullptr);
    /// Shows the file as it was looked at.
    void load();
    bool isComplete() const { return m_isComplete; }

signals:
    void sheetChosen(int sheet); ///< -1: all that are called after their branches
    void headerRowChosen(int row);
    void resetWanted(); ///< back to what the program finds by itself
    void completeChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeTable();
    void fillHeads();
    void fillColumns();
    ChoiceField* addField(int line, int column);
    void take(int column, const ChoiceField* field);
    QStringList unknownHeaders() const;
    void judge();
    QString verdictOn(int column, Tone& tone, bool& isWrong) const;
    void showLine(int line);
    void followType();

    ImportState& m_state;
    QLabel* m_file;
    QWidget* m_sheetLine;
    QComboBox* m_sheet;
    QComboBox* m_headerRow;
    QPushButton* m_reset;
    QTableWidget* m_table;
    QLabel* m_summary;
    QLabel* m_problem;
    QList<int> m_columns; ///< of the sheet, by line of the table
    QList<ChoiceField*> m_fields;
    bool m_isComplete = false;
};

} // namespace baolei
