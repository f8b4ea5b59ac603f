#pragma once
// What can be done from the page: record, open, delete, and what a cell or a finding leads to.

#include "ui/activities/matrix_lines.h"
#include "ui/activities/record_dialog.h"
#include "ui/base/page.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace baolei {

class ActivityActions final : public QObject {
    Q_OBJECT
public:
    ActivityActions(const PageContext& context, QWidget* parent);

    /// `kind` empty: as the dialog chooses; `period` null: today.
    void record(Id<Organisation> organisation, const QString& kind = {},
                const std::optional<Period>& period = {});
    /// What is to be held by a plan; the record will be what fulfils the item.
    void recordPlanned(Id<PlanItem> item);
    void open(Id<Activity> activity);
    /// Opens the dialog with a copy for the month after that of the activity.
    void copyToNextMonth(Id<Activity> activity);
    /// Goes on with what was not saved the last time.
    void goOn(const UnsavedEntry& entry);
    /// Throws it away, after asking.
    void drop(const UnsavedEntry& entry);
    /// Asks first; one undo brings it back.
    void remove(const HeldLine& line);
    void print(Id<Activity> activity);
    void printAttachments(Id<Activity> activity);

    /// Opens the one meeting of the cell, or the dialog to record the one that is missing; where
    /// there are several ways to go, a menu.
    void activateCell(const PageAnswer& answer, const MatrixLine& line, int month, QPoint at);
    void showCellMenu(const PageAnswer& answer, const MatrixLine& line, int month, QPoint at);
    void mend(const FindingLine& line);
    /// Asks for an approved exemption from what is missing or due.
    void exempt(const FindingLine& line);

signals:
    void unsavedChanged(); ///< what was not saved was taken up or thrown away

private:
    void openDialog(const RecordStart& start);
    struct CellWays; ///< what a cell can lead to
    RecordStart startIn(Id<Organisation> organisation, const QString& kind,
                        const Period& period) const;
    CellWays waysOf(const PageAnswer& answer, const MatrixLine& line, int month) const;
    void fillMenu(QMenu* menu, const PageAnswer& answer, const MatrixLine& line, int month,
                  const CellWays& ways);
    void addExemptions(QMenu* menu, const PageAnswer& answer, const MatrixLine& line, int month,
                       const CellWays& ways);
    void popUp(const PageAnswer& answer, const MatrixLine& line, int month, const CellWays& ways,
               QPoint at);
    QList<ActivityLine> heldIn(Id<Organisation> organisation, const Period& period,
                               const QString& kind) const;
    Id<Organisation> groupLacking(Id<Organisation> branch, const QString& kind,
                                  const Period& period) const;

    PageContext m_context;
    QWidget* m_parent;
};

/// The day with which an entry for `period` starts: today if it lies there, else the branch's own
/// day of the month, else the last day.
QDate startDay(const Period& period, const QString& partyDay, QDate today);

} // namespace baolei
