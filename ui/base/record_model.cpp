#include "ui/base/record_model.h"

#include "core/names/name_order.h"

#include <algorithm>

namespace baolei {

RecordModelBase::RecordModelBase(QList<ColumnHead> heads, QObject* parent)
    : QAbstractTableModel(parent)
    , m_heads(std::move(heads)) { }

int RecordModelBase::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_order.size());
}

int RecordModelBase::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant RecordModelBase::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant(int(m_heads[index.column()].align | Qt::AlignVCenter));
    case Qt::ForegroundRole:
        return colourOf(toneAt(index.row(), index.column()));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return hintAt(index.row(), index.column());
    default:
        return {};
    }
}

QVariant RecordModelBase::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= m_heads.size()) return {};
    if (role == Qt::DisplayRole) return m_heads[section].title;
    if (role == Qt::TextAlignmentRole)
        return QVariant(int(m_heads[section].align | Qt::AlignVCenter));
    return {};
}

Uuid RecordModelBase::idOfRow(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    return idAt(row);
}

int RecordModelBase::rowOfId(const Uuid& id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (idAt(row) == id) return row;
    return -1;
}

QList<int> RecordModelBase::rowsOfIds(const QSet<Uuid>& ids) const {
    QList<int> rows;
    for (int row = 0; row < rowCount() && rows.size() < ids.size(); ++row)
        if (ids.contains(idAt(row))) rows.append(row);
    return rows;
}

void RecordModelBase::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column < m_heads.size() ? column : -1;
    m_sortOrder = order;
    sortAnew();
}

void RecordModelBase::showRecords(const std::function<std::vector<int>()>& order) {
    beginResetModel();
    m_order = order();
    endResetModel();
}

void RecordModelBase::moveRecords(const std::function<std::vector<int>()>& order) {
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<qsizetype> records;
    for (const QModelIndex& each : before)
        records.append(recordOfRow(each.row()));
    m_order = order();
    QHash<qsizetype, int> rowOf;
    for (const qsizetype record : std::as_const(records))
        rowOf.insert(record, -1);
    for (size_t row = 0; row < m_order.size() && !rowOf.isEmpty(); ++row)
        if (const auto at = rowOf.find(m_order[row]); at != rowOf.end()) *at = int(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf.value(records[i]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

// Keys are made once each, not once a comparison.
void sortByKeys(std::vector<int>& positions, const std::function<SortKey(int position)>& key,
                Qt::SortOrder order) {
    std::vector<std::pair<SortKey, int>> keyed;
    keyed.reserve(positions.size());
    for (const int position : positions)
        keyed.emplace_back(key(position), position);
    const bool isAscending = order == Qt::AscendingOrder;
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return isAscending ? a.first < b.first : b.first < a.first;
    });
    for (size_t i = 0; i < keyed.size(); ++i)
        positions[i] = keyed[i].second;
}

QStringList RecordModelBase::titles() const {
    QStringList titles;
    for (const ColumnHead& head : m_heads)
        titles.append(head.title);
    return titles;
}

QStringList RecordModelBase::textsOfRow(int row) const {
    QStringList texts;
    for (int column = 0; column < m_heads.size(); ++column)
        texts.append(textAt(row, column));
    return texts;
}

SortKey textKey(const QString& text) {
    if (text.isEmpty()) return std::monostate();
    return pinyinKey(text);
}

} // namespace baolei
