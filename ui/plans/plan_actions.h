#pragma once
// What can be done with plans from the page.

#include "core/plans/commands.h"
#include "ui/base/page.h"
#include "ui/plans/plan_answer.h"

namespace baolei {

class PlanActions final : public QObject {
    Q_OBJECT
public:
    PlanActions(const PageContext& context, QWidget* parent);

    /// A new item of the branch and year, in `month`.
    void add(Id<Organisation> branch, int year, int month, const QList<ActivityKind>& kinds);
    void edit(const PlanItem& item, const QList<ActivityKind>& kinds);
    /// What comes next for an item: its activity is opened or recorded, other work told as done.
    void goOn(const PlanRow& row);
    void settle(const PlanItem& item);
    void reopen(const PlanItem& item);
    /// Asks first; one undo brings them back.
    void remove(const QList<PlanItem>& items);

    /// Asks first; what stands there stays.
    void make(const PlanAnswer& answer, const QList<Id<Organisation>>& branches, int year);
    void copy(const PlanAnswer& answer, const QList<Id<Organisation>>& chosen, int year);
    /// Shows what was held and fits, and links it all when the person agrees.
    void linkHeld(const PlanAnswer& answer, const QList<Id<Organisation>>& branches, int year);

private:
    template <typename Command>
    void runForBranches(const QString& title, Command command,
                        const std::function<QString(const PlanOutcome&)>& said);

    PageContext m_context;
    QWidget* m_parent;
};

/// Verb for what goOn() does with the item.
QString nextStep(const PlanRow& row);

} // namespace baolei
