#pragma once
// 组织与党员: the tree of organisations, the table of people in the scope, one person in detail.
//
// Targets: {"people", "person", {id}} selects a person, in whatever branch;
//          {"people", "organisation", {id}} sets the scope;
//          {"people", "edit", {id}}, {"people", "posts", {id}} and {"people", "groups", {id}} do so
//          too, and open the dialog of the organisation, of its posts or of its groups;
//          {"people", "filter", {}, key} shows those of a filter (person_lines.h), such as
//          noJoinDate;
//          {"people", "add"} and {"people", "import"} open the dialogs.

#include "ui/base/figures.h"
#include "ui/base/record_table.h"
#include "ui/people/organisation_side.h"
#include "ui/people/people_actions.h"
#include "ui/people/people_list.h"
#include "ui/people/person_detail.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QMenu;
class QSplitter;
QT_END_NAMESPACE

namespace baolei {

class PeoplePage final : public Page {
    Q_OBJECT
public:
    explicit PeoplePage(const PageContext& context);
    void show(const Target& target) override;
    using Page::show;

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;
    void scopeChanged() override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // people_page_build.cpp
    void build();
    QWidget* makeMiddle();
    QLayout* makeSearchLine(QWidget* middle);
    void makeTable(QWidget* middle);
    void makeDetail();
    void makeTableMenu();
    QAction* addTableAction(const QString& name, const QString& text, const QKeySequence& keys,
                            void (PeopleActions::*run)(Id<Person>));
    QMenu* makeSortMenu(QWidget* parent);
    void setFirstSizes();
    void giveRoom();

    void loadTree();
    void showList();
    void showFigures();
    void applyFilter();
    void describeEmpty();
    void describeCount();
    void showEverybody();
    void selectWanted();
    void showPerson(Id<Person> id);
    void showDetail();
    void sortNames(NameOrder order);

    Id<Person> currentPerson() const { return {m_table->currentId()}; }
    void startImport();
    void exportTable();

    PeopleActions* m_actions;
    PeopleList* m_list;
    FigureBar* m_figureBar;
    QSplitter* m_splitter = nullptr;
    OrganisationSide* m_side = nullptr;
    QPushButton* m_showTree = nullptr;
    OrganisationTreeView* m_tree = nullptr;
    QLineEdit* m_typed = nullptr;
    RecordTable* m_table = nullptr;
    QLabel* m_shown = nullptr;
    PersonDetail* m_detail = nullptr;
    QList<QAction*> m_ofHere; ///< for those on the books
    QAction* m_ofLeft = nullptr; ///< for those who have left
    QList<QAction*> m_ofAny;
    QTimer m_typing;
    QTimer m_choosing;

    Id<Person> m_wanted; ///< to be selected when the lines are there
    bool m_isTreeStale = true;
};

} // namespace baolei
