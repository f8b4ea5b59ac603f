#pragma once
// Draws a line of the list: symbol, words over place and date, and at the right what opening it
// does.

#include <QStyledItemDelegate>

namespace baolei {

/// What an item holds beside its words (DisplayRole).
enum TodoRole {
    kLineRole = Qt::UserRole, ///< place of the line; -1: a heading
    kSymbolRole,
    kToneRole,
    kDetailRole,
    kVerbRole,
    kPartsRole, ///< how many lines are folded into this one
    kKeyRole,
};

class TodoDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace baolei
