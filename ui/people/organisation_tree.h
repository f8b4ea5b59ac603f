#pragma once
// The tree of organisations with the number of members of each. Choosing one is choosing the scope
// of the window.

#include "core/people/queries.h"

#include <QAbstractItemModel>
#include <QTreeView>

namespace baolei {

struct OrganisationTree {
    QString town;
    QList<Organisation> organisations; ///< parents before children
    QHash<Id<Organisation>, int> members; ///< of each, with all below it; null id: the town
};

Result<OrganisationTree> readOrganisationTree(const Reader& reader);

class OrganisationModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;
    void setTree(OrganisationTree tree);
    /// The same organisations with other numbers.
    void setMembers(const QHash<Id<Organisation>, int>& members);
    const OrganisationTree& tree() const { return m_tree; }
    Id<Organisation> idAt(const QModelIndex& at) const; ///< null: the town
    QModelIndex indexOf(Id<Organisation> id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& at, int role) const override;

private:
    // Nodes are counted from 0, which is the town; node n is organisation n - 1.
    struct Node {
        int parent = -1;
        int row = 0;
        QList<int> children;
    };
    int nodeOf(const QModelIndex& at) const { return at.isValid() ? int(at.internalId()) : -1; }
    QModelIndex indexOfNode(int node) const;

    OrganisationTree m_tree;
    QList<Node> m_nodes;
    QHash<Id<Organisation>, int> m_nodeOf;
};

class OrganisationTreeView final : public QTreeView {
    Q_OBJECT
public:
    explicit OrganisationTreeView(QWidget* parent = nullptr);
    /// Keeps what is open and what is selected.
    void setTree(OrganisationTree tree);
    const OrganisationTree& tree() const { return m_model->tree(); }
    Id<Organisation> current() const;
    QString currentName() const;
    bool isBelow(Id<Organisation> one, Id<Organisation> above) const;
    /// Selects without saying so.
    void setCurrent(Id<Organisation> id);

signals:
    void chosen(const baolei::Id<baolei::Organisation>& id);
    void currentShown(); ///< chosen, or selected from outside
    void editWanted(); ///< Enter

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();
    OrganisationModel* m_model;
    bool m_isQuiet = false;
};

} // namespace baolei
