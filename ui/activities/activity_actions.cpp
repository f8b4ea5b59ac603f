#include "ui/activities/activity_actions.h"

#include "core/activities/own_kinds.h"
#include "ui/activities/exemption_dialog.h"
#include "ui/activities/finding_columns.h"
#include "ui/activities/held_columns.h"
#include "ui/activities/unsaved_offer.h"
#include "ui/base/ask.h"

#include "core/activities/copy.h"
#include "core/attachments/commands.h"
#include "core/people/queries.h"
#include "core/plans/commands.h"

#include <QMenu>

namespace baolei {

using namespace Qt::StringLiterals;

struct ActivityActions::CellWays {
    QList<ActivityLine> held;
    QList<int> lacking; ///< kinds that are missing or due
    QList<int> exempt; ///< kinds that are left out with approval
};

ActivityActions::ActivityActions(const PageContext& context, QWidget* parent)
    : QObject(parent)
    , m_context(context)
    , m_parent(parent) { }

void ActivityActions::record(Id<Organisation> organisation, const QString& kind,
                             const std::optional<Period>& period) {
    RecordStart start;
    start.organisation = organisation;
    start.kind = kind;
    if (period) start = startIn(organisation, kind, *period);
    openDialog(start);
}

RecordStart ActivityActions::startIn(Id<Organisation> organisation, const QString& kind,
                                     const Period& period) const {
    const auto found = m_context.reader().find(organisation);
    const QString partyDay = found && *found ? (*found)->partyDay : QString();
    RecordStart start;
    start.organisation = groupLacking(organisation, kind, period);
    start.kind = kind;
    start.day = startDay(period, partyDay, m_context.clock().today());
    return start;
}

void ActivityActions::recordPlanned(Id<PlanItem> id) {
    const auto item = m_context.reader().find(id);
    if (!item) ask::error(m_parent, item.error());
    if (!item || !*item) return;
    const PlanItem& planned = **item;
    const Period period = planned.month == 0 ? Period::ofYear(planned.year)
                                             : Period::ofMonth(planned.year, planned.month);
    RecordStart start = startIn(planned.organisationId, planned.kind, period);
    if (planned.day.isValid()) start.day = planned.day;
    start.planned = planned;
    openDialog(start);
}

void ActivityActions::open(Id<Activity> activity) {
    RecordStart start;
    start.activity = activity;
    openDialog(start);
}

void ActivityActions::openDialog(const RecordStart& start) {
    recordActivity(m_parent, m_context.store, m_context.navigator, start);
    emit unsavedChanged();
}

void ActivityActions::copyToNextMonth(Id<Activity> activity) {
    auto copy = copyToMonthAfter(m_context.reader(), activity);
    if (!copy) {
        ask::error(m_parent, copy.error());
        return;
    }
    RecordStart start;
    start.begun = std::move(*copy);
    openDialog(start);
}

void ActivityActions::goOn(const UnsavedEntry& entry) {
    RecordStart start;
    start.unsaved = entry;
    openDialog(start);
}

void ActivityActions::drop(const UnsavedEntry& entry) {
    ask::Question question;
    question.title = tr("不要没有存完的这一份吗？");
    question.text = tr("%1。去掉后找不回来。").arg(unsavedText(m_context.reader(), entry));
    question.yes = tr("不要了");
    question.isDangerous = true;
    if (!ask::confirm(m_parent, question)) return;
    const auto file = unsavedFileOf(m_context.store);
    const auto done = file ? dropUnsaved(*file, entry.id) : fail(file.error());
    if (!done) ask::error(m_parent, done.error());
    emit unsavedChanged();
}

void ActivityActions::remove(const HeldLine& line) {
    ask::Question question;
    question.title = tr("删除这次活动？");
    question.text = tr("%1，%2。到会、表决和决议会一起去掉；按 Ctrl+Z 可以撤销。")
                        .arg(line.organisation, shortText(line));
    question.yes = tr("删除");
    question.isDangerous = true;
    if (!ask::confirm(m_parent, question)) return;
    const auto done = removeActivity(m_context.store, line.activity.id,
                                     inTurn({reopeningPlan(), removingAttachments()}));
    if (!done) {
        ask::error(m_parent, done.error());
        return;
    }
    m_context.navigator.say(tr("已删除：%1。按 Ctrl+Z 可以撤销").arg(shortText(line)));
}

void ActivityActions::print(Id<Activity> activity) {
    m_context.navigator.open({u"printing"_s, u"activity"_s, {activity.value}});
}

void ActivityActions::printAttachments(Id<Activity> activity) {
    m_context.navigator.open({u"printing"_s, u"activity"_s, {activity.value}, u"attachments"_s});
}

QList<ActivityLine> ActivityActions::heldIn(Id<Organisation> organisation, const Period& period,
                                            const QString& kind) const {
    const auto lines = activitiesIn(m_context.reader(), organisation, period, kind);
    if (!lines) ask::error(m_parent, lines.error());
    return lines.value_or(QList<ActivityLine>{});
}

// A group's meeting is held by the group: the first one that has none yet in the period.
Id<Organisation> ActivityActions::groupLacking(Id<Organisation> branch, const QString& kind,
                                               const Period& period) const {
    if (branch.isNull()) return branch;
    const auto kinds = townKinds(m_context.reader()).value_or(QList<ActivityKind>{});
    const bool isOfGroups = std::any_of(kinds.begin(), kinds.end(), [&](const ActivityKind& each) {
        return each.id == kind && each.attends == Attends::Group;
    });
    if (!isOfGroups) return branch;
    const auto groups = m_context.reader().all<Organisation>(
        "WHERE r.parent_id = :branch AND r.type = 'group' AND r.dissolved_on IS NULL"
        " ORDER BY r.position, r.id",
        {{":branch", branch}});
    if (!groups) return branch;
    QSet<Id<Organisation>> holders;
    for (const ActivityLine& line : heldIn(branch, period, kind))
        holders.insert(line.organisationId);
    for (const Organisation& each : *groups)
        if (!holders.contains(each.id)) return each.id;
    return branch;
}

ActivityActions::CellWays ActivityActions::waysOf(const PageAnswer& answer, const MatrixLine& line,
                                                  int month) const {
    CellWays ways;
    const Period period = Period::ofMonth(answer.period.year, month + 1);
    ways.held
        = heldIn(line.organisation, period, line.kind < 0 ? QString() : answer.kinds[line.kind].id);
    const BranchYear& branch = answer.branches[line.branch];
    for (int kind = 0; kind < branch.kinds.size(); ++kind) {
        const MonthCell& cell = branch.kinds[kind].months[size_t(month)];
        if (line.kind >= 0 && line.kind != kind) continue;
        if (cell.missing + cell.due > 0) ways.lacking.append(kind);
        if (cell.exempt > 0) ways.exempt.append(kind);
    }
    return ways;
}

void ActivityActions::activateCell(const PageAnswer& answer, const MatrixLine& line, int month,
                                   QPoint at) {
    const CellWays ways = waysOf(answer, line, month);
    if (ways.held.size() == 1 && ways.lacking.isEmpty() && ways.exempt.isEmpty()) {
        open(ways.held.first().id);
        return;
    }
    if (!ways.held.isEmpty() || ways.lacking.size() > 1 || !ways.exempt.isEmpty()) {
        popUp(answer, line, month, ways, at);
        return;
    }
    const int kind = ways.lacking.isEmpty() ? line.kind : ways.lacking.first();
    record(line.organisation, kind < 0 ? QString() : answer.kinds[kind].id,
           Period::ofMonth(answer.period.year, month + 1));
}

void ActivityActions::showCellMenu(const PageAnswer& answer, const MatrixLine& line, int month,
                                   QPoint at) {
    popUp(answer, line, month, waysOf(answer, line, month), at);
}

void ActivityActions::popUp(const PageAnswer& answer, const MatrixLine& line, int month,
                            const CellWays& ways, QPoint at) {
    delete m_parent->findChild<QMenu*>(u"cellMenu"_s);
    auto* menu = new QMenu(m_parent);
    menu->setObjectName(u"cellMenu"_s);
    fillMenu(menu, answer, line, month, ways);
    connect(menu, &QMenu::aboutToHide, menu, &QObject::deleteLater);
    menu->popup(at);
    menu->setActiveAction(menu->actions().value(0));
}

void ActivityActions::fillMenu(QMenu* menu, const PageAnswer& answer, const MatrixLine& line,
                               int month, const CellWays& ways) {
    KindNames names(answer.kinds);
    for (const ActivityLine& held : ways.held) {
        const HeldLine named{held, {}, names.of(held.kind, held.also)};
        connect(menu->addAction(tr("打开：%1").arg(shortText(named))), &QAction::triggered, this,
                [this, id = held.id] { open(id); });
    }
    for (const ActivityLine& held : ways.held) {
        const HeldLine named{held, {}, names.of(held.kind, held.also)};
        connect(menu->addAction(tr("复制到下月：%1…").arg(shortText(named))), &QAction::triggered,
                this, [this, id = held.id] { copyToNextMonth(id); });
    }
    if (!ways.held.isEmpty()) menu->addSeparator();
    const Period period = Period::ofMonth(answer.period.year, month + 1);
    QList<int> kinds = ways.lacking;
    if (kinds.isEmpty()) kinds.append(line.kind);
    for (const int kind : kinds) {
        const QString id = kind < 0 ? QString() : answer.kinds[kind].id;
        const QString text
            = kind < 0 ? tr("记一次会…") : tr("记一次：%1…").arg(answer.kinds[kind].name);
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, organisation = line.organisation, id, period] {
                    record(organisation, id, period);
                });
    }
    addExemptions(menu, answer, line, month, ways);
    menu->addSeparator();
    connect(menu->addAction(tr("只看这个支部")), &QAction::triggered, this,
            [this, organisation = line.organisation] {
                m_context.scope.setOrganisation(organisation);
            });
}

