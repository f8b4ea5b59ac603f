#pragma once
// The outline of organisations as a tree to choose from: the whole town, then what is at the top.
// Nothing is made for a line before it is asked for.

#include "core/people/outline.h"

#include <QAbstractItemModel>

namespace baolei {

class OutlineModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;
    static constexpr int kIdRole = Qt::UserRole + 1; ///< bytes; none for the whole town

    void setOutline(const QString& town, std::shared_ptr<const Outline> outline);
    QModelIndex indexOf(Id<Organisation> id) const; ///< the town where it is null or not there

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& at, int role) const override;

private:
    // Node 0 is the town, node n the organisation in place n - 1; children of -1 are at the top.
    const QList<int>& childrenOf(int node) const { return m_children[node + 1]; }
    QModelIndex indexOfNode(int node) const;

    QString m_town;
    std::shared_ptr<const Outline> m_outline = std::make_shared<const Outline>();
    QList<QList<int>> m_children = QList<QList<int>>(2);
    QList<int> m_rows = {0}; ///< of each node among its siblings
};

} // namespace baolei
