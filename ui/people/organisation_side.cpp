#include "ui/people/organisation_side.h"

#include "ui/base/icons.h"
#include "ui/people/people_actions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace baolei {

using namespace Qt::StringLiterals;

OrganisationSide::OrganisationSide(PeopleActions* actions, QWidget* parent)
    : QWidget(parent)
    , m_actions(actions) {
    auto* heading = new QLabel(tr("党组织"), this);
    setInk(heading, Tone::Secondary);
    auto* manage = new QPushButton(tr("管理 ▾"), this);
    manage->setObjectName(u"manageOrganisations"_s);
    manage->setAccessibleName(tr("管理党组织"));
    manage->setProperty("role", u"plain"_s);
    m_tree = new OrganisationTreeView(this);
    auto* menu = new QMenu(manage);
    menu->setObjectName(u"organisationMenu"_s);
    addAction(menu, u"addOrganisation"_s, tr("添加下级党组织"), Qt::Key_Insert,
              &OrganisationSide::add);
    m_ofOne
        = {addAction(menu, u"editOrganisation"_s, tr("修改"), Qt::Key_F2, &OrganisationSide::edit),
           addAction(menu, u"removeOrganisation"_s, tr("撤销或删除"), Qt::Key_Delete,
                     &OrganisationSide::takeAway)};
    manage->setMenu(menu);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::small);
    head->addWidget(heading, 1);
    head->addWidget(manage);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addLayout(head);
    column->addWidget(m_tree, 1);
    connect(m_tree, &OrganisationTreeView::currentShown, this, &OrganisationSide::follow);
    connect(m_tree, &OrganisationTreeView::editWanted, this, &OrganisationSide::edit);
    follow();
}

// In the menu of the button and in that of the tree, where its keys work.
QAction* OrganisationSide::addAction(QMenu* menu, const QString& name, const QString& text,
                                     const QKeySequence& keys, void (OrganisationSide::*run)()) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    menu->addAction(action);
    m_tree->addAction(action);
    connect(action, &QAction::triggered, this, run);
    return action;
}

void OrganisationSide::add() {
    m_actions->addOrganisation(m_tree->current());
}

void OrganisationSide::edit() {
    if (!m_tree->current().isNull()) m_actions->edit(m_tree->current());
}

void OrganisationSide::takeAway() {
    if (!m_tree->current().isNull()) m_actions->takeAway(m_tree->current());
}

void OrganisationSide::follow() {
    for (QAction* action : m_ofOne)
        action->setEnabled(!m_tree->current().isNull());
}

} // namespace baolei