void ActivityActions::addExemptions(QMenu* menu, const PageAnswer& answer, const MatrixLine& line,
                                    int month, const CellWays& ways) {
    if (ways.lacking.isEmpty() && ways.exempt.isEmpty()) return;
    menu->addSeparator();
    const Id<Organisation> branch = line.organisation;
    const Period period = Period::ofMonth(answer.period.year, month + 1);
    for (const int kind : ways.exempt) {
        const ActivityKind& of = answer.kinds[kind];
        connect(menu->addAction(tr("谁批准免的：%1…").arg(of.name)), &QAction::triggered, this,
                [this, branch, id = of.id, period] {
                    showExemptions(m_parent, m_context, branch, id, period);
                });
    }
    for (const int kind : ways.lacking) {
        const ActivityKind& of = answer.kinds[kind];
        connect(menu->addAction(tr("登记免除：%1…").arg(of.name)), &QAction::triggered, this,
                [this, branch, rule = of.cadence, period] {
                    const auto rules = townRules(m_context.reader());
                    const Rule* found = rules ? rules->book.find(rule, period.last()) : nullptr;
                    const auto unit = found ? found->per : Period::Unit::Month;
                    grantExemption(m_parent, m_context,
                                   {branch, rule, Period::containing(period.last(), unit)});
                });
    }
}

