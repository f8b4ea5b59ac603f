#pragma once
// 组织生活: what was held, what is missing, and 记一次会. One content in three views: the matrix of
// branches (or of one branch's kinds) by month, what is to be done, and the list.
//
// Targets: {"activities", "record", {organisation}, text} opens the dialog, already filled in; text
//          may name a kind, a period or both: "branch-meeting 2026-11";
//          {"activities", "plan", {item}} opens it for what a plan says is to be held;
//          {"activities", "open", {activity}} opens the record of one activity;
//          {"activities", "go-on", {entry}} goes on with one that was not saved;
//          {"activities", "matrix"}, {"activities", "findings"} and {"activities", "list"} show a
//          view, with a figure of the line above as text if wanted: held, missing, drafts, due,
//          exempt.

#include "ui/activities/activity_actions.h"
#include "ui/activities/view_bar.h"
#include "ui/base/background.h"
#include "ui/base/figures.h"
#include "ui/base/record_table.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace baolei {

class ActivityDetail;
class FindingsPanel;
class MatrixPanel;
class PassBar;
class UnsavedBar;

/// A reading that is under way on its thread.
struct PageReading {
    PageQuestion question;
    bool isStale = false; ///< the store has changed since it began
    std::shared_ptr<Progress> progress = std::make_shared<Progress>();
};
using SharedReading = std::shared_ptr<PageReading>; ///< null: nothing is being read

class ActivitiesPage final : public Page {
    Q_OBJECT
public:
    explicit ActivitiesPage(const PageContext& context);
    void show(const Target& target) override;
    using Page::show;
    bool isReading() const { return m_reading || m_findingsReading; }

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addButtons();
    QWidget* makeMatrix();
    QWidget* makeFindings();
    QWidget* makeList();
    void addListMenu();
    void setFirstSizes();

    PageQuestion question() const;
    void noticeChange(const Changes& changes);
    void readPage();
    std::optional<PageAnswer> knownFor(const PageQuestion& asked) const;
    void readFindings();
    void readLines(const QList<Id<Organisation>>& branches);
    void take(const SharedReading& reading, const std::shared_ptr<const PageAnswer>& answer);
    void endReading(SharedReading& reading, const Result<void>& done);
    void goOnReading();
    void showPass();
    QString note() const;
    void showAnswer();
    void showFigures();
    void applyFilters();
    void describeEmpty();
    void followFigure();
    void followView();
    void showDetail();
    void showUnsaved();

    void record();
    void openCell(QPoint at);
    void print();
    void exportShown();
    void removeChosen();
    const HeldLine* chosenHeld() const;
    Id<Organisation> chosenOrganisation() const;

    ActivityActions* m_actions;
    QLabel* m_period;
    UnsavedBar* m_unsaved;
    FigureBar* m_figures;
    ViewBar* m_bar;
    QStackedWidget* m_views;
    MatrixPanel* m_matrix = nullptr;
    FindingsPanel* m_findings = nullptr;
    RecordModel<HeldLine>* m_heldModel = nullptr;
    RecordTable* m_list = nullptr;
    QSplitter* m_splitter = nullptr;
    ActivityDetail* m_detail = nullptr;

    PassBar* m_pass;
    std::shared_ptr<const PageAnswer> m_answer;
    PageQuestion m_answered; ///< what m_answer answers
    bool m_isFresh = false; ///< nothing has changed since m_answer was read
    bool m_hasFindings = false; ///< those that are shown are of now
    PageQuestion m_found; ///< what they answer; the period does not matter to them
    qsizetype m_findingsCount = 0; ///< also those that are not listed
    Id<Activity> m_wanted; ///< to be selected in the list when it is there
    bool m_isSplitByHand = false;
    SharedReading m_reading; ///< null: what is shown is up to date
    SharedReading m_findingsReading;
    bool m_wasStopped = false; ///< by hand: what is shown is not all
};

} // namespace baolei
