#include "ui/plans/plan_answer.h"

#include "core/activities/own_kinds.h"
#include "core/people/organisation_tree.h"

namespace baolei {

using namespace Qt::StringLiterals;

namespace {
Id<Organisation> branchOrSelf(const QList<OrganisationNode>& all, Id<Organisation> scope) {
    for (const OrganisationNode& each : all)
        if (each.id == scope) return each.type == u"group"_s ? each.parentId : scope;
    return scope;
}

void addFigures(PlanBranchRow& row, const PlanLine& line) {
    ++row.figures.items;
    row.figures.done += line.doneOn.isValid();
    row.figures.due += line.state == PlanState::Due;
    row.figures.late += line.state == PlanState::Late;
}

Result<void> readItems(const Reader& reader, const PlanQuestion& question, PlanAnswer& answer) {
    const auto rules = townRules(reader);
    if (!rules) return fail(rules.error());
    const auto lines = planOf(reader, *rules, answer.branch, question.year, question.today);
    if (!lines) return fail(lines.error());
    for (const PlanLine& line : *lines) {
        const ActivityKind* kind = kindWithId(answer.kinds, line.item.kind);
        answer.items.append({line, kind ? kind->name : line.item.kind});
        addFigures(answer.branches.first(), line);
    }
    const auto found = planCandidates(reader, answer.branch, question.year, question.today);
    if (!found) return fail(found.error());
    answer.candidates = int(found->size());
    return {};
}

Result<void> readFigures(const Reader& reader, const PlanQuestion& question, Id<Organisation> scope,
                         PlanAnswer& answer) {
    const auto figures = planFigures(reader, scope, question.year, question.today);
    if (!figures) return fail(figures.error());
    for (PlanBranchRow& row : answer.branches)
        row.figures = figures->value(row.branch);
    return {};
}
}

PlanFigures PlanAnswer::sum() const {
    PlanFigures sum;
    for (const PlanBranchRow& row : branches)
        sum += row.figures;
    return sum;
}

int PlanAnswer::without() const {
    return int(std::count_if(branches.begin(), branches.end(),
                             [](const PlanBranchRow& row) { return row.figures.items == 0; }));
}

Result<PlanAnswer> readPlanPage(const Reader& reader, const PlanQuestion& question) {
    PlanAnswer answer;
    auto kinds = townKinds(reader);
    if (!kinds) return fail(kinds.error());
    answer.kinds = std::move(*kinds);
    const auto all = organisationNames(reader);
    if (!all) return fail(all.error());
    const Id<Organisation> scope = branchOrSelf(*all, question.scope);
    for (const OrganisationNode& each : namesUnder(*all, scope)) {
        if (!holdsMembers(each.type)) continue;
        answer.branches.append({each.id, each.shortName, {}});
        if (each.id != scope) continue;
        answer.branch = each.id;
        answer.branchName = each.shortName;
    }
    // What has branches below it is looked at as a whole.
    if (answer.branches.size() != 1) answer.branch = {};
    const auto done = answer.isOneBranch() ? readItems(reader, question, answer)
                                           : readFigures(reader, question, scope, answer);
    if (!done) return fail(done.error());
    return answer;
}

} // namespace baolei