void ActivityActions::exempt(const FindingLine& line) {
    if (line.finding.period)
        grantExemption(m_parent, m_context,
                       {{line.finding.organisation}, line.finding.rule, *line.finding.period});
}

void ActivityActions::mend(const FindingLine& line) {
    const Finding& finding = line.finding;
    const Id<Organisation> organisation{finding.organisation};
    switch (mendOf(line)) {
    case Mend::OpenActivity:
        open({finding.activity});
        return;
    case Mend::OpenOrganisation:
        m_context.navigator.open({finding.mend.page, finding.mend.action, {organisation.value}});
        return;
    case Mend::Record:
        break;
    }
    const Id<Organisation> holder
        = finding.group.isNull() ? organisation : Id<Organisation>{finding.group};
    const Period period = finding.period.value_or(Period::ofYear(m_context.clock().today().year()));
    // A draft that was begun is to be finished, not written again.
    for (const ActivityLine& held : heldIn(holder, period, line.kind))
        if (held.state != u"final"_s) {
            open(held.id);
            return;
        }
    record(holder, line.kind, period);
}

QDate startDay(const Period& period, const QString& partyDay, QDate today) {
    if (period.contains(today)) return today;
    const QDate last = period.last();
    const QDate own = partyDayIn(partyDay, last.year(), last.month());
    return own.isValid() ? own : last;
}

} // namespace baolei
