#pragma once
// 打印: choose a form, see it, print it or write it to a file; one branch or all in the scope.
// Targets: {"printing", "form", {branch}, form id}; a branch outside the scope takes the scope
// along.
//          {"printing", "activity", {activity}, form id or nothing} shows a form of one activity,
//          {"printing", "plan", {item}, form id} of a planned item, and
//          {"printing", "person", {person}, "2026"} the 学时 of one person in a year, until
//          something is chosen on the left.

#include "core/handbook/handbook.h"
#include "ui/base/page.h"

namespace baolei {

class EmptyState;
class Preview;
class PrintChoices;

struct PrintJob; ///< what a thread needs to know to make the pages

class PrintingPage final : public Page {
    Q_OBJECT
public:
    explicit PrintingPage(const PageContext& context);
    void show(const Target& target) override;

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;

private:
    PrintJob job() const;
    void choose();
    void chooseRecordForm(const QString& form);
    void showBranches(const QList<Organisation>& branches);
    void showDocument();
    void showResult(const Result<Document>& document);
    void printNow();
    void saveFile();
    void saveAll();
    void openRecord(const QString& record);

    PrintChoices* m_choices;
    Preview* m_preview;
    QLabel* m_problem;
    QWidget* m_desk;
    EmptyState* m_empty;
    QList<QPushButton*> m_actions;
    PrintRecord m_record; ///< shown instead of a form; none: the chosen form
    std::optional<Target> m_wanted; ///< to be shown when the branches are there
    bool m_hasBranches = false;
    int m_branchesAsked = 0; ///< readings of branches that were begun
    int m_asked = 0; ///< of the newest layout that was begun
};

} // namespace baolei
