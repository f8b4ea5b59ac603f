#pragma once
// 历史: who did what and when, what it changed, and how to take it back.
// Targets: none.

#include "ui/base/page.h"
#include "ui/base/record_table.h"
#include "ui/history/change_text.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace baolei {

class HistoryPage final : public Page {
    Q_OBJECT
public:
    /// `tables`: descriptors whose titles name what was changed.
    HistoryPage(const PageContext& context, QList<const Table*> tables);

protected:
    QSet<QByteArray> tables() const override;
    void refresh() override;
    void scopeChanged() override { } // the journal is of the whole store

private:
    /// A changed cell with a key of its own for the table.
    struct Detail {
        Uuid id;
        ChangeLine line;
    };
    static QList<RecordColumn<Detail>> detailColumns();
    QWidget* makeList();
    QWidget* makeDetail();
    void showChanges();
    void takeBackChosen();
    void readOlder();
    const OperationInfo* chosen() const;

    QList<const Table*> m_tables;
    RecordModel<OperationInfo>* m_operations;
    RecordModel<Detail>* m_details;
    RecordTable* m_list = nullptr;
    RecordTable* m_detail = nullptr;
    QLineEdit* m_filter = nullptr;
    QLabel* m_heading = nullptr;
    QPushButton* m_takeBack = nullptr;
    QPushButton* m_older = nullptr;
    qint64 m_limit = 200;
};

} // namespace baolei
