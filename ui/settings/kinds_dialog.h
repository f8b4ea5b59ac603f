#pragma once
// 活动种类: every kind with its source; the town's own are made, changed, retired and removed here.
// Shows the store as it is, also when something is undone.

#include "core/activities/own_kinds.h"
#include "ui/base/record_table.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class Store;

/// A line of the list: a kind of the files, or one of the town's own.
struct KindLine {
    OwnKind own;
    QString demand; ///< how often it is to be held, in words
    bool isOwn = false;
};

class KindsDialog final : public QDialog {
    Q_OBJECT
public:
    KindsDialog(Store& store, QWidget* parent);

private:
    void read();
    void followChoice();
    void add();
    void addLike();
    void change();
    void retire();
    void remove();
    void edit(const OwnKind& own);
    void settle(const Result<void>& done);
    const KindLine* chosen() const; ///< null: none

    Store& m_store;
    RecordModel<KindLine>* m_model;
    RecordTable* m_table;
    QPushButton* m_addLike;
    QPushButton* m_change;
    QPushButton* m_retire;
    QPushButton* m_remove;
};

} // namespace baolei
