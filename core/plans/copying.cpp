// Whole plans: from another year, for other branches, from the rules.

#include "core/activities/facts_pass.h"
#include "core/people/queries.h"
#include "core/plans/belonging.h"
#include "core/plans/queries.h"
#include "core/plans/template.h"

#include <QCoreApplication>
#include <algorithm>

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

// The same day of another year; the 29th of February has none.
QDate inYear(QDate day, int year) {
    return day.isValid() ? QDate(year, day.month(), day.day()) : QDate();
}

QString inYear(QString text, int from, int to) {
    return text.replace(Text::tr("%1年").arg(from), Text::tr("%1年").arg(to));
}

PlanItem copyOf(PlanItem item, Id<Organisation> branch, int year) {
    if (item.organisationId != branch) item.responsible.clear();
    item.title = inYear(item.title, item.year, year);
    item.note = inYear(item.note, item.year, year);
    item.day = inYear(item.day, year);
    item.id = {};
    item.organisationId = branch;
    item.year = year;
    item.activityId = {};
    item.doneOn = {};
    return item;
}

Result<void> addLacking(Session& session, Id<Organisation> branch, int year,
                        const QList<PlanItem>& wanted, PlanOutcome& outcome) {
    const auto there = planItems(session.reader(), branch, year);
    if (!there) return fail(there.error());
    const QList<PlanItem> lacking = lackingOf(wanted, *there);
    // Behind what stands there, in the order in which they come.
    int position = 0;
    for (const PlanItem& each : *there)
        position = qMax(position, each.position + 1);
    for (PlanItem item : lacking) {
        item.id = session.newId<PlanItem>();
        item.position = position++;
        if (const auto added = session.add(item); !added) return added;
    }
    outcome.added += int(lacking.size());
    outcome.skipped += int(wanted.size() - lacking.size());
    outcome.branches += !lacking.isEmpty();
    return {};
}

Result<QString> namedBranch(const Reader& reader, Id<Organisation> id) {
    const auto found = reader.find(id);
    if (!found) return fail(found.error());
    if (!*found) return fail(ErrorCode::NotFound, Text::tr("所选的党组织已不在"));
    if (!holdsMembers((*found)->type))
        return fail(ErrorCode::Refused,
                    Text::tr("%1不是党支部，年度计划按党支部做").arg((*found)->shortName),
                    Text::tr("请选党支部"));
    return (*found)->shortName;
}

// Groups owe what their branch plans once for all of them.
QList<PlanDuty> dutiesOf(const OrganisationFacts& facts, const RuleBook& book, int year) {
    QList<PlanDuty> duties;
    QSet<std::pair<const Rule*, int>> seen;
    for (const Obligation& owed :
         obligations(book, facts, Window(QDate(year, 1, 1), QDate(year, 12, 31)))) {
        if (owed.rule->activities.isEmpty()) continue;
        const std::pair<const Rule*, int> key(owed.rule, owed.period.number);
        if (owed.group >= 0 && seen.contains(key)) continue;
        seen.insert(key);
        duties.append(
            {owed.rule->activities.first(), owed.period, owed.need,
             Text::tr("依据：%1（%2）").arg(owed.rule->source.text(), owed.rule->label())});
    }
    return duties;
}

Result<QHash<QString, QString>> holdersOf(const Reader& reader, Id<Organisation> branch,
                                          QDate day) {
    const auto posts = postsIn(reader, branch, day);
    if (!posts) return fail(posts.error());
    QHash<QString, QString> holders;
    for (const Post& post : *posts) {
        const auto done = reader.each("SELECT name FROM live_person WHERE id = :id",
                                      {{":id", post.personId}}, [&](const Row& row) {
                                          if (!holders.contains(post.kind))
                                              holders.insert(post.kind, row.text(0));
                                      });
        if (!done) return fail(done.error());
    }
    return holders;
}

// Before anything is written: what each branch owes, by the rules in force.
Result<QHash<Id<Organisation>, QList<PlanDuty>>> allDuties(const Reader& reader,
                                                           const TownRules& rules,
                                                           const QList<Id<Organisation>>& branches,
                                                           int year, QDate today) {
    const QDate first(year, 1, 1);
    const auto pass
        = FactsPass::overThese(reader, rules, branches, {first, first, today, today, false});
    if (!pass) return fail(pass.error());
    QHash<Id<Organisation>, QList<PlanDuty>> duties;
    const auto done = pass->read(reader, 0, pass->size(), [&](const OrganisationFacts& facts) {
        duties.insert({facts.id}, dutiesOf(facts, rules.book, year));
        return true;
    });
    if (!done) return fail(done.error());
    return duties;
}
}

