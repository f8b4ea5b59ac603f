#pragma once
// The left of the page: the tree of organisations with what can be done to them.

#include "ui/people/organisation_tree.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace baolei {

class PeopleActions;

class OrganisationSide final : public QWidget {
    Q_OBJECT
public:
    OrganisationSide(PeopleActions* actions, QWidget* parent);
    OrganisationTreeView* tree() const { return m_tree; }

private:
    QAction* addAction(QMenu* menu, const QString& name, const QString& text,
                       const QKeySequence& keys, void (OrganisationSide::*run)());
    void add();
    void edit();
    void takeAway();
    void follow(); ///< what can be done to the one that is chosen

    PeopleActions* m_actions;
    OrganisationTreeView* m_tree;
    QList<QAction*> m_ofOne; ///< not for the town
};

} // namespace baolei
