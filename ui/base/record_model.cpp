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
    const qsizetype record = recordOfRow(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textAt(record, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(int(m_heads[index.column()].align | Qt::AlignVCenter));
    case Qt::ForegroundRole:
        return colourOf(toneAt(record, index.column()));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return hintAt(record, index.column());
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
    return idAt(recordOfRow(row));
}

int RecordModelBase::rowOfId(const Uuid& id) const {
    for (int row = 0; row < rowCount(); ++row)
        if (idAt(recordOfRow(row)) == id) return row;
    return -1;
}

// Which records are shown, in which order. Keys are made once each, not once a comparison.
void RecordModelBase::arrange() {
    m_order.clear();
    m_order.reserve(static_cast<size_t>(count()));
    for (qsizetype i = 0; i < count(); ++i)
        if (passes(i)) m_order.push_back(int(i));
    if (m_sortColumn < 0) return;
    std::vector<std::pair<SortKey, int>> keyed;
    keyed.reserve(m_order.size());
    for (const int record : m_order)
        keyed.emplace_back(keyAt(record, m_sortColumn), record);
    const bool isAscending = m_sortOrder == Qt::AscendingOrder;
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return isAscending ? a.first < b.first : b.first < a.first;
    });
    for (size_t i = 0; i < keyed.size(); ++i)
        m_order[i] = keyed[i].second;
}

void RecordModelBase::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column < m_heads.size() ? column : -1;
    m_sortOrder = order;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<int> records;
    for (const QModelIndex& each : before)
        records.append(int(recordOfRow(each.row())));
    arrange();
    std::vector<int> rowOf(static_cast<size_t>(count()), -1);
    for (size_t row = 0; row < m_order.size(); ++row)
        rowOf[static_cast<size_t>(m_order[row])] = int(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf[static_cast<size_t>(records[i])], before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RecordModelBase::refilter() {
    beginResetModel();
    arrange();
    endResetModel();
}

void RecordModelBase::beginReplace() {
    beginResetModel();
}

void RecordModelBase::endReplace() {
    arrange();
    endResetModel();
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
        texts.append(textAt(recordOfRow(row), column));
    return texts;
}

SortKey textKey(const QString& text) {
    if (text.isEmpty()) return std::monostate();
    return pinyinKey(text);
}

} // namespace baolei