QList<PlanItem> lackingOf(const QList<PlanItem>& wanted, const QList<PlanItem>& there) {
    QList<PlanItem> left = there;
    const auto take = [&left](const auto& fits) {
        const auto found = std::find_if(left.begin(), left.end(), fits);
        if (found == left.end()) return false;
        left.erase(found);
        return true;
    };
    QList<PlanItem> lacking;
    for (const PlanItem& item : wanted)
        if (!take([&](const PlanItem& each) {
                return each.month == item.month && each.kind == item.kind
                    && each.title == item.title;
            }))
            lacking.append(item);
    lacking.removeIf([&](const PlanItem& item) {
        return !item.kind.isEmpty() && take([&](const PlanItem& each) {
            return each.month == item.month && each.kind == item.kind;
        });
    });
    return lacking;
}

Result<PlanOutcome> copyPlan(Store& store, const PlanCopy& copy, const PlanProgress& progress) {
    const auto own = store.newReader();
    if (!own) return fail(own.error());
    const auto from = namedBranch(*own, copy.from);
    if (!from) return fail(from.error());
    const auto items = planItems(*own, copy.from, copy.fromYear);
    if (!items) return fail(items.error());
    if (items->isEmpty())
        return fail(ErrorCode::Refused,
                    Text::tr("%1 %2年还没有计划，没有可复制的").arg(*from).arg(copy.fromYear),
                    Text::tr("请先做好这一年的计划，或换一年"));
    for (const Id<Organisation> branch : copy.to)
        if (const auto named = namedBranch(*own, branch); !named) return fail(named.error());
    const Operation operation{kCopyPlan,
                              {*from, QString::number(copy.fromYear), QString::number(copy.toYear),
                               QString::number(copy.to.size())}};
    return store.run(operation, [&](Session& session) -> Result<PlanOutcome> {
        PlanOutcome outcome;
        for (qsizetype i = 0; i < copy.to.size(); ++i) {
            if (progress && !progress(i, copy.to.size())) return fail(planStopped());
            const Id<Organisation> branch = copy.to[i];
            if (branch == copy.from && copy.toYear == copy.fromYear) continue;
            QList<PlanItem> wanted;
            for (const PlanItem& item : *items)
                wanted.append(copyOf(item, branch, copy.toYear));
            const auto added = addLacking(session, branch, copy.toYear, wanted, outcome);
            if (!added) return fail(added.error());
        }
        return outcome;
    });
}

Result<PlanOutcome> makePlan(Store& store, const QList<Id<Organisation>>& branches, int year,
                             const PlanProgress& progress) {
    const auto own = store.newReader();
    if (!own) return fail(own.error());
    const auto rules = townRules(*own);
    const auto plan = loadPlanTemplate();
    if (!rules) return fail(rules.error());
    if (!plan) return fail(plan.error());
    const QDate today = store.clock().today();
    QString who = Text::tr("%1 个党支部").arg(branches.size());
    for (const Id<Organisation> branch : branches) {
        const auto named = namedBranch(*own, branch);
        if (!named) return fail(named.error());
        if (branches.size() == 1) who = *named;
    }
    const auto duties = allDuties(*own, *rules, branches, year, today);
    if (!duties) return fail(duties.error());
    const Operation operation{kMakePlan, {QString::number(year), who}};
    return store.run(operation, [&](Session& session) -> Result<PlanOutcome> {
        PlanOutcome outcome;
        for (qsizetype i = 0; i < branches.size(); ++i) {
            if (progress && !progress(i, branches.size())) return fail(planStopped());
            const auto branch = session.find(branches[i]);
            if (!branch) return fail(branch.error());
            auto holders = holdersOf(session.reader(), branch->id, today);
            if (!holders) return fail(holders.error());
            const PlanSubject subject{*branch, year, std::move(*holders)};
            const auto added = addLacking(
                session, branch->id, year,
                itemsOf(*plan, rules->kinds, duties->value(branch->id), subject), outcome);
            if (!added) return fail(added.error());
        }
        return outcome;
    });
}

} // namespace baolei
