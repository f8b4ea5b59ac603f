#pragma once
// 学时: everybody's hours of study in the year of the window, by person or by branch, and one
// person's own record beside them.
//
// Targets: {"study", "person", {id}} shows a person's record, in whatever branch;
//          {"study", "organisation", {id}} sets the scope and shows who lacks hours.

#include "ui/base/page.h"
#include "ui/base/record_table.h"
#include "ui/study/study_columns.h"

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class FigureBar;
class PassBar;
class PersonYearPanel;

class StudyPage final : public Page {
    Q_OBJECT
public:
    explicit StudyPage(const PageContext& context);
    void show(const Target& target) override;
    using Page::show;
    bool isReading() const { return m_reading || m_isReadingPerson; }

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { People, Branches };
    void addButtons();
    QLayout* makeBar();
    QWidget* makeViews();
    View view() const;
    void setView(View view);
    void followView();
    void setFirstSizes();

    StudyYear year() const;
    void take(const Result<StudyAnswer>& answer);
    void showAnswer();
    void applyFilter();
    void describeEmpty();
    void selectWanted();
    void choosePerson();
    void readPerson(Id<Person> person);
    void showPerson(Id<Person> person);

    void print();
    void printSummary();
    void exportTable();
    void exportPerson();
    void openBranch(const Uuid& branch);

    FigureBar* m_figures;
    QButtonGroup* m_viewButtons = nullptr;
    QLineEdit* m_search = nullptr;
    QStackedWidget* m_views = nullptr;
    QSplitter* m_splitter = nullptr;
    RecordModel<StudyPersonLine>* m_peopleModel = nullptr;
    RecordModel<StudyBranchLine>* m_branchModel = nullptr;
    RecordTable* m_people = nullptr;
    RecordTable* m_branches = nullptr;
    PersonYearPanel* m_panel = nullptr;
    QLabel* m_note;
    PassBar* m_pass;

    std::optional<StudyAnswer> m_answer;
    std::shared_ptr<Progress> m_reading; ///< null: what is shown is up to date
    bool m_isReadingPerson = false;
    bool m_isSplitByHand = false;
    bool m_isViewByHand = false; ///< else as many branches as there are ask for
    int m_personAsked = 0; ///< readings of a person that were begun
    Id<Person> m_person; ///< shown in the panel; null: nobody
    Id<Person> m_wanted; ///< to be selected when the people are there
};

} // namespace baolei
