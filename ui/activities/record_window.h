#pragma once
// The dialog 记一次会: kind and branch above, the kind's fields, what the rules say, the buttons.

#include "core/plans/plan_item.h"
#include "ui/activities/attachments_box.h"
#include "ui/activities/record_form.h"
#include "ui/activities/record_head.h"
#include "ui/activities/record_judge.h"
#include "ui/activities/record_keeper.h"
#include "ui/activities/record_phrases.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace baolei {

class RecordWindow final : public QDialog {
    Q_OBJECT
public:
    RecordWindow(Store& store, const RecordSetup& setup, QWidget* parent);
    ~RecordWindow() override;

    /// Fills in what is known. An error leaves nothing to show.
    Result<void> fill();
    /// Opens it and gives whether something was saved.
    bool ask();
    void reject() override;

    const RecordSetup& setup() const { return m_setup; }
    const Activity& saved() const { return m_saved; }
    /// Items of the yearly plan that were fulfilled by saving.
    const QList<PlanItem>& fulfilled() const { return m_fulfilled; }
    bool wantsPrint() const { return m_wantsPrint; }

    /// As the buttons do; false keeps the entry and the dialog.
    bool save(const QString& state);

private:
    bool trySave(const QString& state);
    void listenToHead();
    void buildFoot(QVBoxLayout* column);
    QPushButton* addButton(QHBoxLayout* row, const QString& text, const QString& name);
    void chooseKind();
    void chooseHolder();
    void chooseJoint();
    QList<OrganisationNode> neighbours();
    void chooseDay();
    bool moveTo(const ActivityKind& kind, const Organisation& holder, QDate day);
    Result<void> load(const ActivityKind& kind, const Organisation& holder, QDate day);
    void showForm(const ActivityRecord& record);
    void bringInLast();
    void touch();
    void remark();
    void warnNotKept(const Error& error);
    Result<Activity> store(ActivityRecord record);

    Store& m_store;
    RecordSetup m_setup;
    RecordFormSource m_from;
    std::optional<RecordJudge> m_judge;
    RecordForm* m_fields = nullptr;
    RecordHead* m_head;
    QScrollArea* m_scroll = nullptr;
    AttachmentsBox* m_attachments = nullptr;
    QLabel* m_remark = nullptr;
    QPushButton* m_draft = nullptr;
    QPushButton* m_save = nullptr;
    QTimer m_wait; ///< until the typing pauses
    RecordKeeper m_keeper;
    RecordPhrases* m_phrases;
    Activity m_saved;
    QList<PlanItem> m_fulfilled;
    bool m_isTouched = false;
    bool m_wantsPrint = false;
};

} // namespace baolei
