#include "ui/window/outline_model.h"

namespace baolei {

namespace {
constexpr int kTop = -1;
constexpr int kTown = 0;
}

void OutlineModel::setOutline(const QString& town, std::shared_ptr<const Outline> outline) {
    beginResetModel();
    m_town = town;
    m_outline = std::move(outline);
    const auto& lines = m_outline->lines();
    m_children = QList<QList<int>>(lines.size() + 2);
    m_rows = QList<int>(lines.size() + 1, 0);
    m_children[kTop + 1].append(kTown);
    for (int place = 0; place < int(lines.size()); ++place) {
        if (lines[place].isDissolved) continue;
        // What stands below a dissolved one is shown at the top rather than nowhere.
        int above = lines[place].parent;
        while (above >= 0 && lines[above].isDissolved)
            above = -1;
        QList<int>& siblings = m_children[above < 0 ? kTop + 1 : above + 2];
        m_rows[place + 1] = int(siblings.size());
        siblings.append(place + 1);
    }
    endResetModel();
}

QModelIndex OutlineModel::indexOfNode(int node) const {
    return node < 0 ? QModelIndex() : createIndex(m_rows[node], 0, quintptr(node));
}

QModelIndex OutlineModel::indexOf(Id<Organisation> id) const {
    return indexOfNode(m_outline->placeOf(id) + 1);
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    const int node = parent.isValid() ? int(parent.internalId()) : kTop;
    return createIndex(row, column, quintptr(childrenOf(node)[row]));
}

QModelIndex OutlineModel::parent(const QModelIndex& child) const {
    const int node = child.isValid() ? int(child.internalId()) : kTown;
    if (node == kTown) return {};
    const auto& lines = m_outline->lines();
    const int above = lines[node - 1].parent;
    return above < 0 || lines[above].isDissolved ? QModelIndex() : indexOfNode(above + 1);
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    return int(childrenOf(parent.isValid() ? int(parent.internalId()) : kTop).size());
}

int OutlineModel::columnCount(const QModelIndex& /*parent*/) const {
    return 1;
}

QVariant OutlineModel::data(const QModelIndex& at, int role) const {
    if (!at.isValid()) return {};
    const int node = int(at.internalId());
    if (node == kTown) return role == Qt::DisplayRole ? tr("%1（全部）").arg(m_town) : QVariant();
    const OutlineLine& line = m_outline->lines()[node - 1];
    if (role == Qt::DisplayRole) return line.shortName;
    if (role == Qt::ToolTipRole) return line.name;
    if (role == kIdRole) return line.id.value.toBytes();
    return {};
}

} // namespace baolei
