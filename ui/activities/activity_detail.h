#pragma once
// The panel beside the list: one activity as it was recorded, and what can be done with it.

#include "core/activities/activity.h"
#include "core/store/store.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace baolei {

class AttachmentsBox;
class FactList;

class ActivityDetail final : public QScrollArea {
    Q_OBJECT
public:
    explicit ActivityDetail(Store& store, QWidget* parent = nullptr);
    /// Reads the activity; null: says what to do.
    void setActivity(const Reader& reader, Id<Activity> id, const QString& kind,
                     const QString& organisation);

signals:
    void openWanted();
    void printWanted();
    void removeWanted();
    void printAttachmentsWanted();

private:
    void saveAttachments();
    QPushButton* addButton(const QString& name, const QString& text);

    QLabel* m_heading;
    QLabel* m_nothing;
    QWidget* m_whole;
    FactList* m_facts;
    AttachmentsBox* m_attachments;
    Store& m_store;
    Id<Activity> m_activity; ///< shown; null: none
};

} // namespace baolei
