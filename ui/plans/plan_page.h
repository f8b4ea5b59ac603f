#pragma once
// 年度计划: the items of one branch's year, how each stands and what comes next; or, where several
// branches are looked at, how far each has come.
//
// Targets: {"plans", "organisation", {id}} sets the scope;
//          {"plans", "open", {}, figure} shows a figure of the line above: done, due, late, none.

#include "ui/base/page.h"
#include "ui/base/record_table.h"
#include "ui/plans/plan_columns.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class FigureBar;
class PlanActions;

class PlanPage final : public Page {
    Q_OBJECT
public:
    explicit PlanPage(const PageContext& context);
    void show(const Target& target) override;
    using Page::show;
    bool isReading() const { return m_isReading; }

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;

private:
    void addButtons();
    QLayout* makeBar();
    void makeTables();
    QLayout* makeFoot();
    QPushButton* addButton(QHBoxLayout* line, const QString& text, const QString& name,
                           void (PlanPage::*action)());
    void addMenu();

    bool isOneBranch() const { return m_answer && m_answer->isOneBranch(); }
    void take(const Result<PlanAnswer>& answer);
    void showFigures();
    void applyFilter();
    void describeEmpty();
    void chooseThisMonth();
    void followChoice();

    const PlanRow* chosen() const;
    QList<Id<Organisation>> wantedBranches() const; ///< the one, or the selected, or all
    void add();
    void edit();
    void goOn();
    void settle();
    void reopen();
    void remove();
    void make();
    void copy();
    void linkHeld();
    void print();
    void exportTable();
    void openBranch(const Uuid& branch);

    PlanActions* m_actions;
    FigureBar* m_figures;
    QLineEdit* m_search = nullptr;
    QPushButton* m_make = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_link = nullptr;
    QStackedWidget* m_tables = nullptr;
    RecordModel<PlanRow>* m_itemModel = nullptr;
    RecordModel<PlanBranchRow>* m_branchModel = nullptr;
    RecordTable* m_items = nullptr;
    RecordTable* m_branches = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_settle = nullptr;
    QPushButton* m_reopen = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_remove = nullptr;

    std::optional<PlanAnswer> m_answer;
    int m_asked = 0; ///< readings that were begun
    bool m_isReading = false;
};

} // namespace baolei
